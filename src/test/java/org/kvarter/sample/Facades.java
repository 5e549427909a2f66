package org.kvarter.sample;

import java.util.List;
import org.kvarter.sample.Draft.Part;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Dresses the finished bodies: rows of windows storey by storey, doors, shop fronts towards the street, balconies. A window is one
 * rectangle a finger's breadth before its wall, so that a whole wall of them costs little; walls at a neighbour stay blank.
 */
final class Facades {
    /** How far a window stands before its wall, metres: less than light is measured off a wall, more than a depth buffer's grain. */
    private static final double PROUD = 0.035;

    /** Windows to the yard and the side stand wider apart. */
    private static final double YARD = 1.8;

    /** A body that may stand before a window. */
    private record Neighbour(Part part, Polygon footprint, double top) {
    }

    private final Terrain terrain;
    private final STRtree neighbours = new STRtree();
    private final PreparedGeometry street;

    private Facades(GroundPlan ground, Terrain terrain, List<Site> sites) {
        this.terrain = terrain;
        List<Geometry> open = new java.util.ArrayList<>(List.of(ground.streetArea, ground.quayArea));
        for (Site s : sites) {
            s.open.stream().filter(o -> o.kind().equals("square")).forEach(o -> open.add(o.area()));
            for (Draft d : s.houses) {
                for (Part p : d.parts()) {
                    Polygon foot = Shapes.polygon(p.footprint());
                    double top = p.solid().faces().stream().flatMap(f -> f.ring().stream()).mapToDouble(Coordinate::getZ).max().orElseThrow();
                    neighbours.insert(foot.getEnvelopeInternal(), new Neighbour(p, foot, top));
                }
            }
        }
        street = PreparedGeometryFactory.prepare(Shapes.union(open));
    }

    static void dress(GroundPlan ground, Terrain terrain, List<Site> sites) {
        Facades facades = new Facades(ground, terrain, sites);
        for (Site s : sites) {
            for (int i = 0; i < s.houses.size(); i++) {
                Draft d = s.houses.get(i);
                Dice dice = Dice.of("facade " + s.quarter + i);
                for (Part p : d.parts()) {
                    facades.dress(d, p, s.level(p.footprint()), dice);
                }
            }
        }
    }

    private void dress(Draft draft, Part part, double ground, Dice dice) {
        Rhythm rhythm = Rhythm.of(draft, part);
        List<Elevation> walls = Elevation.of(part.solid());
        double eave = walls.stream().filter(w -> w.width() > 4 && w.low() < ground + 1).mapToDouble(Elevation::shoulder).min().orElse(ground + 3);
        int storeys = Math.max(1, (int) StrictMath.rint((eave - ground - rhythm.plinth()) / rhythm.storey()));
        double storey = Math.max(2.4, (eave - ground - rhythm.plinth()) / storeys);
        boolean door = false;
        int balconies = 0;
        for (Elevation wall : walls) {
            boolean shown = outside(wall, street, 6);
            int columns = (int) ((wall.width() - 2 * rhythm.margin()) / (rhythm.spacing() * (shown ? 1.18 : rhythm.balconies() ? 1.45 : YARD)));
            if (columns == 0 && wall.width() > rhythm.width() + 1.4 || wall.low() > ground + 1) {
                columns = Math.max(columns, wall.width() > rhythm.width() + 0.8 ? 1 : 0);
            }
            double step = columns == 0 ? 0 : wall.width() / columns;
            int stack = rhythm.balconies() && columns > 2 && wall.low() < ground + 1 && balconies < 1 ? dice.whole(1, columns - 2) : -1;
            balconies += stack >= 0 ? 1 : 0;
            int entrance = shown && !door && columns > 0 && wall.low() < ground + 1 && wall.width() > 5 ? columns / 2 : -1;
            for (int floor = 0; columns > 0 && ground + rhythm.plinth() + floor * storey < wall.high() - 1.2; floor++) {
                double level = ground + rhythm.plinth() + floor * storey;
                boolean shop = floor == 0 && shown && rhythm.shops();
                for (int column = 0; column < columns; column++) {
                    double s = wall.left() + (column + 0.5) * step;
                    if (floor == 0 && column == entrance) {
                        door |= door(part, wall, s, rhythm, shop);
                    } else if (rhythm.hoist() && column == columns / 2 && columns > 1 && wall.width() < 17) {
                        opening(part, wall, s, level + 0.2, 1.5, 2.1, Solid.Kind.DOOR, "door-green");
                    } else if (shop) {
                        shop(part, wall, s, step, ground + 0.45);
                    } else {
                        boolean french = column == stack && floor > 0 && level + storey < wall.shoulder() + 0.3;
                        double sill = french ? 0.15 : rhythm.sill();
                        double height = french ? rhythm.sill() + rhythm.height() - 0.15 : Math.min(rhythm.height(), storey - 1.1);
                        boolean made = opening(part, wall, s, level + sill, rhythm.width(), height, Solid.Kind.WINDOW, null);
                        if (made && french) {
                            balcony(part, wall, s, level, Math.min(3.4, step * 1.1));
                        }
                    }
                }
            }
        }
    }

    private boolean door(Part part, Elevation wall, double s, Rhythm rhythm, boolean shop) {
        double w = shop ? 1.5 : 1.3;
        double foot = Math.max(ground(wall, s - w / 2), ground(wall, s + w / 2)) + 0.03;
        return foot < wall.low() + 6 && free(part, wall, s, foot + 1)
                && fit(part, wall, s, foot, w, rhythm.shops() ? 2.9 : 2.3, Solid.Kind.DOOR, rhythm.door());
    }

    private void shop(Part part, Elevation wall, double s, double step, double sill) {
        double foot = Math.max(sill, Math.max(ground(wall, s - step / 2), ground(wall, s + step / 2)) + 0.35);
        double head = sill + 2.85;
        if (head - foot > 1.4 && free(part, wall, s, foot + 0.4)) {
            fit(part, wall, s, foot, Math.min(4.4, step * 0.8), head - foot, Solid.Kind.WINDOW, "glass-shop");
        }
    }

    private boolean opening(Part part, Elevation wall, double s, double sill, double width, double height, Solid.Kind kind, String material) {
        return sill > ground(wall, s) + 0.45 && free(part, wall, s, sill) && fit(part, wall, s, sill, width, height, kind, material);
    }

    /** Adds the rectangle where the wall has room for it. */
    private static boolean fit(Part part, Elevation wall, double s, double z, double width, double height, Solid.Kind kind, String material) {
        if (!wall.holds(s - width / 2 - 0.15, z, s + width / 2 + 0.15, z + height + 0.2)) {
            return false;
        }
        part.solid().fit(kind, List.of(wall.at(s - width / 2, z, PROUD), wall.at(s + width / 2, z, PROUD), wall.at(s + width / 2, z + height, PROUD),
                wall.at(s - width / 2, z + height, PROUD)), material);
        return true;
    }

    /** A slab with a breast-high front, one closed box. */
    private static void balcony(Part part, Elevation wall, double s, double level, double width) {
        List<Coordinate> ring = List.of(wall.at(s - width / 2, 0, 0.0), wall.at(s - width / 2, 0, 1.25), wall.at(s + width / 2, 0, 1.25), wall.at(s + width / 2, 0, 0.0));
        Solid.prism(ring, level - 0.15, level + 0.95, "balcony", "balcony").faces().forEach(f -> part.solid().fit(f.kind(), f.ring(), f.material()));
    }

    private double ground(Elevation wall, double s) {
        Coordinate c = wall.at(s, 0, 0.4);
        return terrain.at(c.x, c.y);
    }

    private boolean outside(Elevation wall, PreparedGeometry area, double distance) {
        return area.contains(Shapes.FACTORY.createPoint(wall.at(wall.left() + wall.width() / 2, 0, distance)));
    }

    /** Whether nothing stands before a place on a wall. */
    private boolean free(Part part, Elevation wall, double s, double z) {
        return isOpen(part, wall.at(s, z, 0.5)) && isOpen(part, wall.at(s - 0.5, z, 0.8)) && isOpen(part, wall.at(s + 0.5, z, 0.8));
    }

    private boolean isOpen(Part part, Coordinate c) {
        Geometry p = Shapes.FACTORY.createPoint(c);
        for (Object o : neighbours.query(new Envelope(c))) {
            Neighbour n = (Neighbour) o;
            if (n.part != part && n.top > c.getZ() - 0.3 && n.footprint.contains(p)) {
                return false;
            }
        }
        return true;
    }
}
