package org.kvarter.importing.gtfs;

/**
 * Finds stops along a shape: each at the first place after the stop before where the shape passes it about as near as it ever does
 * again, so that a way there and back through the same street does not confuse it. One use per shape.
 */
final class Projection {

    private static final double METRES_PER_DEGREE = 111_200;
    /** A passage this much further off than the nearest, metres, still counts as the first one. */
    private static final double TOLERANCE = 25;

    private final Feed feed;
    private final int from;
    private final int segments;
    private final double[] x;
    private final double[] y;
    private final double scaleX;

    Projection(Feed feed, int shape) {
        this.feed = feed;
        from = feed.shapeStarts[shape];
        int count = feed.shapeStarts[shape + 1] - from;
        segments = count - 1;
        scaleX = METRES_PER_DEGREE * Math.cos(Math.toRadians(feed.shapePoints[3 * from + 1]));
        x = new double[count];
        y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = feed.shapePoints[3 * (from + i)] * scaleX;
            y[i] = feed.shapePoints[3 * (from + i) + 1] * METRES_PER_DEGREE;
        }
    }

    /** Segment and share of it of each stop. */
    float[] of(int[] stops) {
        float[] parameters = new float[stops.length];
        double before = 0;
        double[] distance = new double[segments];
        double[] share = new double[segments];
        for (int i = 0; i < stops.length; i++) {
            double sx = feed.stopPlaces.get(3 * stops[i]) * scaleX;
            double sy = feed.stopPlaces.get(3 * stops[i] + 1) * METRES_PER_DEGREE;
            if (Double.isFinite(sx)) {
                before = Math.max(before, next(sx, sy, before, distance, share));
            }
            parameters[i] = (float) before;
        }
        return parameters;
    }

    private double next(double sx, double sy, double before, double[] distance, double[] share) {
        int first = Math.min(segments - 1, (int) before);
        double best = Double.POSITIVE_INFINITY;
        for (int s = first; s < segments; s++) {
            double dx = x[s + 1] - x[s];
            double dy = y[s + 1] - y[s];
            double square = dx * dx + dy * dy;
            double t = square > 0 ? ((sx - x[s]) * dx + (sy - y[s]) * dy) / square : 0;
            t = Math.max(s == first ? before - first : 0, Math.min(1, t));
            share[s] = t;
            distance[s] = Math.hypot(sx - x[s] - t * dx, sy - y[s] - t * dy);
            best = Math.min(best, distance[s]);
        }
        double enough = best + TOLERANCE;
        for (int s = first; s < segments; s++) {
            boolean turning = s + 1 == segments || distance[s + 1] > distance[s];
            if (distance[s] <= enough && turning) {
                return s + share[s];
            }
        }
        return segments;
    }
}
