package org.kvarter.importing.kml;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.importing.arrays.MemoryBudget;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;

/** The geometries of a placemark while it is read, gathered by dimension. One reading thread. */
final class KmlShapes {

    private static final GeometryFactory FACTORY = new GeometryFactory(PackedCoordinateSequenceFactory.DOUBLE_FACTORY);
    private static final long BYTES_PER_VERTEX = 40;
    private static final double HIGHEST_BUILDING = 1_500;

    /** A way with a time at each place: longitude, latitude, text. */
    record Track(List<String> times, List<double[]> places) {
    }

    private final MemoryBudget budget;
    private final List<Point> points = new ArrayList<>();
    private final List<LineString> lines = new ArrayList<>();
    private final List<Polygon> areas = new ArrayList<>();
    private final List<Track> tracks = new ArrayList<>();
    private final List<LinearRing> holes = new ArrayList<>();
    private LinearRing shell;
    private boolean inner;
    private boolean inPolygon;
    private boolean extruded;
    private boolean aboveGround;
    private double highest;
    private double raised;
    private int bad;

    KmlShapes(MemoryBudget budget) {
        this.budget = budget;
    }

    /** A placemark begins. */
    void begin() {
        points.clear();
        lines.clear();
        areas.clear();
        tracks.clear();
        raised = 0;
        inPolygon = false;
        bad = 0;
    }

    void start(String element) {
        switch (element) {
            case "Polygon" -> {
                inPolygon = true;
                shell = null;
                holes.clear();
                inner = false;
                extruded = false;
                aboveGround = false;
                highest = 0;
            }
            case "innerBoundaryIs" -> inner = true;
            case "outerBoundaryIs" -> inner = false;
            case "Track" -> tracks.add(new Track(new ArrayList<>(), new ArrayList<>()));
            default -> {
            }
        }
    }

    void when(String text) {
        if (!tracks.isEmpty()) {
            budget.claim(100);
            tracks.get(tracks.size() - 1).times().add(text);
        }
    }

    void end(String element, CharSequence text) {
        switch (element) {
            case "coordinates" -> coordinates(text);
            case "Point" -> point();
            case "LineString" -> line();
            case "LinearRing" -> ring();
            case "Polygon" -> polygon();
            case "extrude" -> extruded = isTrue(text);
            case "altitudeMode" -> aboveGround = text.toString().strip().equals("relativeToGround");
            case "coord" -> {
                double[] place = numbers(text.toString().strip().split("\\s+"));
                if (!tracks.isEmpty()) {
                    budget.claim(100);
                    tracks.get(tracks.size() - 1).places().add(place);
                }
            }
            default -> {
            }
        }
    }

    private static boolean isTrue(CharSequence text) {
        String plain = text.toString().strip();
        return plain.equals("1") || plain.equals("true");
    }

    private Coordinate[] last = new Coordinate[0];

    private void coordinates(CharSequence text) {
        List<Coordinate> read = new ArrayList<>();
        // blanks around commas are a usual mistake
        for (String tuple : text.toString().strip().replaceAll("\\s*,\\s*", ",").split("\\s+")) {
            if (tuple.isEmpty()) {
                continue;
            }
            double[] place = numbers(tuple.split(","));
            if (place == null) {
                bad++;
            } else {
                budget.claim(BYTES_PER_VERTEX);
                read.add(new Coordinate(place[0], place[1]));
                highest = place.length > 2 ? Math.max(highest, place[2]) : highest;
            }
        }
        last = read.toArray(Coordinate[]::new);
    }

    /** Longitude, latitude and perhaps altitude; {@code null} where they are no place on Earth. */
    private static double[] numbers(String[] parts) {
        try {
            double[] place = new double[Math.min(3, parts.length)];
            for (int i = 0; i < place.length; i++) {
                place[i] = Double.parseDouble(parts[i]);
            }
            return place.length >= 2 && Math.abs(place[0]) <= 360 && Math.abs(place[1]) <= 90 && (place.length < 3 || Double.isFinite(place[2]))
                    ? place : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private void point() {
        if (last.length > 0) {
            points.add(FACTORY.createPoint(last[0]));
        } else {
            bad++;
        }
        last = new Coordinate[0];
    }

    private void line() {
        if (last.length > 1) {
            lines.add(FACTORY.createLineString(last));
        } else {
            bad++;
        }
        last = new Coordinate[0];
    }

    private void ring() {
        boolean closed = last.length > 1 && last[0].equals2D(last[last.length - 1]);
        if (last.length < (closed ? 4 : 3)) {
            bad++;
        } else {
            Coordinate[] whole = closed ? last : java.util.Arrays.copyOf(last, last.length + 1);
            whole[whole.length - 1] = new Coordinate(whole[0]);
            LinearRing ring = FACTORY.createLinearRing(whole);
            if (!inPolygon) {
                lines.add(FACTORY.createLineString(ring.getCoordinateSequence()));
            } else if (inner) {
                holes.add(ring);
            } else {
                shell = ring;
            }
        }
        last = new Coordinate[0];
    }

    private void polygon() {
        inPolygon = false;
        if (shell == null) {
            bad++;
            return;
        }
        areas.add(FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new)));
        if (extruded && aboveGround && highest < HIGHEST_BUILDING) {
            raised = Math.max(raised, highest);
        }
    }

    /** All geometries of a dimension (0 points, 1 lines, 2 areas) as one; {@code null} where there are none. */
    Geometry geometry(int dimension) {
        List<? extends Geometry> parts = dimension == 0 ? points : dimension == 1 ? lines : areas;
        if (parts.size() < 2) {
            return parts.isEmpty() ? null : parts.get(0);
        }
        return switch (dimension) {
            case 0 -> FACTORY.createMultiPoint(points.toArray(Point[]::new));
            case 1 -> FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
            default -> FACTORY.createMultiPolygon(areas.toArray(Polygon[]::new));
        };
    }

    List<Track> tracks() {
        return tracks;
    }

    /** Metres to which its areas are extruded above the ground, 0 where they are not. */
    double raised() {
        return raised;
    }

    /** Pieces that are no geometry since the last call. */
    int takeBad() {
        int all = bad;
        bad = 0;
        return all;
    }
}
