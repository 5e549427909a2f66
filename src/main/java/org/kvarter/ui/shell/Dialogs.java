package org.kvarter.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.concurrent.CompletableFuture;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.kvarter.project.Autosave;
import org.kvarter.remote.FeedSource;
import org.kvarter.text.Texts;
import org.kvarter.scene.snapshot.Picture;
import org.kvarter.ui.feeds.FeedSetupModel;
import org.kvarter.ui.feeds.FeedSetupView;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.FloatingPanel;
import org.kvarter.ui.loading.FileChoices;
import org.kvarter.ui.loading.ImportView;
import org.kvarter.ui.loading.LoadingModel;
import org.kvarter.ui.loading.ReportView;
import org.kvarter.ui.exporting.Exporting;
import org.kvarter.ui.picture.FurniturePrint;
import org.kvarter.ui.picture.LegendPrint;
import org.kvarter.ui.picture.Lens;
import org.kvarter.ui.picture.PairPicture;
import org.kvarter.ui.picture.PictureSize;
import org.kvarter.ui.picture.PictureView;
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

/** The questions the window asks: files, choices before reading, unsaved changes, recovery. */
final class Dialogs {

    private static final Texts LOADING = Texts.in(LoadingModel.class);
    private static final Texts PROJECT = Texts.in(ProjectModel.class);

    private static final Logger LOG = LoggerFactory.getLogger(Dialogs.class);
    private static final Texts PICTURE = Texts.in(PictureView.class);
    private static final Texts STORY = Texts.in(StoryModel.class);
    private static final Texts FEEDS = Texts.in(FeedSetupModel.class);
    private static final Texts SERIES = Texts.in(FlowImportModel.class);

    private final Shell shell;
    private final Models models;
    private File lastFolder;

    Dialogs(Shell shell, Models models) {
        this.shell = shell;
        this.models = models;
    }

    /** Files to open; empty where the person does not want any. */
    List<Path> chooseFiles(Window owner) {
        FileChooser chooser = new FileChooser();
        List<String> all = new ArrayList<>(List.of("*.kvarter", "kvarter.json"));
        Map<String, List<String>> formats = models.loading().extensions();
        formats.values().forEach(endings -> endings.forEach(e -> all.addAll(List.of("*" + e, "*" + e.toUpperCase(Locale.ROOT)))));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(LOADING.get("open.all"), all));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(LOADING.get("open.projects"), "*.kvarter", "*.json"));
        formats.forEach((format, endings) -> chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(format,
                endings.stream().flatMap(e -> java.util.stream.Stream.of("*" + e, "*" + e.toUpperCase(Locale.ROOT))).toList())));
        chooser.setTitle(LOADING.get("open.title"));
        startIn(chooser);
        List<File> files = chooser.showOpenMultipleDialog(owner);
        if (files == null || files.isEmpty()) {
            return List.of();
        }
        lastFolder = files.get(0).getParentFile();
        return files.stream().map(File::toPath).toList();
    }

    /** Where a person chose last, else beside the project. */
    private void startIn(FileChooser chooser) {
        Path project = models.session().projectFileProperty().get();
        File folder = lastFolder != null || project == null ? lastFolder : project.toAbsolutePath().getParent().toFile();
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
    }

    /** A table of a series; empty where the person does not want any. */
    Optional<Path> chooseTable(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter(SERIES.get("files"), TableNames.patterns()),
                new FileChooser.ExtensionFilter(SERIES.get("files.all"), "*.*"));
        chooser.setTitle(SERIES.get("open.title"));
        startIn(chooser);
        File file = chooser.showOpenDialog(owner);
        if (file != null) {
            lastFolder = file.getParentFile();
        }
        return Optional.ofNullable(file).map(File::toPath);
    }

    /** Asks how large a picture is to be and where to put it, and takes it. */
    void picture(Window owner, Viewer viewer) {
        javafx.geometry.Bounds twin = viewer.node().getLayoutBounds();
        PictureView view = new PictureView(new PictureSize((int) Math.max(64, twin.getWidth()), (int) Math.max(64, twin.getHeight())),
                models.painting().paintedProperty().get().legend().isPresent(), WindowTitle.name(models.session()));
        Button save = Buttons.primary(null, PICTURE.get("save"), () -> { });
        Sheet sheet = new Sheet(PICTURE.get("title"), 400, view);
        save.setDefaultButton(true);
        save.disableProperty().bind(view.sizeProperty().map(Optional::isEmpty));
        save.setOnAction(e -> view.sizeProperty().get().ifPresent(size -> {
            FileChooser chooser = new FileChooser();
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("PNG", "*.png"));
            chooser.setInitialFileName(WindowTitle.name(models.session()) + ".png");
            File file = chooser.showSaveDialog(owner);
            if (file != null) {
                sheet.close();
                Path path = file.getName().toLowerCase(Locale.ROOT).endsWith(".png") ? file.toPath()
                        : file.toPath().resolveSibling(file.getName() + ".png");
                Lens lens = viewer.lens();
                take(viewer, size, path, picture -> {
                    if (view.wantsNames()) {
                        viewer.addLabels(picture);
                    }
                    if (view.wantsLegend()) {
                        LegendPrint.onto(picture, models.painting().paintedProperty().get(), models.workspace().settings().darkBinding().getValue());
                    }
                    FurniturePrint.onto(picture, lens, view.furniture(), models.workspace().settings().darkBinding().getValue());
                });
            }
        }));
        shell.show(sheet.withCancel(PICTURE.get("cancel")).withButton(save));
    }

    /** Asks for a file and writes into it what is shown or selected. */
    void export(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.in(Exporting.class).get("title"));
        chooser.getExtensionFilters().setAll(Exporting.filters());
        chooser.setInitialFileName(WindowTitle.name(models.session()));
        startIn(chooser);
        File file = chooser.showSaveDialog(owner);
        if (file != null) {
            lastFolder = file.getParentFile();
            new Exporting(models.workspace()).write(Exporting.withEnding(file.toPath(), chooser.getSelectedExtensionFilter()));
        }
    }

    /** Asks for a folder and writes the story into it. */
    void handOut(Window owner, Viewer viewer, StoryModel story) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(STORY.get("handOut.choose"));
        if (lastFolder != null && lastFolder.isDirectory()) {
            chooser.setInitialDirectory(lastFolder);
        }
        File folder = chooser.showDialog(owner);
        if (folder != null) {
            handOut(folder.toPath(), viewer, story);
        }
    }

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

    private void take(Viewer viewer, PictureSize size, Path file, Consumer<Picture> finish) {
        models.workspace().notices().info(PICTURE.get("taking", file.getFileName()));
        PairPicture.take(models.workspace(), viewer::picture, size.width(), size.height()).whenComplete((picture, failure) -> {
            if (failure != null) {
                LOG.error("No picture", failure);
                models.workspace().notices().error(PICTURE.get("failed", file.getFileName()));
                return;
            }
            finish.accept(picture);
            models.workspace().tasks().io().execute(() -> {
                boolean written = write(picture, file);
                models.workspace().tasks().fx().execute(() -> {
                    if (written) {
                        models.workspace().notices().info(PICTURE.get("saved", file.getFileName()));
                    } else {
                        models.workspace().notices().error(PICTURE.get("unwritable", file));
                    }
                });
            });
        });
    }

    private static boolean write(Picture picture, Path file) {
        try {
            picture.writePng(file);
            return true;
        } catch (java.io.IOException e) {
            LOG.warn("The picture cannot be written", e);
            return false;
        }
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

    /** Where to save a project. */
    Optional<Path> chooseProjectFile(Window owner, String proposedName) {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter(PROJECT.get("files.package"), "*.kvarter"),
                new FileChooser.ExtensionFilter(PROJECT.get("files.json"), "*.json"));
        chooser.setInitialFileName(proposedName);
        File file = chooser.showSaveDialog(owner);
        if (file == null) {
            return Optional.empty();
        }
        boolean json = file.getName().toLowerCase(Locale.ROOT).endsWith(".json") || chooser.getSelectedExtensionFilter() != null
                && chooser.getSelectedExtensionFilter().getExtensions().contains("*.json");
        String name = file.getName();
        String ending = json ? ".kvarter.json" : ".kvarter";
        boolean complete = name.endsWith(".kvarter") && !json || name.endsWith(".kvarter.json") || name.equals("kvarter.json");
        String stem = name.replaceFirst("\\.(kvarter\\.json|kvarter|json)$", "");
        return Optional.of(complete ? file.toPath() : file.toPath().resolveSibling(stem + ending));
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
        Sheet sheet = new Sheet(PROJECT.get("unsaved.title"), 440, sentence(PROJECT.get("unsaved.text")))
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
