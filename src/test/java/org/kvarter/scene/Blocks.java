package org.kvarter.scene;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.Bounds;
import org.kvarter.model.PartTable;
import org.kvarter.model.SurfaceKind;

/** Makes tiles of simple houses: {@code new Blocks().box(…).gable(…).tile()}. Features are numbered in the order of calls. */
public final class Blocks {

    private final List<Float> points = new ArrayList<>();
    private final List<Integer> corners = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private final List<float[]> parts = new ArrayList<>();
    private final List<SurfaceKind> kinds = new ArrayList<>();
    private int feature = -1;

    /** A house with a flat roof: parts south, east, north, west wall, roof. */
    public Blocks box(double west, double south, double width, double depth, double height) {
        feature++;
        double e = west + width;
        double n = south + depth;
        walls(west, south, e, n, height);
        part(SurfaceKind.ROOF, 0, 0, 1, west, south, height, e, south, height, e, n, height, west, n, height);
        return this;
    }

    /** A house with a ridge from west to east: parts south, east, north, west wall, southern, northern roof, two gables. */
    Blocks gable(double west, double south, double width, double depth, double eaves, double ridge) {
        feature++;
        double e = west + width;
        double n = south + depth;
        double m = south + depth / 2;
        double rise = ridge - eaves;
        double length = Math.hypot(rise, depth / 2);
        walls(west, south, e, n, eaves);
        part(SurfaceKind.ROOF, 0, -rise / length, depth / 2 / length, west, south, eaves, e, south, eaves, e, m, ridge, west, m, ridge);
        part(SurfaceKind.ROOF, 0, rise / length, depth / 2 / length, e, n, eaves, west, n, eaves, west, m, ridge, e, m, ridge);
        part(SurfaceKind.WALL, 1, 0, 0, e, south, eaves, e, n, eaves, e, m, ridge);
        part(SurfaceKind.WALL, -1, 0, 0, west, n, eaves, west, south, eaves, west, m, ridge);
        return this;
    }

    private void walls(double w, double s, double e, double n, double h) {
        part(SurfaceKind.WALL, 0, -1, 0, w, s, 0, e, s, 0, e, s, h, w, s, h);
        part(SurfaceKind.WALL, 1, 0, 0, e, s, 0, e, n, 0, e, n, h, e, s, h);
        part(SurfaceKind.WALL, 0, 1, 0, e, n, 0, w, n, 0, w, n, h, e, n, h);
        part(SurfaceKind.WALL, -1, 0, 0, w, n, 0, w, s, 0, w, s, h, w, n, h);
    }

    private void part(SurfaceKind kind, double ne, double nn, double nu, double... ring) {
        int first = points.size() / 3;
        int n = ring.length / 3;
        float[] p = {(float) ne, (float) nn, (float) nu, 0, 0, 0, feature};
        for (int v = 0; v < n; v++) {
            for (int k = 0; k < 3; k++) {
                points.add((float) ring[3 * v + k]);
                p[3 + k] += (float) (ring[3 * v + k] / n);
            }
        }
        for (int t = 1; t < n - 1; t++) {
            corners.addAll(List.of(first, first + t, first + t + 1));
        }
        ends.add(corners.size() / 3);
        parts.add(p);
        kinds.add(kind);
    }

    /** The tile. */
    public TileMesh tile() {
        int n = parts.size();
        int[] features = new int[n];
        byte[] kind = new byte[n];
        float[] normals = new float[3 * n];
        float[] centroids = new float[3 * n];
        for (int i = 0; i < n; i++) {
            float[] p = parts.get(i);
            features[i] = (int) p[6];
            kind[i] = (byte) kinds.get(i).ordinal();
            System.arraycopy(p, 0, normals, 3 * i, 3);
            System.arraycopy(p, 3, centroids, 3 * i, 3);
        }
        float[] xyz = new float[points.size()];
        Bounds box = Bounds.EMPTY;
        for (int i = 0; i < xyz.length; i++) {
            xyz[i] = points.get(i);
        }
        for (int i = 0; i < xyz.length; i += 3) {
            box = box.include(xyz[i], xyz[i + 1], xyz[i + 2]);
        }
        return new TileMesh(0, new PartTable(features, kind, new int[n], normals, centroids, new float[n]), xyz,
                corners.stream().mapToInt(i -> i).toArray(), ends.stream().mapToInt(i -> i).toArray(), box, false);
    }
}
