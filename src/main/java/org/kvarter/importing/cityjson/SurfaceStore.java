package org.kvarter.importing.cityjson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.kvarter.importing.arrays.DoubleList;
import org.kvarter.importing.arrays.IntList;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.city.SurfaceFacts;
import org.kvarter.model.PolygonSet;
import org.kvarter.model.Texture;
import org.kvarter.model.Texturing;

/**
 * The polygons of one layer in the form of {@link PolygonSet}. New ones are pending: their corners are vertex numbers of the document
 * and their kinds may be unknown, until {@link Resolver} settles them in place.
 */
final class SurfaceStore {

    final IntList corners;
    final IntList ringEnds;
    final IntList polygonRingEnds;
    final IntList polygonFeature;
    final IntList polygonKind;
    final IntList polygonArgb;
    final DoubleList vertices;
    /** Material index of the pending polygons by theme. */
    final Map<String, IntList> materials = new LinkedHashMap<>();
    /** Pictures of the pending rings by theme. */
    final Map<String, RingTextures> textures = new LinkedHashMap<>();
    /** Of the pending polygons, the place of their surface in {@link #facts}; shorter where the rest has none. */
    final IntList factOf;
    /** Attributes of the surfaces of the pending polygons. */
    final List<SurfaceFacts> facts = new ArrayList<>();
    /** How many polygons are settled. */
    int settled;

    private final MemoryBudget budget;
    /** Pictures of settled polygons; all empty where none has any. */
    private final List<Texture> pictures = new ArrayList<>();
    private final Map<Texture, Integer> pictureNumbers = new HashMap<>();
    private final IntList polygonPicture;
    /** Two floats as bits per settled corner. */
    private final IntList places;

    SurfaceStore(MemoryBudget budget) {
        this.budget = budget;
        corners = new IntList(budget);
        ringEnds = new IntList(budget);
        polygonRingEnds = new IntList(budget);
        polygonFeature = new IntList(budget);
        polygonKind = new IntList(budget);
        polygonArgb = new IntList(budget);
        vertices = new DoubleList(budget);
        factOf = new IntList(budget);
        polygonPicture = new IntList(budget);
        places = new IntList(budget);
    }

    /** First pending ring. */
    int settledRings() {
        return settled == 0 ? 0 : polygonRingEnds.get(settled - 1);
    }

    /** First pending corner. */
    int settledCorners() {
        return settledRings() == 0 ? 0 : ringEnds.get(settledRings() - 1);
    }

    /** Gives a settled polygon its picture. */
    void textureOf(int polygon, Texture texture) {
        polygonPicture.resize(polygon, NestedValues.NONE);
        polygonPicture.add(pictureNumbers.computeIfAbsent(texture, t -> {
            pictures.add(t);
            return pictures.size() - 1;
        }));
    }

    /** Gives a settled corner its place on the picture, later corners after earlier ones. */
    void placeCorner(int corner, float u, float v) {
        places.resize(2 * corner, 0);
        places.add(Float.floatToRawIntBits(u));
        places.add(Float.floatToRawIntBits(v));
    }

    int polygonCount() {
        return polygonRingEnds.size();
    }

    /** Adds the surfaces of a geometry as pending polygons. */
    void append(GeometryScratch geometry, int feature) {
        int firstCorner = corners.size();
        int firstRing = ringEnds.size();
        int firstPending = polygonCount() - settled;
        corners.addAll(geometry.corners, 0);
        ringEnds.addAll(geometry.ringEnds, firstCorner);
        polygonRingEnds.addAll(geometry.surfaceEnds, firstRing);
        polygonKind.addAll(geometry.kinds, 0);
        polygonFeature.resize(polygonCount(), feature);
        if (!geometry.facts.isEmpty()) {
            factOf.resize(firstPending, NestedValues.NONE);
            GeometryScratch.addFacts(factOf, geometry.factOf, facts.size());
            facts.addAll(geometry.facts);
        }
        int pendingRings = firstRing - settledRings();
        int pendingCorners = firstCorner - settledCorners();
        geometry.textures.forEach((theme, values) -> {
            RingTextures column = textures.computeIfAbsent(theme, t -> new RingTextures(budget));
            column.pad(pendingRings, pendingCorners);
            column.addAll(values);
        });
        geometry.materials.forEach((theme, values) -> {
            IntList column = materials.computeIfAbsent(theme, t -> new IntList(budget));
            column.resize(firstPending, NestedValues.NONE);
            column.addAll(values, 0);
        });
    }

    /** Takes away the pending polygons of features that are not wanted. */
    void retainPending(IntPredicate wanted) {
        int readRing = settledRings();
        int readCorner = settledCorners();
        textures.values().forEach(t -> t.pad(ringEnds.size() - settledRings(), corners.size() - settledCorners()));
        int firstRing = readRing;
        int firstCorner = readCorner;
        int ring = readRing;
        int corner = readCorner;
        int polygon = settled;
        for (int p = settled; p < polygonCount(); p++) {
            int lastRing = polygonRingEnds.get(p);
            boolean keep = wanted.test(polygonFeature.get(p));
            for (; readRing < lastRing; readRing++) {
                int end = ringEnds.get(readRing);
                if (keep) {
                    for (RingTextures t : textures.values()) {
                        t.pictures.set(ring - firstRing, t.pictures.get(readRing - firstRing));
                        for (int c = readCorner; c < end; c++) {
                            t.places.set(corner + c - readCorner - firstCorner, t.places.get(c - firstCorner));
                        }
                    }
                    while (readCorner < end) {
                        corners.set(corner++, corners.get(readCorner++));
                    }
                    ringEnds.set(ring++, corner);
                }
                readCorner = end;
            }
            if (keep) {
                polygonRingEnds.set(polygon, ring);
                polygonFeature.set(polygon, polygonFeature.get(p));
                polygonKind.set(polygon, polygonKind.get(p));
                for (IntList column : pendingColumns()) {
                    if (p - settled < column.size()) {
                        column.set(polygon - settled, column.get(p - settled));
                    }
                }
                polygon++;
            }
        }
        for (IntList column : pendingColumns()) {
            column.resize(Math.min(column.size(), polygon - settled), NestedValues.NONE);
        }
        for (RingTextures t : textures.values()) {
            t.shorten(ring - firstRing, corner - firstCorner);
        }
        corners.resize(corner, 0);
        ringEnds.resize(ring, 0);
        polygonRingEnds.resize(polygon, 0);
        polygonFeature.resize(polygon, 0);
        polygonKind.resize(polygon, 0);
    }

    private List<IntList> pendingColumns() {
        List<IntList> columns = new ArrayList<>(materials.values());
        columns.add(factOf);
        return columns;
    }

    /** Forgets what belonged to pending polygons. */
    void clearPending() {
        materials.clear();
        textures.clear();
        factOf.clear();
        facts.clear();
    }

    /** Everything settled, as a set. */
    PolygonSet toSet() {
        int n = polygonCount();
        byte[] kinds = new byte[n];
        for (int p = 0; p < n; p++) {
            kinds[p] = (byte) polygonKind.get(p);
        }
        return new PolygonSet(vertices.toArray(), corners.toArray(), ringEnds.toArray(), polygonRingEnds.toArray(),
                polygonFeature.toArray(), kinds, polygonArgb.toArray(), texturing());
    }

    private Texturing texturing() {
        if (pictures.isEmpty()) {
            return null;
        }
        polygonPicture.resize(polygonCount(), NestedValues.NONE);
        places.resize(2 * corners.size(), 0);
        float[] uv = new float[2 * corners.size()];
        for (int i = 0; i < uv.length; i++) {
            uv[i] = Float.intBitsToFloat(places.get(i));
        }
        return new Texturing(pictures, polygonPicture.toArray(), uv);
    }

    void release() {
        polygonPicture.release();
        places.release();
        for (IntList list : new IntList[] {corners, ringEnds, polygonRingEnds, polygonFeature, polygonKind, polygonArgb}) {
            list.release();
        }
        vertices.release();
        clearPending();
        factOf.release();
    }
}
