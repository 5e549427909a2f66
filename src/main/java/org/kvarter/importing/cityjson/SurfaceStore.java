package org.kvarter.importing.cityjson;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kvarter.importing.arrays.DoubleList;
import org.kvarter.importing.arrays.IntList;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.model.PolygonSet;

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
    /** How many polygons are settled. */
    int settled;

    private final MemoryBudget budget;

    SurfaceStore(MemoryBudget budget) {
        this.budget = budget;
        corners = new IntList(budget);
        ringEnds = new IntList(budget);
        polygonRingEnds = new IntList(budget);
        polygonFeature = new IntList(budget);
        polygonKind = new IntList(budget);
        polygonArgb = new IntList(budget);
        vertices = new DoubleList(budget);
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
        geometry.materials.forEach((theme, values) -> {
            IntList column = materials.computeIfAbsent(theme, t -> new IntList(budget));
            column.resize(firstPending, NestedValues.NONE);
            column.addAll(values, 0);
        });
    }

    /** Everything settled, as a set. */
    PolygonSet toSet() {
        int n = polygonCount();
        byte[] kinds = new byte[n];
        for (int p = 0; p < n; p++) {
            kinds[p] = (byte) polygonKind.get(p);
        }
        return new PolygonSet(vertices.toArray(), corners.toArray(), ringEnds.toArray(), polygonRingEnds.toArray(),
                polygonFeature.toArray(), kinds, polygonArgb.toArray());
    }

    void release() {
        for (IntList list : new IntList[] {corners, ringEnds, polygonRingEnds, polygonFeature, polygonKind, polygonArgb}) {
            list.release();
        }
        vertices.release();
        materials.clear();
    }
}
