package org.kvarter.geo.store;

import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/** Grows the coordinates of one geometry, three ordinates each, up to {@link StoreLimits#MAX_VERTICES}. Reused; not thread-safe. */
final class CoordinateBuffer {

    private double[] xyz = new double[3 * 64];
    private int size;
    private boolean closedRing;

    /** Whether a ring had to be closed since the last call. */
    boolean takeClosedRing() {
        boolean closed = closedRing;
        closedRing = false;
        return closed;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** Adds a vertex; {@code z} is NaN where it has none. */
    void add(double x, double y, double z) throws MalformedGeometryException {
        if (size == StoreLimits.MAX_VERTICES) {
            throw new MalformedGeometryException("geometry.tooLarge", StoreLimits.MAX_VERTICES);
        }
        if (!Double.isFinite(x) || !Double.isFinite(y) || Double.isInfinite(z)) {
            throw new MalformedGeometryException("geometry.notFinite");
        }
        int at = 3 * size++;
        if (at + 3 > xyz.length) {
            xyz = Arrays.copyOf(xyz, xyz.length * 2);
        }
        xyz[at] = x;
        xyz[at + 1] = y;
        xyz[at + 2] = z;
    }

    double x(int vertex) {
        return xyz[3 * vertex];
    }

    double y(int vertex) {
        return xyz[3 * vertex + 1];
    }

    /** Vertices {@code from … to−1} as a sequence of two ordinates, or of three where any has a height. */
    CoordinateSequence sequence(int from, int to) {
        boolean heights = false;
        for (int v = from; v < to && !heights; v++) {
            heights = !Double.isNaN(xyz[3 * v + 2]);
        }
        if (heights) {
            return new PackedCoordinateSequence.Double(Arrays.copyOfRange(xyz, 3 * from, 3 * to), 3, 0);
        }
        double[] xy = new double[2 * (to - from)];
        for (int v = from, at = 0; v < to; v++) {
            xy[at++] = xyz[3 * v];
            xy[at++] = xyz[3 * v + 1];
        }
        return new PackedCoordinateSequence.Double(xy, 2, 0);
    }

    /** As {@link #sequence} with the first vertex repeated at the end where it is not. */
    CoordinateSequence ring(int from, int to) throws MalformedGeometryException {
        boolean closed = to > from && x(from) == x(to - 1) && y(from) == y(to - 1);
        if (to - from < (closed ? 4 : 3)) {
            throw new MalformedGeometryException("geometry.shortRing");
        }
        if (closed) {
            return sequence(from, to);
        }
        closedRing = true;
        CoordinateSequence open = sequence(from, to);
        int dimension = open.getDimension();
        double[] all = Arrays.copyOf(((PackedCoordinateSequence.Double) open).getRawCoordinates(), (to - from + 1) * dimension);
        System.arraycopy(all, 0, all, (to - from) * dimension, dimension);
        return new PackedCoordinateSequence.Double(all, dimension, 0);
    }
}
