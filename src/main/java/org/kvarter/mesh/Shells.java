package org.kvarter.mesh;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The separate shells of one closed feature, and which of them face the wrong way: a shell that lies in no other must enclose a positive
 * volume, and the cavities within it go with it. Reused from feature to feature; not thread-safe.
 *
 * <p>Shells are what hangs together by shared points. Where that is one piece although many of its surfaces look inwards, shells that
 * only touch are told apart by the edges that exactly two polygons share.
 */
final class Shells {

    /** How far within a shell the point lies that is asked for the shells around it, metres. */
    private static final double INWARDS = 1e-3;

    private final FeatureOutline outline;
    private int[] parent = new int[256];
    private int[] shellOf = new int[256];
    private int count;

    Shells(FeatureOutline outline) {
        this.outline = outline;
    }

    /**
     * Looks for shells that are to be turned.
     *
     * @param doubtful whether many surfaces look inwards, so that touching shells are worth looking for
     * @return per polygon whether it is to be turned; {@code null} where the feature is a single shell
     */
    boolean[] turned(boolean doubtful) {
        byPoints();
        if (count == 1 && doubtful) {
            byEdges();
        }
        if (count == 1) {
            return null;
        }
        double[] volume = new double[count];
        int[] first = new int[count];
        Arrays.fill(first, -1);
        for (int p = 0; p < outline.polygons; p++) {
            int shell = shellOf[p];
            first[shell] = first[shell] < 0 ? p : first[shell];
            volume[shell] += flux(p, outline.corners[outline.firstCorner[first[shell]]]);
        }
        boolean[] inside = new boolean[count];
        boolean[] turn = new boolean[count];
        for (int shell = 0; shell < count; shell++) {
            inside[shell] = container(shell, first[shell], volume[shell], null) >= 0;
            turn[shell] = !inside[shell] && volume[shell] < 0;
        }
        for (int shell = 0; shell < count; shell++) {
            if (inside[shell]) {
                int around = container(shell, first[shell], volume[shell], inside);
                turn[shell] = around >= 0 && turn[around];
            }
        }
        boolean[] polygons = new boolean[outline.polygons];
        for (int p = 0; p < polygons.length; p++) {
            polygons[p] = turn[shellOf[p]];
        }
        return polygons;
    }

    private void byPoints() {
        start(outline.points.count());
        for (int p = 0; p < outline.polygons; p++) {
            int root = root(outline.corners[outline.firstCorner[p]]);
            for (int c = outline.firstCorner[p] + 1; c < outline.ringEnds[outline.lastRing[p] - 1]; c++) {
                parent[root(outline.corners[c])] = root;
            }
        }
        label(p -> outline.corners[outline.firstCorner[p]]);
    }

    private void byEdges() {
        Map<Long, int[]> users = new HashMap<>();
        for (int p = 0; p < outline.polygons; p++) {
            int from = outline.firstCorner[p];
            for (int r = outline.firstRing[p]; r < outline.lastRing[p]; r++) {
                int end = outline.ringEnds[r];
                for (int c = from; c < end; c++) {
                    int a = outline.corners[c];
                    int b = outline.corners[c + 1 == end ? from : c + 1];
                    int[] pair = users.computeIfAbsent((long) Math.min(a, b) << 32 | Math.max(a, b), k -> new int[] {-1, -1, 0});
                    if (pair[2] < 2) {
                        pair[pair[2]] = p;
                    }
                    pair[2]++;
                }
                from = end;
            }
        }
        start(outline.polygons);
        users.values().forEach(pair -> {
            if (pair[2] == 2) {
                parent[root(pair[0])] = root(pair[1]);
            }
        });
        label(p -> p);
        if (count > 1 && !joinHalves()) {
            count = 1;
        }
    }

    /**
     * Joins pieces whose open edges fit each other, such as a shared wall and the shell it was cut from; answers whether all pieces are
     * closed then. An edge sum as in {@link FeatureOutline} is zero for a closed piece.
     */
    private boolean joinHalves() {
        long[] sums = new long[count];
        for (int p = 0; p < outline.polygons; p++) {
            sums[shellOf[p]] += edges(p);
        }
        int[] joined = new int[count];
        Map<Long, Deque<Integer>> open = new HashMap<>();
        int kept = 0;
        int waiting = 0;
        for (int piece = 0; piece < count; piece++) {
            Deque<Integer> halves = open.get(-sums[piece]);
            if (sums[piece] == 0 || halves == null || halves.isEmpty()) {
                joined[piece] = kept++;
                if (sums[piece] != 0) {
                    open.computeIfAbsent(sums[piece], s -> new ArrayDeque<>()).add(joined[piece]);
                    waiting++;
                }
            } else {
                joined[piece] = halves.remove();
                waiting--;
            }
        }
        for (int p = 0; p < outline.polygons; p++) {
            shellOf[p] = joined[shellOf[p]];
        }
        count = kept;
        return waiting == 0;
    }

    private long edges(int p) {
        long sum = 0;
        int from = outline.firstCorner[p];
        for (int r = outline.firstRing[p]; r < outline.lastRing[p]; r++) {
            int end = outline.ringEnds[r];
            for (int c = from; c < end; c++) {
                int a = outline.corners[c];
                int b = outline.corners[c + 1 == end ? from : c + 1];
                sum += a < b ? FeatureOutline.mix((long) a << 32 | b) : -FeatureOutline.mix((long) b << 32 | a);
            }
            from = end;
        }
        return sum;
    }

    private void start(int size) {
        if (parent.length < size) {
            parent = new int[Math.max(size, 2 * parent.length)];
        }
        for (int i = 0; i < size; i++) {
            parent[i] = i;
        }
        if (shellOf.length < outline.polygons) {
            shellOf = new int[Math.max(outline.polygons, 2 * shellOf.length)];
        }
    }

    private int root(int i) {
        int at = i;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** Numbers the shells in the order of their first polygons. */
    private void label(java.util.function.IntUnaryOperator member) {
        count = 0;
        int last = -1;
        Map<Integer, Integer> numbers = null;
        for (int p = 0; p < outline.polygons; p++) {
            int root = root(member.applyAsInt(p));
            if (p == 0) {
                last = root;
                count = 1;
            } else if (root != last && numbers == null) {
                numbers = new HashMap<>(Map.of(last, 0));
            }
            if (numbers == null) {
                shellOf[p] = 0;
            } else {
                Integer known = numbers.putIfAbsent(root, count);
                shellOf[p] = known == null ? count++ : known;
            }
        }
    }

    /** Three times the volume of the cone from a point over a polygon. */
    private double flux(int p, int apex) {
        double[] xyz = outline.points.points();
        int v = 3 * outline.corners[outline.firstCorner[p]];
        int o = 3 * apex;
        double[] plane = outline.planes;
        return plane[4 * p + 3] * ((xyz[v] - xyz[o]) * plane[4 * p] + (xyz[v + 1] - xyz[o + 1]) * plane[4 * p + 1]
                + (xyz[v + 2] - xyz[o + 2]) * plane[4 * p + 2]);
    }

    /** A shell around another one, of those not {@code excluded}; −1 without. */
    private int container(int shell, int polygon, double volume, boolean[] excluded) {
        double[] xyz = outline.points.points();
        double[] place = new double[3];
        int from = outline.firstCorner[polygon];
        for (int k = 0; k < 3; k++) {
            double mean = 0;
            for (int c = from; c < from + 3; c++) {
                mean += xyz[3 * outline.corners[c] + k] / 3;
            }
            place[k] = mean - Math.signum(volume) * INWARDS * outline.planes[4 * polygon + k];
        }
        boolean[] odd = new boolean[count];
        for (int p = 0; p < outline.polygons; p++) {
            int other = shellOf[p];
            if (other != shell && (excluded == null || !excluded[other])) {
                odd[other] ^= liesAbove(p, place);
            }
        }
        for (int other = 0; other < count; other++) {
            if (odd[other]) {
                return other;
            }
        }
        return -1;
    }

    /** Whether a line straight up from a place goes through a polygon. */
    private boolean liesAbove(int p, double[] place) {
        double[] xyz = outline.points.points();
        double nz = outline.planes[4 * p + 2];
        if (Math.abs(nz) < 1e-9) {
            return false;
        }
        int v = 3 * outline.corners[outline.firstCorner[p]];
        double z = xyz[v + 2] - ((place[0] - xyz[v]) * outline.planes[4 * p] + (place[1] - xyz[v + 1]) * outline.planes[4 * p + 1]) / nz;
        if (!(z > place[2])) {
            return false;
        }
        boolean within = false;
        int from = outline.firstCorner[p];
        for (int r = outline.firstRing[p]; r < outline.lastRing[p]; r++) {
            int end = outline.ringEnds[r];
            int b = 3 * outline.corners[end - 1];
            for (int c = from; c < end; c++) {
                int a = 3 * outline.corners[c];
                if (xyz[a + 1] > place[1] != xyz[b + 1] > place[1]
                        && place[0] < xyz[a] + (xyz[b] - xyz[a]) * (place[1] - xyz[a + 1]) / (xyz[b + 1] - xyz[a + 1])) {
                    within = !within;
                }
                b = a;
            }
            from = end;
        }
        return within;
    }
}
