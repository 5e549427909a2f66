package org.kvarter.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What of several boxes lies together. A layer of a wrong file or system may lie half the globe away: then it is no part of the district,
 * and neither camera nor ground reach out to it. Stateless.
 */
public final class Extent {

    /** What lies further from everything else is no part of it, metres. */
    public static final double FAR = 20_000;

    private Extent() {
    }

    /** Metres between two boxes seen from above, 0 where they touch; infinite where one is empty. */
    public static double gap(Bounds a, Bounds b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        double east = Math.max(0, Math.max(b.minEast() - a.maxEast(), a.minEast() - b.maxEast()));
        double north = Math.max(0, Math.max(b.minNorth() - a.maxNorth(), a.minNorth() - b.maxNorth()));
        return Math.hypot(east, north);
    }

    /** Box around the box nearest to a place and all that lie together with it, step by step; empty where all are. */
    public static Bounds about(double east, double north, List<Bounds> boxes) {
        Bounds place = new Bounds(east, north, 0, east, north, 0);
        List<Bounds> left = new ArrayList<>(boxes);
        Bounds found = Bounds.EMPTY;
        Bounds next = nearest(place, left, Double.MAX_VALUE);
        while (next != null) {
            left.remove(next);
            found = found.union(next);
            next = nearest(found, left, FAR);
        }
        return found;
    }

    private static Bounds nearest(Bounds to, List<Bounds> boxes, double limit) {
        Bounds best = null;
        double least = limit;
        for (Bounds box : boxes) {
            double gap = gap(to, box);
            if (gap <= least) {
                least = gap;
                best = box;
            }
        }
        return best;
    }
}
