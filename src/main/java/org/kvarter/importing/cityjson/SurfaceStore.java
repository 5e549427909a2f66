package org.kvarter.importing.cityjson;

import java.util.LinkedHashMap;
import java.util.Map;
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

    /**
     * Adds the surfaces of a geometry as pending polygons.
     *
     * @return how many surfaces name a semantic surface that is not there
     */
    int append(GeometryScratch geometry, int feature) {
        int firstCorner = corners.size();
        int firstRing = ringEnds.size();
        int firstPolygon = polygonCount();
        int[] semantics = geometry.hasSemantics ? geometry.semanticValues.perSurface(geometry) : null;
        int astray = 0;
        for (int i = 0; i < geometry.corners.size(); i++) {
            corners.add(geometry.corners.get(i));
        }
        for (int i = 0; i < geometry.ringEnds.size(); i++) {
            ringEnds.add(firstCorner + geometry.ringEnds.get(i));
        }
        for (int s = 0; s < geometry.surfaceCount(); s++) {
            polygonRingEnds.add(firstRing + geometry.surfaceEnds.get(s));
            polygonFeature.add(feature);
            int kind = Kinds.UNKNOWN;
            if (semantics != null && semantics[s] >= 0) {
                if (semantics[s] < geometry.semanticKinds.size()) {
                    kind = geometry.semanticKinds.get(semantics[s]);
                } else {
                    astray++;
                }
            }
            polygonKind.add(kind);
        }
        for (GeometryScratch.Theme theme : geometry.themes) {
            IntList column = materials.computeIfAbsent(theme.name(), t -> new IntList(budget));
            column.resize(firstPolygon - settled, NestedValues.NONE);
            for (int value : theme.values().perSurface(geometry)) {
                column.add(value);
            }
        }
        return astray;
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
