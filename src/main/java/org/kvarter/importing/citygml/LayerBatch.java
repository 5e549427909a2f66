package org.kvarter.importing.citygml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.arrays.DoubleList;
import org.kvarter.importing.arrays.IntList;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.arrays.Newell;
import org.kvarter.importing.city.AttributeTarget;
import org.kvarter.importing.city.CityObjectType;
import org.kvarter.importing.city.Kinds;
import org.kvarter.importing.city.SurfaceFacts;
import org.kvarter.importing.city.SurfaceMeans;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.PolygonSet;
import org.kvarter.model.Texture;
import org.kvarter.model.Severity;

/** Grows one batch of one layer: feature rows with their attributes, polygons feature by feature. Not thread-safe. */
final class LayerBatch implements AttributeTarget {

    /** Most attributes a layer may have; a file with more is broken or hostile. */
    static final int MAX_ATTRIBUTES = 1000;

    /** Faces thinner than this share of their perimeter squared have no area. */
    private static final double FLATNESS = 1e-9;

    private static final int CORNERS = 1_000_000;
    private static final int ROWS = 50_000;

    final String name;
    final CityObjectType type;
    final SurfaceMeans means = new SurfaceMeans();
    private final DiagnosticTally problems;
    private final DoubleList vertices;
    private final IntList corners;
    private final IntList ringEnds;
    private final IntList polygonRingEnds;
    private final IntList polygonFeature;
    private final IntList polygonKind;
    private final IntList polygonArgb;
    /** Of the polygon added last, which corner of its store each corner was. */
    private final IntList taken;
    private final BatchPictures pictures;
    private final VertexNumbers numbers = new VertexNumbers();
    private final double[] normal = new double[3];
    private final Set<String> attributeNames = new HashSet<>();
    private AttributeTableBuilder attributes = new AttributeTableBuilder();
    private final List<String> ids = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private int[] parents = new int[64];

    LayerBatch(String name, CityObjectType type, MemoryBudget budget, DiagnosticTally problems) {
        this.name = name;
        this.type = type;
        this.problems = problems;
        vertices = new DoubleList(budget);
        corners = new IntList(budget);
        ringEnds = new IntList(budget);
        polygonRingEnds = new IntList(budget);
        polygonFeature = new IntList(budget);
        polygonKind = new IntList(budget);
        polygonArgb = new IntList(budget);
        taken = new IntList(budget);
        pictures = new BatchPictures(budget);
    }

    int size() {
        return ids.size();
    }

    boolean isFull() {
        return corners.size() > CORNERS || ids.size() > ROWS;
    }

    int polygonCount() {
        return polygonRingEnds.size();
    }

    /** Adds a feature and answers its row. Its polygons come before the next feature's. */
    int addFeature(String id, String typeName, int parent) {
        if (ids.size() == parents.length) {
            parents = Arrays.copyOf(parents, 2 * parents.length);
        }
        parents[ids.size()] = parent;
        ids.add(id);
        types.add(typeName);
        return ids.size() - 1;
    }

    /** Vertices shared from here on are those of another chunk. */
    void startChunk() {
        numbers.clear();
    }

    @Override
    public boolean attribute(int row, String attribute, Object value, String unit) {
        if (value == null) {
            return true;
        }
        if (!attributeNames.contains(attribute)) {
            if (attributeNames.size() >= MAX_ATTRIBUTES) {
                problems.add(Severity.WARNING, "attributes.tooMany", ids.get(row), attribute, MAX_ATTRIBUTES);
                return false;
            }
            attributeNames.add(attribute);
        }
        attributes.set(row, attribute, value, unit);
        return true;
    }

    /** Where a polygon's corners are. */
    interface Corners {

        /** Coordinates east, north, height of a corner of the store. */
        void place(int corner, double[] xyz);
    }

    /**
     * Adds a polygon of the last feature, unless it is broken; answers whether it is there.
     *
     * @param metres length of a unit of east and north: slopes need one unit on all axes
     */
    boolean addPolygon(GeometryStore store, int polygon, Corners places, boolean flipped, int kind, int argb, SurfaceFacts facts, double metres) {
        int row = ids.size() - 1;
        int firstRing = ringEnds.size();
        int firstCorner = corners.size();
        int endRing = store.polygonRingEnds.get(polygon);
        taken.resize(0, 0);
        for (int r = store.firstRing(polygon); r < endRing; r++) {
            int before = corners.size();
            if (!ring(store.firstCorner(r), store.ringEnds.get(r), places, flipped)) {
                problems.add(Severity.WARNING, "polygon.notFinite", ids.get(row));
                back(firstRing, firstCorner);
                return false;
            }
            if (corners.size() - before >= 3) {
                ringEnds.add(corners.size());
            } else {
                corners.resize(before, 0);
                taken.resize(before - firstCorner, 0);
                if (ringEnds.size() == firstRing) {
                    problems.add(Severity.WARNING, "polygon.degenerate", ids.get(row));
                    back(firstRing, firstCorner);
                    return false;
                }
            }
        }
        if (ringEnds.size() == firstRing) {
            return false;
        }
        double length = Newell.normal(corners, vertices, firstCorner, ringEnds.get(firstRing), metres, normal);
        if (length <= FLATNESS * Newell.perimeterSquared(corners, vertices, firstCorner, ringEnds.get(firstRing), metres)) {
            problems.add(Severity.INFO, "polygon.zeroArea", ids.get(row));
            back(firstRing, firstCorner);
            return false;
        }
        polygonRingEnds.add(ringEnds.size());
        polygonFeature.add(row);
        polygonKind.add(kind >= 0 ? kind : type.surface() != null ? type.surface().ordinal() : Kinds.ofNormal(normal[2], length).ordinal());
        polygonArgb.add(argb);
        if (facts != null && !facts.attributes().names.isEmpty()) {
            means.add(this, row, facts, length / 2);
        }
        return true;
    }

    /**
     * Puts a picture on the polygon added last, where all its rings have places on the same one.
     *
     * @param of   what lies on a ring by its id, {@code null} for nothing
     * @param file the picture, where it is there
     */
    void picture(GeometryStore store, int polygon, Function<String, RingPicture> of, Function<RingPicture, Optional<Texture>> file) {
        RingPicture outer = of.apply(store.ringId(store.firstRing(polygon)));
        if (outer == null) {
            return;
        }
        int first = corners.size() - taken.size();
        int at = 0;
        for (int r = store.firstRing(polygon); r < store.polygonRingEnds.get(polygon); r++) {
            RingPicture picture = of.apply(store.ringId(r));
            int from = store.firstCorner(r);
            int end = store.ringEnds.get(r);
            // a closed ring may leave out the place of its last corner, which is that of its first
            if (picture == null || !picture.image().equals(outer.image()) || picture.places().length / 2 < end - from - 1) {
                return;
            }
            for (; at < taken.size() && taken.get(at) < end; at++) {
                int place = taken.get(at) - from < picture.places().length / 2 ? taken.get(at) - from : 0;
                pictures.place(first + at, picture.places()[2 * place], picture.places()[2 * place + 1]);
            }
        }
        file.apply(outer).ifPresent(texture -> pictures.put(polygonRingEnds.size() - 1, texture));
    }

    private void back(int ring, int corner) {
        ringEnds.resize(ring, 0);
        corners.resize(corner, 0);
    }

    /** Writes a ring without repeated corners; {@code false} where a coordinate is missing or not finite. */
    private boolean ring(int from, int end, Corners places, boolean flipped) {
        double[] xyz = new double[3];
        int start = corners.size();
        for (int i = 0; i < end - from; i++) {
            int corner = flipped ? end - 1 - i : from + i;
            places.place(corner, xyz);
            if (!Double.isFinite(xyz[0]) || !Double.isFinite(xyz[1]) || !Double.isFinite(xyz[2])) {
                return false;
            }
            int vertex = numbers.number(xyz, vertices);
            if (corners.size() == start || corners.get(corners.size() - 1) != vertex) {
                corners.add(vertex);
                taken.add(corner);
            }
        }
        while (corners.size() - start > 1 && corners.get(corners.size() - 1) == corners.get(start)) {
            corners.resize(corners.size() - 1, 0);
            taken.resize(taken.size() - 1, 0);
        }
        return true;
    }

    /** What was added since the last time; the batch is empty afterwards. */
    FeatureTable giveFeatures() {
        FeatureTable table = new FeatureTable(ids.toArray(String[]::new), types.toArray(String[]::new), Arrays.copyOf(parents, ids.size()),
                attributes.build(ids.size()));
        attributes = new AttributeTableBuilder();
        ids.clear();
        types.clear();
        return table;
    }

    /** The polygons added since the last time. */
    PolygonSet givePolygons() {
        byte[] kinds = new byte[polygonKind.size()];
        for (int p = 0; p < kinds.length; p++) {
            kinds[p] = (byte) polygonKind.get(p);
        }
        PolygonSet set = new PolygonSet(vertices.give(), corners.toArray(), ringEnds.toArray(), polygonRingEnds.toArray(),
                polygonFeature.toArray(), kinds, polygonArgb.toArray(), pictures.give(polygonRingEnds.size(), corners.size()));
        for (IntList list : new IntList[] {corners, ringEnds, polygonRingEnds, polygonFeature, polygonKind, polygonArgb}) {
            list.release();
        }
        numbers.clear();
        return set;
    }
}
