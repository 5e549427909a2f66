package org.kvarter.sample.timber;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An upright wall with openings and what fills them. Its own axes: x along it, its inner side on the left, y from its outer face inwards,
 * z up.
 */
final class Wall {
    /** Thickness of an outer wall: boards and insulation, then cross-laminated timber. */
    static final double OUTER = 0.4;
    static final double INNER = 0.12;

    /** A layer between two depths. */
    record Layer(double from, double to, Paint paint) {
    }

    /** A hole with what fills it, from its lower left corner. */
    record Hole(double x, double z, Fitting fitting) {
    }

    final String name;
    final Storey storey;
    final Spot spot;
    final double[] outline;
    final List<Hole> holes = new ArrayList<>();
    private final List<Layer> layers;

    private Wall(String name, Storey storey, Spot spot, double[] outline, List<Layer> layers) {
        this.name = name;
        this.storey = storey;
        this.spot = spot;
        this.outline = outline;
        this.layers = layers;
    }

    /** @param outline x, z pairs counter-clockwise as seen from outside, starting with the foot */
    static Wall outer(String name, Storey storey, Spot spot, double[] outline, Paint boards) {
        return new Wall(name, storey, spot, outline, List.of(new Layer(0, 0.26, boards), new Layer(0.26, OUTER, Paint.CLT)));
    }

    static Wall inner(String name, Storey storey, Spot spot, double[] outline) {
        return new Wall(name, storey, spot, outline, List.of(new Layer(0, INNER, Paint.CLT)));
    }

    static double[] rectangle(double length, double height) {
        return new double[] {0, 0, length, 0, length, height, 0, height};
    }

    /** Adds a window or door with its middle at {@code x}. */
    Wall with(double x, double z, Fitting fitting) {
        holes.add(new Hole(x - fitting.width() / 2, z, fitting));
        return this;
    }

    double length() {
        return outline[2];
    }

    /** Highest point of the wall's edge at a distance along it. */
    double top(double x) {
        double top = 0;
        for (int i = 0; i < outline.length; i += 2) {
            int k = (i + 2) % outline.length;
            double x0 = Math.min(outline[i], outline[k]);
            double x1 = Math.max(outline[i], outline[k]);
            if (x >= x0 && x <= x1 && x1 > x0) {
                top = Math.max(top, outline[i + 1] + (outline[k + 1] - outline[i + 1]) * (x - outline[i]) / (outline[k] - outline[i]));
            }
        }
        return top;
    }

    static double area(double[] outline) {
        double twice = 0;
        for (int i = 0; i < outline.length; i += 2) {
            int k = (i + 2) % outline.length;
            twice += outline[i] * outline[k + 1] - outline[k] * outline[i + 1];
        }
        return Math.abs(twice) / 2;
    }

    /** Draws it; answers the element. */
    String draw(Model m) {
        boolean isOuter = layers.size() > 1;
        List<String> items = layers.stream().map(l -> m.shapes.prism(l.paint(), outline, Spot.elevation(l.to()), l.to() - l.from())).toList();
        String wall = m.element(storey, "IFCWALL", name, spot, items, isOuter ? ",.SOLIDWALL." : ",.PARTITIONING.");
        double thick = layers.get(layers.size() - 1).to();
        double gross = area(outline);
        double net = gross;
        for (Hole hole : holes) {
            Fitting f = hole.fitting();
            net -= f.width() * f.height();
            String opening = m.cut(wall, hole.x(), -0.1, hole.z(), f.width(), thick + 0.2, f.height());
            // fillings stand in the storey, so that a viewer which knows no openings finds them
            Spot at = moved(hole.x(), f.depth(), hole.z());
            String tail = "," + Step.n(f.height()) + "," + Step.n(f.width()) + (f.isDoor() ? ",.DOOR.,.NOTDEFINED.,$" : ",.WINDOW.,.NOTDEFINED.,$");
            String filling = m.element(storey, f.isDoor() ? "IFCDOOR" : "IFCWINDOW", f.name(), at, List.of(m.shapes.put(f.map(), 0, 0, 0)), tail);
            m.fill(opening, filling);
            m.typed(filling, f.type());
            m.common(filling, f.isDoor() ? "Door" : "Window", isOuter, false, !isOuter ? 0 : f.isDoor() ? 1.0 : 0.8);
            m.measure(filling, f.isDoor() ? "Door" : "Window", List.of("LENGTH Width", "LENGTH Height", "AREA Area"), f.width(), f.height(), f.width() * f.height());
        }
        m.common(wall, "Wall", isOuter, true, isOuter ? 0.13 : 0);
        double high = Arrays.stream(new double[] {top(0), top(length() / 2), top(length())}).max().orElseThrow();
        m.measure(wall, "Wall", List.of("LENGTH Length", "LENGTH Width", "LENGTH Height", "AREA GrossSideArea", "AREA NetSideArea", "VOLUME GrossVolume",
                "VOLUME NetVolume"), length(), thick, high, gross, net, gross * thick, net * thick);
        m.material(wall, layers.stream().map(Layer::paint).toArray(Paint[]::new));
        return wall;
    }

    /** A place in the wall's axes as one of the storey. */
    private Spot moved(double x, double y, double z) {
        double[] d = spot.along();
        return new Spot(spot.x() + d[0] * x - d[1] * y, spot.y() + d[1] * x + d[0] * y, spot.z() + z, d, spot.up());
    }
}
