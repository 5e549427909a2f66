package org.kvarter.mesh.section;

import earcut4j.Earcut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.Bounds;
import org.kvarter.model.PartTable;

/** Closed prisms over polygons with holes, as tiles of one feature each part of which is one face; and what can be counted of meshes. */
final class Solids {

    private final List<float[]> points = new ArrayList<>();
    private final List<int[]> triangles = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private final List<Integer> features = new ArrayList<>();
    private int feature = -1;

    /** A prism whose outer ring turns left and whose holes turn right. */
    Solids prism(double low, double high, double[]... rings) {
        feature++;
        List<double[]> all = Arrays.asList(rings);
        int n = all.stream().mapToInt(r -> r.length / 2).sum();
        double[] xy = new double[2 * n];
        int[] holes = new int[rings.length - 1];
        int at = 0;
        for (int r = 0; r < rings.length; r++) {
            if (r > 0) {
                holes[r - 1] = at / 2;
            }
            System.arraycopy(rings[r], 0, xy, at, rings[r].length);
            at += rings[r].length;
        }
        int first = points.size();
        for (int k = 0; k < n; k++) {
            points.add(new float[] {(float) xy[2 * k], (float) xy[2 * k + 1], (float) low});
        }
        for (int k = 0; k < n; k++) {
            points.add(new float[] {(float) xy[2 * k], (float) xy[2 * k + 1], (float) high});
        }
        List<Integer> cut = Earcut.earcut(xy, holes.length == 0 ? null : holes, 2);
        for (int side = 0; side < 2; side++) {
            for (int k = 0; k < cut.size(); k += 3) {
                int a = cut.get(k);
                int b = cut.get(k + 1);
                int c = cut.get(k + 2);
                boolean left = (xy[2 * b] - xy[2 * a]) * (xy[2 * c + 1] - xy[2 * a + 1]) - (xy[2 * c] - xy[2 * a]) * (xy[2 * b + 1] - xy[2 * a + 1]) > 0;
                boolean turn = left == (side == 0);
                triangles.add(new int[] {first + side * n + a, first + side * n + (turn ? c : b), first + side * n + (turn ? b : c)});
            }
            endPart();
        }
        int from = 0;
        for (double[] ring : rings) {
            int size = ring.length / 2;
            for (int k = 0; k < size; k++) {
                int a = first + from + k;
                int b = first + from + (k + 1) % size;
                triangles.add(new int[] {a, b, b + n});
                triangles.add(new int[] {a, b + n, a + n});
                endPart();
            }
            from += size;
        }
        return this;
    }

    /** A square pane upright before the last solid, part of the same feature. */
    Solids pane(double west, double north, double low, double size) {
        int first = points.size();
        for (int k = 0; k < 4; k++) {
            points.add(new float[] {(float) (west + (k == 1 || k == 2 ? size : 0)), (float) north, (float) (low + (k > 1 ? size : 0))});
        }
        triangles.add(new int[] {first, first + 1, first + 2});
        triangles.add(new int[] {first, first + 2, first + 3});
        endPart();
        return this;
    }

    /** Leaves the last face out, so that the solid is an open shell. */
    Solids open() {
        int last = ends.size() - 1;
        int start = last == 0 ? 0 : ends.get(last - 1);
        triangles.subList(start, ends.get(last)).clear();
        ends.remove(last);
        features.remove(last);
        return this;
    }

    private void endPart() {
        ends.add(triangles.size());
        features.add(feature);
    }

    TileMesh tile() {
        int n = ends.size();
        float[] xyz = new float[3 * points.size()];
        Bounds box = Bounds.EMPTY;
        for (int k = 0; k < points.size(); k++) {
            System.arraycopy(points.get(k), 0, xyz, 3 * k, 3);
            box = box.include(xyz[3 * k], xyz[3 * k + 1], xyz[3 * k + 2]);
        }
        return new TileMesh(0, new PartTable(features.stream().mapToInt(i -> i).toArray(), new byte[n], new int[n], new float[3 * n],
                new float[3 * n], new float[n]), xyz, triangles.stream().flatMapToInt(Arrays::stream).toArray(),
                ends.stream().mapToInt(i -> i).toArray(), box, true);
    }

    /** Six times nothing: the volume that outward triangles enclose. */
    static double volume(float[] p, int[]... corners) {
        double sum = 0;
        for (int[] all : corners) {
            for (int k = 0; k < all.length; k += 3) {
                double[] n = normal(p, all, k);
                int a = 3 * all[k];
                sum += (p[a] * n[0] + p[a + 1] * n[1] + p[a + 2] * n[2]) / 3;
            }
        }
        return sum;
    }

    static double area(float[] p, int[] corners) {
        double sum = 0;
        for (int k = 0; k < corners.length; k += 3) {
            double[] n = normal(p, corners, k);
            sum += Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
        }
        return sum;
    }

    private static double[] normal(float[] p, int[] c, int k) {
        double[] u = new double[3];
        double[] v = new double[3];
        for (int i = 0; i < 3; i++) {
            u[i] = p[3 * c[k + 1] + i] - p[3 * c[k] + i];
            v[i] = p[3 * c[k + 2] + i] - p[3 * c[k] + i];
        }
        return new double[] {(u[1] * v[2] - u[2] * v[1]) / 2, (u[2] * v[0] - u[0] * v[2]) / 2, (u[0] * v[1] - u[1] * v[0]) / 2};
    }

    /** Edges, by place, that are not used as often in one direction as in the other: none of a watertight mesh. */
    static int openEdges(float[] p, int[]... corners) {
        Map<String, Integer> uses = new HashMap<>();
        for (int[] all : corners) {
            for (int k = 0; k < all.length; k++) {
                String a = place(p, all[k]);
                String b = place(p, all[k % 3 == 2 ? k - 2 : k + 1]);
                int sign = a.compareTo(b);
                if (sign != 0) {
                    uses.merge(sign < 0 ? a + "|" + b : b + "|" + a, sign < 0 ? 1 : -1, Integer::sum);
                }
            }
        }
        return (int) uses.values().stream().filter(n -> n != 0).count();
    }

    private static String place(float[] p, int v) {
        return p[3 * v] + "," + p[3 * v + 1] + "," + p[3 * v + 2];
    }
}
