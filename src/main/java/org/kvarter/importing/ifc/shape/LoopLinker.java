package org.kvarter.importing.ifc.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Links pieces of line into loops by where they end: ends within some micrometres are one, so that an edge that is whole in one face and
 * cut in two in its neighbour does no harm. Ends that are left over are joined with the nearest of their kind within a millimetre. A loop
 * that comes back to one of its own points is two. One use.
 */
final class LoopLinker {

    private static final double SAME = 2e-5;
    private static final double NEAR = 1e-3;

    private double[] points = new double[48];
    private int count;
    private int[] ends = new int[32];
    private int size;

    /** The number of a point. */
    int point(double x, double y, double z) {
        for (int i = count - 1; i >= 0; i--) {
            if (Math.abs(points[3 * i] - x) <= SAME && Math.abs(points[3 * i + 1] - y) <= SAME && Math.abs(points[3 * i + 2] - z) <= SAME) {
                return i;
            }
        }
        if (3 * count + 3 > points.length) {
            points = Arrays.copyOf(points, 2 * points.length);
        }
        points[3 * count] = x;
        points[3 * count + 1] = y;
        points[3 * count + 2] = z;
        return count++;
    }

    /** Adds a piece between two points; a piece of no length is left out. */
    void piece(int a, int b) {
        if (a == b) {
            return;
        }
        if (size + 2 > ends.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
        }
        ends[size++] = a;
        ends[size++] = b;
    }

    /** The loops, x, y, z in turn; {@code null} where ends are left. */
    List<double[]> loops() {
        if (!mend()) {
            return null;
        }
        int[] starts = new int[count + 1];
        for (int i = 0; i < size; i++) {
            starts[ends[i] + 1]++;
        }
        for (int p = 0; p < count; p++) {
            starts[p + 1] += starts[p];
        }
        int[] at = starts.clone();
        int[] pieces = new int[size];
        for (int i = 0; i < size; i++) {
            pieces[at[ends[i]]++] = i;
        }
        boolean[] used = new boolean[size / 2];
        List<double[]> loops = new ArrayList<>();
        int[] onPath = new int[count];
        int[] path = new int[size + 1];
        for (int first = 0; first < size; first += 2) {
            if (used[first / 2]) {
                continue;
            }
            int n = 0;
            path[n] = ends[first];
            onPath[ends[first]] = ++n;
            int here = ends[first];
            while (n > 0) {
                int next = step(here, starts, pieces, used);
                if (next < 0) {
                    break;
                }
                if (onPath[next] > 0) {
                    int from = onPath[next] - 1;
                    loops.add(take(path, from, n));
                    for (int i = from + 1; i < n; i++) {
                        onPath[path[i]] = 0;
                    }
                    n = from + 1;
                } else {
                    path[n] = next;
                    onPath[next] = ++n;
                }
                here = next;
            }
            for (int i = 0; i < n; i++) {
                onPath[path[i]] = 0;
            }
        }
        loops.removeIf(loop -> loop.length < 9);
        return loops;
    }

    private int step(int here, int[] starts, int[] pieces, boolean[] used) {
        for (int i = starts[here]; i < starts[here + 1]; i++) {
            if (!used[pieces[i] / 2]) {
                used[pieces[i] / 2] = true;
                return ends[pieces[i] ^ 1];
            }
        }
        return -1;
    }

    private double[] take(int[] path, int from, int to) {
        double[] loop = new double[3 * (to - from)];
        for (int i = from; i < to; i++) {
            System.arraycopy(points, 3 * path[i], loop, 3 * (i - from), 3);
        }
        return loop;
    }

    /** Joins points at which an odd number of pieces end. */
    private boolean mend() {
        int[] degree = new int[count];
        for (int i = 0; i < size; i++) {
            degree[ends[i]]++;
        }
        for (int p = 0; p < count; p++) {
            if (degree[p] % 2 == 1) {
                int best = -1;
                double least = NEAR;
                for (int q = p + 1; q < count; q++) {
                    double d = Math.abs(points[3 * p] - points[3 * q]) + Math.abs(points[3 * p + 1] - points[3 * q + 1])
                            + Math.abs(points[3 * p + 2] - points[3 * q + 2]);
                    if (degree[q] % 2 == 1 && d < least) {
                        best = q;
                        least = d;
                    }
                }
                if (best < 0) {
                    return false;
                }
                piece(p, best);
                degree[p]++;
                degree[best]++;
            }
        }
        return true;
    }
}
