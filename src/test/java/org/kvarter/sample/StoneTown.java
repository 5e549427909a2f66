package org.kvarter.sample;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.sample.Draft.Function;
import org.kvarter.sample.Draft.Part;
import org.kvarter.sample.GableHouse.Bay;
import org.kvarter.sample.Solid.Profile;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Closed blocks: houses wall to wall around a planted yard, each with its own height, roof and colour. */
final class StoneTown {
    /** How a block's houses look. */
    enum Style { STONE, GARDEN, MODERN }

    /**
     * A block's brief.
     *
     * @param style   look of the houses
     * @param storeys usual number of storeys
     * @param year    usual year of construction
     * @param depth   depth of the houses, metres
     * @param gaps    share of houses left out, so that the yard opens
     * @param towers  x, y, storeys of corner towers
     */
    record Brief(Style style, int storeys, int year, double depth, double gaps, double... towers) {
    }

    /** A rhythm in storeys around the block; corners get one more. */
    private static final int[] RHYTHM = {0, 0, -1, 0, 1, 0, -1, 0, 0, 1, -1};

    private final Site site;
    private final Brief brief;
    private final Dice dice;

    private StoneTown(Site site, Brief brief) {
        this.site = site;
        this.brief = brief;
        this.dice = site.dice;
    }

    static void build(Site site, Brief brief) {
        new StoneTown(site, brief).build();
    }

    private void build() {
        double frontage = brief.style == Style.MODERN ? 24 : brief.style == Style.GARDEN ? 17.5 : 21.5;
        double chamfer = brief.style == Style.STONE && brief.towers.length == 0 ? 4.2 : 0;
        Perimeter rim = Perimeter.within(site.block, brief.depth, frontage, chamfer, site.quarter);
        List<Perimeter.Plot> plots = rim.plots();
        List<Coordinate> yard = rim.yard();
        Coordinate centre = yard.isEmpty() ? site.block.getCentroid().getCoordinate() : Shapes.polygon(yard).getCentroid().getCoordinate();
        int start = dice.whole(0, RHYTHM.length - 1);
        boolean lastGap = true;
        List<Draft> group = new ArrayList<>();
        List<Geometry> parcels = new ArrayList<>();
        for (int i = 0; i < plots.size(); i++) {
            Perimeter.Plot plot = plots.get(i);
            boolean gap = !lastGap && plot.corner() < 0 && i < plots.size() - 1 && dice.chance(brief.gaps);
            lastGap = gap;
            if (gap || !Shapes.polygon(plot.outline()).isValid()) {
                close(group, parcels);
                continue;
            }
            int rhythm = RHYTHM[(start + i) % RHYTHM.length];
            Draft house = tower(plot);
            if (house == null) {
                house = house(plot, Math.max(2, brief.storeys + (plot.corner() >= 0 ? Math.max(0, rhythm) : rhythm)));
            }
            group.add(house);
            parcels.add(parcel(plot, centre));
            if (brief.style != Style.GARDEN || group.size() == 3 || house.parts().size() > 1) {
                close(group, parcels);
            }
        }
        close(group, parcels);
        if (yard.isEmpty()) {
            site.rest("courtyard", site.quarter, 1.6);
        } else {
            yard(yard);
        }
    }

    /** One building of the houses gathered so far: in the garden blocks two or three stair-houses share an owner and a boiler. */
    private void close(List<Draft> group, List<Geometry> parcels) {
        if (!group.isEmpty()) {
            Draft first = group.get(0);
            List<Part> parts = group.stream().flatMap(d -> d.parts().stream()).toList();
            site.add(new Draft(first.quarter(), first.function(), first.name(), first.year(), first.roofType(), parts), Shapes.union(parcels));
        }
        group.clear();
        parcels.clear();
    }

    /** The house with its slice of the yard. */
    private Geometry parcel(Perimeter.Plot plot, Coordinate centre) {
        List<Coordinate> ring = new ArrayList<>(plot.front());
        ring.add(plot.back().get(plot.back().size() - 1));
        ring.add(centre);
        ring.add(plot.back().get(0));
        Geometry p = Shapes.polygon(ring);
        return p.isValid() ? p : Shapes.polygon(plot.outline());
    }

    private Draft tower(Perimeter.Plot plot) {
        if (plot.corner() < 0) {
            return null;
        }
        Coordinate c = plot.front().get(plot.corner());
        for (int k = 0; k + 2 < brief.towers.length; k += 3) {
            if (c.distance(new Coordinate(brief.towers[k], brief.towers[k + 1])) < 22) {
                Coordinate a = plot.front().get(0);
                Coordinate b = plot.front().get(plot.front().size() - 1);
                List<Coordinate> ring = List.of(a, c, b, meet(a, plot.back().get(0), b, plot.back().get(plot.back().size() - 1)));
                return Towers.tower(site, ring, (int) brief.towers[k + 2], "", dice.chance(0.5) ? Function.OFFICE : Function.MIXED);
            }
        }
        return null;
    }

    /** Where the party walls from a to a2 and from b to b2, drawn longer, meet. */
    private static Coordinate meet(Coordinate a, Coordinate a2, Coordinate b, Coordinate b2) {
        double ux = a2.x - a.x;
        double uy = a2.y - a.y;
        double vx = b2.x - b.x;
        double vy = b2.y - b.y;
        double k = ((b.x - a.x) * vy - (b.y - a.y) * vx) / (ux * vy - uy * vx);
        return new Coordinate(Frame.mm(a.x + ux * k), Frame.mm(a.y + uy * k));
    }

    private Draft house(Perimeter.Plot plot, int storeys) {
        int year = brief.year + dice.whole(-9, 14);
        double storey = brief.style == Style.STONE ? 3.35 : 3.05;
        List<Coordinate> outline = plot.outline();
        double eave = site.level(outline) + 0.8 + storeys * storey + dice.between(-0.45, 0.45);
        String type;
        List<Profile> profile;
        String roof;
        double d = brief.depth;
        double choice = dice.unit();
        if (brief.style == Style.MODERN) {
            type = choice < 0.55 ? "flat" : choice < 0.85 ? "gable" : "shed";
            profile = switch (type) {
                case "flat" -> dice.chance(0.5) ? Solid.flat(eave + 0.5) : Solid.setBack(eave - storey + 0.4, storey, 0.17);
                case "gable" -> Solid.gable(eave - 0.6, eave - 0.6 + d * 0.36);
                default -> List.of(new Profile(0, eave - 1), new Profile(1, eave - 1 + d * 0.22));
            };
            roof = type.equals("flat") ? (dice.chance(0.45) ? "roof-sedum" : null) : "roof-zinc";
        } else if (brief.style == Style.STONE && choice < 0.3) {
            type = "mansard";
            profile = Solid.mansard(eave - 0.6, eave + 3.1, eave + 4.9, 0.13);
            roof = dice.chance(0.6) ? "roof-zinc" : dice.chance(0.5) ? "roof-slate" : "roof-tile-dark";
        } else {
            type = "gable";
            profile = Solid.gable(eave, eave + d / 2 * dice.between(0.78, 0.95) * (brief.style == Style.GARDEN ? 0.86 : 1));
            roof = dice.chance(0.1) ? "roof-zinc" : dice.pick(Palette.TILES);
        }
        String wall = brief.style == Style.MODERN ? dice.pick(java.util.Arrays.asList(null, null, null, "brick-light", "plaster-grey", "plaster-sand"))
                : dice.pick(Palette.PLASTERS);
        Solid solid = type.equals("gable") && brief.style != Style.MODERN && plot.front().size() == 2
                ? GableHouse.build(plot.front(), plot.back(), site.base(outline), profile.get(0).z(), profile.get(1).z(),
                        detail(plot.frontage(), plot.back().get(0).distance(plot.back().get(1)), profile.get(1).z() - profile.get(0).z()), wall, roof)
                : Solid.strip(plot.front(), plot.back(), site.base(outline), profile, wall, roof);
        Function function = function(plot);
        boolean shops = function != Function.RESIDENTIAL && function != Function.PRESCHOOL;
        double ground = site.level(outline);
        solid.paint(site.base(outline) - 1, ground + (shops ? 4.1 : 1.1), shops ? "base-shop" : "base-stone");
        return Draft.single(site.quarter, function, "", year, type, new Part(solid, outline, storeys));
    }

    /** Bays towards the street, now and then one towards the yard, and chimneys at the party walls. */
    private GableHouse.Detail detail(double length, double backLength, double rise) {
        List<Bay> bays = new ArrayList<>();
        boolean stone = brief.style == Style.STONE;
        double choice = dice.unit();
        double cheek = stone ? dice.between(0.4, 1.5) : dice.between(0, 0.7);
        double gable = Math.min(rise - cheek - 0.5, dice.between(2.0, 2.8));
        if (length > 15 && choice < (stone ? 0.3 : 0.16)) {
            double w = Math.min(3.6, length / 5);
            bays.add(new Bay(length * 0.27, w, cheek, Math.min(gable, w * 0.55)));
            bays.add(new Bay(length * 0.73, w, cheek, Math.min(gable, w * 0.55)));
        } else if (length > 11 && choice < (stone ? 0.62 : 0.42)) {
            bays.add(new Bay(length / 2, Math.min(length * 0.42, dice.between(4.6, 6.6)), cheek, gable));
        }
        List<Bay> yard = backLength > 11 && dice.chance(0.25) ? List.of(new Bay(backLength / 2, 4, 0.3, 2)) : List.of();
        return new GableHouse.Detail(bays, yard, dice.chance(0.45), dice.chance(0.45));
    }

    private Function function(Perimeter.Plot plot) {
        double choice = dice.unit();
        if (plot.corner() >= 0 && choice < 0.6) {
            return Function.MIXED;
        }
        if (brief.style == Style.GARDEN) {
            return choice < 0.04 ? Function.PRESCHOOL : choice < 0.16 ? Function.MIXED : Function.RESIDENTIAL;
        }
        return choice < 0.12 ? Function.OFFICE : choice < 0.15 ? Function.HOTEL : choice < 0.38 ? Function.MIXED : Function.RESIDENTIAL;
    }

    /** The yard with, where there is room, a low house in it: laundry, workshop, bicycles. */
    private void yard(List<Coordinate> ring) {
        Polygon yard = Shapes.polygon(ring);
        Geometry core = yard.buffer(-7.5);
        Coordinate[] axis = longest(ring);
        Geometry rest = yard;
        if (core.getArea() > 330) {
            List<Coordinate> c = Shapes.rectangle(yard.getCentroid().getCoordinate(), axis[1].x - axis[0].x, axis[1].y - axis[0].y,
                    dice.between(13, 19), dice.between(6.5, 8));
            if (core.contains(Shapes.polygon(c))) {
                double eave = site.level(c) + 3.4;
                Solid solid = dice.chance(0.6) ? Solid.strip(List.of(c.get(0), c.get(1)), List.of(c.get(3), c.get(2)), site.base(c),
                        Solid.gable(eave, eave + 2.6), null, dice.pick(Palette.TILES))
                        : Solid.prism(c, site.base(c), eave + 0.3, null, "roof-sedum");
                Polygon plot = Shapes.polygon(c);
                site.add(Draft.single(site.quarter, Function.ANCILLARY, "", brief.year + 8, "gable", new Part(solid, c, 1)), plot);
                rest = yard.difference(Shapes.mitred(plot, 1.2));
            }
        }
        Shapes.polygons(Shapes.mitred(rest, -1.6), 30).forEach(p -> site.open.add(new Site.Open("courtyard", site.quarter, p)));
        paths(yard, rest);
    }

    /** A path around the yard and a round place in its middle. */
    private void paths(Polygon yard, Geometry rest) {
        Geometry loop = yard.buffer(-4.6, 6).difference(yard.buffer(-6.2, 6));
        Coordinate m = yard.getCentroid().getCoordinate();
        Geometry place = Shapes.union(Shapes.polygons(Shapes.round(Shapes.point(m), 4.2), 1));
        if (yard.getArea() > 500) {
            Shapes.polygons(Shapes.grid(loop.union(place).intersection(rest)), 4).forEach(site.paths::add);
        }
    }

    private static Coordinate[] longest(List<Coordinate> ring) {
        Coordinate[] best = {ring.get(0), ring.get(1)};
        for (int i = 0; i < ring.size(); i++) {
            Coordinate a = ring.get(i);
            Coordinate b = ring.get((i + 1) % ring.size());
            if (a.distance(b) > best[0].distance(best[1])) {
                best = new Coordinate[] {a, b};
            }
        }
        return best;
    }
}
