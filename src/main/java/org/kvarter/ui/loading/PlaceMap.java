package org.kvarter.ui.loading;

import java.util.function.BiConsumer;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerKind;
import org.kvarter.model.SolidLayer;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Numbers;

/** The open district seen from above, small, and where a file would lie in it; what lies outside is told at the edge on its side. */
final class PlaceMap extends Pane {

    private static final Texts TEXTS = Texts.in(PlaceMap.class);
    private static final double SIZE = 240;
    private static final double EDGE = 16;
    /** Boxes drawn at most; a larger city is drawn thinned out. */
    private static final int MOST = 3_000;
    /** Side of a place too small to be seen, pixels. */
    private static final double LEAST = 7;

    private final Bounds district;
    private final double scale;
    private final Rectangle place = new Rectangle();
    private final Label away = new Label();

    /** @param pointed told the place a person points at, local east and north, metres */
    PlaceMap(District open, BiConsumer<Double, Double> pointed) {
        getStyleClass().add("place-map");
        setMinSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        Bounds built = open.layers().stream().filter(SolidLayer.class::isInstance).map(Layer::bounds).reduce(Bounds.EMPTY, Bounds::union);
        district = built.isEmpty() ? open.bounds() : built;
        scale = district.isEmpty() ? 1 : (SIZE - 2 * EDGE) / Math.max(1, Math.max(district.width(), district.depth()));
        Path boxes = new Path();
        boxes.getStyleClass().add("place-map-boxes");
        open.layers().stream().filter(l -> l instanceof SolidLayer && l.kind() == LayerKind.BUILDINGS).forEach(l -> boxes((SolidLayer) l, boxes));
        place.getStyleClass().add("place-map-place");
        away.getStyleClass().add("caption");
        getChildren().addAll(boxes, place, away);
        setClip(new Rectangle(SIZE, SIZE));
        setOnMouseClicked(e -> pointed.accept(district.centreEast() + (e.getX() - SIZE / 2) / scale, district.centreNorth() - (e.getY() - SIZE / 2) / scale));
        show(null);
    }

    /** Whether there is nothing to compare with. */
    boolean isEmpty() {
        return district.isEmpty();
    }

    /** Shows a box in the local frame; {@code null} for none. */
    void show(Bounds box) {
        place.setVisible(box != null);
        away.setText("");
        if (box == null) {
            return;
        }
        double width = Math.max(LEAST, box.width() * scale);
        double height = Math.max(LEAST, box.depth() * scale);
        double x = x(box.centreEast());
        double y = y(box.centreNorth());
        double inX = Math.max(LEAST, Math.min(SIZE - LEAST, x));
        double inY = Math.max(LEAST, Math.min(SIZE - LEAST, y));
        if (inX != x && width < SIZE || inY != y && height < SIZE) {
            double metres = Math.hypot(x - inX, y - inY) / scale;
            away.setText(TEXTS.get("place.away", Numbers.with(Numbers.three(metres / 1_000), "km")));
            away.applyCss();
            away.resizeRelocate(Math.min(SIZE - 110, Math.max(6, inX - 40)), Math.min(SIZE - 24, Math.max(6, inY + (inY > SIZE / 2 ? -26 : 10))), 110, 18);
            width = LEAST;
            height = LEAST;
        } else {
            inX = x;
            inY = y;
        }
        place.setX(inX - width / 2);
        place.setY(inY - height / 2);
        place.setWidth(width);
        place.setHeight(height);
    }

    private void boxes(SolidLayer layer, Path path) {
        int step = Math.max(1, layer.features().size() / MOST);
        for (int f = 0; f < layer.features().size(); f += step) {
            Bounds b = layer.boundsOf(f);
            if (!b.isEmpty()) {
                path.getElements().addAll(new MoveTo(x(b.minEast()), y(b.minNorth())), new LineTo(x(b.maxEast()), y(b.minNorth())),
                        new LineTo(x(b.maxEast()), y(b.maxNorth())), new LineTo(x(b.minEast()), y(b.maxNorth())), new ClosePath());
            }
        }
    }

    private double x(double east) {
        return SIZE / 2 + (east - district.centreEast()) * scale;
    }

    private double y(double north) {
        return SIZE / 2 - (north - district.centreNorth()) * scale;
    }
}
