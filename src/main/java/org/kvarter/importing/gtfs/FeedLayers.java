package org.kvarter.importing.gtfs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.MovementBatch;
import org.kvarter.importing.VectorBatch;
import org.kvarter.importing.arrays.IntList;
import org.kvarter.mobility.Journeys;
import org.kvarter.mobility.Line;
import org.kvarter.mobility.Paths;
import org.kvarter.mobility.ServiceCalendar;
import org.kvarter.mobility.Timetable;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.Movement;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** A feed that was read as three layers: lines, stops, and vehicles. One use. */
final class FeedLayers {

    private static final Texts TEXTS = Texts.in(FeedLayers.class);
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    /** A headway that makes more runs than this a day is not believed. */
    private static final int MOST_RUNS = 2_000;

    private final Feed feed;
    private final DiagnosticTally notes;
    private final String title;
    private final Patterns patterns;

    FeedLayers(Feed feed, DiagnosticTally notes, String title) {
        this.feed = feed;
        this.notes = notes;
        this.title = title;
        this.patterns = new Patterns(feed);
    }

    void write(LayerSink sink, Progress progress) {
        int trips = feed.tripIds.size();
        Patterns.Pattern[] patternOf = new Patterns.Pattern[trips];
        List<TreeSet<Integer>> pathsOfLine = new ArrayList<>();
        feed.lines.forEach(l -> pathsOfLine.add(new TreeSet<>()));
        if (feed.timeStarts.length <= trips) {
            feed.timeStarts = new int[trips + 1];
        }
        for (int t = 0; t < trips; t++) {
            if ((t & 0x3FF) == 0) {
                progress.checkCancelled();
            }
            patternOf[t] = patterns.of(t);
            if (patternOf[t].path() >= 0) {
                pathsOfLine.get(feed.tripRoute.get(t)).add(patternOf[t].path());
            }
        }
        sink.count("StopTime", feed.timeRows);
        sink.count("ShapePoint", feed.shapeRows);
        lines(sink, pathsOfLine);
        stops(sink);
        if (trips > 0) {
            vehicles(sink, patternOf);
        }
    }

    private void lines(LayerSink sink, List<TreeSet<Integer>> pathsOfLine) {
        int count = feed.lines.size();
        if (count == 0) {
            return;
        }
        Geometry[] geometries = new Geometry[count];
        int[] tripsOf = new int[count];
        for (int t = 0; t < feed.tripIds.size(); t++) {
            tripsOf[feed.tripRoute.get(t)]++;
        }
        String[] ids = new String[count];
        int[] starts = patterns.pathStarts();
        for (int line = 0; line < count; line++) {
            ids[line] = feed.lines.get(line).id();
            feed.routeAttributes.set(line, "trips", (long) tripsOf[line]);
            LineString[] parts = pathsOfLine.get(line).stream().filter(p -> starts[p + 1] - starts[p] > 1)
                    .map(p -> lineString(starts[p], starts[p + 1])).toArray(LineString[]::new);
            geometries[line] = parts.length == 0 ? null : GEOMETRY.createMultiLineString(parts);
        }
        sink.vectors(new VectorBatch("routes", TEXTS.everywhere("layer.lines", title), LayerKind.ROUTES, "",
                FeatureTable.flat(ids, "Route", feed.routeAttributes.build(count)), geometries));
    }

    private LineString lineString(int from, int to) {
        Coordinate[] coordinates = new Coordinate[to - from];
        for (int i = from; i < to; i++) {
            coordinates[i - from] = new Coordinate(patterns.x(i), patterns.y(i));
        }
        return GEOMETRY.createLineString(coordinates);
    }

    private void stops(LayerSink sink) {
        int count = feed.stopIds.size();
        if (count == 0) {
            return;
        }
        Geometry[] geometries = new Geometry[count];
        String[] ids = new String[count];
        for (int s = 0; s < count; s++) {
            ids[s] = feed.stopIds.text(s);
            double x = feed.stopPlaces.get(3 * s);
            geometries[s] = Double.isFinite(x) ? GEOMETRY.createPoint(new Coordinate(x, feed.stopPlaces.get(3 * s + 1))) : null;
        }
        sink.vectors(new VectorBatch("stops", TEXTS.everywhere("layer.stops", title), LayerKind.STOPS, "",
                FeatureTable.flat(ids, "Stop", feed.stopAttributes.build(count)), geometries));
    }

    private void vehicles(LayerSink sink, Patterns.Pattern[] patternOf) {
        int trips = patternOf.length;
        AttributeTableBuilder attributes = new AttributeTableBuilder();
        String[] ids = new String[trips];
        int[] looks = new int[trips];
        float[] lengths = new float[trips];
        for (int t = 0; t < trips; t++) {
            Line line = feed.lines.get(feed.tripRoute.get(t));
            ids[t] = feed.tripIds.text(t);
            looks[t] = line.argb();
            lengths[t] = line.mode().length();
            attributes.set(t, "line", line.name());
            attributes.set(t, "headsign", feed.headsigns.get(t));
            attributes.set(t, "mode", line.mode().title());
            int from = feed.timeStarts[t];
            int to = feed.timeStarts[t + 1];
            attributes.set(t, "stops", (long) (to - from));
            if (to - from > 1) {
                attributes.set(t, "departs", clock(feed.depart[from]));
                attributes.set(t, "arrives", clock(feed.arrive[to - 1]));
            }
        }
        double[] xyz = patterns.points();
        if (xyz.length == 0) {
            notes.add(Severity.WARNING, "noPaths", "");
        }
        sink.movement(new MovementBatch("vehicles", TEXTS.everywhere("layer.vehicles", title),
                FeatureTable.flat(ids, "Trip", attributes.build(trips)), looks, lengths, xyz, movement(patternOf)));
    }

    private static String clock(int seconds) {
        return String.format("%02d:%02d", seconds / 3600, seconds / 60 % 60);
    }

    private Function<double[], Movement> movement(Patterns.Pattern[] patternOf) {
        int trips = patternOf.length;
        int[] pathOf = Arrays.stream(patternOf).mapToInt(Patterns.Pattern::path).toArray();
        int[] pathStarts = patterns.pathStarts();
        IntList runTrips = new IntList(feed.budget);
        IntList runShifts = new IntList(feed.budget);
        runs(runTrips, runShifts);
        ServiceCalendar calendar = new ServiceCalendar(Feed.FIRST_DAY, feed.services.toArray(java.util.BitSet[]::new));
        int[] services = feed.tripService.toArray();
        int[] lineOf = feed.tripRoute.toArray();
        Line[] lines = feed.lines.toArray(Line[]::new);
        String[] headsigns = feed.headsigns.toArray(String[]::new);
        int stopCount = feed.stopIds.size();
        int[] starts = feed.timeStarts;
        int[] arrive = feed.arrive;
        int[] depart = feed.depart;
        int[] stop = feed.stop;
        return local -> {
            Paths paths = Paths.of(local, pathStarts);
            float[] distances = new float[arrive.length];
            for (int t = 0; t < trips; t++) {
                for (int i = starts[t]; i < starts[t + 1] && pathOf[t] >= 0; i++) {
                    distances[i] = paths.distance(pathOf[t], patternOf[t].parameters()[i - starts[t]]);
                }
            }
            Journeys journeys = new Journeys(paths, pathOf, starts, arrive, depart, distances);
            return new Timetable(new Timetable.Trips(journeys, services, lineOf, lines, headsigns, stop, stopCount),
                    runTrips.toArray(), runShifts.toArray(), calendar, feed.zone);
        };
    }

    /** A trip with a headway runs as often as that says, every other one once. */
    private void runs(IntList runTrips, IntList runShifts) {
        boolean[] byHeadway = new boolean[feed.tripIds.size()];
        for (int f = 0; f < feed.frequencies.size(); f += 4) {
            int trip = feed.frequencies.get(f);
            byHeadway[trip] = true;
            if (feed.timeStarts[trip + 1] == feed.timeStarts[trip]) {
                continue;
            }
            int first = feed.depart[feed.timeStarts[trip]];
            int count = 0;
            for (long second = feed.frequencies.get(f + 1); second < feed.frequencies.get(f + 2) && count < MOST_RUNS;
                    second += feed.frequencies.get(f + 3), count++) {
                runTrips.add(trip);
                runShifts.add((int) second - first);
            }
            if (count == MOST_RUNS) {
                notes.add(Severity.WARNING, "headway", feed.tripIds.text(trip), feed.tripIds.text(trip), feed.frequencies.get(f + 3));
            }
        }
        IntStream.range(0, byHeadway.length).filter(t -> !byHeadway[t]).forEach(t -> {
            runTrips.add(t);
            runShifts.add(0);
        });
    }
}
