package org.kvarter.scene.label;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import org.kvarter.scene.Theme;
import org.kvarter.scene.camera.Projection;
import org.kvarter.scene.palette.BaseColours;

/**
 * Draws {@link Pulls} over the picture: each handle an arrow along its line, which it follows while it is pulled. Shift takes whole
 * metres. JavaFX thread only.
 */
public final class PullPane extends Pane {

    private static final double NEAREST = 0.5;

    private final Path halo = new Path();
    private final Path lines = new Path();
    private Pulls pulls = Pulls.NONE;
    private Pulls.Puller puller = (knob, metres, done) -> { };
    private Projection projection;
    private Projection drawnFor;
    private Color accent = Color.TEAL;
    private int grabbed = -1;
    private Pulls.Knob grip;
    private double from;
    private double metres;
    private boolean clickToCome;

    public PullPane() {
        setPickOnBounds(false);
        halo.setMouseTransparent(true);
        lines.setMouseTransparent(true);
        getChildren().addAll(halo, lines);
        setTheme(Theme.LIGHT);
    }

    public void setTheme(Theme theme) {
        int argb = BaseColours.accent(theme);
        accent = Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255);
        halo.setStroke(theme == Theme.LIGHT ? Color.rgb(255, 255, 255, 0.7) : Color.rgb(20, 23, 27, 0.7));
        halo.setStrokeWidth(4);
        lines.setStroke(accent);
        lines.setStrokeWidth(1.6);
        getChildren().stream().filter(Polygon.class::isInstance).forEach(k -> ((Polygon) k).setFill(accent));
    }

    /** Shows handles in place of those before; one that is being pulled goes on. */
    public void show(Pulls newPulls, Pulls.Puller newPuller) {
        if (newPulls.knobs().size() != pulls.knobs().size()) {
            grabbed = -1;
            getChildren().setAll(halo, lines);
            for (int k = 0; k < newPulls.knobs().size(); k++) {
                getChildren().add(knob(k));
            }
        }
        pulls = newPulls;
        puller = newPuller;
        drawnFor = null;
        for (int k = 0; k < pulls.knobs().size(); k++) {
            getChildren().get(2 + k).setId("pull-" + pulls.knobs().get(k).id());
        }
        if (pulls.outline().isEmpty()) {
            halo.getElements().clear();
            lines.getElements().clear();
        }
    }

    /** Whether a click is the end of a pull, which what lies under the handle must not get. Asked once. */
    public boolean takesClick() {
        boolean takes = clickToCome;
        clickToCome = false;
        return takes;
    }

    /** One frame: draws anew, if anything has moved. */
    public void frame(Projection shown) {
        projection = shown;
        if (pulls.knobs().isEmpty() || shown.equals(drawnFor)) {
            return;
        }
        drawnFor = shown;
        lines.getElements().clear();
        for (var line : pulls.outline()) {
            for (int k = 0; k + 1 < line.size(); k++) {
                double[][] ends = MeasurePane.clipped(shown.pose(), line.get(k), line.get(k + 1));
                if (ends != null) {
                    double[] a = shown.toScreen(ends[0][0], ends[0][1], ends[0][2]);
                    double[] b = shown.toScreen(ends[1][0], ends[1][1], ends[1][2]);
                    lines.getElements().addAll(new MoveTo(a[0], a[1]), new LineTo(b[0], b[1]));
                }
            }
        }
        halo.getElements().setAll(lines.getElements());
        for (int k = 0; k < pulls.knobs().size(); k++) {
            put((Polygon) getChildren().get(2 + k), pulls.knobs().get(k));
        }
    }

    private void put(Polygon node, Pulls.Knob knob) {
        double[] at = projection.toScreen(knob.at()[0], knob.at()[1], knob.at()[2]);
        node.setVisible(at[2] > NEAREST);
        if (node.isVisible()) {
            double[] ahead = projection.toScreen(knob.at()[0] + knob.axis()[0], knob.at()[1] + knob.axis()[1], knob.at()[2] + knob.axis()[2]);
            node.setTranslateX(at[0]);
            node.setTranslateY(at[1]);
            if (ahead[2] > NEAREST && Math.hypot(ahead[0] - at[0], ahead[1] - at[1]) > 0.05) {
                node.setRotate(Math.toDegrees(Math.atan2(ahead[1] - at[1], ahead[0] - at[0])) + 90);
            }
        }
    }

    private Polygon knob(int number) {
        // an arrow with two heads, upright
        Polygon node = new Polygon(0, -14, 8, -4, 3, -4, 3, 4, 8, 4, 0, 14, -8, 4, -3, 4, -3, -4, -8, -4);
        node.setFill(accent);
        node.setStroke(Color.WHITE);
        node.setStrokeWidth(2);
        node.setCursor(Cursor.HAND);
        node.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            if (e.getButton() == MouseButton.PRIMARY) {
                grabbed = number;
                grip = pulls.knobs().get(number);
                from = along(e);
                metres = 0;
                clickToCome = false;
            }
            e.consume();
        });
        node.addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> {
            double now = grabbed == number ? along(e) - from : Double.NaN;
            if (Double.isFinite(now)) {
                metres = e.isShiftDown() ? Math.rint(now) : now;
                puller.pulled(number, metres, false);
            }
            e.consume();
        });
        node.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> {
            if (grabbed == number && metres != 0) {
                clickToCome = true;
                puller.pulled(number, metres, true);
            }
            grabbed = -1;
            e.consume();
        });
        node.addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
        return node;
    }

    /** Where on the grabbed handle's line the pointer is: the place nearest to the ray through it, metres; NaN along the view. */
    private double along(MouseEvent e) {
        var local = sceneToLocal(e.getSceneX(), e.getSceneY());
        double[] ray = projection.ray(local.getX(), local.getY());
        double[] a = grip.axis();
        double[] eye = {projection.pose().east(), projection.pose().north(), projection.pose().up()};
        double b = 0;
        double d = 0;
        double f = 0;
        for (int k = 0; k < 3; k++) {
            double w = grip.at()[k] - eye[k];
            b += a[k] * ray[k];
            d += a[k] * w;
            f += ray[k] * w;
        }
        double sine = 1 - b * b;
        return sine < 1e-3 ? Double.NaN : (b * f - d) / sine;
    }
}
