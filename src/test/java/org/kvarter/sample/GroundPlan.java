package org.kvarter.sample;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Street, square and quay areas, and the blocks that they leave. */
final class GroundPlan {
    final StreetPlan plan;
    /** All driven and walked streets, without squares and quays. */
    final Geometry streetArea;
    /** What of the streets lies between the kerbs. */
    final Geometry carriageway;
    /** Stripes of the crossings for those on foot. */
    final List<Polygon> crossings = new ArrayList<>();
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
        List<Geometry> driven = new ArrayList<>();
        plan.streets.stream().filter(s -> s.kind() != Street.Kind.PATH).forEach(s -> driven.add(Shapes.strip(Shapes.line(s.line()), s.carriageway())));
        carriageway = Shapes.grid(Shapes.union(driven).intersection(streetArea));
        for (Street s : plan.streets) {
            plan.streets.stream().filter(o -> o != s && isBusy(s) && isBusy(o)).forEach(o -> cross(s, o));
        }
        pathArea = Shapes.grid(Shapes.union(paths).intersection(land).difference(streetUnion));
        Geometry built = land.intersection(Shapes.box(MARGIN, 0, Frame.WIDTH - 2 * MARGIN, Frame.HEIGHT - MARGIN));
        Geometry rim = Shapes.grid(land.difference(built).difference(streetUnion).difference(quayArea).difference(pathArea));
        margins = Shapes.polygons(rim, 20);
        blocks = Shapes.polygons(Shapes.mitred(Shapes.mitred(built.difference(streetUnion).difference(quayArea), -1.5), 1.5), 250);
    }

    private static boolean isBusy(Street s) {
        return s.kind() == Street.Kind.MAIN || s.kind() == Street.Kind.STREET;
    }

    /** Stripes across a street on both sides of where another meets it. */
    private void cross(Street s, Street o) {
        LineString line = Shapes.line(s.line());
        Geometry met = line.intersection(Shapes.line(o.line()));
        LengthIndexedLine along = new LengthIndexedLine(line);
        Curve curve = Curve.polyline(s.line());
        for (Coordinate c : met.getCoordinates()) {
            for (int side = -1; side <= 1; side += 2) {
                double u = along.project(c) + side * (o.carriageway() / 2 + 3.4);
                if (u < 2 || u > line.getLength() - 2) {
                    continue;
                }
                Coordinate a = curve.at(u - 1, 0);
                Coordinate b = curve.at(u + 1, 0);
                for (double t = -s.carriageway() / 2 + 0.7; t < s.carriageway() / 2 - 0.4; t += 1.1) {
                    Polygon stripe = Shapes.polygon(Shapes.rectangle(curve.at(u, t), b.x - a.x, b.y - a.y, 2.8, 0.55));
                    if (carriageway.contains(stripe)) {
                        crossings.add(stripe);
                    }
                }
            }
        }
    }
}
