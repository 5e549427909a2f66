package org.kvarter.ui.present;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.text.Texts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.overlays.Painted;
import org.kvarter.ui.stage.Viewer;
import org.kvarter.ui.story.StoryModel;

/**
 * The windows of presenting: the audience's, over a whole screen, and the presenter's on the other one. With one screen the audience's
 * covers it, and the presenter's comes out when asked for.
 */
public final class Presenting {

    private static final Texts TEXTS = Texts.in(Presenting.class);

    private final Stage owner;
    private final Workspace workspace;
    private final Viewer viewer;
    private final StoryModel story;
    private final ObservableValue<Painted> painted;
    private final Consumer<Scene> dress;
    private Supplier<List<Rectangle2D>> allScreens = () -> Screen.getScreens().stream().map(Screen::getBounds).toList();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ChangeListener<Boolean> withOwner = (o, was, is) -> {
        if (!is) {
            end();
        }
    };
    private PresentModel model;
    private PresentScreens screens;
    private Stage audience;
    private Stage presenter;

    /** @param dress puts the program's colours and type on a scene */
    public Presenting(Stage owner, Workspace workspace, Viewer viewer, StoryModel story, ObservableValue<Painted> painted, Consumer<Scene> dress) {
        this.owner = owner;
        this.workspace = workspace;
        this.viewer = viewer;
        this.story = story;
        this.painted = painted;
        this.dress = dress;
    }

    /** Takes other screens for the machine's, as for two halves of one. */
    void setScreens(List<Rectangle2D> other) {
        allScreens = () -> other;
    }

    /** The presenter's window; {@code null} where it is not out. */
    Stage presenter() {
        return presenter;
    }

    /** Whether a story is being told; the twin is then in the audience's window. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** What is being told; {@code null} while nothing is. */
    public PresentModel model() {
        return model;
    }

    /** The audience's window; {@code null} while nothing is told. */
    public Stage audience() {
        return audience;
    }

    /** What stands in the window in place of the twin while a story is told. */
    public Node note() {
        Label label = new Label(TEXTS.get("running"));
        Button over = Buttons.primary(Feather.X, TEXTS.get("end"), this::end);
        VBox note = new VBox(label, over);
        note.getStyleClass().addAll("sky", "presenting-note");
        return note;
    }

    /** Begins to tell the story. @param at place of the first step; nothing happens without a story or while one is told */
    public void start(int at) {
        if (running.get() || workspace.session().story().isEmpty()) {
            return;
        }
        model = new PresentModel(workspace.session(), viewer, at);
        running.set(true);
        screens = PresentScreens.of(allScreens.get(), new Rectangle2D(owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight()));
        audience = audienceStage();
        audience.show();
        audience.setFullScreen(isWhole(screens.audience()));
        if (!screens.isOne()) {
            showPresenter();
        }
        audience.requestFocus();
        viewer.node().requestFocus();
        owner.showingProperty().addListener(withOwner);
    }

    /** Whether a whole screen of the machine is meant, not a part of one. */
    private static boolean isWhole(Rectangle2D screen) {
        return Screen.getScreens().stream().anyMatch(s -> s.getBounds().equals(screen));
    }

    private Stage audienceStage() {
        Stage stage = new Stage(StageStyle.UNDECORATED);
        AudienceView view = new AudienceView(workspace.session(), workspace.tasks(), model, workspace.motion(), painted, viewer.node());
        Rectangle2D screen = screens.audience();
        Scene scene = new Scene(view, screen.getWidth(), screen.getHeight());
        dress.accept(scene);
        stage.setTitle(TEXTS.get("audience"));
        stage.setScene(scene);
        stage.setX(screen.getMinX());
        stage.setY(screen.getMinY());
        stage.setWidth(screen.getWidth());
        stage.setHeight(screen.getHeight());
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setOnCloseRequest(e -> end());
        keys(scene);
        pointer(scene);
        return stage;
    }

    private void showPresenter() {
        if (presenter != null) {
            presenter.toFront();
            return;
        }
        presenter = new Stage();
        Scene scene = new Scene(new PresenterView(model, story, this::end), 1120, 720);
        dress.accept(scene);
        presenter.setTitle(TEXTS.get("presenter"));
        presenter.setScene(scene);
        if (screens.isOne()) {
            presenter.initOwner(audience);
        } else {
            Rectangle2D screen = screens.presenter();
            presenter.setX(screen.getMinX());
            presenter.setY(screen.getMinY());
            if (!isWhole(screen)) {
                presenter.setWidth(screen.getWidth());
                presenter.setHeight(screen.getHeight());
            }
        }
        presenter.setMinWidth(640);
        presenter.setMinHeight(400);
        presenter.setOnCloseRequest(e -> {
            if (screens.isOne()) {
                presenter = null;
            } else {
                end();
            }
        });
        keys(scene);
        presenter.show();
        if (!screens.isOne() && isWhole(screens.presenter())) {
            presenter.setMaximized(true); // a window asked to be as large as its screen came out 200 pixels wide under some window managers
        }
    }

    private void keys(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> PresentCommand.of(e).ifPresent(command -> {
            boolean used = switch (command) {
                case END -> {
                    end();
                    yield true;
                }
                case PRESENTER -> {
                    showPresenter();
                    yield true;
                }
                default -> model.on(command);
            };
            if (used) {
                e.consume();
            }
        }));
    }

    /** A click goes on, a secondary click back; the pointer goes away where it rests; dragging and the wheel explore, and clicks then select as they do in the window. */
    private void pointer(Scene scene) {
        scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, e -> {
            if (!e.isStillSincePress()) {
                model.explore();
            }
        });
        PauseTransition still = new PauseTransition(Duration.seconds(2));
        still.setOnFinished(e -> scene.setCursor(model != null && model.exploringProperty().get() ? Cursor.DEFAULT : Cursor.NONE));
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, e -> {
            scene.setCursor(Cursor.DEFAULT);
            still.playFromStart();
            if (!model.exploringProperty().get()) {
                e.consume(); // nothing lights up under a pointer that is only on its way
            }
        });
        scene.addEventFilter(ScrollEvent.SCROLL, e -> model.explore());
        scene.addEventFilter(MouseEvent.MOUSE_CLICKED, e -> {
            if (e.isStillSincePress() && !model.exploringProperty().get()) {
                model.on(e.getButton() == MouseButton.SECONDARY ? PresentCommand.PREVIOUS : PresentCommand.NEXT);
                e.consume();
            }
        });
        scene.setCursor(Cursor.NONE);
    }

    /** Ends presenting; the twin is free to go back into the window. */
    public void end() {
        if (!running.get()) {
            return;
        }
        owner.showingProperty().removeListener(withOwner);
        model.end();
        ((AudienceView) audience.getScene().getRoot()).getChildren().remove(viewer.node());
        if (presenter != null) {
            presenter.close();
            presenter = null;
        }
        audience.close();
        audience = null;
        model = null;
        running.set(false);
    }
}
