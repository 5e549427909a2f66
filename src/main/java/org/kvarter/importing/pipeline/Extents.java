package org.kvarter.importing.pipeline;

import java.util.Arrays;
import org.kvarter.model.Bounds;
import org.kvarter.model.PolygonSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Where a batch lies, by the middle 90 % of a sample: a stray vertex at the end of the world does not move the district.
 */
final class Extents {

    private static final int SAMPLE = 5_000;

    private Extents() {
    }

    static Bounds of(PolygonSet set) {
        int n = set.corners().length;
        int step = Math.max(1, n / SAMPLE);
        double[] xyz = new double[3 * (n / step + 1)];
        int count = 0;
        for (int c = 0; c < n; c += step) {
            int v = set.corners()[c];
            if (v >= 0 && v < set.vertexCount()) {
                System.arraycopy(set.vertices(), 3 * v, xyz, 3 * count++, 3);
            }
        }
        return middle(xyz, count);
    }

    static Bounds of(Geometry[] geometries) {
        int step = Math.max(1, geometries.length / SAMPLE);
        double[] xyz = new double[6 * (geometries.length / step + 1)];
        int count = 0;
        for (int i = 0; i < geometries.length; i += step) {
            if (geometries[i] != null && !geometries[i].isEmpty()) {
                Envelope box = geometries[i].getEnvelopeInternal();
                double height = new Coordinate(geometries[i].getCoordinate()).getZ();
                put(xyz, count++, box.getMinX(), box.getMinY(), height);
                put(xyz, count++, box.getMaxX(), box.getMaxY(), height);
            }
        }
        return middle(xyz, count);
    }

    /** Some coordinates of some geometries, three each. */
    static double[] sample(Geometry[] geometries) {
        int step = Math.max(1, geometries.length / SAMPLE);
        double[] xyz = new double[3 * (geometries.length / step + 1)];
        int count = 0;
        for (int i = 0; i < geometries.length; i += step) {
            if (geometries[i] != null && !geometries[i].isEmpty()) {
                Coordinate one = geometries[i].getCoordinate();
                put(xyz, count++, one.getX(), one.getY(), one.getZ());
            }
        }
        return Arrays.copyOf(xyz, 3 * count);
    }

    /** Of plain coordinates, three each. */
    static Bounds of(double[] coordinates) {
        int step = Math.max(1, coordinates.length / 3 / SAMPLE);
        double[] xyz = new double[coordinates.length / step + 3];
        int count = 0;
        for (int i = 0; 3 * i + 2 < coordinates.length; i += step) {
            put(xyz, count++, coordinates[3 * i], coordinates[3 * i + 1], coordinates[3 * i + 2]);
        }
        return middle(xyz, count);
    }

    private static void put(double[] xyz, int at, double x, double y, double z) {
        xyz[3 * at] = x;
        xyz[3 * at + 1] = y;
        xyz[3 * at + 2] = Double.isNaN(z) ? 0 : z;
    }

    private static Bounds middle(double[] xyz, int count) {
        double[] low = new double[3];
        double[] high = new double[3];
        for (int k = 0; k < 3; k++) {
            int axis = k;
            double[] sorted = java.util.stream.IntStream.range(0, count).mapToDouble(i -> xyz[3 * i + axis])
                    .filter(Double::isFinite).toArray();
            if (sorted.length == 0) {
                return Bounds.EMPTY;
            }
            Arrays.sort(sorted);
            int cut = sorted.length / 20;
            low[k] = sorted[cut];
            high[k] = sorted[sorted.length - 1 - cut];
        }
        return new Bounds(low[0], low[1], low[2], high[0], high[1], high[2]);
    }
}
