package org.kvarter.importing.dxf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.geo.store.MemoryTable;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.vector.KindWords;
import org.kvarter.model.LayerKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * The flat shapes of a drawing. Closed ways are areas where a layer's name says that it holds such (buildings, plots, water, green), or
 * where asked for; these layers become tables of their own. One reading thread.
 */
final class DxfShapes {

    private static final GeometryFactory FACTORY = new GeometryFactory(PackedCoordinateSequenceFactory.DOUBLE_FACTORY);
    private static final List<LayerKind> AREAS = List.of(LayerKind.BUILDINGS, LayerKind.PLOTS, LayerKind.WATER, LayerKind.GREEN, LayerKind.LAND_USE);
    private static final int MOST_TABLES = 30;
    private static final int MOST_RINGS = 2_000;
    private static final long BYTES_PER_ROW = 500;

    /**
     * What is known of an entity.
     *
     * @param handle its id in the drawing, with those of the inserts before it
     * @param colour {@code #RRGGBB}, {@code null} for the foreground
     * @param block  name of the block it is in, empty for none
     */
    record Facts(String handle, String layer, String colour, String type, String block) {
    }

    private final String stem;
    private final boolean allClosed;
    private final MemoryBudget budget;
    private final Map<String, MemoryTable> tables = new LinkedHashMap<>();
    private final List<Geometry> all = new ArrayList<>();
    private int bad;

    DxfShapes(String stem, boolean allClosed, MemoryBudget budget) {
        this.stem = stem;
        this.allClosed = allClosed;
        this.budget = budget;
    }

    List<MemoryTable> tables() {
        return new ArrayList<>(tables.values());
    }

    /** Shapes without enough points, or with ones that are nowhere. */
    int bad() {
        return bad;
    }

    private MemoryTable table(String name) {
        String home = tables.containsKey(name) || tables.size() < MOST_TABLES ? name : stem;
        return tables.computeIfAbsent(home, n -> new MemoryTable(n, n.equals(stem) ? stem : n));
    }

    private MemoryTable row(String name, Facts facts, Geometry geometry) {
        budget.claim(BYTES_PER_ROW + 24L * geometry.getNumPoints());
        MemoryTable table = table(name);
        table.row(facts.handle.isEmpty() || facts.handle.endsWith("/") ? facts.type + " " + (all.size() + 1) : facts.handle, geometry);
        all.add(geometry);
        table.set("layer", facts.layer);
        table.set("type", facts.type);
        table.set("colour", facts.colour);
        table.set("block", facts.block.isEmpty() ? null : facts.block);
        return table;
    }

    void point(Facts facts, double[] at, String text) {
        if (isNowhere(at)) {
            bad++;
            return;
        }
        MemoryTable table = row(stem, facts, FACTORY.createPoint(new Coordinate(at[0], at[1])));
        table.set("text", text.isEmpty() ? null : text);
    }

    /** An insert with attributes: a point with a value for each tag. */
    void symbol(Facts facts, double[] at, List<DxfRecord> attributes) {
        point(facts, at, "");
        if (isNowhere(at)) {
            return;
        }
        MemoryTable table = table(stem);
        for (DxfRecord attribute : attributes) {
            String value = DxfTexts.plain(attribute.text(1, ""));
            String tag = attribute.text(2, "");
            if (!value.isEmpty() && !table.has(tag)) {
                budget.claim(80);
                table.set(tag, value);
            }
        }
    }

    void way(Facts facts, List<double[]> points, boolean closed) {
        Coordinate[] way = coordinates(points);
        if (way == null || way.length < 2) {
            bad++;
            return;
        }
        boolean ring = way.length > 3 && way[0].distance(way[way.length - 1]) < 1e-9 * (1 + Math.abs(way[0].x) + Math.abs(way[0].y));
        boolean isKind = (closed || ring) && KindWords.ofName(facts.layer).filter(AREAS::contains).isPresent();
        if (ring && (isKind || closed && allClosed)) {
            way[way.length - 1] = new Coordinate(way[0]);
            row(isKind ? facts.layer : stem, facts, FACTORY.createPolygon(way));
        } else {
            row(stem, facts, FACTORY.createLineString(way));
        }
    }

    void area(Facts facts, List<double[]> corners) {
        List<double[]> ring = new ArrayList<>(corners);
        if (!ring.isEmpty()) {
            ring.add(ring.get(0).clone());
        }
        areas(facts, List.of(ring));
    }

    /** Rings as one geometry: those that lie in another are its holes, in a hole again areas. */
    void areas(Facts facts, List<List<double[]>> rings) {
        List<Polygon> polygons = new ArrayList<>();
        for (List<double[]> ring : rings) {
            List<double[]> whole = new ArrayList<>(ring);
            if (!whole.isEmpty() && !java.util.Arrays.equals(whole.get(0), whole.get(whole.size() - 1))) {
                whole.add(whole.get(0).clone());
            }
            Coordinate[] way = coordinates(whole);
            if (way == null || way.length < 4) {
                bad++;
            } else if (polygons.size() < MOST_RINGS) {
                polygons.add(FACTORY.createPolygon(way));
            }
        }
        if (polygons.isEmpty()) {
            return;
        }
        polygons.sort(Comparator.comparingDouble(Polygon::getArea).reversed());
        int[] depth = new int[polygons.size()];
        List<Polygon> shells = new ArrayList<>();
        Map<Polygon, List<LinearRing>> holes = new LinkedHashMap<>();
        for (int i = 0; i < polygons.size(); i++) {
            Polygon ring = polygons.get(i);
            Polygon around = null;
            for (int j = i - 1; j >= 0 && around == null; j--) {
                around = contains(polygons.get(j), ring) ? polygons.get(j) : null;
                depth[i] = around == null ? 0 : depth[j] + 1;
            }
            if (depth[i] % 2 == 0) {
                shells.add(ring);
            } else {
                holes.computeIfAbsent(around, a -> new ArrayList<>()).add(ring.getExteriorRing());
            }
        }
        Polygon[] made = shells.stream().map(s -> FACTORY.createPolygon(s.getExteriorRing(), holes.getOrDefault(s, List.of()).toArray(LinearRing[]::new)))
                .toArray(Polygon[]::new);
        row(stem, facts, made.length == 1 ? made[0] : FACTORY.createMultiPolygon(made));
    }

    private static boolean contains(Polygon outer, Polygon inner) {
        return outer.getEnvelopeInternal().contains(inner.getEnvelopeInternal())
                && org.locationtech.jts.algorithm.PointLocation.isInRing(inner.getExteriorRing().getCoordinateN(0), outer.getExteriorRing().getCoordinates());
    }

    private static boolean isNowhere(double[] at) {
        return !Double.isFinite(at[0] + at[1]) || Math.abs(at[0]) > 1e12 || Math.abs(at[1]) > 1e12;
    }

    private static Coordinate[] coordinates(List<double[]> points) {
        List<Coordinate> way = new ArrayList<>(points.size());
        for (double[] p : points) {
            if (isNowhere(p)) {
                return null;
            }
            Coordinate here = new Coordinate(p[0], p[1]);
            if (way.isEmpty() || !way.get(way.size() - 1).equals2D(here)) {
                way.add(here);
            }
        }
        return way.toArray(Coordinate[]::new);
    }

    /** Widens a box of least and greatest east and north. */
    void stretch(double[] box) {
        for (Geometry geometry : all) {
            var e = geometry.getEnvelopeInternal();
            box[0] = Math.min(box[0], e.getMinX());
            box[1] = Math.min(box[1], e.getMinY());
            box[2] = Math.max(box[2], e.getMaxX());
            box[3] = Math.max(box[3], e.getMaxY());
        }
    }

    /** Takes all coordinates into metres. */
    void scale(double metres) {
        if (metres != 1) {
            AffineTransformation scale = AffineTransformation.scaleInstance(metres, metres);
            all.forEach(g -> g.apply(scale));
            all.forEach(Geometry::geometryChanged);
        }
    }
}
