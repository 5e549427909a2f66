package org.kvarter.sample;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.sample.Draft.Function;
import org.kvarter.sample.Draft.Part;
import org.kvarter.sample.Solid.Profile;
import org.locationtech.jts.geom.Coordinate;

/** One of each: market hall, church, school, bath house, and the row of brick warehouses. */
final class Landmarks {
    private Landmarks() {
    }

    /** Market hall: a barrel-vaulted nave with clerestory between two aisles, its gable towards the water. */
    static void marketHall(Site site, Coordinate centre, double dx, double dy) {
        List<Coordinate> c = Shapes.rectangle(centre, dx, dy, 46, 34);
        double g = site.level(c);
        List<Profile> p = new ArrayList<>(List.of(new Profile(0, g + 5.2), new Profile(0.25, g + 7.4), new Profile(0.25, g + 9.6)));
        int arc = 12;
        for (int i = 1; i < arc; i++) {
            double a = StrictMath.PI * i / arc;
            p.add(new Profile(0.5 - 0.25 * StrictMath.cos(a), g + 9.6 + 6.2 * StrictMath.sin(a)));
        }
        p.addAll(List.of(new Profile(0.75, g + 9.6), new Profile(0.75, g + 7.4), new Profile(1, g + 5.2)));
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(Solid.strip(List.of(c.get(0), c.get(1)), List.of(c.get(3), c.get(2)), site.base(c), p, "brick-pale", "roof-copper")
                .paint(g + 9.6, g + 30, "glass-band").paint(site.base(c) - 1, g + 1.1, "base-stone"), c, 1));
        double l = c.get(0).distance(c.get(1));
        double ux = (c.get(1).x - c.get(0).x) / l;
        double uy = (c.get(1).y - c.get(0).y) / l;
        for (int side = -1; side <= 1; side += 2) {
            Coordinate corner = side < 0 ? c.get(0) : c.get(3);
            double out = 2.6 * side;
            List<Coordinate> turret = Shapes.rectangle(new Coordinate(corner.x + ux * 1.4 - uy * out, corner.y + uy * 1.4 + ux * out), ux, uy, 5.2, 5.2);
            parts.add(new Part(Solid.spire(turret, site.base(c), g + 10.5, g + 15.5, "brick-pale", "roof-copper").paint(site.base(c) - 1, g + 1.1, "base-stone"), turret, 1));
        }
        site.add(new Draft(site.quarter, Function.RETAIL, "Saluhallen", 1911, "vault", parts), Shapes.mitred(Shapes.union(
                parts.stream().map(q -> Shapes.polygon(q.footprint())).toList()), 3));
    }

    /** A low pavilion on a square or in a park. */
    static void pavilion(Site site, Coordinate centre, double dx, double dy, double length, double width, String name, Function function) {
        List<Coordinate> c = Shapes.rectangle(centre, dx, dy, length, width);
        double g = site.level(c);
        Solid solid = Solid.hipped(c, site.base(c), g + 3.8, g + 6.4, width / 2, null, "roof-copper");
        site.add(Draft.single(site.quarter, function, name, 1932, "hipped", new Part(solid, c, 1)), Shapes.mitred(Shapes.polygon(c), 2));
    }

    /** Church: steep nave, lower choir, tower with a copper spire; the axis points from tower to choir. */
    static void church(Site site, double x, double y, double dx, double dy) {
        double l = StrictMath.sqrt(dx * dx + dy * dy);
        double ux = dx / l;
        double uy = dy / l;
        List<Coordinate> tower = Shapes.rectangle(new Coordinate(x, y), dx, dy, 8.4, 8.4);
        List<Coordinate> nave = Shapes.rectangle(new Coordinate(x + ux * 18.2, y + uy * 18.2), dx, dy, 28, 14);
        List<Coordinate> choir = Shapes.rectangle(new Coordinate(x + ux * 36.2, y + uy * 36.2), dx, dy, 8, 9);
        double g = site.level(nave);
        double base = site.base(join(tower, nave, choir));
        List<Part> parts = List.of(
                new Part(Solid.spire(tower, base, g + 27, g + 48, null, "roof-copper"), tower, 1),
                new Part(Solid.strip(List.of(nave.get(0), nave.get(1)), List.of(nave.get(3), nave.get(2)), base, Solid.gable(g + 10, g + 19.5), null, "roof-slate"), nave, 1),
                new Part(Solid.strip(List.of(choir.get(0), choir.get(1)), List.of(choir.get(3), choir.get(2)), base, Solid.gable(g + 8, g + 13.5), null, "roof-slate"), choir, 1));
        site.add(new Draft(site.quarter, Function.CHURCH, "Lindhamns kyrka", 1896, "gable", parts), Shapes.mitred(Shapes.union(
                parts.stream().map(p -> Shapes.polygon(p.footprint())).toList()), 4));
    }

    /** School: a long main wing and two side wings around an open yard. {@code dx, dy} runs along the main wing, yard on its left. */
    static void school(Site site, double x, double y, double dx, double dy, double length) {
        double l = StrictMath.sqrt(dx * dx + dy * dy);
        double ux = dx / l;
        double uy = dy / l;
        List<Part> parts = new ArrayList<>();
        List<Coordinate> main = Shapes.rectangle(new Coordinate(x, y), dx, dy, length, 14);
        double g = site.level(main);
        double base = site.base(main) - 0.5;
        parts.add(new Part(Solid.hipped(main, base, g + 12.6, g + 18.4, 7, "brick-light", "roof-tile-dark"), main, 3));
        for (int side = -1; side <= 1; side += 2) {
            double along = side * (length / 2 - 6.5);
            Coordinate centre = new Coordinate(x + ux * along - uy * 20.5, y + uy * along + ux * 20.5);
            List<Coordinate> wing = Shapes.rectangle(centre, -uy, ux, 27, 13);
            parts.add(new Part(Solid.strip(List.of(wing.get(0), wing.get(1)), List.of(wing.get(3), wing.get(2)), base, Solid.gable(g + 9.2, g + 14.2), "brick-light", "roof-tile-dark"), wing, 2));
        }
        site.add(new Draft(site.quarter, Function.SCHOOL, "Lindhamnsskolan", 1914, "hipped", parts), Shapes.mitred(Shapes.union(
                parts.stream().map(p -> Shapes.polygon(p.footprint())).toList()), 6));
    }

    /** Brick warehouses side by side, steep gables to the water, narrow passages between. */
    static void warehouses(Site site, Curve shore, double from, double to, double front, double depth) {
        double u = from;
        int i = 0;
        Dice dice = site.dice;
        while (true) {
            double w = dice.between(13.2, 16.2);
            if (u + w > to) {
                break;
            }
            double deep = depth - dice.between(0, 3.5);
            List<Coordinate> c = square(shore, u, w, front, deep);
            int storeys = i % 3 == 1 ? 5 : 4;
            double eave = site.level(c) + 0.6 + storeys * 3.05 + dice.between(-0.5, 0.5);
            String wall = List.of("brick", "brick-dark", "brick", "brick-light").get(dice.whole(0, 3));
            Solid solid = Solid.strip(List.of(c.get(1), c.get(2)), List.of(c.get(0), c.get(3)), site.base(c),
                    Solid.gable(eave, eave + w / 2 * dice.between(1.15, 1.3)), wall, dice.chance(0.75) ? "roof-tile-dark" : "roof-slate")
                    .paint(site.base(c) - 1, site.level(c) + 1.3, "base-stone");
            Function use = List.of(Function.CULTURE, Function.OFFICE, Function.RETAIL, Function.OFFICE, Function.HOTEL).get(i % 5);
            site.add(Draft.single(site.quarter, use, "Magasin " + (i + 1), dice.whole(1868, 1889), "gable", new Part(solid, c, storeys)), Shapes.polygon(c));
            u += w + (i % 3 == 2 ? 9 : 4.2);
            i++;
        }
    }

    /** A long brick store with its eave to the water and gabled hoist bays. */
    static void longStore(Site site, Curve shore, double u, double length, double front, double depth, int storeys, String name) {
        List<Coordinate> c = square(shore, u, length, front, depth);
        double eave = site.level(c) + 0.6 + storeys * 3.2;
        List<GableHouse.Bay> bays = new ArrayList<>();
        for (double at = 8; at < length - 5; at += 14) {
            bays.add(new GableHouse.Bay(at, 4.2, 1.4, 2.4));
        }
        Solid solid = GableHouse.build(List.of(c.get(0), c.get(1)), List.of(c.get(3), c.get(2)), site.base(c), eave, eave + depth * 0.5,
                new GableHouse.Detail(bays, List.of(), false, false), "brick", "roof-tile-dark")
                .paint(site.base(c) - 1, site.level(c) + 1.3, "base-stone");
        site.add(Draft.single(site.quarter, Function.CULTURE, name, 1881, "gable", new Part(solid, c, storeys)), Shapes.mitred(Shapes.polygon(c), 2));
    }

    /** The look-out tower on the hill: eight sides, brick, copper roof. */
    static void lookout(Site site, double x, double y) {
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            double a = StrictMath.PI * (i + 0.5) / 4;
            ring.add(Solid.at(new Coordinate(x + 4.6 * StrictMath.cos(a), y + 4.6 * StrictMath.sin(a)), 0));
        }
        double g = site.level(ring);
        site.add(Draft.single(site.quarter, Function.CULTURE, "Utkiken", 1903, "spire",
                new Part(Solid.spire(ring, site.base(ring), g + 19, g + 26, "brick-light", "roof-copper"), ring, 4)), Shapes.mitred(Shapes.polygon(ring), 4));
    }

    /** A rectangle with its first side on the shore's parallel: front left, front right, back right, back left. */
    static List<Coordinate> square(Curve shore, double u, double width, double front, double depth) {
        Coordinate mid = shore.at(u + width / 2, front);
        Coordinate in = shore.at(u + width / 2, front + depth);
        double k = width / 2 / mid.distance(in);
        double sx = (in.y - mid.y) * k;
        double sy = -(in.x - mid.x) * k;
        return List.of(Solid.at(new Coordinate(mid.x - sx, mid.y - sy), 0), Solid.at(new Coordinate(mid.x + sx, mid.y + sy), 0),
                Solid.at(new Coordinate(in.x + sx, in.y + sy), 0), Solid.at(new Coordinate(in.x - sx, in.y - sy), 0));
    }

    @SafeVarargs
    private static List<Coordinate> join(List<Coordinate>... rings) {
        List<Coordinate> out = new ArrayList<>();
        for (List<Coordinate> r : rings) {
            out.addAll(r);
        }
        return out;
    }
}
