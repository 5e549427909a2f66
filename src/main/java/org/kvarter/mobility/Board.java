package org.kvarter.mobility;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Questions about stops and lines of a timetable. Stateless. */
public final class Board {

    private static final int HOURS_AHEAD = 36;

    private Board() {
    }

    /**
     * The next departures from stops; a trip's last stop is none.
     *
     * @param stops feature rows of the stops' layer, several for the platforms of a station
     * @param from  not before this
     * @param limit at most so many
     */
    public static List<Departure> departures(Timetable timetable, Set<Integer> stops, Instant from, int limit) {
        List<Departure> found = new ArrayList<>();
        Timetable.Trips trips = timetable.trips();
        Journeys journeys = trips.journeys();
        long today = timetable.dayOf(from);
        double earliest = from.toEpochMilli() / 1000.0;
        for (long day = today - timetable.longestDays() - 1; day <= today + 1 + HOURS_AHEAD / 24; day++) {
            long dayStart = timetable.dayStart(day);
            Runs runs = timetable.on(day);
            for (int r = runs.from(earliest - dayStart - runs.longest()); r < runs.size(); r++) {
                if (runs.begin()[r] + dayStart > earliest + HOURS_AHEAD * 3600.0) {
                    break;
                }
                int trip = runs.trip()[r];
                for (int s = journeys.starts()[trip]; s < journeys.starts()[trip + 1] - 1; s++) {
                    long time = dayStart + runs.shift()[r] + journeys.depart()[s];
                    if (time >= earliest && stops.contains(trips.stopOf()[s])) {
                        String headsign = trips.headsigns()[trip];
                        found.add(new Departure(Instant.ofEpochSecond(time), trips.lines()[trips.lineOf()[trip]],
                                headsign == null ? "" : headsign, trip));
                    }
                }
            }
        }
        found.sort(Comparator.comparing(Departure::time).thenComparing(d -> d.line().name()));
        return found.size() > limit ? List.copyOf(found.subList(0, limit)) : found;
    }

    /** Departures per hour of each stop, by feature row, from {@code start} to {@code end}. */
    public static double[] perHourOfStops(Timetable timetable, Instant start, Instant end) {
        double[] counts = new double[timetable.trips().stops()];
        Journeys journeys = timetable.trips().journeys();
        int[] stopOf = timetable.trips().stopOf();
        each(timetable, start, end, (trip, shift, from, to) -> {
            for (int s = journeys.starts()[trip]; s < journeys.starts()[trip + 1] - 1; s++) {
                int second = journeys.depart()[s] + shift;
                if (second >= from && second < to && stopOf[s] >= 0) {
                    counts[stopOf[s]]++;
                }
            }
        });
        return perHour(counts, start, end);
    }

    /** Trips per hour that begin on each line, both directions together, from {@code start} to {@code end}. */
    public static double[] perHourOfLines(Timetable timetable, Instant start, Instant end) {
        double[] counts = new double[timetable.trips().lines().length];
        Journeys journeys = timetable.trips().journeys();
        each(timetable, start, end, (trip, shift, from, to) -> {
            int second = journeys.begin(trip) + shift;
            if (second >= from && second < to) {
                counts[timetable.trips().lineOf()[trip]]++;
            }
        });
        return perHour(counts, start, end);
    }

    private interface Visit {
        void run(int trip, int shift, double from, double to);
    }

    private static void each(Timetable timetable, Instant start, Instant end, Visit visit) {
        double from = start.toEpochMilli() / 1000.0;
        double to = end.toEpochMilli() / 1000.0;
        for (long day = timetable.dayOf(start) - timetable.longestDays() - 1; day <= timetable.dayOf(end) + 1; day++) {
            Runs runs = timetable.on(day);
            long dayStart = timetable.dayStart(day);
            for (int r = runs.from(from - dayStart - runs.longest()); r < runs.size() && runs.begin()[r] < to - dayStart; r++) {
                visit.run(runs.trip()[r], runs.shift()[r], from - dayStart, to - dayStart);
            }
        }
    }

    private static double[] perHour(double[] counts, Instant start, Instant end) {
        double hours = Math.max(1e-9, (end.toEpochMilli() - start.toEpochMilli()) / 3_600_000.0);
        for (int i = 0; i < counts.length; i++) {
            counts[i] /= hours;
        }
        return counts;
    }
}
