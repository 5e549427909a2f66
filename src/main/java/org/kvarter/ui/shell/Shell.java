package org.kvarter.ui.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.action.Actions;
import org.kvarter.ui.help.KeysView;
import org.kvarter.ui.kit.FloatingPanel;
import org.kvarter.ui.notice.NoticesView;
import org.kvarter.ui.settings.SettingsView;
import org.kvarter.ui.sheet.Sheet;
import org.kvarter.ui.sheet.Sheets;
import org.kvarter.ui.shell.FloatingLayout.Place;
import org.kvarter.ui.stage.Viewer;
import org.kvarter.ui.welcome.WelcomeView;

/**
 * The window: builds its content in the display language, and again when the language changes, while session, camera and work under
 * way go on.
 */
public final class Shell implements ShellActions.Window {

    private static final Texts TEXTS = Texts.in(Shell.class);

    private final Stage stage;
    private final Workspace workspace;
    private final Viewer viewer;
    private final WindowModel model = new WindowModel();
    private final StackPane root = new StackPane();
    private final Scene scene = new Scene(root, 1440, 900);
    private final Actions actions;
    private Sheets sheets;
    private FloatingLayout layout;

    public Shell(Stage stage, Workspace workspace, Viewer viewer) {
        this.stage = stage;
        this.workspace = workspace;
        this.viewer = viewer;
        this.actions = ShellActions.of(workspace.session(), model, viewer, this, false);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        acceptDrops();
        workspace.settings().darkBinding().subscribe(dark -> Theme.apply(scene, dark));
        workspace.settings().languageProperty().subscribe(language -> {
            workspace.settings().applyLanguage();
            rebuild();
        });
        Session session = workspace.session();
        session.districtProperty().subscribe(d -> followDistrict());
        session.undo().dirtyProperty().subscribe(d -> stage.setTitle(WindowTitle.of(session)));
        session.projectFileProperty().subscribe(f -> stage.setTitle(WindowTitle.of(session)));
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

    public WindowModel model() {
        return model;
    }

    private void rebuild() {
        if (sheets != null) {
            sheets.cancelAll();
        }
        sheets = new Sheets(workspace.motion());
        layout = new FloatingLayout();
        layout.put(Place.TWIN, viewer.node());
        layout.put(Place.BAR, new CommandBar(workspace.session(), actions, new Region()));
        layout.put(Place.NOTICES, new NoticesView(workspace.notices(), workspace.motion()));
        root.getChildren().setAll(layout, sheets);
        followDistrict();
    }

    private void followDistrict() {
        Session session = workspace.session();
        stage.setTitle(WindowTitle.of(session));
        boolean open = !session.district().layers().isEmpty();
        root.getChildren().removeIf(WelcomeView.class::isInstance);
        if (open) {
            layout.put(Place.LEFT_RAIL, new Rail(actions, null, "layers", "data", "viewpoints", "", "filter", "timeline", "sun"));
            layout.put(Place.RIGHT_RAIL, new Rail(actions, null, "home", "top", "walk", "", "zoomIn", "zoomOut", "", "measureDistance",
                    "measureHeight"));
        } else {
            layout.put(Place.LEFT_RAIL, null);
            layout.put(Place.RIGHT_RAIL, null);
            root.getChildren().add(1, new WelcomeView(workspace.settings(), actions.get("sample"), actions.get("open"), this::openProject));
        }
    }

    private void onKey(KeyEvent event) {
        if (sheets.showingProperty().get()) {
            return;
        }
        if (event.getCode() == KeyCode.F10) {
            root.lookup("#menu").fireEvent(new javafx.event.ActionEvent());
            event.consume();
            return;
        }
        Node owner = scene.getFocusOwner();
        boolean typing = owner instanceof TextInputControl || owner instanceof ComboBoxBase<?>;
        boolean pressing = owner instanceof javafx.scene.control.ButtonBase && event.getCode() == KeyCode.SPACE;
        if (!pressing) {
            actions.on(event, typing).ifPresent(action -> {
                action.fire();
                event.consume();
            });
        }
    }

    private void acceptDrops() {
        scene.setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) {
                e.acceptTransferModes(TransferMode.COPY);
            }
            e.consume();
        });
        scene.setOnDragDropped(e -> {
            boolean files = e.getDragboard().hasFiles();
            if (files) {
                open(e.getDragboard().getFiles().stream().map(java.io.File::toPath).toList());
            }
            e.setDropCompleted(files);
            e.consume();
        });
    }

    /** Opens projects and adds data files, as from the command line. */
    public void open(List<Path> files) {
        // Loading comes with the import pipeline.
    }

    private void openProject(Path project) {
        open(List.of(project));
    }

    @Override
    public void newProject() {
    }

    @Override
    public void open() {
        FileChooser chooser = new FileChooser();
        List<java.io.File> files = chooser.showOpenMultipleDialog(stage);
        if (files != null) {
            open(files.stream().map(java.io.File::toPath).toList());
        }
    }

    @Override
    public void add() {
        open();
    }

    @Override
    public void openSample() {
    }

    @Override
    public void save() {
    }

    @Override
    public void saveAs() {
    }

    @Override
    public void picture() {
    }

    @Override
    public void report() {
    }

    @Override
    public void quit() {
        stage.close();
    }

    @Override
    public void search() {
    }

    @Override
    public void saveViewpoint() {
    }

    @Override
    public void flyToSelection() {
        viewer.flyTo(List.copyOf(workspace.session().selection()));
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
