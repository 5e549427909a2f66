package org.kvarter.geo.store;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Makes geometries of FlatGeobuf's {@code Geometry} tables (flatgeobuf.org, feature.fbs, version 3). Reused; not thread-safe. */
final class FlatGeobufGeometry {

    private static final List<String> TYPES = List.of("Unknown", "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString",
            "MultiPolygon", "GeometryCollection");
    private static final int TRIANGLE = 17;
    private static final int LAST_CURVE = 14;
    private static final int MAX_PARTS = 1_000_000;

    private final CoordinateBuffer buffer = new CoordinateBuffer();
    private int parts;

    /** The class of a geometry type of a header. */
    static Class<? extends Geometry> type(int type) {
        return GeometryTypes.named(type < TYPES.size() ? TYPES.get(type) : "");
    }

    /** Whether a ring of the last geometry was not closed. */
    boolean closedRing() {
        return buffer.takeClosedRing();
    }

    /**
     * Makes one.
     *
     * @param type of the header, 0 where the table states its own
     */
    Geometry read(FlatTable table, int type) throws MalformedGeometryException {
        buffer.clear();
        parts = 0;
        return read(table, type, 0);
    }

    private Geometry read(FlatTable table, int headerType, int depth) throws MalformedGeometryException {
        if (depth > StoreLimits.MAX_NESTING) {
            throw new MalformedGeometryException("geometry.tooDeep");
        }
        if (++parts > MAX_PARTS) {
            throw new MalformedGeometryException("geometry.tooLarge", StoreLimits.MAX_VERTICES);
        }
        int own = table.unsignedByte(6);
        int type = headerType == 0 ? own : headerType;
        GeometryFactory factory = WkbReader.GEOMETRIES;
        return switch (type) {
            case 1 -> {
                int[] ends = coordinates(table, 1);
                yield ends[1] - ends[0] < 1 ? factory.createPoint() : factory.createPoint(buffer.sequence(ends[0], ends[0] + 1));
            }
            case 2 -> {
                int[] ends = coordinates(table, 1);
                yield line(ends[0], ends[1]);
            }
            case 3, TRIANGLE -> polygon(table);
            case 4 -> {
                int[] ends = coordinates(table, 1);
                yield factory.createMultiPoint(buffer.sequence(ends[0], ends[1]));
            }
            case 5 -> {
                int[] ends = coordinates(table, 2);
                LineString[] lines = new LineString[ends.length - 1];
                for (int i = 0; i < lines.length; i++) {
                    lines[i] = line(ends[i], ends[i + 1]);
                }
                yield factory.createMultiLineString(lines);
            }
            case 6 -> factory.createMultiPolygon(parts(table, 3, depth).toArray(Polygon[]::new));
            case 7 -> factory.createGeometryCollection(parts(table, 0, depth).toArray(Geometry[]::new));
            default -> throw new MalformedGeometryException(type > 7 && type <= LAST_CURVE ? "geometry.curve" : "geometry.unknownType", type);
        };
    }

    private List<Geometry> parts(FlatTable table, int type, int depth) throws MalformedGeometryException {
        FlatTable.Vector list = table.vector(7, 4);
        List<Geometry> read = new ArrayList<>();
        if (list.length() == 0 && type == 3) {
            read.add(polygon(table));
        }
        for (int i = 0; i < list.length(); i++) {
            read.add(read(table.element(list, i), type, depth + 1));
        }
        return read;
    }

    private LineString line(int from, int to) throws MalformedGeometryException {
        if (to - from == 1) {
            throw new MalformedGeometryException("geometry.shortLine");
        }
        return WkbReader.GEOMETRIES.createLineString(buffer.sequence(from, to));
    }

    private Polygon polygon(FlatTable table) throws MalformedGeometryException {
        int[] ends = coordinates(table, 2);
        LinearRing shell = null;
        List<LinearRing> holes = new ArrayList<>();
        for (int i = 0; i + 1 < ends.length; i++) {
            if (ends[i + 1] == ends[i]) {
                continue;
            }
            LinearRing ring = WkbReader.GEOMETRIES.createLinearRing(buffer.ring(ends[i], ends[i + 1]));
            if (shell == null) {
                shell = ring;
            } else {
                holes.add(ring);
            }
        }
        return shell == null ? WkbReader.GEOMETRIES.createPolygon() : WkbReader.GEOMETRIES.createPolygon(shell, holes.toArray(LinearRing[]::new));
    }

    /**
     * Appends the coordinates of a table.
     *
     * @param levels 1 for one list, 2 for one cut by {@code ends}
     * @return where each part begins in the buffer, and where the last ends
     */
    private int[] coordinates(FlatTable table, int levels) throws MalformedGeometryException {
        FlatTable.Vector xy = table.vector(1, 8);
        FlatTable.Vector z = table.vector(2, 8);
        int first = buffer.size();
        int n = xy.length() / 2;
        for (int i = 0; i < n; i++) {
            buffer.add(table.doubleAt(xy, 2 * i), table.doubleAt(xy, 2 * i + 1), i < z.length() ? table.doubleAt(z, i) : Double.NaN);
        }
        FlatTable.Vector ends = levels == 1 ? FlatTable.Vector.NONE : table.vector(0, 4);
        if (ends.length() == 0) {
            return new int[] {first, first + n};
        }
        int[] cut = new int[ends.length() + 1];
        cut[0] = first;
        for (int i = 0; i < ends.length(); i++) {
            long end = table.unsignedAt(ends, i);
            if (end > n || first + end < cut[i]) {
                throw new MalformedGeometryException("geometry.parts");
            }
            cut[i + 1] = (int) (first + end);
        }
        return cut;
    }
}
