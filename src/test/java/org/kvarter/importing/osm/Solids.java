package org.kvarter.importing.osm;

import java.util.HashMap;
import java.util.Map;
import org.kvarter.model.PolygonSet;

/** Measures solids in degrees and metres, of one feature or of all, on the plane of {@link OsmDraft}. */
final class Solids {

    private Solids() {
    }

    /** Cubic metres by the divergence theorem: right only where every face looks outwards and nothing is open. */
    static double volume(PolygonSet set, int feature) {
        double six = 0;
        for (int p = 0; p < set.polygonCount(); p++) {
            if (feature >= 0 && set.polygonFeature()[p] != feature) {
                continue;
            }
            double[] base = place(set, set.corners()[set.firstCornerOfPolygon(p)]);
            for (int r = set.firstRing(p); r < set.polygonRingEnds()[p]; r++) {
                int first = set.firstCorner(r);
                int end = set.ringEnds()[r];
                for (int c = first; c < end; c++) {
                    double[] a = place(set, set.corners()[c]);
                    double[] b = place(set, set.corners()[c + 1 == end ? first : c + 1]);
                    six += base[0] * (a[1] * b[2] - a[2] * b[1]) + base[1] * (a[2] * b[0] - a[0] * b[2]) + base[2] * (a[0] * b[1] - a[1] * b[0]);
                }
            }
        }
        return six / 6;
    }

    private static double[] place(PolygonSet set, int vertex) {
        double[] v = set.vertices();
        return new double[] {OsmDraft.PLANE.x(v[3 * vertex]), OsmDraft.PLANE.y(v[3 * vertex + 1]), v[3 * vertex + 2]};
    }

    /** Edges that are not met by one in the other direction; upright ones and those between walls and roof must be. */
    static long openEdges(PolygonSet set) {
        Map<Long, Integer> edges = new HashMap<>();
        for (int p = 0; p < set.polygonCount(); p++) {
            for (int r = set.firstRing(p); r < set.polygonRingEnds()[p]; r++) {
                int first = set.firstCorner(r);
                int end = set.ringEnds()[r];
                for (int c = first; c < end; c++) {
                    long a = set.corners()[c];
                    long b = set.corners()[c + 1 == end ? first : c + 1];
                    edges.merge(Math.min(a, b) << 32 | Math.max(a, b), a < b ? 1 : -1, Integer::sum);
                }
            }
        }
        return edges.values().stream().filter(n -> n != 0).count();
    }

    static double highest(PolygonSet set) {
        return set.bounds().maxUp();
    }
}
