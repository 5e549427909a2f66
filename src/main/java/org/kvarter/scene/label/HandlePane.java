package org.kvarter.scene.label;

import java.util.function.BiConsumer;
import java.util.function.DoubleBinaryOperator;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.kvarter.scene.Theme;
import org.kvarter.scene.camera.Projection;
import org.kvarter.scene.palette.BaseColours;

/**
 * Draws {@link Handles} over the picture and lets them be dragged: the disc in the middle moves, the arrow above raises, the knob outside
 * turns, the square at the corner sizes. Shift takes whole metres and steps of five degrees. JavaFX thread only.
 */
public final class HandlePane extends Pane {

    private static final double NEAREST = 0.5;
    private static final double[][] EDGES = {{-1, -1, 0, 1, -1, 0}, {1, -1, 0, 1, 1, 0}, {1, 1, 0, -1, 1, 0}, {-1, 1, 0, -1, -1, 0},
        {-1, -1, 1, 1, -1, 1}, {1, -1, 1, 1, 1, 1}, {1, 1, 1, -1, 1, 1}, {-1, 1, 1, -1, -1, 1},
        {-1, -1, 0, -1, -1, 1}, {1, -1, 0, 1, -1, 1}, {1, 1, 0, 1, 1, 1}, {-1, 1, 0, -1, 1, 1}};
    /** How far outside of the box the knob for turning stands, in half depths. */
    private static final double KNOB = 1.35;

    private final Path halo = new Path();
    private final Path box = new Path();
    private final Circle move = new Circle(9);
    private final Polygon raise = new Polygon(0, -11, 9, 5, -9, 5);
    private final Circle turn = new Circle(7.5);
    private final Rectangle size = new Rectangle(13, 13);
    private Handles handles;
    private Handles grabbed;
    private double[] grip;
    private boolean clickToCome;
    private Projection projection;
    private Projection drawnFor;
    private BiConsumer<Handles, Boolean> onChange = (h, done) -> { };

    public HandlePane() {
        setPickOnBounds(false);
        halo.setMouseTransparent(true);
        box.setMouseTransparent(true);
        getChildren().addAll(halo, box, turn, size, raise, move);
        move.setId("handle-move");
        raise.setId("handle-raise");
        turn.setId("handle-turn");
        size.setId("handle-size");
        drag(move, Cursor.MOVE, this::moved);
        drag(raise, Cursor.V_RESIZE, this::raised);
        drag(turn, Cursor.HAND, this::turned);
        drag(size, Cursor.NE_RESIZE, this::sized);
        setTheme(Theme.LIGHT);
        setVisible(false);
    }

    public void setTheme(Theme theme) {
        int argb = BaseColours.accent(theme);
        Color accent = Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255);
        halo.setStroke(Color.rgb(255, 255, 255, 0.7));
        halo.setStrokeWidth(4);
        box.setStroke(accent);
        box.setStrokeWidth(1.6);
        for (Shape handle : new Shape[] {move, raise, turn, size}) {
            handle.setFill(accent);
            handle.setStroke(Color.WHITE);
            handle.setStrokeWidth(2);
        }
    }

    /**
     * Shows handles; {@code null} for none.
     *
     * @param changed told while they are dragged, and once more with {@code true} when they are let go
     */
    public void show(Handles newHandles, BiConsumer<Handles, Boolean> changed) {
        handles = newHandles;
        onChange = changed;
        drawnFor = null;
        setVisible(handles != null);
    }

    /**
     * Whether a click is the end of a pull: a handle may lag behind the pointer, so that what lies under it gets the click. Asked once.
     */
    public boolean takesClick() {
        boolean takes = clickToCome;
        clickToCome = false;
        return takes;
    }

    /** One frame: draws anew, if anything has moved. */
    public void frame(Projection shown) {
        projection = shown;
        if (handles == null || shown.equals(drawnFor)) {
            return;
        }
        drawnFor = shown;
        box.getElements().clear();
        for (double[] e : EDGES) {
            double[][] ends = MeasurePane.clipped(shown.pose(), handles.place(e[0], e[1], e[2]), handles.place(e[3], e[4], e[5]));
            if (ends != null) {
                double[] a = shown.toScreen(ends[0][0], ends[0][1], ends[0][2]);
                double[] b = shown.toScreen(ends[1][0], ends[1][1], ends[1][2]);
                box.getElements().addAll(new MoveTo(a[0], a[1]), new LineTo(b[0], b[1]));
            }
        }
        line(shown, handles.place(0, 1, 0), handles.place(0, KNOB, 0));
        line(shown, handles.place(0, 0, 1), handles.place(0, 0, 1.25));
        halo.getElements().setAll(box.getElements());
        put(move, handles.place(0, 0, 0), 0);
        put(raise, handles.place(0, 0, 1.25), 0);
        put(turn, handles.place(0, KNOB, 0), 0);
        put(size, handles.place(1, -1, 0), -6.5);
    }

    private void line(Projection shown, double[] from, double[] to) {
        double[] a = shown.toScreen(from[0], from[1], from[2]);
        double[] b = shown.toScreen(to[0], to[1], to[2]);
        if (a[2] > NEAREST && b[2] > NEAREST) {
            box.getElements().addAll(new MoveTo(a[0], a[1]), new LineTo(b[0], b[1]));
        }
    }

    private void put(Node handle, double[] place, double offset) {
        double[] at = projection.toScreen(place[0], place[1], place[2]);
        handle.setVisible(at[2] > NEAREST);
        if (handle.isVisible()) {
            handle.setTranslateX(at[0] + offset);
            handle.setTranslateY(at[1] + offset);
        }
    }

    private interface Pulled {
        /** The handles after the pointer has gone to a pixel. */
        Handles to(double x, double y, boolean even);
    }

    private void drag(Node handle, Cursor cursor, Pulled pulled) {
        handle.setCursor(cursor);
        handle.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            if (e.getButton() == MouseButton.PRIMARY) {
                grabbed = handles;
                clickToCome = false;
                grip = onLevel(at(e)[0], at(e)[1], grabbed.up());
            }
            e.consume();
        });
        handle.addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> {
            if (grabbed != null) {
                handles = pulled.to(at(e)[0], at(e)[1], e.isShiftDown());
                drawnFor = null;
                onChange.accept(handles, false);
            }
            e.consume();
        });
        handle.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> {
            if (grabbed != null && !handles.equals(grabbed)) {
                clickToCome = true;
                onChange.accept(handles, true);
            }
            grabbed = null;
            e.consume();
        });
        handle.addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
    }

    private double[] at(MouseEvent e) {
        var local = sceneToLocal(e.getSceneX(), e.getSceneY());
        return new double[] {local.getX(), local.getY()};
    }

    private Handles moved(double x, double y, boolean even) {
        double[] there = onLevel(x, y, grabbed.up());
        if (there == null || grip == null) {
            return handles;
        }
        DoubleBinaryOperator step = (value, delta) -> even ? Math.rint(value + delta) : value + delta;
        return handles.at(step.applyAsDouble(grabbed.east(), there[0] - grip[0]), step.applyAsDouble(grabbed.north(), there[1] - grip[1]),
                handles.up());
    }

    private Handles raised(double x, double y, boolean even) {
        // how many pixels a metre upwards is there
        double[] foot = projection.toScreen(grabbed.east(), grabbed.north(), grabbed.up());
        double[] above = projection.toScreen(grabbed.east(), grabbed.north(), grabbed.up() + 1);
        double[] top = grabbed.place(0, 0, 1.25);
        double pixels = foot[1] - above[1];
        if (!(Math.abs(pixels) > 0.05)) {
            return handles;
        }
        double up = grabbed.up() + (projection.toScreen(top[0], top[1], top[2])[1] - y) / pixels;
        return handles.at(handles.east(), handles.north(), even ? Math.rint(up) : up);
    }

    private Handles turned(double x, double y, boolean even) {
        double[] there = onLevel(x, y, grabbed.up());
        if (there == null) {
            return handles;
        }
        double degrees = Math.toDegrees(Math.atan2(there[0] - grabbed.east(), there[1] - grabbed.north()));
        return handles.with(even ? Math.rint(degrees / 5) * 5 : degrees, handles.size());
    }

    private Handles sized(double x, double y, boolean even) {
        double[] there = onLevel(x, y, grabbed.up());
        if (there == null || grip == null) {
            return handles;
        }
        double before = Math.hypot(grip[0] - grabbed.east(), grip[1] - grabbed.north());
        double after = Math.hypot(there[0] - grabbed.east(), there[1] - grabbed.north());
        double factor = Math.max(0.01, grabbed.size() * after / Math.max(before, 1e-6));
        return handles.with(handles.turn(), even ? Math.max(0.1, Math.rint(factor * 10) / 10) : factor);
    }

    /** Where the ray through a pixel meets a level; {@code null} where it does not, or far away. */
    private double[] onLevel(double x, double y, double up) {
        double[] ray = projection.ray(x, y);
        double metres = (up - projection.pose().up()) / ray[2];
        if (!(metres > 0) || metres > 50_000) {
            return null;
        }
        return new double[] {projection.pose().east() + metres * ray[0], projection.pose().north() + metres * ray[1]};
    }
}
