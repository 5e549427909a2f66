package org.kvarter.mesh.section;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.Bounds;

/**
 * Cuts a tile by a region, feature by feature and plane by plane: what lies beyond a plane goes, triangles across it are clipped, and
 * where the rim of the cut closes, a cap fills it, which the next plane cuts like everything else.
 *
 * <p>Two triangles that share an edge clip it at the very same point, so that a closed solid stays closed. A shell is filled where its
 * rim closes, as of a house without a floor, and just cut where it does not. One cutter per tile; not thread-safe.
 */
public final class TileCutter {

    /** What lies beyond a plane by no more than this is on it, metres. */
    private static final double ON = 1e-5;
    private static final int CAP = -1;

    private final TileMesh tile;
    private final KeptRegion region;
    private final Soup out = new Soup();
    private final Rim rim = new Rim();

    private TileCutter(TileMesh tile, KeptRegion region) {
        this.tile = tile;
        this.region = region;
    }

    /**
     * What a region leaves of a tile.
     *
     * @param filled whether the cut faces of a feature row are to be filled
     */
    public static CutTile cut(TileMesh tile, KeptRegion region, IntPredicate filled) {
        return new TileCutter(tile, region).run(filled);
    }

    private CutTile run(IntPredicate filled) {
        int[] features = tile.parts().feature();
        for (int first = 0; first < features.length; ) {
            int end = tile.parts().endOfFeature(first);
            feature(first, end, features[first], filled.test(features[first]));
            first = end;
        }
        return out.tile();
    }

    private void feature(int firstPart, int endPart, int row, boolean filled) {
        Soup soup = new Soup();
        Map<Integer, Integer> numbers = new HashMap<>();
        Bounds box = Bounds.EMPTY;
        float[] p = tile.points();
        for (int part = firstPart; part < endPart; part++) {
            for (int t = tile.firstTriangle(part); t < tile.partTriangleEnds()[part]; t++) {
                int[] at = new int[3];
                for (int k = 0; k < 3; k++) {
                    int corner = tile.corners()[3 * t + k];
                    Integer known = numbers.get(corner);
                    if (known == null) {
                        known = soup.point(p[3 * corner], p[3 * corner + 1], p[3 * corner + 2]);
                        numbers.put(corner, known);
                        box = box.include(p[3 * corner], p[3 * corner + 1], p[3 * corner + 2]);
                    }
                    at[k] = known;
                }
                soup.triangle(at[0], at[1], at[2], part, row, t);
            }
        }
        for (KeptRegion.Side side : region.planes()) {
            if (soup.triangles == 0) {
                return;
            }
            KeptRegion one = new KeptRegion(java.util.List.of(side));
            KeptRegion.Where where = one.where(box);
            if (where == KeptRegion.Where.REMOVED) {
                return;
            }
            if (where == KeptRegion.Where.CUT) {
                soup = clipped(soup, side, row, filled);
            }
        }
        out.addAll(soup);
    }

    private Soup clipped(Soup soup, KeptRegion.Side side, int row, boolean filled) {
        Soup kept = new Soup();
        double[] beyond = new double[soup.points];
        int[] numbers = new int[soup.points];
        for (int v = 0; v < soup.points; v++) {
            beyond[v] = side.beyond(soup.xyz[3 * v], soup.xyz[3 * v + 1], soup.xyz[3 * v + 2]);
            numbers[v] = beyond[v] <= ON ? kept.point(soup.xyz[3 * v], soup.xyz[3 * v + 1], soup.xyz[3 * v + 2]) : -1;
        }
        Map<Long, Integer> crossings = new HashMap<>();
        rim.begin(side);
        for (int t = 0; t < soup.triangles; t++) {
            int a = soup.corners[3 * t];
            int b = soup.corners[3 * t + 1];
            int c = soup.corners[3 * t + 2];
            int count = (numbers[a] >= 0 ? 1 : 0) + (numbers[b] >= 0 ? 1 : 0) + (numbers[c] >= 0 ? 1 : 0);
            if (count == 3) {
                kept.triangle(numbers[a], numbers[b], numbers[c], soup.parts[t], row, soup.sources[t]);
                continue;
            }
            if (count == 0) {
                continue;
            }
            while (count == 1 ? numbers[a] < 0 : numbers[a] >= 0) { // the odd one first
                int first = a;
                a = b;
                b = c;
                c = first;
            }
            if (count == 1) {
                int ab = crossing(soup, kept, crossings, beyond, a, b);
                int ac = crossing(soup, kept, crossings, beyond, a, c);
                kept.triangle(numbers[a], ab, ac, soup.parts[t], row, soup.sources[t]);
                rim.edge(kept, ac, ab);
            } else {
                int ba = crossing(soup, kept, crossings, beyond, b, a);
                int ca = crossing(soup, kept, crossings, beyond, c, a);
                kept.triangle(ba, numbers[b], numbers[c], soup.parts[t], row, soup.sources[t]);
                kept.triangle(ba, numbers[c], ca, soup.parts[t], row, soup.sources[t]);
                rim.edge(kept, ba, ca);
            }
        }
        if (filled) {
            int[] triangles = Caps.fill(rim);
            for (int k = 0; k < triangles.length; k += 3) {
                kept.triangle(triangles[k], triangles[k + 1], triangles[k + 2], CAP, row, -1);
            }
        }
        return kept;
    }

    /** Where an edge from a kept to a removed point meets the plane; the same for both triangles of the edge. */
    private static int crossing(Soup soup, Soup kept, Map<Long, Integer> crossings, double[] beyond, int in, int out) {
        long edge = (long) in << 32 | out;
        Integer known = crossings.get(edge);
        if (known != null) {
            return known;
        }
        double share = Math.max(0, Math.min(1, beyond[in] / (beyond[in] - beyond[out])));
        double[] p = soup.xyz;
        int number = kept.point(p[3 * in] + share * (p[3 * out] - p[3 * in]), p[3 * in + 1] + share * (p[3 * out + 1] - p[3 * in + 1]),
                p[3 * in + 2] + share * (p[3 * out + 2] - p[3 * in + 2]));
        crossings.put(edge, number);
        return number;
    }
}
