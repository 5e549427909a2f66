package org.kvarter.sample;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.sample.Draft.Function;
import org.kvarter.sample.Draft.Part;
import org.locationtech.jts.geom.Coordinate;

/** High houses: slender, the top storeys set back. */
final class Towers {
    private Towers() {
    }

    /** A tower on a convex counter-clockwise ring. */
    static Draft tower(Site site, List<Coordinate> ring, int storeys, String name, Function function) {
        double ground = site.level(ring);
        double base = site.base(ring);
        double shoulder = ground + 1.2 + (storeys - 2) * 3.15;
        List<Coordinate> inset = Shapes.ring(Shapes.polygons(Shapes.mitred(Shapes.polygon(ring), -2.4), 1).get(0));
        List<Part> parts = new ArrayList<>();
        Solid shaft = Solid.prism(ring, base, shoulder, null, null).paint(base - 1, ground + 4.4, "base-shop");
        parts.add(new Part(shaft, ring, storeys - 2));
        parts.add(new Part(Solid.prism(inset, shoulder, shoulder + 6.6, "glass", null), inset, 2));
        return new Draft(site.quarter, function, name, 2014 + storeys % 5, "flat", parts);
    }

    /** A block of flats on the hill: square, low hipped roof. */
    static void point(Site site, double x, double y, double dx, double dy, int storeys) {
        List<Coordinate> c = Shapes.rectangle(new Coordinate(x, y), dx, dy, 19, 17);
        double eave = site.level(c) + 0.8 + storeys * 2.85;
        Solid solid = Solid.hipped(c, site.base(c), eave, eave + 3.6, 8, site.dice.chance(0.5) ? "plaster-sand" : "plaster-ochre", "roof-tile-pale")
                .paint(site.base(c) - 1, site.level(c) + 1.2, "base-stone");
        site.add(Draft.single(site.quarter, Function.RESIDENTIAL, "", 1946 + storeys % 4, "hipped", new Part(solid, c, storeys)),
                Shapes.mitred(Shapes.polygon(c), 5));
    }
}
