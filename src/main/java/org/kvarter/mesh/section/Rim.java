package org.kvarter.mesh.section;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rim that a plane leaves of a solid: edges that are joined to closed loops, in the plane's own two coordinates. Reused from cut to cut;
 * not thread-safe.
 */
final class Rim {

    /** Where the rim does not close at the very same points, points this near are one: neighbours may divide a wall differently. */
    private static final double WELD = 2e-4;

    /** A closed rim, and whether its edges agree which side of it is inside. */
    record Loop(int[] ring, boolean directed) {
    }

    private final List<int[]> raw = new ArrayList<>();
    private Soup soup;
    private double weld;
    private final List<double[]> flat = new ArrayList<>();
    private final List<Integer> vertexOf = new ArrayList<>();
    private final Map<Long, List<Integer>> cells = new HashMap<>();
    private double[] u = new double[3];
    private double[] v = new double[3];

    /** Begins a cut: forgets all edges. */
    void begin(KeptRegion.Side side) {
        raw.clear();
        flat.clear();
        vertexOf.clear();
        cells.clear();
        // u × v = normal, so that what turns to the left in u and v faces beyond the plane
        double[] n = {side.nx(), side.ny(), side.nz()};
        double[] other = Math.abs(n[2]) > 0.9 ? new double[] {1, 0, 0} : new double[] {0, 0, 1};
        u = unit(cross(other, n));
        v = cross(n, u);
    }

    /** An edge of the cap, which has the cap to its left seen from beyond the plane; all of one soup. */
    void edge(Soup of, int from, int to) {
        soup = of;
        raw.add(new int[] {from, to});
    }

    /** Place of a point in the plane: what turns to the left there faces beyond it. */
    double[] at(int point) {
        return flat.get(point);
    }

    /** The vertex of the soup that a point is. */
    int vertex(int point) {
        return vertexOf.get(point);
    }

    /**
     * The loops of the rim. Pieces that do not close, as of panes that lie loosely before a solid's wall, are left out; none where nothing
     * closes.
     */
    List<Loop> loops() {
        List<Loop> loops = new ArrayList<>();
        List<int[]> rest = new ArrayList<>();
        for (List<int[]> piece : pieces(weld(raw, 0))) {
            List<int[]> closed = loops(piece);
            if (closed == null) {
                piece.forEach(e -> rest.add(new int[] {e[2], e[3]}));
            } else {
                closed.forEach(ring -> loops.add(new Loop(ring, true)));
            }
        }
        for (List<int[]> piece : pieces(weld(rest, WELD))) {
            List<int[]> closed = loops(piece);
            boolean directed = closed != null;
            closed = directed ? closed : loops(undirected(piece));
            if (closed != null) {
                closed.forEach(ring -> loops.add(new Loop(ring, directed)));
            }
        }
        return loops;
    }

    /** Numbers the points of some edges, those within {@code tolerance} of each other alike; edges of no length are left out. */
    private List<int[]> weld(List<int[]> some, double tolerance) {
        weld = tolerance;
        List<int[]> edges = new ArrayList<>();
        for (int[] e : some) {
            int a = number(e[0]);
            int b = number(e[1]);
            if (a != b) {
                edges.add(new int[] {a, b, e[0], e[1]});
            }
        }
        return edges;
    }

    /** Edges that hang together. */
    private Collection<List<int[]>> pieces(List<int[]> edges) {
        int[] parent = new int[flat.size()];
        for (int k = 0; k < parent.length; k++) {
            parent[k] = k;
        }
        for (int[] e : edges) {
            parent[root(parent, e[0])] = root(parent, e[1]);
        }
        Map<Integer, List<int[]>> pieces = new LinkedHashMap<>();
        edges.forEach(e -> pieces.computeIfAbsent(root(parent, e[0]), k -> new ArrayList<>()).add(e));
        return pieces.values();
    }

    private static int root(int[] parent, int k) {
        int at = k;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private int number(int vertex) {
        double[] p = {soup.xyz[3 * vertex], soup.xyz[3 * vertex + 1], soup.xyz[3 * vertex + 2]};
        double x = dot(p, u);
        double y = dot(p, v);
        long cx = Math.round(x / (2 * WELD));
        long cy = Math.round(y / (2 * WELD));
        for (long i = cx - 1; i <= cx + 1; i++) {
            for (long k = cy - 1; k <= cy + 1; k++) {
                for (int there : cells.getOrDefault(key(i, k), List.of())) {
                    if (Math.abs(flat.get(there)[0] - x) <= weld && Math.abs(flat.get(there)[1] - y) <= weld) {
                        return there;
                    }
                }
            }
        }
        flat.add(new double[] {x, y});
        vertexOf.add(vertex);
        cells.computeIfAbsent(key(cx, cy), c -> new ArrayList<>(1)).add(flat.size() - 1);
        return flat.size() - 1;
    }

    private static long key(long x, long y) {
        return x * 0x9E3779B97F4A7C15L ^ y;
    }

    /** Closed loops that use every edge once; {@code null} where some point has not as many edges in as out. */
    private List<int[]> loops(List<int[]> directed) {
        if (directed == null) {
            return null;
        }
        Map<Integer, List<Integer>> next = new HashMap<>();
        int[] balance = new int[flat.size()];
        for (int[] e : directed) {
            next.computeIfAbsent(e[0], k -> new ArrayList<>(1)).add(e[1]);
            balance[e[0]]++;
            balance[e[1]]--;
        }
        for (int b : balance) {
            if (b != 0) {
                return null;
            }
        }
        List<int[]> loops = new ArrayList<>();
        for (int[] e : directed) {
            while (!next.getOrDefault(e[0], List.of()).isEmpty()) {
                List<Integer> loop = new ArrayList<>();
                int at = e[0];
                do {
                    loop.add(at);
                    List<Integer> ways = next.get(at);
                    at = ways.remove(ways.size() - 1);
                    int again = loop.indexOf(at);
                    if (again > 0) { // a loop within the loop: it goes its own way
                        List<Integer> inner = loop.subList(again, loop.size());
                        addLoop(loops, inner);
                        inner.clear();
                    }
                } while (at != e[0]);
                addLoop(loops, loop);
            }
        }
        return loops;
    }

    private static void addLoop(List<int[]> loops, List<Integer> loop) {
        if (loop.size() > 2) {
            loops.add(loop.stream().mapToInt(i -> i).toArray());
        }
    }

    /** The edges as chains whatever their direction; {@code null} where a point has an odd number of them. */
    private List<int[]> undirected(List<int[]> edges) {
        Map<Integer, List<int[]>> at = new HashMap<>();
        Map<Long, int[]> once = new HashMap<>();
        for (int[] e : edges) {
            long key = (long) Math.min(e[0], e[1]) << 32 | Math.max(e[0], e[1]);
            if (once.remove(key) == null) {
                once.put(key, e);
            }
        }
        for (int[] e : once.values()) {
            at.computeIfAbsent(e[0], k -> new ArrayList<>(2)).add(e);
            at.computeIfAbsent(e[1], k -> new ArrayList<>(2)).add(e);
        }
        if (at.values().stream().anyMatch(list -> list.size() % 2 != 0)) {
            return null;
        }
        List<int[]> directed = new ArrayList<>();
        for (int start : at.keySet()) {
            int here = start;
            while (!at.get(here).isEmpty()) {
                int[] e = at.get(here).remove(at.get(here).size() - 1);
                int there = e[0] == here ? e[1] : e[0];
                at.get(there).remove(e);
                directed.add(new int[] {here, there});
                here = there;
            }
        }
        return directed;
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double[] unit(double[] a) {
        double length = Math.sqrt(dot(a, a));
        return new double[] {a[0] / length, a[1] / length, a[2] / length};
    }
}
