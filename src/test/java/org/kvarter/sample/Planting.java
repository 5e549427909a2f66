package org.kvarter.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/** Where the trees stand: rows along streets and promenade, avenues, yards and gardens, the wood on the hill. */
final class Planting {
    /**
     * A tree.
     *
     * @param at      place
     * @param height  metres
     * @param crown   crown diameter, metres
     * @param species common name
     * @param place   street, park, courtyard, garden, wood …
     */
    record Tree(Coordinate at, double height, double crown, String species, String place) {
    }

    private final List<Tree> trees = new ArrayList<>();
    private final Map<Long, List<Coordinate>> cells = new HashMap<>();
    private final STRtree houses = new STRtree();
    private final IndexedPointInAreaLocator streets;
    private final IndexedPointInAreaLocator land;
    private final GroundPlan ground;

    Planting(GroundPlan ground, List<Site> sites) {
        this.ground = ground;
        for (Site site : sites) {
            for (Draft d : site.houses) {
                Geometry foot = d.footprint();
                houses.insert(foot.getEnvelopeInternal(), foot);
            }
        }
        List<Geometry> walked = new ArrayList<>(List.of(ground.streetArea, ground.pathArea));
        sites.forEach(s -> walked.addAll(s.paths));
        streets = new IndexedPointInAreaLocator(Shapes.union(walked).buffer(0.8));
        land = new IndexedPointInAreaLocator(Shapes.union(List.of(ground.plan.mainland, ground.plan.island)));
        streetTrees();
        for (Site site : sites) {
            for (Site.Open open : site.open) {
                plant(open, Dice.of(site.quarter + open.kind() + (int) open.area().getArea()));
            }
        }
    }

    List<Tree> trees() {
        return trees;
    }

    private void streetTrees() {
        Dice dice = Dice.of("street trees");
        for (Street s : ground.plan.streets) {
            Curve line = Curve.polyline(s.line());
            switch (s.name()) {
                case "Storgatan" -> {
                    row(s, line, 9, 10.5, "lime", 10.5, 5.6, dice);
                    row(s, line, -9, 10.5, "lime", 10.5, 5.6, dice);
                }
                case "Trädgårdsgatan" -> row(s, line, 4.4, 12, "rowan", 7, 4.2, dice);
                case "Bergsgatan" -> row(s, line, 4.2, 13, "birch", 9, 4.4, dice);
                case "Badhusgatan", "Repslagargatan", "Lotsgatan", "Kaptensgatan", "Norra vägen" -> row(s, line, 3.9, 12.5, "maple", 8, 4.4, dice);
                case "Varvsgatan", "Skeppargatan" -> row(s, line, -3.6, 12, "cherry", 6.5, 4, dice);
                case "Västra Lindallén" -> row(s, line, -8.6, 9.5, "lime", 12, 6.6, dice);
                case "Östra Lindallén" -> row(s, line, 8.6, 9.5, "lime", 12, 6.6, dice);
                default -> {
                }
            }
        }
        for (double u = StreetPlan.QUAY_BEGIN + 16; u < StreetPlan.QUAY_END - 30; u += 11) {
            if (u < 452 || u > 558) {
                add(ground.plan.shore.at(u, 12.6), 8.5, 5, "lime", "promenade", 4, dice);
            }
        }
        Curve holmen = ground.plan.holmen;
        for (double u = 30; u < holmen.length() - 70; u += 12) {
            add(holmen.at(u, 8.6), 7.5, 4.4, "whitebeam", "promenade", 4, dice);
        }
        for (double side : new double[] {-1, 1}) {
            for (double t = 34; t < 96; t += 9) {
                for (double du = 30; du <= 44; du += 9) {
                    add(ground.plan.shore.at(506 + side * du, t), 8, 5.2, "lime", "square", 4, dice);
                }
            }
        }
    }

    /** A row at an offset; trees keep away from crossings, facades and each other. */
    private void row(Street s, Curve line, double offset, double spacing, String species, double height, double crown, Dice dice) {
        for (double u = 8; u < line.length() - 6; u += spacing) {
            Coordinate c = line.at(u, offset);
            boolean crossing = ground.plan.streets.stream().anyMatch(o -> o != s && o.kind() != Street.Kind.PATH
                    && Shapes.line(o.line()).distance(Shapes.FACTORY.createPoint(c)) < o.width() / 2 + 3);
            if (!crossing) {
                add(c, height, crown, species, "street", 4, dice);
            }
        }
    }

    private void plant(Site.Open open, Dice dice) {
        switch (open.kind()) {
            case "wood" -> scatter(open, 9.6, 0.86, List.of("pine", "pine", "oak", "birch", "spruce"), 13, 6.4, dice);
            case "park" -> scatter(open, 13, open.name().startsWith("Lindall") ? 0 : 0.5, List.of("lime", "maple", "oak", "birch"), 11.5, 7, dice);
            case "lawn" -> scatter(open, 15, 0.55, List.of("birch", "oak", "pine", "maple"), 12, 6.8, dice);
            case "garden" -> scatter(open, 12, 0.5, List.of("apple", "apple", "birch", "cherry", "lilac"), 6, 4.4, dice);
            case "courtyard" -> scatter(open, 9, 0.45, List.of("cherry", "maple", "birch", "chestnut"), 8.5, 5, dice);
            case "schoolyard" -> scatter(open, 12, 0.3, List.of("chestnut", "maple"), 10, 6, dice);
            default -> {
            }
        }
    }

    /** One try per cell of a jittered grid. */
    private void scatter(Site.Open open, double cell, double density, List<String> species, double height, double crown, Dice dice) {
        Envelope e = open.area().getEnvelopeInternal();
        IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(open.area());
        for (double y = e.getMinY(); y < e.getMaxY(); y += cell) {
            for (double x = e.getMinX(); x < e.getMaxX(); x += cell) {
                Coordinate c = new Coordinate(Frame.mm(x + dice.between(0.1, 0.9) * cell), Frame.mm(y + dice.between(0.1, 0.9) * cell));
                String kind = dice.pick(species);
                double size = dice.between(0.75, 1.2);
                boolean glade = open.kind().equals("wood") && Terrain.noise(c.x / 46, c.y / 40) > 0.16;
                if (dice.chance(glade ? density * 0.12 : density) && inside.locate(c) == Location.INTERIOR && streets.locate(c) == Location.EXTERIOR) {
                    add(c, height * size, crown * size, kind, open.kind(), cell * 0.45, dice);
                }
            }
        }
    }

    private void add(Coordinate c, double height, double crown, String species, String place, double gap, Dice dice) {
        double h = height * dice.between(0.9, 1.12);
        double w = crown * dice.between(0.9, 1.1);
        boolean onSheet = c.x > 4 && c.y > 4 && c.x < Frame.WIDTH - 4 && c.y < Frame.HEIGHT - 4;
        if (!onSheet || land.locate(c) != Location.INTERIOR || near(c, gap) || facade(c, Math.min(3.2, w / 2 + 0.4))) {
            return;
        }
        cells.computeIfAbsent(key(c, 0, 0), k -> new ArrayList<>()).add(c);
        trees.add(new Tree(c, StrictMath.rint(h * 10) / 10, StrictMath.rint(w * 10) / 10, species, place));
    }

    private boolean facade(Coordinate c, double clear) {
        Geometry p = Shapes.FACTORY.createPoint(c);
        Envelope e = new Envelope(c);
        e.expandBy(clear);
        for (Object o : houses.query(e)) {
            if (((Geometry) o).distance(p) < clear) {
                return true;
            }
        }
        return false;
    }

    private boolean near(Coordinate c, double gap) {
        for (int i = -1; i <= 1; i++) {
            for (int j = -1; j <= 1; j++) {
                for (Coordinate o : cells.getOrDefault(key(c, i, j), List.of())) {
                    if (o.distance(c) < gap) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static long key(Coordinate c, int i, int j) {
        return ((long) (c.x / 10) + i) * 100_000 + (long) (c.y / 10) + j;
    }
}
