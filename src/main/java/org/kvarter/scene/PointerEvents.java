package org.kvarter.scene;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.kvarter.scene.camera.CameraControl;
import org.kvarter.scene.camera.CameraMouse;
import org.kvarter.scene.pick.Pick;

/** The pointer over the picture: what it is over, at most once per frame, and clicks that are no drags. JavaFX thread only. */
public final class PointerEvents {

    /**
     * A click.
     *
     * @param pick     what was hit; {@code null} in the sky
     * @param extend   whether it adds to the selection (shift or the platform's shortcut key)
     * @param count    1 for a single click, 2 for a double one
     * @param x        pixels in the view
     * @param y        pixels in the view
     * @param screenX  pixels on the screen, for menus
     * @param screenY  pixels on the screen
     */
    public record Click(Pick pick, boolean extend, int count, double x, double y, double screenX, double screenY) {
    }

    private final CameraControl camera;
    private final Picker picker;
    private final CameraMouse mouse;
    private Consumer<Pick> onHover = p -> { };
    private Consumer<Click> onSelect = c -> { };
    private Consumer<Click> onContext = c -> { };
    private double x;
    private double y;
    private boolean shift;
    private boolean moved;
    private boolean inside;
    private Pick last;

    PointerEvents(CameraControl camera, Picker picker, CameraMouse mouse) {
        this.camera = camera;
        this.picker = picker;
        this.mouse = mouse;
    }

    /** Where the pointer was last, pixels in the view. */
    double x() {
        return x;
    }

    double y() {
        return y;
    }

    /** Whether shift was held when it last moved. */
    boolean isShift() {
        return shift;
    }

    void setOnHover(Consumer<Pick> handler) {
        onHover = handler;
    }

    void setOnSelect(Consumer<Click> handler) {
        onSelect = handler;
    }

    void setOnContext(Consumer<Click> handler) {
        onContext = handler;
    }

    void listenTo(Node node) {
        node.addEventHandler(MouseEvent.MOUSE_MOVED, e -> {
            x = e.getX();
            y = e.getY();
            shift = e.isShiftDown();
            moved = true;
            inside = true;
        });
        node.addEventHandler(MouseEvent.MOUSE_EXITED, e -> {
            moved = true;
            inside = false;
        });
        node.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> node.requestFocus());
        node.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    private void clicked(MouseEvent e) {
        if (mouse.wasDragged()) {
            return;
        }
        Click click = new Click(picker.pick(camera.projection(), e.getX(), e.getY()), e.isShiftDown() || e.isShortcutDown(),
                e.getClickCount(), e.getX(), e.getY(), e.getScreenX(), e.getScreenY());
        if (e.getButton() == MouseButton.PRIMARY) {
            onSelect.accept(click);
        } else if (e.getButton() == MouseButton.SECONDARY) {
            onContext.accept(click);
        }
    }

    /** One frame: tells what the pointer is over, if it has moved. */
    void frame() {
        if (!moved) {
            return;
        }
        moved = false;
        Pick now = inside ? picker.pick(camera.projection(), x, y) : null;
        if (now != last) {
            last = now;
            onHover.accept(now);
        }
    }
}
