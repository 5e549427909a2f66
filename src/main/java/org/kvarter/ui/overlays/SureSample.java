package org.kvarter.ui.overlays;

import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import org.kvarter.overlay.ColorScale;
import org.kvarter.overlay.Legend;
import org.kvarter.ui.kit.Colors;

/** A small house whose roof has a colour of the legend, and whose walls as much of it as they carry in the twin. Stateless. */
final class SureSample {

    private static final Color CARD = Color.web("#F3EFE9");

    private SureSample() {
    }

    static Node of(Legend legend, double side) {
        int argb = legend.entries().isEmpty() ? ColorScale.NO_DATA : legend.entries().get((legend.entries().size() - 1) * 2 / 3).argb();
        Color colour = Colors.of(argb);
        Rectangle walls = new Rectangle(0.14 * side, 0.45 * side, 0.72 * side, 0.55 * side);
        walls.setFill(CARD.interpolate(colour, legend.sure().carried()));
        walls.getStyleClass().add("sure-walls");
        Polygon roof = new Polygon(0, 0.5 * side, 0.5 * side, 0.05 * side, side, 0.5 * side);
        roof.setFill(colour);
        Pane house = new Pane(walls, roof);
        house.setMinSize(side, side);
        house.setMaxSize(side, side);
        return house;
    }
}
