package org.kvarter.mobility;

import java.util.Arrays;
import org.kvarter.model.Bounds;

/**
 * Polylines with the distance along them. Immutable and thread-safe; arrays are not copied.
 *
 * @param xyz    3 × n local coordinates, metres; the height is not used: what moves stands on the ground
 * @param starts first point of each path, and the number of points at the end
 * @param along  distance of each point from the start of its path, metres
 */
public record Paths(double[] xyz, int[] starts, float[] along) {

    /** Measures paths. A point without a place takes that of its neighbour, so that one bad corner does not cost the path. */
    public static Paths of(double[] xyz, int[] starts) {
        float[] along = new float[xyz.length / 3];
        for (int path = 0; path + 1 < starts.length; path++) {
            mend(xyz, starts[path], starts[path + 1]);
            double sum = 0;
            for (int i = starts[path] + 1; i < starts[path + 1]; i++) {
                sum += Math.hypot(xyz[3 * i] - xyz[3 * i - 3], xyz[3 * i + 1] - xyz[3 * i - 2]);
                along[i] = (float) sum;
            }
        }
        return new Paths(xyz, starts, along);
    }

    private static void mend(double[] xyz, int from, int to) {
        int good = -1;
        for (int i = from; i < to; i++) {
            if (Double.isFinite(xyz[3 * i]) && Double.isFinite(xyz[3 * i + 1])) {
                if (good < 0) {
                    for (int k = from; k < i; k++) {
                        System.arraycopy(xyz, 3 * i, xyz, 3 * k, 3);
                    }
                }
                good = i;
            } else if (good >= 0) {
                System.arraycopy(xyz, 3 * good, xyz, 3 * i, 3);
            }
        }
    }

    /** Number of paths. */
    public int size() {
        return starts.length - 1;
    }

    /** Whether a path has a place at all. */
    public boolean isPlaced(int path) {
        return starts[path + 1] > starts[path] && Double.isFinite(xyz[3 * starts[path]]);
    }

    /** Length of a path, metres. */
    public double length(int path) {
        return starts[path + 1] > starts[path] ? along[starts[path + 1] - 1] : 0;
    }

    /** The distance along a path of a place given by segment and share of it: {@code 2.5} is in the middle of the third segment. */
    public float distance(int path, double parameter) {
        int points = starts[path + 1] - starts[path];
        int segment = Math.max(0, Math.min(points - 2, (int) parameter));
        int at = starts[path] + segment;
        return points < 2 ? 0 : (float) (along[at] + (parameter - segment) * (along[at + 1] - along[at]));
    }

    /** The point that begins the segment in which a distance lies. */
    int segment(int path, double distance) {
        int from = starts[path];
        int to = starts[path + 1];
        int found = Arrays.binarySearch(along, from, to, (float) distance);
        int at = found >= 0 ? found : -found - 2;
        return Math.max(from, Math.min(Math.max(from, to - 2), at));
    }

    /** Box around all points that have a place. */
    public Bounds bounds() {
        double[] box = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = 0; i < xyz.length; i += 3) {
            if (Double.isFinite(xyz[i]) && Double.isFinite(xyz[i + 1])) {
                box[0] = Math.min(box[0], xyz[i]);
                box[1] = Math.min(box[1], xyz[i + 1]);
                box[2] = Math.max(box[2], xyz[i]);
                box[3] = Math.max(box[3], xyz[i + 1]);
            }
        }
        return box[0] > box[2] ? Bounds.EMPTY : new Bounds(box[0], box[1], 0, box[2], box[3], 0);
    }
}
