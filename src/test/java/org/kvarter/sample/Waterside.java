package org.kvarter.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.kvarter.sample.Solid.Kind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** What is built at the water and is not a house: quay copings, two bridges, the marina's piers and boats. */
final class Waterside {
    /**
     * A structure.
     *
     * @param id       identifier
     * @param type     CityJSON type
     * @param parent   identifier of the object that it belongs to, or null
     * @param name     name, or empty
     * @param function CityJSON function attribute
     * @param solid    closed body
     */
    record Structure(String id, String type, String parent, String name, String function, Solid solid) {
    }

    private final StreetPlan plan;
    private final List<Structure> all = new ArrayList<>();

    Waterside(StreetPlan plan) {
        this.plan = plan;
        List<Coordinate> quay = new ArrayList<>();
        List<Coordinate> inner = new ArrayList<>();
        for (double u = StreetPlan.QUAY_BEGIN - 6; u <= StreetPlan.QUAY_END - 6; u += 8) {
            quay.add(plan.shore.at(u, 0));
            inner.add(plan.shore.at(u, Terrain.COPING));
        }
        quay.add(plan.canalNorth.points().get(0));
        inner.add(plan.canalNorth.at(3.5, 3.5));
        copings("quay-bay", quay, inner);
        copings("quay-canal-north", plan.canalNorth);
        copings("quay-holmen", plan.holmen);
        List<Coordinate> south = new ArrayList<>(plan.canalSouth.points());
        Collections.reverse(south);
        copings("quay-canal-south", Curve.polyline(south));
        bridge("bridge-storgatan", "Lindhamnsbron", plan.tram, 23, 1.1);
        bridge("bridge-promenade", "Lotsbron", Curve.through(858, 301, 866, 294, 906, 259, 916, 250), 5.5, 1.6);
        marina();
    }

    List<Structure> all() {
        return all;
    }

    private void copings(String id, Curve line) {
        List<Coordinate> front = new ArrayList<>();
        List<Coordinate> back = new ArrayList<>();
        for (double u = 0; u < line.length(); u += 8) {
            front.add(line.at(u, 0));
            back.add(line.at(u, Terrain.COPING));
        }
        front.add(line.at(line.length(), 0));
        back.add(line.at(line.length(), Terrain.COPING));
        copings(id, front, back);
    }

    /** The body of one quay line, inside the sheet; its face stands a forearm's length before the shore line. */
    private void copings(String id, List<Coordinate> front, List<Coordinate> back) {
        List<Coordinate> f = new ArrayList<>();
        List<Coordinate> b = new ArrayList<>();
        for (int i = 0; i < front.size(); i++) {
            if (plan.sheet.covers(Shapes.point(front.get(i))) && plan.sheet.covers(Shapes.point(back.get(i)))) {
                f.add(Solid.at(Shapes.mix(front.get(i), back.get(i), -0.45 / Terrain.COPING), 0));
                b.add(Solid.at(back.get(i), 0));
            }
        }
        all.add(new Structure(id, "OtherConstruction", null, "", "quay", Solid.strip(f, b, -4, Solid.flat(Terrain.QUAY + 0.06), "stone", "stone")));
    }

    private void bridge(String id, String name, Curve line, double width, double rise) {
        double from = Double.MAX_VALUE;
        double to = 0;
        for (double u = 0; u < line.length(); u += 0.5) {
            Coordinate l = line.at(u, width / 2);
            Coordinate r = line.at(u, -width / 2);
            if (plan.water.intersects(Shapes.line(List.of(l, r)))) {
                from = Math.min(from, u);
                to = Math.max(to, u);
            }
        }
        from -= 5;
        to += 5;
        int n = 12;
        List<Coordinate> left = new ArrayList<>();
        List<Coordinate> right = new ArrayList<>();
        for (int i = 0; i <= n; i++) {
            double u = from + (to - from) * i / n;
            double s = 2.0 * i / n - 1;
            double z = Terrain.QUAY + 0.1 + rise * (1 - s * s);
            left.add(Solid.at(line.at(u, width / 2), z));
            right.add(Solid.at(line.at(u, -width / 2), z));
        }
        all.add(new Structure(id, "Bridge", null, name, width > 10 ? "road and tram bridge" : "footbridge", deck(left, right, 0.9)));
        for (int side = 0; side < 2; side++) {
            List<Coordinate> edge = new ArrayList<>();
            List<Coordinate> in = new ArrayList<>();
            for (int i = 0; i <= n; i++) {
                Coordinate l = left.get(i);
                Coordinate r = right.get(i);
                Coordinate a = side == 0 ? l : Shapes.mix(r, l, 0.35 / width);
                Coordinate b = side == 0 ? Shapes.mix(l, r, 0.35 / width) : r;
                edge.add(Solid.at(a, l.getZ() + 1.05));
                in.add(Solid.at(b, l.getZ() + 1.05));
            }
            all.add(new Structure(id + "-railing-" + (side + 1), "BridgeInstallation", id, "", "railing", deck(edge, in, 1.3)));
        }
    }

    /** A curved slab of even thickness; the upper and lower sides are triangles, because a bent deck is not planar. */
    private static Solid deck(List<Coordinate> left, List<Coordinate> right, double thickness) {
        Solid s = new Solid("stone", "stone");
        int last = left.size() - 1;
        for (int i = 0; i < last; i++) {
            Coordinate a = left.get(i);
            Coordinate b = left.get(i + 1);
            Coordinate c = right.get(i + 1);
            Coordinate d = right.get(i);
            s.add(Kind.ROOF, List.of(d, c, b));
            s.add(Kind.ROOF, List.of(d, b, a));
            s.add(Kind.GROUND, List.of(low(b, thickness), low(c, thickness), low(d, thickness)));
            s.add(Kind.GROUND, List.of(low(a, thickness), low(b, thickness), low(d, thickness)));
            s.add(Kind.WALL, List.of(b, low(b, thickness), low(a, thickness), a).stream().toList());
            s.add(Kind.WALL, List.of(d, low(d, thickness), low(c, thickness), c));
        }
        s.add(Kind.WALL, List.of(left.get(0), low(left.get(0), thickness), low(right.get(0), thickness), right.get(0)));
        s.add(Kind.WALL, List.of(right.get(last), low(right.get(last), thickness), low(left.get(last), thickness), left.get(last)));
        return s;
    }

    private static Coordinate low(Coordinate c, double thickness) {
        return Solid.at(c, c.getZ() - thickness);
    }

    /** Three piers in the western bay with boats on both sides. */
    private void marina() {
        Dice dice = Dice.of("marina");
        int boats = 0;
        for (int k = 0; k < 3; k++) {
            double u = 246 + 44 * k;
            double length = 92 - 12 * Math.abs(k - 1);
            List<Coordinate> c = List.of(plan.shore.at(u - 1.4, -length), plan.shore.at(u + 1.4, -length), plan.shore.at(u + 1.4, 0.5), plan.shore.at(u - 1.4, 0.5));
            all.add(new Structure("pier-" + (k + 1), "OtherConstruction", null, "", "pier", Solid.prism(c, 0.25, 0.85, "stone", "stone")));
            for (double t = 13; t < length - 3; t += 4.6) {
                for (int side = -1; side <= 1; side += 2) {
                    if (dice.chance(0.8)) {
                        boat(++boats, plan.shore.at(u + side * 2.4, -t), plan.shore.at(u + side * 9, -t), dice);
                    }
                }
            }
        }
    }

    private void boat(int number, Coordinate pier, Coordinate out, Dice dice) {
        double l = dice.between(6.2, 9.2);
        double w = l * 0.31;
        double d = pier.distance(out);
        double ux = (out.x - pier.x) / d;
        double uy = (out.y - pier.y) / d;
        double[][] hull = {{0, -0.5}, {0.45, -0.5}, {0.78, -0.34}, {1, 0}, {0.78, 0.34}, {0.45, 0.5}, {0, 0.42}, {0, -0.42}};
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            double a = hull[i][0] * l + 0.4;
            double b = (i == 0 ? -0.42 : hull[i][1]) * w;
            ring.add(new Coordinate(pier.x + ux * a - uy * b, pier.y + uy * a + ux * b));
        }
        String id = "boat-" + number;
        all.add(new Structure(id, "CityFurniture", null, "", "boat", Solid.prism(ring, -0.3, 0.9, "timber-white", "timber-white")));
        List<Coordinate> cabin = Shapes.rectangle(new Coordinate(pier.x + ux * l * 0.45, pier.y + uy * l * 0.45), ux, uy, l * 0.3, w * 0.55);
        all.add(new Structure(id + "-cabin", "CityFurniture", null, "", "boat", Solid.prism(cabin, 0.9, 1.7, "timber-white", "plaster-grey")));
        if (dice.chance(0.6)) {
            List<Coordinate> mast = Shapes.rectangle(new Coordinate(pier.x + ux * l * 0.55, pier.y + uy * l * 0.55), ux, uy, 0.16, 0.16);
            all.add(new Structure(id + "-mast", "CityFurniture", null, "", "boat", Solid.prism(mast, 1.7, 1.7 + l * 1.15, "stone", "stone")));
        }
    }

    /** The piers and bridge decks as seen from above. */
    Geometry footprint() {
        return Shapes.union(all.stream().filter(s -> s.type().equals("Bridge") || s.function().equals("pier"))
                .flatMap(s -> s.solid().faces().stream()).filter(f -> f.kind() == Kind.ROOF)
                .map(f -> Shapes.polygon(f.ring())).toList());
    }
}
