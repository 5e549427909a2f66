package org.kvarter.scene.label;

import java.util.List;
import java.util.function.Predicate;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.kvarter.scene.Theme;
import org.kvarter.scene.camera.Projection;
import org.kvarter.scene.palette.BaseColours;

/**
 * Draws the rim of what lies flat on the ground under the pointer, where nothing hides it. It is gone while the camera moves: the
 * pointer is then over something else. JavaFX thread only.
 */
public final class OutlinePane extends Pane {

    private static final double NEAREST = 0.5;
    private static final double RING = 9;

    private List<List<double[]>> lines = List.of();
    private Projection restingAt;
    private boolean drawn = true;
    private Color accent = Color.TEAL;
    private Color halo = Color.WHITE;

    public OutlinePane() {
        setMouseTransparent(true);
    }

    public void setTheme(Theme theme) {
        int argb = BaseColours.accent(theme);
        accent = Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255);
        halo = theme == Theme.LIGHT ? Color.rgb(255, 255, 255, 0.85) : Color.rgb(20, 23, 27, 0.8);
        drawn = false;
    }

    /** Lines of places in local metres; a line of one place gets a ring around it. */
    public void setOutline(List<List<double[]>> newLines) {
        if (lines.isEmpty() && newLines.isEmpty()) {
            return;
        }
        lines = List.copyOf(newLines);
        getChildren().clear();
        drawn = false;
    }

    /**
     * One frame.
     *
     * @param isSeen whether nothing stands before a place
     */
    public void frame(Projection projection, Predicate<double[]> isSeen) {
        if (!projection.equals(restingAt)) {
            restingAt = projection;
            drawn = false;
            getChildren().clear();
        } else if (!drawn) {
            drawn = true;
            draw(projection, isSeen);
        }
    }

    private void draw(Projection projection, Predicate<double[]> isSeen) {
        getChildren().clear();
        Path path = new Path();
        for (List<double[]> line : lines) {
            if (line.size() == 1) {
                ring(projection, line.get(0));
                continue;
            }
            boolean down = false;
            for (double[] place : line) {
                double[] at = projection.toScreen(place[0], place[1], place[2]);
                boolean shown = at[2] > NEAREST && isSeen.test(place);
                if (shown) {
                    path.getElements().add(down ? new LineTo(at[0], at[1]) : new MoveTo(at[0], at[1]));
                }
                down = shown;
            }
        }
        if (!path.getElements().isEmpty()) {
            Path under = new Path(path.getElements());
            getChildren().addAll(stroked(under, halo, 4.5), stroked(path, accent, 2));
        }
    }

    private void ring(Projection projection, double[] place) {
        double[] at = projection.toScreen(place[0], place[1], place[2]);
        if (at[2] > NEAREST) {
            Circle wide = new Circle(at[0], at[1], RING, Color.TRANSPARENT);
            wide.setStroke(halo);
            wide.setStrokeWidth(4.5);
            Circle narrow = new Circle(at[0], at[1], RING, Color.TRANSPARENT);
            narrow.setStroke(accent);
            narrow.setStrokeWidth(2);
            getChildren().addAll(wide, narrow);
        }
    }

    private static Path stroked(Path path, Color colour, double width) {
        path.setStroke(colour);
        path.setStrokeWidth(width);
        path.setStrokeLineCap(StrokeLineCap.ROUND);
        path.setStrokeLineJoin(StrokeLineJoin.ROUND);
        return path;
    }
}
