package org.kvarter.sample;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.sample.Waterside.Structure;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** What stands about in a lived-in district: lamps, benches and bollards, the tram's wires and stops, parked cars, stalls, yards in use, people. */
final class StreetLife {
    private static final List<String> CARS = List.of("car-grey", "car-blue", "car-white", "car-grey", "car-sand");

    private final List<Structure> all = new ArrayList<>();
    private final GroundPlan ground;
    private final Terrain terrain;
    private final StreetPlan plan;
    private final Planting planting;

    StreetLife(GroundPlan ground, Terrain terrain, List<Site> sites, Planting planting) {
        this.ground = ground;
        this.terrain = terrain;
        this.plan = ground.plan;
        this.planting = planting;
        quay();
        ferry(new Coordinate(372, 292), 1, 0.42);
        tram();
        cars();
        market();
        for (Site s : sites) {
            s.open.stream().filter(o -> o.kind().equals("courtyard") && o.area().getArea() > 350).forEach(o -> yard(s, o));
        }
    }

    List<Structure> all() {
        return all;
    }

    private void put(String function, Solid solid) {
        all.add(new Structure(function.replace(' ', '-') + "-" + (all.size() + 1), "CityFurniture", null, "", function, solid));
    }

    private double z(Coordinate c) {
        return Math.max(terrain.at(c.x, c.y), plan.water.contains(Shapes.point(c)) ? -9 : Terrain.QUAY);
    }

    private static Coordinate away(Coordinate c, double dx, double dy, double along, double left) {
        double l = StrictMath.sqrt(dx * dx + dy * dy);
        return new Coordinate(c.x + (dx * along - dy * left) / l, c.y + (dy * along + dx * left) / l);
    }

    private Solid box(Coordinate c, double dx, double dy, double length, double width, double low, double high, String material) {
        return Solid.prism(Shapes.rectangle(c, dx, dy, length, width), low, high, material, material);
    }

    private void quay() {
        Curve shore = plan.shore;
        Dice dice = Dice.of("quay life");
        for (double u = StreetPlan.QUAY_BEGIN + 6; u < StreetPlan.QUAY_END - 20; u += 24) {
            put("bollard", post(shore.at(u, 1.1), 0.26, Terrain.QUAY, Terrain.QUAY + 0.65, "iron"));
        }
        for (double u = StreetPlan.QUAY_BEGIN + 21.5; u < StreetPlan.QUAY_END - 40; u += 22) {
            Coordinate c = shore.at(u, 9.8);
            Coordinate d = shore.at(u + 1, 9.8);
            bench(c, d.x - c.x, d.y - c.y);
            lamp(shore.at(u + 5.5, 7), shore.at(u + 5.5, 6));
        }
        for (int i = 0; i < 30; i++) {
            Coordinate c = shore.at(dice.between(230, 960), dice.between(5.2, 11.2));
            person(c, dice);
        }
        for (double u : new double[] {402, 700, 842}) {
            kiosk(shore.at(u, 10.3));
        }
        crane(shore.at(672, 5.5), shore.at(672, 0));
    }

    private Solid post(Coordinate c, double radius, double low, double high, String material) {
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            double a = StrictMath.PI * i / 3;
            ring.add(new Coordinate(c.x + radius * StrictMath.cos(a), c.y + radius * StrictMath.sin(a)));
        }
        return Solid.prism(ring, low, high, material, material);
    }

    /** A bench with its back to the left of a direction. */
    private void bench(Coordinate c, double dx, double dy) {
        double g = z(c);
        put("bench", box(c, dx, dy, 2.1, 0.5, g + 0.32, g + 0.46, "door-oak").with(box(away(c, dx, dy, 0, 0.3), dx, dy, 2.1, 0.08, g + 0.35, g + 0.9, "door-oak"))
                .with(box(away(c, dx, dy, 0, 0.05), dx, dy, 1.5, 0.3, g - 0.1, g + 0.3, "iron")));
    }

    private void lamp(Coordinate c, Coordinate towards) {
        double g = z(c);
        double dx = towards.x - c.x;
        double dy = towards.y - c.y;
        put("lamp", box(c, dx, dy, 0.13, 0.13, g - 0.1, g + 5.0, "iron").with(box(away(c, dx, dy, 0.45, 0), dx, dy, 1.1, 0.24, g + 5.02, g + 5.16, "iron")));
    }

    private void person(Coordinate c, Dice dice) {
        double a = dice.between(0, 6.2);
        double h = dice.between(1.55, 1.85);
        double g = z(c);
        double dx = StrictMath.cos(a);
        double dy = StrictMath.sin(a);
        String coat = dice.pick(List.of("coat-dark", "coat-pale", "coat-pale", "coat-warm"));
        put("person", Solid.prism(Shapes.rectangle(c, dx, dy, 0.3, 0.46), g - 0.05, g + h * 0.84, coat, coat)
                .with(Solid.prism(Shapes.rectangle(c, dx, dy, 0.2, 0.2), g + h * 0.85, g + h, "coat-pale", "coat-dark")));
    }

    private void kiosk(Coordinate c) {
        double g = z(c);
        List<Coordinate> ring = new ArrayList<>();
        List<Coordinate> eaves = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            double a = StrictMath.PI * (i + 0.5) / 4;
            ring.add(new Coordinate(c.x + 1.9 * StrictMath.cos(a), c.y + 1.9 * StrictMath.sin(a)));
            eaves.add(new Coordinate(c.x + 2.6 * StrictMath.cos(a), c.y + 2.6 * StrictMath.sin(a)));
        }
        put("kiosk", Solid.prism(ring, g - 0.3, g + 2.6, "timber-white", "timber-white").paint(g + 1.0, g + 2.3, "glass-shop")
                .with(Solid.spire(eaves, g + 2.62, g + 2.8, g + 4.2, "roof-copper", "roof-copper")));
    }

    /** An old harbour crane: a portal, a house that turns, a jib over the water. */
    private void crane(Coordinate c, Coordinate water) {
        double g = Terrain.QUAY;
        double dx = water.x - c.x;
        double dy = water.y - c.y;
        Solid crane = box(c, dx, dy, 5.4, 5.4, g + 5.4, g + 6.0, "iron");
        for (int i = 0; i < 4; i++) {
            crane.with(box(away(c, dx, dy, i < 2 ? -2.4 : 2.4, i % 2 == 0 ? -2.4 : 2.4), dx, dy, 0.5, 0.5, g - 0.3, g + 5.38, "iron"));
        }
        crane.with(box(away(c, dx, dy, -0.5, 0), dx, dy, 4.4, 3.2, g + 6.02, g + 9.4, "crane").paint(g + 7.6, g + 8.8, "glass-shop"));
        Coordinate foot = Solid.at(away(c, dx, dy, 1.8, 0), g + 6.6);
        Coordinate head = Solid.at(away(c, dx, dy, 14.5, 0), g + 20);
        crane.with(Solid.beam(foot, head, 0.7, "crane")).with(Solid.beam(Solid.at(away(c, dx, dy, -1.6, 0), g + 9.45), head, 0.16, "iron"))
                .with(Solid.beam(Solid.at(away(c, dx, dy, 14.4, 0), g + 19.6), Solid.at(away(c, dx, dy, 14.4, 0.01), g + 8), 0.12, "iron"));
        put("crane", crane);
    }

    /** The ferry across the bay, on its way to the quay. */
    private void ferry(Coordinate c, double dx, double dy) {
        double[][] plan = {{-15, -3.6}, {8, -4}, {13, -2.6}, {17, 0}, {13, 2.6}, {8, 4}, {-15, 3.6}};
        List<Coordinate> hull = new ArrayList<>();
        for (double[] p : plan) {
            hull.add(away(c, dx, dy, p[0], p[1]));
        }
        put("ferry", Solid.prism(hull, -0.6, 1.9, "hull-dark", "stone")
                .with(box(away(c, dx, dy, -2, 0), dx, dy, 21, 6.4, 1.92, 4.5, "timber-white").paint(2.7, 3.9, "glass-shop"))
                .with(box(away(c, dx, dy, -3.5, 0), dx, dy, 15, 5, 4.52, 6.8, "timber-white").paint(5.2, 6.3, "glass-shop"))
                .with(box(away(c, dx, dy, 2, 0), dx, dy, 3, 3.6, 6.82, 8.8, "timber-white").paint(7.4, 8.4, "glass-shop"))
                .with(post(away(c, dx, dy, -6, 0), 0.8, 6.82, 9.6, "crane")));
    }

    private void tram() {
        Curve line = plan.tram;
        Coordinate before = null;
        for (double u = 26; u < line.length() - 8; u += 34) {
            Coordinate c = line.at(u, 3.1);
            if (plan.water.distance(Shapes.point(c)) < 6) {
                before = null;
                continue;
            }
            double g = z(c);
            Coordinate over = line.at(u, 0);
            put("mast", box(c, over.x - c.x, over.y - c.y, 0.2, 0.2, g - 0.2, g + 6.4, "iron")
                    .with(Solid.beam(Solid.at(away(c, over.x - c.x, over.y - c.y, 0.12, 0), g + 6), Solid.at(away(over, over.x - c.x, over.y - c.y, 0.4, 0), g + 6), 0.09, "iron")));
            Coordinate wire = Solid.at(over, g + 5.85);
            if (before != null) {
                put("wire", Solid.beam(before, wire, 0.05, "iron"));
            }
            before = wire;
        }
        for (double u : new double[] {64, 176, 468, 800}) {
            stop(line, u, -1);
        }
    }

    /** A platform with a shelter beside the track. */
    private void stop(Curve line, double u, int side) {
        Coordinate a = line.at(u - 14, side * 2.9);
        Coordinate b = line.at(u + 14, side * 2.9);
        Coordinate m = line.at(u, side * 2.9);
        double dx = b.x - a.x;
        double dy = b.y - a.y;
        double g = z(m);
        put("tram stop", box(m, dx, dy, 28, 2.2, g - 0.6, g + 0.26, "stone"));
        Coordinate back = line.at(u, side * 3.6);
        Solid shelter = box(m, dx, dy, 6.4, 1.9, g + 2.75, g + 2.9, "roof-zinc").with(box(back, dx, dy, 6, 0.08, g + 0.5, g + 2.5, "glass"));
        for (int i = -1; i <= 1; i += 2) {
            shelter.with(box(away(back, dx, dy, 3.05 * i, 0), dx, dy, 0.1, 0.1, g + 0.27, g + 2.74, "iron"));
        }
        put("tram stop", shelter);
    }

    private void cars() {
        Dice dice = Dice.of("cars");
        for (Street s : ground.plan.streets) {
            if (s.kind() == Street.Kind.PATH || s.kind() == Street.Kind.MAIN || s.width() < 10) {
                continue;
            }
            Curve line = Curve.polyline(s.line());
            double side = s.carriageway() / 2 - 1.05;
            for (double u = 22; u < line.length() - 22; u += 6.2) {
                if (dice.chance(0.88)) {
                    continue;
                }
                Coordinate c = line.at(u, dice.chance(0.5) ? side : -side);
                Coordinate d = line.at(u + 1, 0);
                Coordinate o = line.at(u - 1, 0);
                boolean crossing = ground.plan.streets.stream().anyMatch(x -> x != s && x.kind() != Street.Kind.PATH
                        && Shapes.line(x.line()).distance(Shapes.point(c)) < x.width() / 2 + 7);
                if (!crossing && plan.sheet.contains(Shapes.point(c)) && plan.water.distance(Shapes.point(c)) > 4 && level(c, d.x - o.x, d.y - o.y)) {
                    car(c, d.x - o.x, d.y - o.y, dice);
                }
            }
        }
    }

    private boolean level(Coordinate c, double dx, double dy) {
        return Math.abs(z(away(c, dx, dy, 2, 0)) - z(away(c, dx, dy, -2, 0))) < 0.35;
    }

    private void car(Coordinate c, double dx, double dy, Dice dice) {
        double g = z(c);
        String paint = dice.pick(CARS);
        put("car", box(c, dx, dy, 4.3, 1.75, g + 0.22, g + 0.88, paint).with(box(away(c, dx, dy, -0.25, 0), dx, dy, 2.3, 1.5, g + 0.89, g + 1.42, "glass-shop")));
    }

    /** Stalls in two rows before the market hall, and those who buy there. */
    private void market() {
        Dice dice = Dice.of("market");
        for (int row = 0; row < 2; row++) {
            for (int i = 0; i < 6; i++) {
                Coordinate c = plan.shore.at(487 + i * 7.6, 31.5 + row * 6.4);
                Coordinate d = plan.shore.at(488 + i * 7.6, 31.5 + row * 6.4);
                stall(c, d.x - c.x, d.y - c.y, (i + row) % 3);
            }
        }
        for (int i = 0; i < 30; i++) {
            person(plan.shore.at(dice.between(478, 536), dice.between(28.5, 42)), dice);
        }
        for (int i = 0; i < 26; i++) {
            Coordinate c = plan.tram.at(dice.between(120, 720), (dice.chance(0.5) ? 1 : -1) * dice.between(9.8, 11.6));
            person(c, dice);
        }
    }

    private void stall(Coordinate c, double dx, double dy, int kind) {
        double g = z(c);
        String cloth = List.of("awning-red", "awning-cream", "awning-green").get(kind);
        List<Coordinate> r = Shapes.rectangle(c, dx, dy, 3.4, 2.6);
        Solid stall = Solid.strip(List.of(Solid.at(r.get(0), 0), Solid.at(r.get(1), 0)), List.of(Solid.at(r.get(3), 0), Solid.at(r.get(2), 0)), g + 2.1, Solid.gable(g + 2.2, g + 3.0), cloth, cloth);
        put("stall", stall.with(box(c, dx, dy, 2.9, 1.2, g - 0.1, g + 0.95, "door-oak")).with(box(away(c, dx, dy, -1.5, 0), dx, dy, 0.1, 0.1, g + 0.96, g + 2.09, "iron"))
                .with(box(away(c, dx, dy, 1.5, 0), dx, dy, 0.1, 0.1, g + 0.96, g + 2.09, "iron")));
    }

    /** A yard in use: a shelter for bicycles, planting beds, a sand pit with a swing, a table. */
    private void yard(Site site, Site.Open open) {
        Dice dice = Dice.of("yard " + site.quarter + (int) open.area().getArea());
        Geometry taken = Shapes.union(new ArrayList<>(site.paths));
        PreparedGeometry inside = PreparedGeometryFactory.prepare(open.area().buffer(-0.4).difference(taken.buffer(0.2)));
        List<Polygon> used = new ArrayList<>();
        Coordinate[] ring = open.area().getCoordinates();
        double dx = ring[1].x - ring[0].x;
        double dy = ring[1].y - ring[0].y;
        int[] wanted = {1, 1, 5, 2};
        for (int n = 0; n < 260 && wanted[0] + wanted[1] + wanted[2] + wanted[3] > 0; n++) {
            int what = wanted[0] > 0 ? 0 : wanted[1] > 0 ? 1 : wanted[2] > 0 ? 2 : 3;
            double length = new double[] {6.5, 7, 4.2, 2.4}[what];
            double width = new double[] {2.4, 6, 1.3, 2.2}[what];
            var e = open.area().getEnvelopeInternal();
            Coordinate c = new Coordinate(Frame.mm(dice.between(e.getMinX(), e.getMaxX())), Frame.mm(dice.between(e.getMinY(), e.getMaxY())));
            boolean turned = dice.chance(0.5);
            double ax = turned ? -dy : dx;
            double ay = turned ? dx : dy;
            Polygon foot = Shapes.polygon(Shapes.rectangle(c, ax, ay, length + 0.8, width + 0.8));
            if (inside.contains(foot) && used.stream().noneMatch(u -> u.intersects(foot)) && isClearOfTrees(foot)) {
                used.add(foot);
                wanted[what]--;
                use(what, c, ax, ay, dice);
            } else if (n % 65 == 64) {
                wanted[what] = 0;
            }
        }
    }

    private void use(int what, Coordinate c, double dx, double dy, Dice dice) {
        double g = z(c);
        switch (what) {
            case 0 -> put("bicycle shelter", box(c, dx, dy, 6.2, 2.2, g + 2.2, g + 2.36, "roof-sedum").with(box(away(c, dx, dy, 0, 0.95), dx, dy, 6, 0.12, g - 0.3, g + 2.18, "timber-falu"))
                    .with(box(away(c, dx, dy, -2.95, 0), dx, dy, 0.12, 1.7, g - 0.3, g + 2.18, "timber-falu")).with(box(away(c, dx, dy, 2.95, 0), dx, dy, 0.12, 1.7, g - 0.3, g + 2.18, "timber-falu")));
            case 1 -> playground(c, dx, dy, g);
            case 2 -> put("planting bed", box(c, dx, dy, 4, 1.2, g - 0.3, g + 0.42, "door-oak").with(box(c, dx, dy, 3.7, 0.95, g + 0.43, g + dice.between(0.6, 0.95), "leaf")));
            default -> put("table", box(c, dx, dy, 1.8, 0.8, g + 0.66, g + 0.76, "door-oak").with(box(c, dx, dy, 1.2, 0.12, g - 0.2, g + 0.65, "iron"))
                    .with(box(away(c, dx, dy, 0, 0.85), dx, dy, 1.8, 0.32, g + 0.3, g + 0.44, "door-oak")).with(box(away(c, dx, dy, 0, -0.85), dx, dy, 1.8, 0.32, g + 0.3, g + 0.44, "door-oak")));
        }
    }

    private void playground(Coordinate c, double dx, double dy, double g) {
        Coordinate pit = away(c, dx, dy, -1.6, 0);
        Solid play = box(pit, dx, dy, 3.6, 3.6, g - 0.3, g + 0.22, "door-oak").with(box(pit, dx, dy, 3.2, 3.2, g + 0.225, g + 0.26, "sand"));
        Coordinate swing = away(c, dx, dy, 2.2, 0);
        double side = 1.5;
        for (int k = -1; k <= 1; k += 2) {
            Coordinate top = Solid.at(away(swing, dx, dy, 0, side * k), g + 2.2);
            play.with(Solid.beam(Solid.at(away(swing, dx, dy, -0.8, side * k), g - 0.1), top, 0.1, "tram")).with(Solid.beam(Solid.at(away(swing, dx, dy, 0.8, side * k), g - 0.1), top, 0.1, "tram"));
        }
        play.with(Solid.beam(Solid.at(away(swing, dx, dy, 0, -side - 0.1), g + 2.24), Solid.at(away(swing, dx, dy, 0, side + 0.1), g + 2.24), 0.12, "tram"))
                .with(box(away(swing, dx, dy, 0, 0.6), dx, dy, 0.25, 0.5, g + 0.5, g + 0.56, "iron")).with(box(away(swing, dx, dy, 0, -0.6), dx, dy, 0.25, 0.5, g + 0.5, g + 0.56, "iron"));
        put("playground", play);
    }

    private boolean isClearOfTrees(Polygon foot) {
        for (Planting.Tree t : planting.trees()) {
            Point p = Shapes.point(t.at());
            if (foot.isWithinDistance(p, 0.7)) {
                return false;
            }
        }
        return true;
    }
}
