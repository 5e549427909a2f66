package org.kvarter.geo.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;

/**
 * Well-known binary (OGC 06-103r4, clause 8) to geometries: two and three dimensions, measures dropped, also in the older spelling with
 * flags in the high bits. Every count is checked against the bytes there are before memory is taken. Rings that are not closed are
 * closed. Not thread-safe.
 */
final class WkbReader {

    static final GeometryFactory GEOMETRIES = new GeometryFactory(PackedCoordinateSequenceFactory.DOUBLE_FACTORY);

    private static final int LAST_SIMPLE_TYPE = 7;
    private static final int LAST_CURVE_TYPE = 17;

    private final CoordinateBuffer buffer = new CoordinateBuffer();
    private int vertices;

    /** @throws MalformedGeometryException where the bytes are no geometry, or one with curves */
    Geometry read(ByteBuffer wkb) throws MalformedGeometryException {
        vertices = 0;
        try {
            return geometry(wkb, 0);
        } catch (BufferUnderflowException e) {
            throw new MalformedGeometryException("geometry.truncated");
        }
    }

    private Geometry geometry(ByteBuffer in, int depth) throws MalformedGeometryException {
        if (depth > StoreLimits.MAX_NESTING) {
            throw new MalformedGeometryException("geometry.tooDeep");
        }
        byte order = in.get();
        if (order != 0 && order != 1) {
            throw new MalformedGeometryException("geometry.noWkb");
        }
        in.order(order == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int code = in.getInt();
        if ((code & 0x20000000) != 0) {
            in.getInt();
        }
        int plain = code & 0x0fffffff;
        int iso = plain / 1000;
        boolean z = (code & 0x80000000) != 0 || iso == 1 || iso == 3;
        boolean m = (code & 0x40000000) != 0 || iso == 2 || iso == 3;
        int type = plain % 1000;
        if (iso > 3 || type == 0 || type > LAST_CURVE_TYPE) {
            throw new MalformedGeometryException("geometry.noWkb");
        }
        if (type > LAST_SIMPLE_TYPE) {
            throw new MalformedGeometryException("geometry.curve");
        }
        int dimension = 2 + (z ? 1 : 0) + (m ? 1 : 0);
        return switch (type) {
            case 1 -> point(in, dimension, z);
            case 2 -> line(in, dimension, z);
            case 3 -> polygon(in, dimension, z);
            default -> collection(in, type, depth);
        };
    }

    private Point point(ByteBuffer in, int dimension, boolean z) throws MalformedGeometryException {
        double x = in.getDouble();
        double y = in.getDouble();
        double up = z ? in.getDouble() : Double.NaN;
        if (dimension - (z ? 1 : 0) > 2) {
            in.getDouble();
        }
        if (Double.isNaN(x) && Double.isNaN(y)) {
            return GEOMETRIES.createPoint();
        }
        buffer.clear();
        count(1, 0, in);
        buffer.add(x, y, up);
        return GEOMETRIES.createPoint(buffer.sequence(0, 1));
    }

    private LineString line(ByteBuffer in, int dimension, boolean z) throws MalformedGeometryException {
        vertices(in, dimension, z);
        if (buffer.size() == 1) {
            throw new MalformedGeometryException("geometry.shortLine");
        }
        return GEOMETRIES.createLineString(buffer.sequence(0, buffer.size()));
    }

    private Polygon polygon(ByteBuffer in, int dimension, boolean z) throws MalformedGeometryException {
        int rings = count(in.getInt(), 4, in);
        LinearRing shell = null;
        List<LinearRing> holes = new ArrayList<>();
        for (int r = 0; r < rings; r++) {
            vertices(in, dimension, z);
            if (buffer.size() == 0) {
                continue;
            }
            LinearRing ring = GEOMETRIES.createLinearRing(buffer.ring(0, buffer.size()));
            if (shell == null) {
                shell = ring;
            } else {
                holes.add(ring);
            }
        }
        return shell == null ? GEOMETRIES.createPolygon() : GEOMETRIES.createPolygon(shell, holes.toArray(LinearRing[]::new));
    }

    private Geometry collection(ByteBuffer in, int type, int depth) throws MalformedGeometryException {
        int count = count(in.getInt(), 5, in);
        List<Geometry> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            members.add(geometry(in, depth + 1));
        }
        try {
            return switch (type) {
                case 4 -> GEOMETRIES.createMultiPoint(members.toArray(Point[]::new));
                case 5 -> GEOMETRIES.createMultiLineString(members.toArray(LineString[]::new));
                case 6 -> GEOMETRIES.createMultiPolygon(members.toArray(Polygon[]::new));
                default -> GEOMETRIES.createGeometryCollection(members.toArray(Geometry[]::new));
            };
        } catch (ArrayStoreException e) {
            throw new MalformedGeometryException("geometry.noWkb");
        }
    }

    private void vertices(ByteBuffer in, int dimension, boolean z) throws MalformedGeometryException {
        int count = count(in.getInt(), 8 * dimension, in);
        vertices += count;
        if (vertices > StoreLimits.MAX_VERTICES) {
            throw new MalformedGeometryException("geometry.tooLarge", StoreLimits.MAX_VERTICES);
        }
        buffer.clear();
        for (int v = 0; v < count; v++) {
            double x = in.getDouble();
            double y = in.getDouble();
            double up = z ? in.getDouble() : Double.NaN;
            if (dimension - (z ? 1 : 0) > 2) {
                in.getDouble();
            }
            buffer.add(x, y, up);
        }
    }

    /** A count of things of at least {@code bytesEach} bytes, all of which must still be there. */
    private static int count(int stated, int bytesEach, ByteBuffer in) throws MalformedGeometryException {
        if (stated < 0 || (long) stated * bytesEach > in.remaining()) {
            throw new MalformedGeometryException("geometry.truncated");
        }
        return stated;
    }

    /** Whether a ring of the last geometry was not closed. */
    boolean closedRing() {
        return buffer.takeClosedRing();
    }
}
