package org.kvarter.scene.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicReference;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.scene.camera.Projection;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Handles seen straight from above, where a metre is so many pixels everywhere, pulled as a mouse pulls them. */
@ExtendWith(ApplicationExtension.class)
class HandlePaneWindowTest {

    private static final double HEIGHT = 200;
    private final Projection above = new Projection(new CameraPose(0, 0, HEIGHT, 0, Math.toRadians(-90)), 800, 600, Math.toRadians(45));
    private final AtomicReference<Handles> told = new AtomicReference<>();
    private final AtomicReference<Boolean> letGo = new AtomicReference<>(false);
    private HandlePane pane;

    @Start
    void show(Stage stage) {
        pane = new HandlePane();
        stage.setScene(new Scene(pane, 800, 600));
        pane.show(new Handles(0, 0, 0, 20, 10, 0.001, 0, 1), (h, done) -> {
            told.set(h);
            letGo.set(done);
        });
        pane.frame(above);
    }

    @Test
    void theDiscMovesByWhatThePointerMoves() {
        pull("handle-move", metres(0, 0), metres(30, -12), false);

        assertThat(told.get().east()).isCloseTo(30, within(1e-4));
        assertThat(told.get().north()).isCloseTo(-12, within(1e-4));
        assertThat(letGo.get()).isTrue();
    }

    /** Grabbed beside its middle, it does not jump there. */
    @Test
    void shiftTakesWholeMetres() {
        pull("handle-move", metres(1, 1), metres(31.4, -11.2), true);

        assertThat(told.get().east()).isEqualTo(30);
        assertThat(told.get().north()).isEqualTo(-12);
    }

    @ParameterizedTest
    @CsvSource({"40, 0, 90", "0, 40, 0", "-40, 0, -90", "30, 30, 45"})
    void theKnobTurnsClockwiseFromNorth(double east, double north, double degrees) {
        pull("handle-turn", metres(0, 13.5), metres(east, north), false);

        assertThat(told.get().turn()).isCloseTo(degrees, within(1e-4));
        assertThat(told.get().size()).isEqualTo(1);
    }

    @Test
    void theSquareSizesByTheDistanceFromTheMiddle() {
        pull("handle-size", metres(20, -10), metres(40, -20), false);

        assertThat(told.get().size()).isCloseTo(2, within(1e-4));
    }

    private double[] metres(double east, double north) {
        return above.toScreen(east, north, 0);
    }

    private void pull(String id, double[] from, double[] to, boolean shift) {
        Node handle = pane.lookup("#" + id);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Event.fireEvent(handle, mouse(MouseEvent.MOUSE_PRESSED, from, shift));
            Event.fireEvent(handle, mouse(MouseEvent.MOUSE_DRAGGED, to, shift));
            Event.fireEvent(handle, mouse(MouseEvent.MOUSE_RELEASED, to, shift));
        });
    }

    private MouseEvent mouse(javafx.event.EventType<MouseEvent> type, double[] at, boolean shift) {
        Point2D scene = pane.localToScene(at[0], at[1]);
        return new MouseEvent(type, scene.getX(), scene.getY(), scene.getX(), scene.getY(), MouseButton.PRIMARY, 1, shift, false, false, false, true,
                false, false, true, false, false, null);
    }
}
