package org.kvarter.geo.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Geometry objects of GeoJSON. The parser is always brought to the end of the object, whatever is wrong with it, so that the features
 * behind can be read. Not thread-safe.
 */
final class GeoJsonGeometry {

    private final GeoJsonCoordinates coordinates = new GeoJsonCoordinates();
    private List<Geometry> members;
    private MalformedGeometryException problem;

    void clear() {
        coordinates.clear();
        members = null;
        problem = null;
    }

    /** Reads an object whose start is the current token; {@code null} where it is empty. */
    Geometry read(JsonParser parser) throws IOException, MalformedGeometryException {
        return read(parser, 0);
    }

    private Geometry read(JsonParser parser, int depth) throws IOException, MalformedGeometryException {
        clear();
        String type = "";
        List<Geometry> own = null;
        MalformedGeometryException ownProblem = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "type" -> type = value == JsonToken.VALUE_STRING ? parser.getText() : "";
                case "coordinates" -> coordinates.read(parser, value);
                case "geometries" -> {
                    members(parser, value, depth);
                    own = members;
                    ownProblem = problem;
                }
                default -> {
                }
            }
            if (parser.currentToken().isStructStart()) {
                parser.skipChildren();
            }
        }
        members = own;
        problem = ownProblem;
        return build(type);
    }

    /** Takes a bare {@code coordinates} member. */
    void coordinates(JsonParser parser, JsonToken value) throws IOException {
        coordinates.read(parser, value);
        if (parser.currentToken().isStructStart()) {
            parser.skipChildren();
        }
    }

    /** Takes a bare {@code geometries} member. */
    void members(JsonParser parser, JsonToken value) throws IOException {
        members(parser, value, 0);
    }

    private void members(JsonParser parser, JsonToken value, int depth) throws IOException {
        List<Geometry> read = new ArrayList<>();
        MalformedGeometryException first = null;
        if (value == JsonToken.START_ARRAY && depth < StoreLimits.MAX_NESTING) {
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (token != JsonToken.START_OBJECT) {
                    parser.skipChildren();
                    continue;
                }
                try {
                    Geometry member = read(parser, depth + 1);
                    if (member != null) {
                        read.add(member);
                    }
                } catch (MalformedGeometryException e) {
                    first = first == null ? e : first;
                }
            }
        } else {
            parser.skipChildren();
        }
        clear();
        members = read;
        problem = first;
    }

    /** The geometry of what was read; {@code null} where it is empty. */
    Geometry build(String type) throws MalformedGeometryException {
        if (problem != null) {
            throw problem;
        }
        if (type.equals("GeometryCollection")) {
            return members == null || members.isEmpty() ? null
                    : WkbReader.GEOMETRIES.createGeometryCollection(members.toArray(Geometry[]::new));
        }
        int level = switch (type) {
            case "Point" -> 1;
            case "LineString", "MultiPoint" -> 2;
            case "Polygon", "MultiLineString" -> 3;
            case "MultiPolygon" -> 4;
            default -> throw new MalformedGeometryException("geometry.unknownType", type.length() > 40 ? type.substring(0, 40) : type);
        };
        coordinates.checkLevel(level);
        return coordinates.buffer().size() == 0 ? null : shape(type);
    }

    private Geometry shape(String type) throws MalformedGeometryException {
        GeometryFactory factory = WkbReader.GEOMETRIES;
        CoordinateBuffer buffer = coordinates.buffer();
        int size = buffer.size();
        return switch (type) {
            case "Point" -> factory.createPoint(buffer.sequence(0, 1));
            case "MultiPoint" -> {
                Point[] points = new Point[size];
                for (int i = 0; i < size; i++) {
                    points[i] = factory.createPoint(buffer.sequence(i, i + 1));
                }
                yield factory.createMultiPoint(points);
            }
            case "LineString" -> line(0, size);
            case "MultiLineString" -> {
                List<org.locationtech.jts.geom.LineString> lines = new ArrayList<>();
                int[] ends = coordinates.ends(2);
                for (int i = 0; i < ends.length; i++) {
                    lines.add(line(i == 0 ? 0 : ends[i - 1], ends[i]));
                }
                yield factory.createMultiLineString(lines.toArray(org.locationtech.jts.geom.LineString[]::new));
            }
            case "Polygon" -> polygon(coordinates.ends(2), 0, coordinates.ends(2).length);
            default -> {
                int[] rings = coordinates.ends(3);
                int[] ends = coordinates.ends(2);
                List<Polygon> polygons = new ArrayList<>();
                for (int i = 0; i < ends.length; i++) {
                    int from = i == 0 ? 0 : ends[i - 1];
                    if (ends[i] > from) {
                        polygons.add(polygon(rings, from, ends[i]));
                    }
                }
                yield factory.createMultiPolygon(polygons.toArray(Polygon[]::new));
            }
        };
    }

    private org.locationtech.jts.geom.LineString line(int from, int to) throws MalformedGeometryException {
        if (to - from < 2) {
            throw new MalformedGeometryException("geometry.shortLine");
        }
        return WkbReader.GEOMETRIES.createLineString(coordinates.buffer().sequence(from, to));
    }

    private Polygon polygon(int[] ringEnds, int firstRing, int endRing) throws MalformedGeometryException {
        LinearRing shell = null;
        List<LinearRing> holes = new ArrayList<>();
        for (int r = firstRing; r < endRing; r++) {
            int from = r == 0 ? 0 : ringEnds[r - 1];
            LinearRing ring = WkbReader.GEOMETRIES.createLinearRing(coordinates.buffer().ring(from, ringEnds[r]));
            if (shell == null) {
                shell = ring;
            } else {
                holes.add(ring);
            }
        }
        return WkbReader.GEOMETRIES.createPolygon(shell, holes.toArray(LinearRing[]::new));
    }

    /** Whether a ring of the last geometry was not closed. */
    boolean closedRing() {
        return coordinates.buffer().takeClosedRing();
    }
}
