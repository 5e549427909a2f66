package org.kvarter.mobility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.kvarter.model.Course;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * Street centre lines, asked for the section at which something was counted: the nearest line's part between two junctions. Coordinates
 * are local metres. Not thread-safe.
 */
public final class StreetNet {

    /** Where lines come as near as this they meet. */
    private static final double JOINED = 1.5;
    /** A section is cut no nearer to its site than this, and no further than {@link #REACH}. */
    private static final double LEAST = 12;
    private static final double REACH = 260;
    /** Room for the junction at each end. */
    private static final double JUNCTION = 5;
    /** A street that runs across the direction counted is taken only where it is nearer by this. */
    private static final double ACROSS = 15;

    private final STRtree index = new STRtree();
    private final List<Line> lines = new ArrayList<>();

    private record Line(LineString line, int row, LengthIndexedLine along) {
    }

    /**
     * A section found.
     *
     * @param course   along it, in the direction counted
     * @param row      row of the street
     * @param distance from the site to the street, metres
     */
    public record Section(Course course, int row, double distance) {
    }

    /** @param streets one geometry per row; what is no line is passed over */
    public StreetNet(Geometry[] streets) {
        for (int row = 0; row < streets.length; row++) {
            for (int part = 0; streets[row] != null && part < streets[row].getNumGeometries(); part++) {
                if (streets[row].getGeometryN(part) instanceof LineString line && line.getLength() > 1) {
                    Line kept = new Line(line, row, new LengthIndexedLine(line));
                    lines.add(kept);
                    index.insert(line.getEnvelopeInternal(), kept);
                }
            }
        }
        index.build();
    }

    /** Whether there is no street at all. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /**
     * The section of the street nearest a site.
     *
     * @param limit   not further than this, metres
     * @param bearing of the direction counted, degrees clockwise from north; empty where it is not known
     * @param forward whether the direction, where no bearing is known, is that in which the street was drawn
     * @param both    whether both directions were counted together
     */
    public Optional<Section> at(Coordinate site, double limit, OptionalDouble bearing, boolean forward, boolean both) {
        Envelope around = new Envelope(site);
        around.expandBy(limit);
        Line best = null;
        double least = Double.POSITIVE_INFINITY;
        for (Object found : index.query(around)) {
            Line line = (Line) found;
            double distance = DistanceOp.distance(line.line(), line.line().getFactory().createPoint(site));
            boolean across = !both && bearing.isPresent() && Math.abs(along(line, site, bearing.getAsDouble())) < 0.5;
            if (distance <= limit && distance + (across ? ACROSS : 0) < least) {
                best = line;
                least = distance + (across ? ACROSS : 0);
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        LineString section = section(best, best.along().project(site));
        boolean ahead = bearing.isPresent() && !both ? along(best, site, bearing.getAsDouble()) >= 0 : forward || both;
        double distance = best.line().distance(best.line().getFactory().createPoint(site));
        return Optional.of(new Section(new Course(ahead ? section : section.reverse(), !both), best.row(), distance));
    }

    /** The whole line of a street's row, for sites that name their street. */
    public Optional<Section> ofRow(int row, boolean forward, OptionalDouble bearing, boolean both) {
        return lines.stream().filter(l -> l.row() == row).findFirst().map(line -> {
            Coordinate middle = line.along().extractPoint(line.line().getLength() / 2);
            boolean ahead = bearing.isPresent() && !both ? along(line, middle, bearing.getAsDouble()) >= 0 : forward || both;
            return new Section(new Course(ahead ? line.line() : line.line().reverse(), !both), row, 0);
        });
    }

    /** Cosine between a bearing and the street's own direction near a place. */
    private static double along(Line line, Coordinate place, double bearing) {
        double at = line.along().project(place);
        Coordinate a = line.along().extractPoint(Math.max(0, at - 8));
        Coordinate b = line.along().extractPoint(Math.min(line.line().getLength(), at + 8));
        double length = Math.max(1e-9, a.distance(b));
        double radians = Math.toRadians(bearing);
        return ((b.x - a.x) * Math.sin(radians) + (b.y - a.y) * Math.cos(radians)) / length;
    }

    private LineString section(Line line, double at) {
        TreeSet<Double> junctions = new TreeSet<>();
        double length = line.line().getLength();
        Envelope near = new Envelope(line.line().getEnvelopeInternal());
        near.expandBy(JOINED);
        for (Object found : index.query(near)) {
            Line other = (Line) found;
            if (other != line) {
                meet(line, other, junctions);
            }
        }
        Double before = junctions.floor(at - LEAST);
        Double after = junctions.ceiling(at + LEAST);
        double from = Math.max(at - REACH, before == null ? 0 : before + JUNCTION);
        double to = Math.min(at + REACH, after == null ? length : after - JUNCTION);
        Geometry cut = line.along().extractLine(Math.max(0, from), Math.min(length, to));
        return cut instanceof LineString section && section.getLength() > 1 ? section : line.line();
    }

    private static void meet(Line line, Line other, TreeSet<Double> junctions) {
        Geometry crossing = line.line().intersection(other.line());
        for (Coordinate c : crossing.getCoordinates()) {
            junctions.add(line.along().project(c));
        }
        for (Coordinate end : new Coordinate[] {other.line().getCoordinateN(0), other.line().getCoordinateN(other.line().getNumPoints() - 1)}) {
            if (line.line().distance(line.line().getFactory().createPoint(end)) <= JOINED) {
                junctions.add(line.along().project(end));
            }
        }
    }
}
