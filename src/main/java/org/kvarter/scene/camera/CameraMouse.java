package org.kvarter.scene.camera;

import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/**
 * Mouse and touch-pad on a camera: drag turns, right, middle or shift-drag moves, wheel and pinch zoom to the pointer; when walking,
 * drag looks around and the wheel steps. JavaFX thread only.
 */
public final class CameraMouse {

    private static final double RADIANS_PER_PIXEL = 0.005;
    private static final double LOOK_PER_PIXEL = 0.003;
    private static final double CLICK_SLOP = 4;

    private final CameraControl camera;
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private boolean dragging;
    private double[] grabbed;
    private Projection atPress;

    public CameraMouse(CameraControl camera) {
        this.camera = camera;
    }

    /** Listens on a node whose local coordinates are the picture's pixels. */
    public void listenTo(Node node) {
        node.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        node.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        node.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        node.addEventHandler(ZoomEvent.ZOOM, e -> {
            zoom(e.getX(), e.getY(), 1 / e.getZoomFactor());
            e.consume();
        });
    }

    /** Whether the pointer has moved enough since it was pressed to be no click. */
    public boolean wasDragged() {
        return dragging;
    }

    private void pressed(MouseEvent e) {
        pressX = lastX = e.getX();
        pressY = lastY = e.getY();
        dragging = false;
        grabbed = null;
    }

    private void dragged(MouseEvent e) {
        if (!dragging && Math.hypot(e.getX() - pressX, e.getY() - pressY) < CLICK_SLOP) {
            return;
        }
        if (!dragging) {
            dragging = true;
            atPress = camera.projection();
            grabbed = isPan(e) ? camera.placeAt(pressX, pressY) : camera.orbitPivot(pressX, pressY);
        }
        double dx = e.getX() - lastX;
        double dy = e.getY() - lastY;
        lastX = e.getX();
        lastY = e.getY();
        CameraPose pose = camera.pose();
        if (isPan(e) && !camera.walkingProperty().get()) {
            CameraPose panned = CameraMoves.pan(atPress, grabbed, e.getX(), e.getY());
            camera.jumpTo(panned);
        } else if (camera.walkingProperty().get()) {
            double pitch = CameraMoves.clamp(pose.pitch() + dy * LOOK_PER_PIXEL, -1.2, 1.2);
            camera.jumpTo(pose.turned(pose.yaw() - dx * LOOK_PER_PIXEL, pitch));
        } else {
            camera.orbit(grabbed, dx * RADIANS_PER_PIXEL, -dy * RADIANS_PER_PIXEL);
        }
    }

    private static boolean isPan(MouseEvent e) {
        return e.getButton() == MouseButton.SECONDARY || e.getButton() == MouseButton.MIDDLE || e.isShiftDown();
    }

    private void scrolled(ScrollEvent e) {
        if (e.getDeltaY() != 0) {
            zoom(e.getX(), e.getY(), Math.pow(0.998, e.getDeltaY()));
        }
        e.consume();
    }

    private void zoom(double x, double y, double factor) {
        if (camera.walkingProperty().get()) {
            double[] f = camera.pose().forward();
            double step = (1 - factor) * 8;
            camera.walk(f[0] * step, f[1] * step);
            return;
        }
        camera.jumpTo(CameraMoves.zoom(camera.pose(), camera.placeAt(x, y), factor, 3, camera.limit()));
    }
}
