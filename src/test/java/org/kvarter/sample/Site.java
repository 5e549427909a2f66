package org.kvarter.sample;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** What stands on one block while it is being designed: houses, their plots and the open ground between. */
final class Site {
    final Polygon block;
    final Terrain terrain;
    final String quarter;
    final Dice dice;
    final List<Draft> houses = new ArrayList<>();
    /** One plot per house, in the order of {@link #houses}. */
    final List<Geometry> plots = new ArrayList<>();
    /** Open ground with its kind: courtyard, park, garden, schoolyard, square. */
    final List<Open> open = new ArrayList<>();
    /** Paths through yards. */
    final List<Polygon> paths = new ArrayList<>();
    private final PreparedGeometry inside;

    /** An open area. */
    record Open(String kind, String name, Geometry area) {
    }

    Site(Polygon block, Terrain terrain, String quarter) {
        this.block = block;
        this.terrain = terrain;
        this.quarter = quarter;
        this.dice = Dice.of(quarter);
        this.inside = PreparedGeometryFactory.prepare(block.buffer(0.3));
    }

    void add(Draft house, Geometry plot) {
        houses.add(house);
        plots.add(Shapes.grid(plot));
    }

    /** True where a free-standing house fits on the block, {@code gap} metres from its neighbours. */
    boolean free(List<Coordinate> outline, double gap) {
        Polygon p = Shapes.polygon(outline);
        Geometry wide = p.buffer(gap);
        return inside.contains(p) && houses.stream().noneMatch(h -> h.footprint().intersects(wide));
    }

    /** Mean ground under an outline, metres. */
    double level(List<Coordinate> outline) {
        return outline.stream().mapToDouble(c -> terrain.at(c.x, c.y)).average().orElseThrow();
    }

    /** Height of the underside: below the lowest ground, so that no gap shows on a slope. */
    double base(List<Coordinate> outline) {
        return terrain.lowest(outline) - 0.4;
    }

    /** Opens what is not built over. */
    void rest(String kind, String name, double margin) {
        Geometry built = Shapes.union(houses.stream().map(Draft::footprint).toList());
        Geometry left = block.difference(Shapes.mitred(built, margin));
        Shapes.polygons(Shapes.grid(left), 40).forEach(p -> open.add(new Open(kind, name, p)));
    }
}
