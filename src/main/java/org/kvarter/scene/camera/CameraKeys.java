package org.kvarter.scene.camera;

import java.util.EnumSet;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Keys on a camera: W A S D and arrows move, Q and E turn, R and F (or page up and down) rise and sink, + and − zoom, shift is
 * faster; Home, N, T and G fly home, turn north, look from the top, and walk. JavaFX thread only.
 */
public final class CameraKeys {

    private static final Set<KeyCode> HELD = EnumSet.of(KeyCode.W, KeyCode.A, KeyCode.S, KeyCode.D, KeyCode.UP, KeyCode.DOWN,
            KeyCode.LEFT, KeyCode.RIGHT, KeyCode.Q, KeyCode.E, KeyCode.R, KeyCode.F, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN,
            KeyCode.PLUS, KeyCode.ADD, KeyCode.EQUALS, KeyCode.MINUS, KeyCode.SUBTRACT);
    private static final double TURN_PER_SECOND = 1.2;
    private static final double WALK_METRES_PER_SECOND = 2.5;

    private final CameraControl camera;
    private final Set<KeyCode> down = EnumSet.noneOf(KeyCode.class);
    private boolean fast;

    public CameraKeys(CameraControl camera) {
        this.camera = camera;
    }

    /** Listens on a focusable node. */
    public void listenTo(Node node) {
        node.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        node.addEventHandler(KeyEvent.KEY_RELEASED, e -> {
            fast = e.isShiftDown();
            down.remove(e.getCode());
        });
        node.focusedProperty().addListener((o, was, is) -> down.clear());
    }

    private void pressed(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        fast = e.isShiftDown();
        if (HELD.contains(e.getCode())) {
            down.add(e.getCode());
        } else {
            switch (e.getCode()) {
                case HOME -> camera.home();
                case N -> camera.north();
                case T -> camera.top();
                case G -> camera.setWalking(!camera.walkingProperty().get());
                default -> {
                    return;
                }
            }
        }
        e.consume();
    }

    /** One frame: moves as long as keys are down. */
    public void advance(double seconds) {
        if (down.isEmpty()) {
            return;
        }
        boolean walk = camera.walkingProperty().get();
        CameraPose pose = camera.pose();
        double[] middle = camera.pivot();
        double reach = Math.max(20, Math.min(camera.limit(), CameraMoves.distance(pose, middle)));
        double step = seconds * (fast ? 3 : 1) * (walk ? WALK_METRES_PER_SECOND : 0.7 * reach);
        double ahead = axis(KeyCode.W, KeyCode.UP, KeyCode.S, KeyCode.DOWN) * step;
        double aside = axis(KeyCode.D, KeyCode.RIGHT, KeyCode.A, KeyCode.LEFT) * step;
        double rise = axis(KeyCode.R, KeyCode.PAGE_UP, KeyCode.F, KeyCode.PAGE_DOWN) * step * 0.6;
        double turn = axis(KeyCode.E, KeyCode.E, KeyCode.Q, KeyCode.Q) * seconds * TURN_PER_SECOND;
        double zoom = axis(KeyCode.PLUS, KeyCode.ADD, KeyCode.MINUS, KeyCode.SUBTRACT)
                + (down.contains(KeyCode.EQUALS) ? 1 : 0);
        CameraPose moved = pose.moved(Math.sin(pose.yaw()) * ahead + Math.cos(pose.yaw()) * aside,
                Math.cos(pose.yaw()) * ahead - Math.sin(pose.yaw()) * aside, walk ? 0 : rise);
        if (turn != 0) {
            moved = walk ? moved.turned(pose.yaw() + turn, pose.pitch()) : CameraMoves.orbit(moved, middle, turn, 0);
        }
        if (zoom != 0 && !walk) {
            moved = CameraMoves.zoom(moved, middle, Math.pow(0.3, zoom * seconds), 5, camera.limit());
        }
        if (walk) {
            camera.walk(moved.east() - pose.east(), moved.north() - pose.north());
            camera.jumpTo(camera.pose().turned(moved.yaw(), moved.pitch()));
            return;
        }
        camera.jumpTo(moved);
    }

    private double axis(KeyCode plus, KeyCode plusToo, KeyCode minus, KeyCode minusToo) {
        return (down.contains(plus) || down.contains(plusToo) ? 1 : 0) - (down.contains(minus) || down.contains(minusToo) ? 1 : 0);
    }
}
