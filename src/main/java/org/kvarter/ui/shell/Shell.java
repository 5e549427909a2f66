package org.kvarter.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.Layer;
import org.kvarter.project.ProjectStore;
import org.kvarter.session.SelectFeatures;
import org.kvarter.remote.FeedSource;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.action.Actions;
import org.kvarter.ui.exporting.Exporting;
import org.kvarter.ui.feeds.FeedsView;
import org.kvarter.ui.help.KeysView;
import org.kvarter.ui.kit.FloatingPanel;
import org.kvarter.ui.flight.FlightModel;
import org.kvarter.ui.flight.FlightView;
import org.kvarter.ui.layers.ShapedGround;
import org.kvarter.ui.present.Presenting;
import org.kvarter.ui.search.SearchView;
import org.kvarter.ui.series.TableNames;
import org.kvarter.ui.settings.SettingsView;
import org.kvarter.ui.sheet.Sheet;
import org.kvarter.ui.sheet.Sheets;
import org.kvarter.ui.shell.FloatingLayout.Place;
import org.kvarter.ui.stage.Viewer;
import org.kvarter.ui.story.StoryModel;
import org.kvarter.ui.viewpoints.ViewpointsModel;
import org.kvarter.ui.welcome.WelcomeView;

/**
 * The window: builds its content in the display language, and again when the language changes, while session, camera and work under
 * way go on.
 */
public final class Shell implements ShellActions.Window, FeedsView.Host {

    private static final Texts TEXTS = Texts.in(Shell.class);

    private final Stage stage;
    private final Models models;
    private final Workspace workspace;
    private final Session session;
    private final Viewer viewer;
    private final Optional<Path> sample;
    private final StoryModel story;
    private final Presenting presenting;
    private final StackPane root = new StackPane();
    private final Scene scene;
    private final Actions actions;
    private final Dialogs dialogs;
    private final FileQuestions files;
    private Sheets sheets;
    private FloatingLayout layout;
    private SearchView search;

    /** @param sample the sample district's project, where it is at hand */
    public Shell(Stage stage, Models models, Viewer viewer, Optional<Path> sample) {
        this.stage = stage;
        this.models = models;
        this.workspace = models.workspace();
        this.session = models.session();
        this.viewer = viewer;
        this.sample = sample;
        this.story = new StoryModel(workspace, viewer);
        this.presenting = new Presenting(stage, workspace, viewer, story, models.painting().paintedProperty(),
                s -> Theme.apply(s, workspace.settings().darkBinding().get()));
        this.scene = new Scene(root, 1440, 900);
        this.dialogs = new Dialogs(this, models);
        this.files = new FileQuestions(models, stage);
        this.actions = ShellActions.of(models, viewer, this, sample.isPresent());
        new ShapedGround(workspace); // listens
        ToolBars.link(models, viewer);
        KeepingHost keeping = new KeepingHost(files, models, viewer, dialogs, story, presenting);
        models.loading().setHost(keeping);
        models.project().setHost(keeping);
        new WindowInput(scene, root, actions, () -> sheets.showingProperty().get()).listen(this::open);
        workspace.settings().darkBinding().subscribe(dark -> Theme.apply(scene, dark));
        workspace.settings().languageProperty().subscribe(language -> {
            workspace.settings().applyLanguage();
            models.painting().relabel();
            models.studies().languageChanged();
            rebuild();
        });
        session.districtProperty().subscribe(d -> followDistrict());
        models.loading().stateProperty().addListener((o, was, is) -> {
            if (was.running() != is.running()) {
                followDistrict();
            }
        });
        session.undo().dirtyProperty().subscribe(d -> stage.setTitle(WindowTitle.of(session)));
        session.projectFileProperty().subscribe(f -> stage.setTitle(WindowTitle.of(session)));
        presenting.runningProperty().addListener((o, was, is) -> layout.put(Place.TWIN, is ? presenting.note() : viewer.node()));
        stage.setScene(scene);
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        stage.setOnCloseRequest(e -> {
            e.consume();
            quit();
        });
    }

    /** All actions, for tests and for what stands outside the window. */
    public Actions actions() {
        return actions;
    }

    private void rebuild() {
        boolean settings = sheets != null && sheets.showingProperty().get();
        if (sheets != null) {
            sheets.cancelAll();
        }
        sheets = new Sheets(workspace.motion());
        layout = new FloatingLayout();
        search = new SearchView(models.search(), actions.get("search").enabled(), this::goTo);
        layout.put(Place.BAR, new CommandBar(session, actions, search));
        new Panels(models, story, actions, viewer, layout, new LayersHost(models, viewer, dialogs, this::show), this::show, this, this::pickModel).show();
        root.getChildren().setAll(layout, sheets);
        followDistrict();
        models.painting().languageChanged();
        if (settings) {
            settings();
        }
    }

    private void followDistrict() {
        stage.setTitle(WindowTitle.of(session));
        boolean empty = session.district().layers().isEmpty() && !models.loading().stateProperty().get().running();
        boolean welcoming = root.getChildren().stream().anyMatch(WelcomeView.class::isInstance);
        if (!empty) {
            root.getChildren().removeIf(WelcomeView.class::isInstance);
        } else if (!welcoming) {
            root.getChildren().add(1, new WelcomeView(workspace.settings(), actions.get("sample"), actions.get("open"), models.project()::open));
        }
    }

    private void goTo(FeatureKey key) {
        SelectFeatures.only(session, List.of(key));
        viewer.flyTo(List.of(key));
    }

    /** Opens a sheet over the window. */
    void show(Sheet sheet) {
        sheets.show(sheet);
    }

    /** Opens a project, or adds data files to what is open. */
    public void open(List<Path> files) {
        List<Path> data = files.stream().filter(f -> !ProjectStore.isProject(f) && !TableNames.isTable(f)).toList();
        Runnable rest = () -> {
            if (!data.isEmpty()) {
                models.loading().open(data);
            }
            files.stream().filter(TableNames::isTable).forEach(dialogs::importTable);
        };
        files.stream().filter(ProjectStore::isProject).findFirst().ifPresentOrElse(project -> models.project().open(project, rest), rest);
    }

    private void pickModel(Consumer<List<Layer>> then) {
        List<Path> files = this.files.chooseFiles().stream().filter(f -> !ProjectStore.isProject(f) && !TableNames.isTable(f)).toList();
        if (!files.isEmpty()) {
            models.loading().open(files, then);
        }
    }

    /** Offers what a run that was killed left behind, where there is any. */
    public void offerRecovery() {
        models.project().leftBehind().thenAccept(draft -> draft.ifPresent(dialogs::offerRecovery));
    }

    // Actions

    @Override
    public void newProject() {
        models.project().newProject();
    }

    @Override
    public void open() {
        open(files.chooseFiles());
    }

    @Override
    public void add() {
        open(files.chooseFiles());
    }

    @Override
    public void openSample() {
        sample.ifPresent(models.project()::open);
    }

    @Override
    public void save() {
        models.project().save();
    }

    @Override
    public void saveAs() {
        models.project().saveAs();
    }

    @Override
    public void export() {
        files.chooseExport().ifPresent(new Exporting(workspace)::write);
    }

    @Override
    public void picture() {
        new PictureDialog(models, viewer, files, this::show).open();
    }

    @Override
    public void flight() {
        show(new Sheet(Texts.in(FlightView.class).get("title"), 460, new FlightView(new FlightModel(workspace, viewer))));
    }

    @Override
    public void addFeed() {
        dialogs.feed(null);
    }

    @Override
    public void addFromService() {
        new ServiceDialog(models, this::show, m -> dialogs.feed(null, m)).open();
    }

    @Override
    public void addFromDatabase() {
        DatabaseDialog.open(models, this::show);
    }

    @Override
    public void editFeed(FeedSource feed) {
        dialogs.feed(feed);
    }

    @Override
    public void importSeries() {
        files.chooseTable().ifPresent(dialogs::importSeries);
    }

    @Override
    public void report() {
        dialogs.report("");
    }

    @Override
    public void quit() {
        models.project().guard(() -> {
            models.project().end();
            stage.close();
        });
    }

    @Override
    public void search() {
        search.focus();
    }

    @Override
    public void saveViewpoint() {
        ViewpointsModel viewpoints = new ViewpointsModel(session);
        viewpoints.save(viewer.viewpoint(viewpoints.freshName()));
        models.window().leftProperty().set(LeftPanel.VIEWPOINTS);
    }

    @Override
    public void keepStep() {
        story.keep();
        models.window().leftProperty().set(LeftPanel.STORY);
    }

    @Override
    public void present() {
        presenting.start(0);
    }

    @Override
    public void presentHere() {
        presenting.start(session.story().indexOf(story.currentProperty().get()));
    }

    @Override
    public void handOut() {
        files.chooseFolder(Texts.in(StoryModel.class).get("handOut.choose")).ifPresent(folder -> dialogs.handOut(folder, viewer, story));
    }

    /** The story being told, for tests and for what stands outside the window. */
    public Presenting presenting() {
        return presenting;
    }

    @Override
    public void flyToSelection() {
        viewer.flyTo(List.copyOf(session.selection()));
    }

    @Override
    public void settings() {
        sheets.show(new Sheet(TEXTS.get("settings"), 480, new SettingsView(workspace.settings())));
    }

    @Override
    public void keys() {
        sheets.show(new Sheet(TEXTS.get("keys"), 960, FloatingPanel.scrolling(new KeysView(actions))));
    }

    @Override
    public void fullScreen() {
        stage.setFullScreen(!stage.isFullScreen());
    }
}
