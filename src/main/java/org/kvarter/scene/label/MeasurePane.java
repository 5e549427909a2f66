package org.kvarter.scene.label;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.scene.camera.Projection;

/** Draws a measured line over the picture: dots, stretches in white with a dark edge, a text in the middle of each. JavaFX thread only. */
public final class MeasurePane extends Pane {

    private static final double NEAREST = 0.3;
    /** Between a text and what it is about, pixels. */
    private static final double BESIDE = 9;
    private static final Color INK = Color.rgb(11, 122, 117);

    private MeasureLine line = MeasureLine.NONE;
    private Projection drawnFor;

    public MeasurePane() {
        setMouseTransparent(true);
    }

    public void setLine(MeasureLine newLine) {
        line = newLine;
        drawnFor = null;
        if (line.places().isEmpty()) {
            getChildren().clear();
        }
    }

    /** Another pane with the same line. */
    public MeasurePane copy() {
        MeasurePane other = new MeasurePane();
        other.setLine(line);
        return other;
    }

    /** One frame: draws anew, if anything has moved. */
    public void frame(Projection projection) {
        if (line.places().isEmpty() || projection.equals(drawnFor)) {
            return;
        }
        drawnFor = projection;
        getChildren().clear();
        List<Node> texts = new ArrayList<>(); // over the dots
        for (int k = 0; k + 1 < line.places().size(); k++) {
            double[][] ends = clipped(projection.pose(), line.places().get(k), line.places().get(k + 1));
            if (ends != null) {
                double[] a = projection.toScreen(ends[0][0], ends[0][1], ends[0][2]);
                double[] b = projection.toScreen(ends[1][0], ends[1][1], ends[1][2]);
                getChildren().addAll(line(a, b, Color.WHITE, 5), line(a, b, INK, 2.2));
                if (k < line.annotations().size() && !line.annotations().get(k).isEmpty()) {
                    texts.add(annotation(a, b, line.annotations().get(k)));
                }
            }
        }
        for (double[] place : line.places()) {
            double[] at = projection.toScreen(place[0], place[1], place[2]);
            if (at[2] > NEAREST) {
                Circle dot = new Circle(at[0], at[1], 4.5, Color.WHITE);
                dot.setStroke(INK);
                dot.setStrokeWidth(2);
                getChildren().add(dot);
            }
        }
        getChildren().addAll(texts);
    }

    /** A text over the middle of a stretch; of a steep one, beside it. */
    private static Node annotation(double[] a, double[] b, String annotation) {
        Text text = new Text(annotation);
        text.setFont(Font.font("Inter", FontWeight.SEMI_BOLD, 13));
        text.setFill(Color.WHITE);
        text.setStyle("-fx-fill: white;"); // a theme's rule for all texts would otherwise win
        StackPane box = new StackPane(text);
        box.setPadding(new Insets(2, 7, 2, 7));
        box.setBackground(new Background(new BackgroundFill(INK, new CornerRadii(5), Insets.EMPTY)));
        double w = box.prefWidth(-1);
        double h = box.prefHeight(-1);
        double x = (a[0] + b[0]) / 2;
        double y = (a[1] + b[1]) / 2;
        boolean steep = Math.abs(b[1] - a[1]) > 2 * Math.abs(b[0] - a[0]);
        box.resizeRelocate(Math.round(steep ? x + BESIDE : x - w / 2), Math.round(steep ? y - h / 2 : y - h - BESIDE), w, h);
        return box;
    }

    private static Node line(double[] a, double[] b, Color colour, double width) {
        Line line = new Line(a[0], a[1], b[0], b[1]);
        line.setStroke(colour);
        line.setStrokeWidth(width);
        line.setStrokeLineCap(StrokeLineCap.ROUND);
        return line;
    }

    /** What of a stretch lies before the eye; {@code null} for nothing. */
    static double[][] clipped(CameraPose eye, double[] from, double[] to) {
        double a = depth(eye, from);
        double b = depth(eye, to);
        if (a < NEAREST && b < NEAREST) {
            return null;
        }
        if (a < NEAREST) {
            return new double[][] {between(from, to, (NEAREST - a) / (b - a)), to};
        }
        if (b < NEAREST) {
            return new double[][] {from, between(from, to, (a - NEAREST) / (a - b))};
        }
        return new double[][] {from, to};
    }

    private static double depth(CameraPose eye, double[] p) {
        double[] f = eye.forward();
        return (p[0] - eye.east()) * f[0] + (p[1] - eye.north()) * f[1] + (p[2] - eye.up()) * f[2];
    }

    private static double[] between(double[] a, double[] b, double share) {
        return new double[] {a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share};
    }
}
