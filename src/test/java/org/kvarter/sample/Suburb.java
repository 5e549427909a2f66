package org.kvarter.sample;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.sample.Draft.Function;
import org.kvarter.sample.Draft.Part;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Villas in gardens, rows of small houses, and long houses in a park. */
final class Suburb {
    private Suburb() {
    }

    /** Villas along the block's streets, each in its garden. */
    static void villas(Site site, double spacing) {
        LineString rim = Shapes.polygons(Shapes.mitred(site.block, -11), 1).get(0).getExteriorRing();
        double length = rim.getLength();
        int n = (int) (length / spacing);
        for (int i = 0; i < n; i++) {
            double u = length * (i + site.dice.between(-0.12, 0.12) + 0.5) / n;
            villa(site, rim, u);
        }
        gardens(site);
    }

    private static void villa(Site site, LineString rim, double u) {
        Coordinate[] d = tangent(rim, u);
        Dice dice = site.dice;
        boolean gableToStreet = dice.chance(0.35);
        double w = dice.between(10.5, 13.5);
        double t = dice.between(8.2, 9.6);
        List<Coordinate> c = gableToStreet ? Shapes.rectangle(d[0], -d[1].y, d[1].x, w, t) : Shapes.rectangle(d[0], d[1].x, d[1].y, w, t);
        if (!site.free(c, 6) || edge(c)) {
            return;
        }
        int storeys = dice.chance(0.75) ? 2 : 1;
        double eave = site.level(c) + 0.7 + storeys * 2.8;
        boolean hip = dice.chance(0.3);
        String wall = dice.pick(java.util.Arrays.asList(null, null, "plaster-ochre", "timber-falu", "timber-white", "plaster-sand"));
        String roof = dice.chance(0.2) ? "roof-slate" : dice.pick(Palette.TILES);
        Solid solid = hip ? Solid.hipped(c, site.base(c), eave, eave + 3.2, t * 0.5, wall, roof)
                : GableHouse.build(List.of(c.get(0), c.get(1)), List.of(c.get(3), c.get(2)), site.base(c), eave, eave + t / 2 * dice.between(0.8, 1.0),
                        new GableHouse.Detail(dice.chance(0.5) ? List.of(new GableHouse.Bay(w / 2, 3.6, 0.2, 2.2)) : List.of(), List.of(), dice.chance(0.6), false),
                        wall, roof);
        solid.paint(site.base(c) - 1, site.level(c) + 0.6, "base-stone");
        site.add(Draft.single(site.quarter, Function.VILLA, "", dice.whole(1908, 1958), hip ? "hipped" : "gable", new Part(solid, c, storeys)),
                Shapes.mitred(Shapes.polygon(c), 6));
    }

    /** Rows of narrow gabled houses along the block's streets, in groups. */
    static void rows(Site site, int group) {
        LineString rim = Shapes.polygons(Shapes.mitred(site.block, -9.5), 1).get(0).getExteriorRing();
        double u = 6;
        double length = rim.getLength();
        Dice dice = site.dice;
        while (u < length - group * 6.6) {
            int units = dice.whole(group - 1, group + 1);
            Coordinate[] a = tangent(rim, u + units * 3.3);
            double run = units * 6.6;
            List<Coordinate> c = Shapes.rectangle(a[0], a[1].x, a[1].y, run, 9.4);
            if (site.free(c, 5) && !edge(c)) {
                row(site, c, units);
                u += run + 9;
            } else {
                u += 5;
            }
        }
        gardens(site);
    }

    private static void row(Site site, List<Coordinate> c, int units) {
        Dice dice = site.dice;
        String roof = dice.pick(Palette.TILES);
        double ridgeRise = dice.between(3.2, 4.0);
        int year = dice.whole(1978, 2006);
        double level = site.level(c);
        List<Part> parts = new ArrayList<>();
        List<Geometry> plots = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            List<Coordinate> front = List.of(Shapes.mix(c.get(0), c.get(1), (double) i / units), Shapes.mix(c.get(0), c.get(1), (i + 1.0) / units));
            List<Coordinate> back = List.of(Shapes.mix(c.get(3), c.get(2), (double) i / units), Shapes.mix(c.get(3), c.get(2), (i + 1.0) / units));
            List<Coordinate> f = front.stream().map(p -> Solid.at(p, 0)).toList();
            List<Coordinate> b = back.stream().map(p -> Solid.at(p, 0)).toList();
            List<Coordinate> outline = List.of(f.get(0), f.get(1), b.get(1), b.get(0));
            double eave = Math.max(level, site.level(outline)) + 6.0 + (i % 2) * 0.35;
            Solid solid = GableHouse.build(f, b, site.base(outline), eave, eave + ridgeRise,
                    new GableHouse.Detail(i % 2 == 0 ? List.of(new GableHouse.Bay(3.3, 2.8, 0.3, 1.4)) : List.of(), List.of(), i % 2 == 1, false), i % 3 == 1 ? "timber-falu" : i % 3 == 2 ? "plaster-ochre" : null, roof);
            parts.add(new Part(solid, outline, 2));
            plots.add(Shapes.polygon(outline));
            plots.add(garden(outline, 5));
        }
        site.add(new Draft(site.quarter, Function.ROW_HOUSE, "", year, "gable", parts), Shapes.union(plots));
    }

    private static Geometry garden(List<Coordinate> o, double depth) {
        Coordinate f = Shapes.mid(o.get(0), o.get(1));
        Coordinate b = Shapes.mid(o.get(3), o.get(2));
        double k = depth / f.distance(b);
        double dx = (b.x - f.x) * k;
        double dy = (b.y - f.y) * k;
        return Shapes.polygon(List.of(o.get(3), o.get(2), new Coordinate(o.get(2).x + dx, o.get(2).y + dy), new Coordinate(o.get(3).x + dx, o.get(3).y + dy)));
    }

    /** A long house of several stair-houses; height and line may step from one to the next. */
    static void slab(Site site, double x, double y, double dx, double dy, int stairs, int storeys, int step, boolean modern) {
        double unit = modern ? 18 : 17;
        double width = modern ? 13 : 11.5;
        List<Coordinate> c = Shapes.rectangle(new Coordinate(x, y), dx, dy, unit * stairs, width);
        List<Part> parts = new ArrayList<>();
        String wall = modern ? site.dice.pick(java.util.Arrays.asList(null, "plaster-grey", "brick-light")) : site.dice.pick(List.of("plaster-ochre", "plaster-sand", "plaster-rose"));
        double level = site.level(c);
        for (int i = 0; i < stairs; i++) {
            List<Coordinate> f = List.of(Solid.at(Shapes.mix(c.get(0), c.get(1), (double) i / stairs), 0), Solid.at(Shapes.mix(c.get(0), c.get(1), (i + 1.0) / stairs), 0));
            List<Coordinate> b = List.of(Solid.at(Shapes.mix(c.get(3), c.get(2), (double) i / stairs), 0), Solid.at(Shapes.mix(c.get(3), c.get(2), (i + 1.0) / stairs), 0));
            List<Coordinate> outline = List.of(f.get(0), f.get(1), b.get(1), b.get(0));
            int floors = storeys + step * i;
            double eave = (modern ? level : site.level(outline)) + 0.9 + floors * 2.95;
            parts.add(new Part(Solid.strip(f, b, site.base(outline), modern ? Solid.flat(eave + 0.4) : Solid.gable(eave, eave + 2.7), wall,
                    modern ? (i % 2 == 0 ? "roof-sedum" : null) : "roof-tile-pale")
                    .paint(site.base(outline) - 1, level + 1.0, "base-stone"), outline, floors));
        }
        site.add(new Draft(site.quarter, Function.RESIDENTIAL, "", modern ? site.dice.whole(2009, 2019) : site.dice.whole(1948, 1962),
                modern ? "flat" : "gable", parts), Shapes.mitred(Shapes.polygon(c), 5));
    }

    private static void gardens(Site site) {
        Geometry built = Shapes.union(site.houses.stream().map(Draft::footprint).toList());
        Shapes.polygons(Shapes.grid(Shapes.mitred(site.block, -0.8).difference(built)), 40)
                .forEach(p -> site.open.add(new Site.Open("garden", site.quarter, p)));
    }

    private static boolean edge(List<Coordinate> c) {
        Polygon sheet = Shapes.box(3, 3, Frame.WIDTH - 3, Frame.HEIGHT - 3);
        return !sheet.contains(Shapes.polygon(c));
    }

    private static Coordinate[] tangent(LineString rim, double u) {
        org.locationtech.jts.linearref.LengthIndexedLine line = new org.locationtech.jts.linearref.LengthIndexedLine(rim);
        Coordinate here = line.extractPoint(u);
        Coordinate back = line.extractPoint(Math.max(0, u - 3));
        Coordinate ahead = line.extractPoint(Math.min(rim.getLength(), u + 3));
        return new Coordinate[] {here, new Coordinate(ahead.x - back.x, ahead.y - back.y)};
    }
}
