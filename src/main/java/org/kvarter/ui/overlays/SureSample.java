package org.kvarter.ui.overlays;

import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import org.kvarter.overlay.ColorScale;
import org.kvarter.overlay.Legend;
import org.kvarter.overlay.Sure;
import org.kvarter.ui.kit.Colors;

/** A small house whose roof has a colour of the legend, and whose walls as much of it as they carry in the twin; or an area, hatched as there. Stateless. */
final class SureSample {

    private static final Color CARD = Color.web("#F3EFE9");

    private SureSample() {
    }

    static Node of(Legend legend, double side) {
        int argb = legend.entries().isEmpty() ? ColorScale.NO_DATA : legend.entries().get((legend.entries().size() - 1) * 2 / 3).argb();
        Color colour = Colors.of(argb);
        return legend.sure().drawn() == Sure.Drawn.WALLS ? house(colour, legend.sure().carried(), side) : area(colour, legend.sure(), side);
    }

    private static Node area(Color colour, Sure sure, double side) {
        Rectangle box = new Rectangle(side, side, colour);
        Pane area = new Pane(box);
        for (double x = -side; x < side && sure.drawn() == Sure.Drawn.HATCH && sure.carried() < 1; x += 6) {
            area.getChildren().add(line(x, side, x + side, 0));
            if (sure.carried() == 0) {
                area.getChildren().add(line(x, 0, x + side, side));
            }
        }
        Rectangle clip = new Rectangle(side, side);
        clip.setArcWidth(4);
        clip.setArcHeight(4);
        area.setClip(clip);
        area.setMinSize(side, side);
        area.setMaxSize(side, side);
        return area;
    }

    private static Line line(double fromX, double fromY, double toX, double toY) {
        Line line = new Line(fromX, fromY, toX, toY);
        line.setStroke(CARD);
        line.setStrokeWidth(1.6);
        return line;
    }

    private static Node house(Color colour, double carried, double side) {
        Rectangle walls = new Rectangle(0.14 * side, 0.45 * side, 0.72 * side, 0.55 * side);
        walls.setFill(CARD.interpolate(colour, carried));
        walls.getStyleClass().add("sure-walls");
        Polygon roof = new Polygon(0, 0.5 * side, 0.5 * side, 0.05 * side, side, 0.5 * side);
        roof.setFill(colour);
        Pane house = new Pane(walls, roof);
        house.setMinSize(side, side);
        house.setMaxSize(side, side);
        return house;
    }
}
