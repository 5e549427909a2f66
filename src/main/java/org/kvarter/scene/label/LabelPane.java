package org.kvarter.scene.label;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.kvarter.scene.Theme;
import org.kvarter.scene.camera.Projection;
import org.kvarter.scene.palette.BaseColours;

/** Labels over the picture, placed anew when the camera or the labels change. JavaFX thread only. */
public final class LabelPane extends Pane {

    private static final int MOST = 48;
    private static final double FAR = 6_000;

    private record Shown(Label label, StackPane box, Line leader) {
    }

    private final List<Shown> all = new ArrayList<>();
    private Theme theme = Theme.LIGHT;
    private List<Label> labels = List.of();
    private Projection placedFor;

    public LabelPane() {
        setMouseTransparent(true);
        setPickOnBounds(false);
    }

    public void setTheme(Theme newTheme) {
        theme = newTheme;
        setLabels(labels);
    }

    /** Shows these labels in place of those before. */
    public void setLabels(List<Label> newLabels) {
        labels = List.copyOf(newLabels);
        all.clear();
        getChildren().clear();
        List<Label> sorted = new ArrayList<>(labels);
        sorted.sort(Comparator.comparing(Label::rank).thenComparing(Comparator.comparingDouble(Label::priority).reversed()));
        for (Label label : sorted) {
            Shown shown = new Shown(label, box(label), leader(label));
            all.add(shown);
            getChildren().addAll(shown.leader, shown.box);
        }
        placedFor = null;
    }

    /** Another pane with the same labels. */
    public LabelPane copy() {
        LabelPane other = new LabelPane();
        other.theme = theme;
        other.setLabels(labels);
        return other;
    }

    private StackPane box(Label label) {
        boolean selected = label.rank() == Label.Rank.SELECTED;
        Text text = new Text(label.text());
        text.setFont(Font.font("Inter", selected ? FontWeight.SEMI_BOLD : FontWeight.NORMAL, selected ? 13 : 12));
        Color accent = colour(BaseColours.accent(theme));
        Color paper = theme == Theme.LIGHT ? Color.rgb(255, 255, 255, 0.92) : Color.rgb(32, 36, 41, 0.92);
        text.setFill(selected ? Color.WHITE : theme == Theme.LIGHT ? Color.rgb(38, 42, 46) : Color.rgb(226, 229, 232));
        // a theme's rule for all texts would otherwise win over the fill
        text.setStyle("-fx-fill: " + text.getFill().toString().replace("0x", "#") + ";");
        StackPane box = new StackPane(text);
        box.setPadding(new Insets(2.5, 8, 3, 8));
        box.setBackground(new Background(new BackgroundFill(selected ? accent : paper, new CornerRadii(5), Insets.EMPTY)));
        box.setVisible(false);
        return box;
    }

    private Line leader(Label label) {
        Line line = new Line();
        line.setStroke(label.rank() == Label.Rank.SELECTED ? colour(BaseColours.accent(theme))
                : theme == Theme.LIGHT ? Color.rgb(70, 74, 78, 0.75) : Color.rgb(210, 214, 218, 0.7));
        line.setStrokeWidth(1);
        line.setVisible(false);
        return line;
    }

    private static Color colour(int argb) {
        return Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255);
    }

    /**
     * One frame: places the labels, if anything has moved.
     *
     * @param isSeen whether nothing hides a label's anchor; asked for important ones only
     * @param top    height of what a label names as it is shown now, local metres
     */
    public void frame(Projection projection, Predicate<Label> isSeen, ToDoubleFunction<Label> top) {
        if (projection.equals(placedFor) || all.isEmpty()) {
            return;
        }
        placedFor = projection;
        LabelPlacer placer = new LabelPlacer(projection.width(), projection.height());
        int placed = 0;
        for (Shown shown : all) {
            LabelPlacer.Spot spot = null;
            double[] at = projection.toScreen(shown.label.east(), shown.label.north(), top.applyAsDouble(shown.label));
            boolean important = shown.label.rank() == Label.Rank.IMPORTANT;
            if (placed < MOST && at[2] > 0.5 && at[2] < FAR && (!important || isSeen.test(shown.label))) {
                double w = Math.ceil(shown.box.prefWidth(-1));
                double h = Math.ceil(shown.box.prefHeight(-1));
                spot = placer.place(new LabelPlacer.Box(at[0], at[1], w, h));
                if (spot != null) {
                    placed++;
                    shown.box.resizeRelocate(Math.round(spot.left()), Math.round(spot.top()), w, h);
                    double x = Math.round(at[0]) + 0.5;
                    shown.leader.setStartX(x);
                    shown.leader.setEndX(x);
                    shown.leader.setStartY(Math.round(spot.top()) + h);
                    shown.leader.setEndY(at[1]);
                }
            }
            shown.box.setVisible(spot != null);
            shown.leader.setVisible(spot != null);
        }
    }
}
