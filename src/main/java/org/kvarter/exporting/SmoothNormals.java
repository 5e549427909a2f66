package org.kvarter.exporting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.mesh.TileMesh;

/**
 * Normals of a feature's corners: those of its flat parts, but where many parts meet at shallow edges that all bend the same way, as in a
 * dome or a round column, the mean over the parts around a corner, so that light runs over them. Two roofs that meet at a ridge, however
 * shallow, are no curve: it takes {@value #FEWEST} parts in a row. Unit vectors; not thread-safe.
 */
final class SmoothNormals {

    /** Steeper edges than this stay sharp: cosine of 32°, so that twelve sides make a round column and eight an octagon. */
    private static final double CREASE = Math.cos(Math.toRadians(32));
    /** Flatter than this an edge bends neither way: cosine of 0.5°. */
    private static final double FLAT = Math.cos(Math.toRadians(0.5));
    private static final int FEWEST = 8;
    /** Points nearer than this are one, metres. */
    private static final double SAME = 1e-4;

    private final TileMesh tile;
    private final int first;
    private final int end;
    private final int firstTriangle;
    private final double[] normals;
    private final int[] points;
    private final BitSet curved = new BitSet();

    /** A corner's place, rounded. */
    private record Place(long east, long north, long up) {
    }

    /** An edge as one of its parts has it: the part, and the corner that lies off the edge. */
    private record Side(int part, int apex) {
    }

    private SmoothNormals(TileMesh tile, int first, int end) {
        this.tile = tile;
        this.first = first;
        this.end = end;
        this.firstTriangle = tile.firstTriangle(first);
        this.normals = new double[3 * (end - first)];
        for (int part = first; part < end; part++) {
            unit(tile.parts().normals(), part);
        }
        this.points = new int[3 * (tile.partTriangleEnds()[end - 1] - firstTriangle)];
        Map<Place, Integer> numbers = new HashMap<>();
        for (int c = 0; c < points.length; c++) {
            points[c] = numbers.computeIfAbsent(place(c), p -> numbers.size());
        }
    }

    /**
     * Normals of corners.
     *
     * @param first first part of the feature
     * @param end   past its last part
     * @return 3 × corners of its triangles, in order: east, north, up
     */
    static float[] of(TileMesh tile, int first, int end) {
        SmoothNormals smooth = new SmoothNormals(tile, first, end);
        if (end - first >= FEWEST) {
            smooth.findCurves();
        }
        return smooth.corners();
    }

    private void unit(float[] of, int part) {
        double x = of[3 * part];
        double y = of[3 * part + 1];
        double z = of[3 * part + 2];
        double length = Math.sqrt(x * x + y * y + z * z);
        int at = 3 * (part - first);
        boolean any = length > 1e-6;
        normals[at] = any ? x / length : 0;
        normals[at + 1] = any ? y / length : 0;
        normals[at + 2] = any ? z / length : 1;
    }

    private Place place(int corner) {
        int at = 3 * tile.corners()[3 * firstTriangle + corner];
        float[] p = tile.points();
        return new Place(Math.round(p[at] / SAME), Math.round(p[at + 1] / SAME), Math.round(p[at + 2] / SAME));
    }

    private void findCurves() {
        Map<Long, List<Side>> edges = new HashMap<>();
        for (int part = first; part < end; part++) {
            for (int t = tile.firstTriangle(part) - firstTriangle; t < tile.partTriangleEnds()[part] - firstTriangle; t++) {
                for (int k = 0; k < 3; k++) {
                    int a = points[3 * t + k];
                    int b = points[3 * t + (k + 1) % 3];
                    if (a != b) {
                        edges.computeIfAbsent((long) Math.min(a, b) << 32 | Math.max(a, b), e -> new ArrayList<>(2))
                                .add(new Side(part - first, 3 * t + (k + 2) % 3));
                    }
                }
            }
        }
        int[] outwards = alone();
        int[] inwards = alone();
        for (List<Side> sides : edges.values()) {
            if (sides.size() == 2 && sides.get(0).part != sides.get(1).part && isAlike(sides.get(0).part, sides.get(1).part)) {
                join(sides.get(0), sides.get(1), outwards, inwards);
            }
        }
        mark(outwards);
        mark(inwards);
    }

    private int[] alone() {
        int[] groups = new int[end - first];
        Arrays.setAll(groups, k -> k);
        return groups;
    }

    private void join(Side a, Side b, int[] outwards, int[] inwards) {
        double cosine = dot(a.part, b.part);
        if (cosine < CREASE) {
            return;
        }
        double bend = cosine > FLAT ? 0 : bend(a, b);
        if (bend <= 0) {
            outwards[root(outwards, a.part)] = root(outwards, b.part);
        }
        if (bend >= 0) {
            inwards[root(inwards, a.part)] = root(inwards, b.part);
        }
    }

    /** How far the apex of one lies over the plane of the other: below for an edge that bends outwards. */
    private double bend(Side a, Side b) {
        int at = 3 * tile.corners()[3 * firstTriangle + a.apex];
        int other = 3 * tile.corners()[3 * firstTriangle + b.apex];
        float[] p = tile.points();
        // a's apex stands for a's plane.
        double over = 0;
        for (int k = 0; k < 3; k++) {
            over += (p[other + k] - p[at + k]) * normals[3 * a.part + k];
        }
        return over;
    }

    private static int root(int[] groups, int of) {
        int at = of;
        while (groups[at] != at) {
            groups[at] = groups[groups[at]];
            at = groups[at];
        }
        return at;
    }

    private void mark(int[] groups) {
        int[] sizes = new int[groups.length];
        for (int part = 0; part < groups.length; part++) {
            sizes[root(groups, part)]++;
        }
        for (int part = 0; part < groups.length; part++) {
            if (sizes[root(groups, part)] >= FEWEST) {
                curved.set(part);
            }
        }
    }

    /** Whether two parts are of one kind of surface: a round wall ends where a roof begins. */
    private boolean isAlike(int part, int other) {
        return tile.parts().kind()[first + part] == tile.parts().kind()[first + other];
    }

    private double dot(int part, int other) {
        return normals[3 * part] * normals[3 * other] + normals[3 * part + 1] * normals[3 * other + 1] + normals[3 * part + 2] * normals[3 * other + 2];
    }

    private float[] corners() {
        float[] out = new float[3 * points.length];
        Map<Integer, Map<Integer, Double>> around = curved.isEmpty() ? Map.of() : around();
        for (int part = 0; part < end - first; part++) {
            for (int c = 3 * (tile.firstTriangle(first + part) - firstTriangle); c < 3 * (tile.partTriangleEnds()[first + part] - firstTriangle); c++) {
                double[] n = curved.get(part) ? mean(part, around.get(points[c])) : normal(part);
                for (int k = 0; k < 3; k++) {
                    out[3 * c + k] = (float) n[k];
                }
            }
        }
        return out;
    }

    private double[] normal(int part) {
        return new double[] {normals[3 * part], normals[3 * part + 1], normals[3 * part + 2]};
    }

    /** Of each point the curved parts around it, with the angle that each takes up there. */
    private Map<Integer, Map<Integer, Double>> around() {
        Map<Integer, Map<Integer, Double>> around = new HashMap<>();
        for (int part = curved.nextSetBit(0); part >= 0; part = curved.nextSetBit(part + 1)) {
            for (int t = tile.firstTriangle(first + part) - firstTriangle; t < tile.partTriangleEnds()[first + part] - firstTriangle; t++) {
                for (int k = 0; k < 3; k++) {
                    around.computeIfAbsent(points[3 * t + k], p -> new HashMap<>())
                            .merge(part, angle(3 * t + k, 3 * t + (k + 1) % 3, 3 * t + (k + 2) % 3), Double::sum);
                }
            }
        }
        return around;
    }

    private double angle(int at, int one, int other) {
        double[] a = way(at, one);
        double[] b = way(at, other);
        double length = Math.sqrt((a[0] * a[0] + a[1] * a[1] + a[2] * a[2]) * (b[0] * b[0] + b[1] * b[1] + b[2] * b[2]));
        return length == 0 ? 0 : Math.acos(Math.max(-1, Math.min(1, (a[0] * b[0] + a[1] * b[1] + a[2] * b[2]) / length)));
    }

    private double[] way(int from, int to) {
        int a = 3 * tile.corners()[3 * firstTriangle + from];
        int b = 3 * tile.corners()[3 * firstTriangle + to];
        float[] p = tile.points();
        return new double[] {p[b] - p[a], p[b + 1] - p[a + 1], p[b + 2] - p[a + 2]};
    }

    private double[] mean(int part, Map<Integer, Double> around) {
        double[] sum = new double[3];
        around.forEach((other, angle) -> {
            if (dot(part, other) >= CREASE && isAlike(part, other)) {
                for (int k = 0; k < 3; k++) {
                    sum[k] += angle * normals[3 * other + k];
                }
            }
        });
        double length = Math.sqrt(sum[0] * sum[0] + sum[1] * sum[1] + sum[2] * sum[2]);
        return length < 1e-9 ? normal(part) : new double[] {sum[0] / length, sum[1] / length, sum[2] / length};
    }
}
