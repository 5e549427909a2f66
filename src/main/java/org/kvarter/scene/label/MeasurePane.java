package org.kvarter.scene.label;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.scene.camera.Projection;

/**
 * Draws what is measured over the picture: dots, stretches in the accent with a white edge, a text in the middle of each, the area, and a
 * mark where the pointer is drawn to a corner or an edge. JavaFX thread only.
 */
public final class MeasurePane extends Pane {

    private static final double NEAREST = 0.3;
    /** Between a text and what it is about, pixels. */
    private static final double BESIDE = 9;
    private static final double MARK = 6;
    private static final Color INK = Color.rgb(11, 122, 117);

    private MeasureLine line = MeasureLine.NONE;
    private Projection drawnFor;

    public MeasurePane() {
        setMouseTransparent(true);
    }

    public void setLine(MeasureLine newLine) {
        line = newLine;
        drawnFor = null;
        if (line.isEmpty()) {
            getChildren().clear();
        }
    }

    /** Another pane with the same line. */
    public MeasurePane copy() {
        MeasurePane other = new MeasurePane();
        other.setLine(line.pointed(false, null));
        return other;
    }

    /** One frame: draws anew, if anything has moved. */
    public void frame(Projection projection) {
        if (line.isEmpty() || projection.equals(drawnFor)) {
            return;
        }
        drawnFor = projection;
        getChildren().clear();
        List<Node> texts = new ArrayList<>(); // over the dots
        if (line.note() != null) {
            note(projection, texts);
        }
        List<double[]> places = line.places();
        int stretches = line.closed() && places.size() > 2 ? places.size() : places.size() - 1;
        if (line.closed()) {
            fill(projection);
        }
        line.thin().forEach(thin -> thin(projection, thin));
        for (int k = 0; k < stretches; k++) {
            double[][] ends = clipped(projection.pose(), places.get(k), places.get((k + 1) % places.size()));
            if (ends != null) {
                double[] a = projection.toScreen(ends[0][0], ends[0][1], ends[0][2]);
                double[] b = projection.toScreen(ends[1][0], ends[1][1], ends[1][2]);
                boolean set = !line.loose() || k < places.size() - 2;
                getChildren().addAll(line(a, b, Color.WHITE, 5), set ? line(a, b, INK, 2.2) : dashed(line(a, b, INK, 2)));
                if (k < line.annotations().size() && !line.annotations().get(k).isEmpty()) {
                    annotation(a, b, line.annotations().get(k), texts);
                }
            }
        }
        for (int k = 0; k < places.size() - (line.loose() ? 1 : 0); k++) {
            double[] at = projection.toScreen(places.get(k)[0], places.get(k)[1], places.get(k)[2]);
            if (at[2] > NEAREST) {
                Circle dot = new Circle(at[0], at[1], 4.5, Color.WHITE);
                dot.setStroke(INK);
                dot.setStrokeWidth(2);
                getChildren().add(dot);
            }
        }
        mark(projection);
        getChildren().addAll(texts);
    }

    private void fill(Projection projection) {
        Polygon area = new Polygon();
        for (double[] place : line.places()) {
            double[] at = projection.toScreen(place[0], place[1], place[2]);
            if (at[2] < NEAREST) {
                return; // reaches behind the eye: the rim alone tells
            }
            area.getPoints().addAll(at[0], at[1]);
        }
        area.setFill(INK.deriveColor(0, 1, 1, 0.24));
        getChildren().add(area);
    }

    private void thin(Projection projection, List<double[]> places) {
        for (int k = 0; k + 1 < places.size(); k++) {
            double[][] ends = clipped(projection.pose(), places.get(k), places.get(k + 1));
            if (ends != null) {
                double[] a = projection.toScreen(ends[0][0], ends[0][1], ends[0][2]);
                double[] b = projection.toScreen(ends[1][0], ends[1][1], ends[1][2]);
                getChildren().addAll(line(a, b, Color.rgb(255, 255, 255, 0.85), 3), line(a, b, INK, 1.2));
            }
        }
    }

    /** A corner gets a square around it, an edge a diamond on it. */
    private void mark(Projection projection) {
        if (line.mark() == null) {
            return;
        }
        double[] place = line.mark().at();
        double[] at = projection.toScreen(place[0], place[1], place[2]);
        if (at[2] < NEAREST) {
            return;
        }
        Rectangle wide = new Rectangle(at[0] - MARK, at[1] - MARK, 2 * MARK, 2 * MARK);
        Rectangle narrow = new Rectangle(at[0] - MARK, at[1] - MARK, 2 * MARK, 2 * MARK);
        int k = 0;
        for (Rectangle square : new Rectangle[] {wide, narrow}) {
            square.setFill(null);
            square.setStroke(k == 0 ? Color.WHITE : INK);
            square.setStrokeWidth(k++ == 0 ? 4.5 : 2);
            square.setRotate(line.mark().corner() ? 0 : 45);
        }
        getChildren().addAll(wide, narrow);
    }

    private void note(Projection projection, List<Node> texts) {
        double[] at = projection.toScreen(line.note().at()[0], line.note().at()[1], line.note().at()[2]);
        if (at[2] > NEAREST) {
            Region box = box(line.note().text());
            double high = box.prefHeight(-1);
            boolean onPlace = line.places().contains(line.note().at());
            place(box, at[0] - box.prefWidth(-1) / 2, onPlace ? at[1] - high - BESIDE : at[1] - high / 2, texts);
        }
    }

    /** A text over the middle of a stretch; of a steep one, beside it. Of texts that would cover each other the first stays. */
    private static void annotation(double[] a, double[] b, String annotation, List<Node> texts) {
        Region box = box(annotation);
        double w = box.prefWidth(-1);
        double h = box.prefHeight(-1);
        double x = (a[0] + b[0]) / 2;
        double y = (a[1] + b[1]) / 2;
        boolean steep = Math.abs(b[1] - a[1]) > 2 * Math.abs(b[0] - a[0]);
        place(box, steep ? x + BESIDE : x - w / 2, steep ? y - h / 2 : y - h - BESIDE, texts);
    }

    private static Region box(String annotation) {
        Text text = new Text(annotation);
        text.setFont(Font.font("Inter", FontWeight.SEMI_BOLD, 13));
        text.setFill(Color.WHITE);
        text.setStyle("-fx-fill: white;"); // a theme's rule for all texts would otherwise win
        StackPane box = new StackPane(text);
        box.setPadding(new Insets(2, 7, 2, 7));
        box.setBackground(new Background(new BackgroundFill(INK, new CornerRadii(5), Insets.EMPTY)));
        return box;
    }

    private static void place(Region box, double x, double y, List<Node> texts) {
        box.resizeRelocate(Math.round(x), Math.round(y), box.prefWidth(-1), box.prefHeight(-1));
        if (texts.stream().noneMatch(other -> other.getBoundsInParent().intersects(box.getBoundsInParent()))) {
            texts.add(box);
        }
    }

    private static Line dashed(Line line) {
        line.getStrokeDashArray().setAll(6.0, 5.0);
        return line;
    }

    private static Line line(double[] a, double[] b, Color colour, double width) {
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
