package org.kvarter.ui.shell;

import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kvarter.project.Autosave;
import org.kvarter.remote.FeedSource;
import org.kvarter.text.Texts;
import org.kvarter.ui.feeds.FeedSetupModel;
import org.kvarter.ui.feeds.FeedSetupView;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.FloatingPanel;
import org.kvarter.ui.loading.FileChoices;
import org.kvarter.ui.loading.ImportView;
import org.kvarter.ui.loading.LoadingModel;
import org.kvarter.ui.loading.ReportView;
import org.kvarter.ui.project.ProjectModel;
import org.kvarter.ui.series.FlowImportModel;
import org.kvarter.ui.series.FlowImportView;
import org.kvarter.ui.series.TableNames;
import org.kvarter.ui.sheet.Sheet;
import org.kvarter.ui.stage.Viewer;
import org.kvarter.ui.story.HandOut;
import org.kvarter.ui.story.HandOutView;
import org.kvarter.ui.story.StoryModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The questions the window asks: choices before reading, tables and feeds, unsaved changes, recovery. On the JavaFX thread. */
final class Dialogs {

    private static final Texts LOADING = Texts.in(LoadingModel.class);
    private static final Texts PROJECT = Texts.in(ProjectModel.class);

    private static final Logger LOG = LoggerFactory.getLogger(Dialogs.class);
    private static final Texts STORY = Texts.in(StoryModel.class);
    private static final Texts FEEDS = Texts.in(FeedSetupModel.class);
    private static final Texts SERIES = Texts.in(FlowImportModel.class);

    private final Shell shell;
    private final Models models;

    Dialogs(Shell shell, Models models) {
        this.shell = shell;
        this.models = models;
    }

    /** Writes the story into a folder. */
    void handOut(Path folder, Viewer viewer, StoryModel story) {
        HandOutView view = new HandOutView();
        HandOut work = new HandOut(models.workspace(), viewer, story.pictures(), models.painting().paintedProperty(), folder, view::show);
        Sheet sheet = new Sheet(STORY.get("handOut.title"), 440, view).onCancel(work::cancel);
        int steps = models.session().story().steps().size();
        shell.show(sheet.withCancel(STORY.get("handOut.cancel")));
        work.start().whenComplete((page, failure) -> {
            if (failure == null) {
                sheet.close();
                models.workspace().notices().info(STORY.get("handOut.done", steps, folder));
            } else if (!(failure instanceof java.util.concurrent.CancellationException)) {
                sheet.close();
                LOG.error("The story could not be handed out", failure);
                models.workspace().notices().error(failure instanceof java.io.IOException ? failure.getMessage() : STORY.get("handOut.failed"));
            }
        });
    }

    /** Looks at a table: counts and trips are asked about as such, all others as series. */
    void importTable(Path file) {
        if (!TableNames.isText(file)) {
            importSeries(file);
            return;
        }
        FlowImportModel.look(models.workspace(), file).thenAccept(flows -> {
            if (flows.isPresent()) {
                importFlows(flows.get(), file);
            } else {
                importSeries(file);
            }
        });
    }

    private void importFlows(FlowImportModel model, Path file) {
        Sheet sheet = new Sheet(SERIES.get("flow.sheet"), 680, FloatingPanel.scrolling(new FlowImportView(model)));
        Button series = new Button(SERIES.get("flow.asSeries"));
        series.setOnAction(e -> {
            sheet.close();
            importSeries(file);
        });
        Button read = Buttons.primary(null, SERIES.get("flow.read"), () -> {
            sheet.close();
            models.loading().readAs(model.request());
        });
        read.setId("flow-read");
        read.setDefaultButton(true);
        shell.show(sheet.withCancel(SERIES.get("import.cancel")).withButton(series).withButton(read));
    }

    /** Looks at a table and asks how it is to be read and what it belongs to. */
    void importSeries(Path file) {
        new AssistDialog(models, shell::show).open(file);
    }

    /** Sets up a feed, or changes one. */
    void feed(FeedSource edited) {
        FeedSetupModel model = new FeedSetupModel(models.workspace(), models.feeds(), edited);
        feed(edited, model);
        if (edited != null) {
            model.fetch();
        }
    }

    /** Goes on with a feed that was begun elsewhere. */
    void feed(FeedSource edited, FeedSetupModel model) {
        FeedSetupView view = new FeedSetupView(model);
        Sheet sheet = new Sheet(edited == null ? FEEDS.get("title.sheet") : FEEDS.get("title.edit", edited.title()), 760, FloatingPanel.scrolling(view));
        Button finish = Buttons.primary(null, FEEDS.get(edited == null ? "setup.add" : "setup.save"), () -> {
            sheet.close();
            model.finish();
            models.window().timelineProperty().set(true);
        });
        finish.setId("feed-finish");
        finish.disableProperty().bind(view.readyProperty().not());
        shell.show(sheet.withCancel(FEEDS.get("setup.cancel")).withButton(finish));
    }

    /** Asks what files are before they are read. */
    void askAbout(List<FileChoices> files) {
        ImportView view = new ImportView(files, models.session().district());
        Button read = Buttons.primary(null, LOADING.get("import.read"), () -> { });
        read.setId("import-read");
        read.setDefaultButton(true);
        read.disableProperty().bind(Bindings.not(view.answeredProperty()));
        Sheet sheet = new Sheet(LOADING.get("import.title"), 720, FloatingPanel.scrolling(view));
        read.setOnAction(e -> {
            sheet.close();
            models.loading().read(files);
        });
        shell.show(sheet.withCancel(LOADING.get("import.cancel")).withButton(read));
    }

    /** Shows what was read, of one layer or of all. */
    void report(String onlyLayer) {
        shell.show(new Sheet(LOADING.get("report"), 640, FloatingPanel.scrolling(new ReportView(models.session(), models.loading(), onlyLayer))));
    }

    /** Asks what to do with unsaved changes. */
    CompletableFuture<ProjectModel.Unsaved> askUnsaved() {
        CompletableFuture<ProjectModel.Unsaved> answer = new CompletableFuture<>();
        Button discard = new Button(PROJECT.get("unsaved.discard"));
        Sheet sheet = new Sheet(PROJECT.get("unsaved.title"), 440, sentence(PROJECT.get(models.session().undo().dirtyProperty().get() ? "unsaved.text" : "unsaved.told")))
                .onCancel(() -> answer.complete(ProjectModel.Unsaved.CANCEL));
        discard.setOnAction(e -> {
            sheet.close();
            answer.complete(ProjectModel.Unsaved.DISCARD);
        });
        shell.show(sheet.withButton(discard).withCancel(PROJECT.get("unsaved.cancel"))
                .withDefault(PROJECT.get("unsaved.save"), () -> answer.complete(ProjectModel.Unsaved.SAVE)));
        return answer;
    }

    /** Asks before a package of a project with personal data is written. */
    CompletableFuture<Boolean> askPersonal(List<String> told) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        VBox lines = new VBox(8, sentence(PROJECT.get("personal.text")));
        told.forEach(t -> lines.getChildren().add(sentence(t)));
        shell.show(new Sheet(PROJECT.get("personal.title"), 520, lines).onCancel(() -> answer.complete(false)).withCancel(PROJECT.get("unsaved.cancel"))
                .withDefault(PROJECT.get("personal.write"), () -> answer.complete(true)));
        return answer;
    }

    /** Offers to open what a killed run left behind. */
    void offerRecovery(Autosave.Draft draft) {
        String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Locale.getDefault(Locale.Category.FORMAT)).withZone(java.time.ZoneId.systemDefault()).format(draft.savedAt());
        Button decline = new Button(PROJECT.get("recover.decline"));
        Sheet sheet = new Sheet(PROJECT.get("recover.title"), 440, sentence(PROJECT.get("recover.text", when)));
        decline.setOnAction(e -> {
            sheet.close();
            models.project().decline(draft);
        });
        shell.show(sheet.withButton(decline).withDefault(PROJECT.get("recover.open"), () -> models.project().recover(draft)));
    }

    private static Label sentence(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
