package org.kvarter.ui.present;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvarter.model.Viewpoint;
import org.kvarter.session.Session;
import org.kvarter.text.LocalText;
import org.kvarter.ui.Districts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.overlays.Painted;
import org.kvarter.ui.settings.Settings;
import org.kvarter.ui.shell.Theme;
import org.kvarter.ui.stage.EmptyViewer;
import org.kvarter.ui.story.StoryModel;
import org.kvarter.workshop.Step;
import org.kvarter.workshop.StepTime;
import org.kvarter.workshop.Story;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Two windows tell one story: on two halves of a screen that stand for two, and on one. */
@ExtendWith(ApplicationExtension.class)
class PresentingWindowTest {

    private static final Rectangle2D LEFT = new Rectangle2D(0, 0, 800, 600);
    private static final Rectangle2D RIGHT = new Rectangle2D(800, 0, 800, 600);

    private final Session session = Districts.session();
    private final EmptyViewer viewer = new EmptyViewer();
    private Presenting presenting;
    private StackPane home;

    @Start
    void start(Stage window) {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        Settings settings = new Settings();
        settings.reducedMotionProperty().set(true);
        Workspace workspace = Workspace.of(session, Districts.inline(), settings);
        session.storyProperty().set(new Story(IntStream.rangeClosed(1, 3).mapToObj(i -> new Step("s" + i, LocalText.of("Title " + i),
                LocalText.of("Text " + i), LocalText.of("Notes " + i), i == 2 ? "Gone" : "", Optional.of(new Viewpoint("", 150_000 + i, 6_580_000, 50, 0, -20)),
                Map.of(), Optional.empty(), Optional.of(StepTime.at(Instant.parse("2025-01-16T17:00:00Z"), "HOUR", true)), List.of(), List.of())).toList()));
        presenting = new Presenting(window, workspace, viewer, new StoryModel(workspace, viewer), new SimpleObjectProperty<>(Painted.NOTHING),
                s -> Theme.apply(s, false));
        home = new StackPane(viewer.node());
        presenting.runningProperty().addListener((o, was, is) -> home.getChildren().setAll(is ? presenting.note() : viewer.node()));
        window.setScene(new Scene(home, 600, 400));
        window.setX(20);
        window.setY(20);
        window.show();
    }

    @AfterEach
    void end() {
        run(presenting::end);
    }

    private static void run(Runnable work) {
        WaitForAsyncUtils.asyncFx(work);
        for (int i = 0; i < 4; i++) {
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    private void begin(List<Rectangle2D> screens, int at) {
        presenting.setScreens(screens);
        run(() -> presenting.start(at));
    }

    private void press(Stage stage, KeyCode code) {
        run(() -> stage.getScene().getRoot().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    private void click(MouseButton button) {
        run(() -> viewer.node().fireEvent(new MouseEvent(MouseEvent.MOUSE_CLICKED, 9, 9, 9, 9, button, 1, false, false, false, false, false, false,
                false, false, false, true, null)));
    }

    private static List<String> words(Stage stage) {
        return stage.getScene().getRoot().lookupAll(".label").stream().filter(Labeled.class::isInstance).filter(n -> n.isVisible())
                .map(n -> ((Labeled) n).getText()).toList();
    }

    @Test
    void theAudienceSeesTheStepAndThePresenterTheNotesOnTheOtherScreen() {
        begin(List.of(LEFT, RIGHT), 0);
        assertThat(presenting.audience().getX()).isEqualTo(800);
        assertThat(presenting.presenter().getX()).isZero();
        assertThat(words(presenting.audience())).contains("Title 1", "Text 1").doesNotContain("Notes 1", "Title 2");
        assertThat(words(presenting.presenter())).contains("Title 1", "Notes 1", "Title 2", "1 of 3");
        assertThat(viewer.node().getScene()).isSameAs(presenting.audience().getScene());
        press(presenting.presenter(), KeyCode.PAGE_DOWN);
        assertThat(words(presenting.audience())).contains("Title 2").doesNotContain("The viewpoint");
        assertThat(words(presenting.presenter())).contains("Notes 2", "2 of 3").anyMatch(w -> w.contains("\"Gone\""));
        run(((Button) presenting.presenter().getScene().lookup("#present-next"))::fire);
        assertThat(words(presenting.presenter())).contains("The end");
        press(presenting.audience(), KeyCode.ESCAPE);
        assertThat(presenting.runningProperty().get()).isFalse();
        assertThat(home.getChildren()).containsExactly(viewer.node());
    }

    @Test
    void clicksGoOnAndBackAndKeysTurnItBlack() {
        begin(List.of(LEFT), 1);
        assertThat(presenting.presenter()).isNull();
        click(MouseButton.PRIMARY);
        assertThat(words(presenting.audience())).contains("Title 3");
        click(MouseButton.SECONDARY);
        assertThat(words(presenting.audience())).contains("Title 2");
        press(presenting.audience(), KeyCode.B);
        assertThat(presenting.audience().getScene().lookup(".audience-black").isVisible()).isTrue();
        press(presenting.audience(), KeyCode.PAGE_UP);
        assertThat(presenting.audience().getScene().lookup(".audience-black").isVisible()).isFalse();
        assertThat(words(presenting.audience())).contains("Title 1");
    }

    @Test
    void aClickWhileExploringIsNoNextStep() {
        begin(List.of(LEFT), 0);
        press(presenting.audience(), KeyCode.W);
        click(MouseButton.PRIMARY);
        assertThat(words(presenting.audience())).contains("Title 1");
        press(presenting.audience(), KeyCode.R);
        click(MouseButton.PRIMARY);
        assertThat(words(presenting.audience())).contains("Title 2");
    }

    @Test
    void onOneScreenThePresentersWindowComesOutWhenAskedFor() {
        begin(List.of(LEFT), 0);
        press(presenting.audience(), KeyCode.P);
        assertThat(words(presenting.presenter())).contains("Notes 1");
        run(() -> presenting.presenter().close());
    }
}
