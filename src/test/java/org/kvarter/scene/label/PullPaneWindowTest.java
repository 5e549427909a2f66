package org.kvarter.scene.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.scene.camera.Projection;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** An arrow that is pulled upwards, seen from the side. */
@ExtendWith(ApplicationExtension.class)
class PullPaneWindowTest {

    private final Projection side = new Projection(new CameraPose(0, -100, 10, 0, 0), 800, 600, Math.toRadians(45));
    private final List<Double> told = new ArrayList<>();
    private boolean letGo;
    private PullPane pane;

    @Start
    void show(Stage stage) {
        pane = new PullPane();
        stage.setScene(new Scene(pane, 800, 600));
        pane.show(new Pulls(List.of(), List.of(new Pulls.Knob("up", new double[] {0, 0, 5}, new double[] {0, 0, 1}))), (knob, metres, done) -> {
            told.add(metres);
            letGo = done;
        });
        pane.frame(side);
    }

    private Point2D at(double up) {
        double[] p = side.toScreen(0, 0, up);
        return new Point2D(p[0], p[1]);
    }

    private void pull(Point2D from, Point2D to, boolean shift) {
        Node knob = pane.lookup("#pull-up");
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Event.fireEvent(knob, mouse(MouseEvent.MOUSE_PRESSED, from, shift));
            Event.fireEvent(knob, mouse(MouseEvent.MOUSE_DRAGGED, from.midpoint(to), shift));
            Event.fireEvent(knob, mouse(MouseEvent.MOUSE_DRAGGED, to, shift));
            Event.fireEvent(knob, mouse(MouseEvent.MOUSE_RELEASED, to, shift));
        });
    }

    private MouseEvent mouse(javafx.event.EventType<MouseEvent> type, Point2D at, boolean shift) {
        Point2D scene = pane.localToScene(at);
        return new MouseEvent(type, scene.getX(), scene.getY(), scene.getX(), scene.getY(), MouseButton.PRIMARY, 1, shift, false, false, false, true,
                false, false, true, false, false, null);
    }

    @Test
    void itFollowsThePointerAlongItsLineAndTellsWhenItIsLetGo() {
        pull(at(5.4), at(12.9), false);
        assertThat(told).hasSize(3);
        assertThat(told.get(2)).isCloseTo(7.5, within(0.02));
        assertThat(letGo).isTrue();
        assertThat(pane.takesClick()).isTrue();
        assertThat(pane.takesClick()).isFalse();
    }

    @Test
    void shiftTakesWholeMetres() {
        pull(at(5), at(1.7), true);
        assertThat(told.get(2)).isEqualTo(-3);
    }

    @Test
    void aPressIsNoPull() {
        Node knob = pane.lookup("#pull-up");
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Event.fireEvent(knob, mouse(MouseEvent.MOUSE_PRESSED, at(5), false));
            Event.fireEvent(knob, mouse(MouseEvent.MOUSE_RELEASED, at(5), false));
        });
        assertThat(told).isEmpty();
        assertThat(pane.takesClick()).isFalse();
    }
}
