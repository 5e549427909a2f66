package org.kvarter.ui.overlays;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.kvarter.overlay.ColorScale;
import org.kvarter.overlay.Legend;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Colors;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Numbers;

/** The legend on the twin, large enough to be read from the back of a room: the ramp or classes, and no data hatched and apart. */
public final class LegendView extends VBox {

    private static final Texts TEXTS = Texts.in(LegendView.class);
    private static final double RAMP = 280;
    private static final double SWATCH = 20;

    public LegendView(ObservableValue<Painted> painted) {
        getStyleClass().addAll("floating-card", "legend");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Live.value(this, painted, p -> show(p.legend().orElse(null)));
    }

    private void show(Legend legend) {
        setVisible(legend != null);
        setManaged(legend != null);
        if (legend == null) {
            getChildren().clear();
            return;
        }
        getChildren().clear();
        if (!legend.title().isBlank()) {
            Label title = new Label(legend.title());
            title.getStyleClass().add("legend-title");
            title.setWrapText(true);
            title.setMaxWidth(RAMP);
            getChildren().add(title);
        }
        if (!legend.unit().isBlank()) {
            Label unit = new Label(legend.unit());
            unit.getStyleClass().add("legend-unit");
            getChildren().add(unit);
        }
        if (legend.gradient() && legend.entries().size() > 1) {
            getChildren().add(ramp(legend.entries()));
        } else {
            List<Legend.Entry> entries = legend.entries();
            boolean wide = entries.stream().anyMatch(e -> e.thickness() > 0);
            for (int i = entries.size() - 1; i >= 0; i--) {
                getChildren().add(line(sample(entries.get(i), wide), entries.get(i).label(), entries.get(i).count()));
            }
        }
        if (legend.noData() > 0) {
            Node line = line(hatch(), TEXTS.get("noData"), legend.noData());
            line.getStyleClass().add("legend-no-data");
            getChildren().add(line);
        }
        if (legend.withheld() > 0) {
            Node line = line(hatch(), TEXTS.get("withheld"), legend.withheld());
            line.getStyleClass().add("legend-no-data");
            getChildren().add(line);
        }
        if (!legend.sure().label().isEmpty()) {
            Node line = line(SureSample.of(legend, SWATCH), legend.sure().label(), -1);
            line.getStyleClass().add("legend-no-data");
            getChildren().add(line);
        }
        legend.outlined().forEach(entry -> getChildren().add(outlined(entry)));
        setAccessibleText(legend.title() + " " + legend.unit() + ": "
                + Stream.concat(legend.entries().stream(), legend.outlined().stream()).map(Legend.Entry::label).collect(Collectors.joining(", "))
                + (legend.sure().label().isEmpty() ? "" : ". " + legend.sure().label()));
    }

    private static Node ramp(List<Legend.Entry> stops) {
        StringBuilder colors = new StringBuilder("-fx-background-color: linear-gradient(to right");
        stops.forEach(s -> colors.append(", ").append(Colors.css(s.argb())));
        Region bar = new Region();
        bar.setStyle(colors + ");");
        bar.getStyleClass().add("legend-ramp");
        bar.setPrefSize(RAMP, 16);
        Pane labels = new Pane();
        labels.setPrefSize(RAMP, 22);
        int shown = Math.min(stops.size(), 3);
        for (int i = 0; i < shown; i++) {
            int stop = Math.round(i * (stops.size() - 1) / (float) (shown - 1));
            Label label = new Label(stops.get(stop).label());
            label.getStyleClass().add("legend-label");
            double place = RAMP * stop / (stops.size() - 1);
            double share = i / (double) (shown - 1);
            label.widthProperty().subscribe(w -> label.setLayoutX(place - share * w.doubleValue()));
            label.setLayoutY(2);
            labels.getChildren().add(label);
        }
        return new VBox(bar, labels);
    }

    private static Node line(Node sample, String text, int count) {
        Label label = new Label(text);
        label.getStyleClass().add("legend-label");
        HBox line = new HBox(10, sample, label);
        line.setAlignment(Pos.CENTER_LEFT);
        if (count >= 0) {
            Label number = new Label(Numbers.whole(count));
            number.getStyleClass().add("legend-count");
            Region gap = new Region();
            HBox.setHgrow(gap, javafx.scene.layout.Priority.ALWAYS);
            line.getChildren().addAll(gap, number);
        }
        return line;
    }

    private static Node outlined(Legend.Entry entry) {
        Region frame = new Region();
        frame.getStyleClass().add("legend-outline");
        frame.setMinSize(SWATCH, SWATCH);
        frame.setMaxSize(SWATCH, SWATCH);
        Node line = line(frame, entry.label(), entry.count());
        line.getStyleClass().add("legend-no-data");
        return line;
    }

    /** Beside widths colours are as wide as they are, so that words stand under each other. */
    private static Node sample(Legend.Entry entry, boolean wide) {
        if (!wide) {
            return swatch(entry.argb());
        }
        double high = entry.thickness() > 0 ? Math.max(1.5, SWATCH * entry.thickness()) : 0.7 * SWATCH;
        StackPane box = new StackPane(new Rectangle(1.6 * SWATCH, high, Colors.of(entry.argb())));
        box.setMinWidth(1.6 * SWATCH);
        return box;
    }

    private static Node swatch(int argb) {
        Rectangle box = new Rectangle(SWATCH, SWATCH, Colors.of(argb));
        box.setArcWidth(4);
        box.setArcHeight(4);
        return box;
    }

    /** No data looks like no value of the scale: grey, struck through. */
    private static Node hatch() {
        Pane lines = new Pane();
        for (double x = -SWATCH; x < SWATCH; x += 5) {
            Line line = new Line(x, SWATCH, x + SWATCH, 0);
            line.getStyleClass().add("hatch");
            lines.getChildren().add(line);
        }
        Rectangle clip = new Rectangle(SWATCH, SWATCH);
        clip.setArcWidth(4);
        clip.setArcHeight(4);
        StackPane box = new StackPane(swatch(ColorScale.NO_DATA), lines);
        box.setClip(clip);
        box.setMinSize(SWATCH, SWATCH);
        box.setMaxSize(SWATCH, SWATCH);
        return box;
    }
}
