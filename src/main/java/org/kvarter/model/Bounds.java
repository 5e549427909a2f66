package org.kvarter.model;

/**
 * An axis-aligned box; empty where {@code minEast > maxEast}.
 *
 * @param minEast  metres, or the source's units where the holder says so
 * @param minNorth as above
 * @param minUp    as above
 * @param maxEast  as above
 * @param maxNorth as above
 * @param maxUp    as above
 */
public record Bounds(double minEast, double minNorth, double minUp, double maxEast, double maxNorth, double maxUp) {

    /** Contains nothing; the neutral element of {@link #union}. */
    public static final Bounds EMPTY = new Bounds(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);

    public boolean isEmpty() {
        return minEast > maxEast;
    }

    /** The smallest box around both. */
    public Bounds union(Bounds other) {
        return new Bounds(Math.min(minEast, other.minEast), Math.min(minNorth, other.minNorth), Math.min(minUp, other.minUp),
                Math.max(maxEast, other.maxEast), Math.max(maxNorth, other.maxNorth), Math.max(maxUp, other.maxUp));
    }

    /** The smallest box around this one and a point. */
    public Bounds include(double east, double north, double up) {
        return union(new Bounds(east, north, up, east, north, up));
    }

    /** Box around {@code xyz[3*from] … xyz[3*to-1]}, skipping vertices that are not finite. */
    public static Bounds of(double[] xyz, int from, int to) {
        double[] b = {EMPTY.minEast, EMPTY.minNorth, EMPTY.minUp, EMPTY.maxEast, EMPTY.maxNorth, EMPTY.maxUp};
        for (int v = from; v < to; v++) {
            for (int k = 0; k < 3; k++) {
                double c = xyz[3 * v + k];
                if (Double.isFinite(c)) {
                    b[k] = Math.min(b[k], c);
                    b[k + 3] = Math.max(b[k + 3], c);
                }
            }
        }
        return new Bounds(b[0], b[1], b[2], b[3], b[4], b[5]);
    }

    public double centreEast() {
        return (minEast + maxEast) / 2;
    }

    public double centreNorth() {
        return (minNorth + maxNorth) / 2;
    }

    public double centreUp() {
        return (minUp + maxUp) / 2;
    }

    public double width() {
        return maxEast - minEast;
    }

    public double depth() {
        return maxNorth - minNorth;
    }

    public double height() {
        return maxUp - minUp;
    }

    /** Half the horizontal diagonal. */
    public double radius() {
        return Math.hypot(width(), depth()) / 2;
    }
}
