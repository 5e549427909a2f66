package org.kvarter.sample;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Street, square and quay areas, and the blocks that they leave. */
final class GroundPlan {
    final StreetPlan plan;
    /** All driven and walked streets, without squares and quays. */
    final Geometry streetArea;
    /** Promenades along the quays. */
    final Geometry quayArea;
    /** Footpaths in the hill park. */
    final Geometry pathArea;
    /** What the streets leave of the land, largest first. */
    final List<Polygon> blocks;

    /** Green along the edges of the sheet, where nothing is built. */
    final List<Polygon> margins;
    /** Width of that green, metres; twice as wide in the east, where the long shadows fall. */
    private static final double MARGIN = 12;

    GroundPlan(StreetPlan plan) {
        this.plan = plan;
        Geometry land = Shapes.union(List.of(plan.mainland, plan.island));
        List<Geometry> streets = new ArrayList<>();
        List<Geometry> paths = new ArrayList<>();
        for (Street s : plan.streets) {
            (s.kind() == Street.Kind.PATH ? paths : streets).add(s.area());
        }
        List<Geometry> quays = new ArrayList<>();
        List<Coordinate> promenade = new ArrayList<>();
        for (double u = StreetPlan.QUAY_BEGIN; u <= StreetPlan.QUAY_END; u += 4) {
            promenade.add(plan.shore.at(u, StreetPlan.PROMENADE / 2));
        }
        quays.add(Shapes.strip(Shapes.line(promenade), StreetPlan.PROMENADE));
        quays.add(Shapes.strip(plan.canalNorth.left(4).line(), 8));
        quays.add(Shapes.strip(plan.canalSouth.left(-4.5).line(), 9));
        quays.add(Shapes.strip(plan.holmen.left(5.5).line(), 11));
        Geometry streetUnion = Shapes.union(streets).intersection(land);
        quayArea = Shapes.grid(Shapes.union(quays).intersection(land).difference(streetUnion));
        streetArea = Shapes.grid(streetUnion);
        pathArea = Shapes.grid(Shapes.union(paths).intersection(land).difference(streetUnion));
        Geometry built = land.intersection(Shapes.box(MARGIN, 0, Frame.WIDTH - 2 * MARGIN, Frame.HEIGHT - MARGIN));
        Geometry rim = Shapes.grid(land.difference(built).difference(streetUnion).difference(quayArea).difference(pathArea));
        margins = Shapes.polygons(rim, 20);
        blocks = Shapes.polygons(Shapes.mitred(Shapes.mitred(built.difference(streetUnion).difference(quayArea), -1.5), 1.5), 250);
    }
}
