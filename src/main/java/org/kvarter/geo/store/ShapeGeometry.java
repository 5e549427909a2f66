package org.kvarter.geo.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;

/** The content of a shapefile's record to a geometry; measures are dropped. Not thread-safe. */
final class ShapeGeometry {

    private static final int VERTEX = 16;

    private final CoordinateBuffer buffer = new CoordinateBuffer();

    /** The box a record states, without a look at its vertices; {@code null} for null shapes. */
    Envelope envelope(ByteBuffer content) {
        ByteBuffer in = content.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (in.remaining() < 4) {
            return null;
        }
        ShapeType type = ShapeType.of(in.getInt());
        if (type == null || in.remaining() < (type == ShapeType.POINT ? VERTEX : 2 * VERTEX)) {
            return null;
        }
        double x = in.getDouble();
        double y = in.getDouble();
        return type == ShapeType.POINT ? new Envelope(x, x, y, y) : new Envelope(x, in.getDouble(), y, in.getDouble());
    }

    /** The geometry; {@code null} for null shapes and those without vertices. */
    Geometry read(ByteBuffer content) throws MalformedGeometryException {
        ByteBuffer in = content.order(ByteOrder.LITTLE_ENDIAN);
        try {
            int code = in.getInt();
            if (code == 0) {
                return null;
            }
            ShapeType type = ShapeType.of(code);
            if (type == null) {
                throw new MalformedGeometryException("geometry.unknownType", Integer.toString(code));
            }
            return read(in, type, ShapeType.hasHeights(code));
        } catch (BufferUnderflowException e) {
            throw new MalformedGeometryException("geometry.truncated");
        }
    }

    private Geometry read(ByteBuffer in, ShapeType type, boolean heights) throws MalformedGeometryException {
        if (type == ShapeType.POINT) {
            buffer.clear();
            double x = in.getDouble();
            double y = in.getDouble();
            buffer.add(x, y, heights && in.remaining() >= 8 ? in.getDouble() : Double.NaN);
            return WkbReader.GEOMETRIES.createPoint(buffer.sequence(0, 1));
        }
        if (in.remaining() < 2 * VERTEX) {
            throw new MalformedGeometryException("geometry.truncated");
        }
        in.position(in.position() + 2 * VERTEX);
        int parts = type == ShapeType.MULTIPOINT ? 0 : in.getInt();
        int points = in.getInt();
        if (points < 0 || parts < 0 || 4L * parts + (long) VERTEX * points > in.remaining()) {
            throw new MalformedGeometryException("geometry.truncated");
        }
        int[] starts = starts(in, parts, points);
        vertices(in, points, heights);
        if (points == 0) {
            return null;
        }
        return switch (type) {
            case MULTIPOINT -> points(points);
            case POLYLINE -> lines(starts);
            default -> polygons(starts);
        };
    }

    /** Starts of the parts with the number of vertices behind. */
    private static int[] starts(ByteBuffer in, int parts, int points) throws MalformedGeometryException {
        int[] starts = new int[parts + 1];
        for (int i = 0; i < parts; i++) {
            starts[i] = in.getInt();
            if (starts[i] < (i == 0 ? 0 : starts[i - 1]) || starts[i] > points) {
                throw new MalformedGeometryException("geometry.parts");
            }
        }
        starts[parts] = points;
        return starts;
    }

    private void vertices(ByteBuffer in, int points, boolean heights) throws MalformedGeometryException {
        int xy = in.position();
        int z = xy + VERTEX * points + VERTEX;
        boolean present = heights && (long) z + 8L * points <= in.limit();
        buffer.clear();
        for (int i = 0; i < points; i++) {
            int at = xy + VERTEX * i;
            buffer.add(in.getDouble(at), in.getDouble(at + 8), present ? in.getDouble(z + 8 * i) : Double.NaN);
        }
    }

    private Geometry points(int points) {
        Point[] all = new Point[points];
        for (int i = 0; i < points; i++) {
            all[i] = WkbReader.GEOMETRIES.createPoint(buffer.sequence(i, i + 1));
        }
        return WkbReader.GEOMETRIES.createMultiPoint(all);
    }

    private Geometry lines(int[] starts) throws MalformedGeometryException {
        List<LineString> lines = new ArrayList<>();
        for (int i = 0; i + 1 < starts.length; i++) {
            if (starts[i + 1] - starts[i] >= 2) {
                lines.add(WkbReader.GEOMETRIES.createLineString(buffer.sequence(starts[i], starts[i + 1])));
            }
        }
        if (lines.isEmpty()) {
            throw new MalformedGeometryException("geometry.shortLine");
        }
        return WkbReader.GEOMETRIES.createMultiLineString(lines.toArray(LineString[]::new));
    }

    /** Rings with fewer than three corners are left out while others remain. */
    private Geometry polygons(int[] starts) throws MalformedGeometryException {
        List<LinearRing> rings = new ArrayList<>();
        MalformedGeometryException bad = null;
        for (int i = 0; i + 1 < starts.length; i++) {
            try {
                rings.add(WkbReader.GEOMETRIES.createLinearRing(buffer.ring(starts[i], starts[i + 1])));
            } catch (MalformedGeometryException e) {
                bad = e;
            }
        }
        if (rings.isEmpty()) {
            throw bad != null ? bad : new MalformedGeometryException("geometry.shortRing");
        }
        return RingAssembler.assemble(rings);
    }

    /** Whether a ring of the last geometry was not closed. */
    boolean closedRing() {
        return buffer.takeClosedRing();
    }
}
