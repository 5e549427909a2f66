package org.kvarter.ui.overlays;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.kvarter.mobility.Board;
import org.kvarter.mobility.Timetable;
import org.kvarter.model.FeatureTable;
import org.kvarter.overlay.OverlayPainter;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.series.TimeWindow;

/** Departures per hour of lines or stops as an overlay; the scale holds for the hours of a typical weekday. Stateless. */
final class ServiceValues {

    private ServiceValues() {
    }

    static OverlayPainter painter(OverlaySpec spec, FeatureTable features, Timetable timetable) {
        boolean lines = features.size() > 0 && features.types()[0].equals("Route");
        Function<TimeWindow, double[]> values = window -> fitted(lines ? Board.perHourOfLines(timetable, window.start(), window.end())
                : Board.perHourOfStops(timetable, window.start(), window.end()), features.size());
        List<TimeWindow> samples = timetable.typicalWeekday().map(day -> {
            ZonedDateTime midnight = day.atStartOfDay(timetable.zone());
            return IntStream.range(5, 23).mapToObj(h -> {
                Instant start = midnight.plusHours(h).toInstant();
                return new TimeWindow(start, start.plusSeconds(3600));
            }).toList();
        }).orElse(List.of());
        return OverlayPainter.ofWindows(spec, features, values, samples);
    }

    /** Nothing runs where nothing is counted: such features are shown without data. */
    private static double[] fitted(double[] counts, int size) {
        return IntStream.range(0, size).mapToDouble(i -> i < counts.length && counts[i] > 0 ? counts[i] : Double.NaN).toArray();
    }
}
