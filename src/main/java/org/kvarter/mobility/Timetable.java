package org.kvarter.mobility;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.kvarter.model.Bounds;
import org.kvarter.model.Movement;
import org.kvarter.model.MovingPoints;
import org.kvarter.model.TimeSpan;

/**
 * A timetable: trips that run on the days of their service, in seconds of the service day, which may go on after midnight. A service day
 * is counted from twelve hours before noon, so that clocks put forward or back do not move the times of the afternoon
 * (gtfs.org, Schedule Reference, field type Time). Immutable and thread-safe.
 */
public final class Timetable implements Movement {

    private static final int SECONDS_OF_DAY = 86_400;
    /** Days whose runs are kept at hand. */
    private static final int KEPT = 12;

    private final Trips trips;
    private final ServiceCalendar calendar;
    private final Runs runs;
    private final ZoneId zone;
    private final Bounds bounds;
    private final Optional<TimeSpan> span;
    private final int longestDays;
    private final Map<Long, Runs> byDay = new ConcurrentHashMap<>();

    /**
     * What the trips of a timetable are; arrays are not copied.
     *
     * @param journeys  one per trip, in seconds of the service day
     * @param services  service of each trip
     * @param lineOf    line of each trip
     * @param lines     the lines
     * @param headsigns where each trip goes to, {@code null} where the source does not say
     * @param stopOf    stop of each stop time, as feature row of the stops' layer; −1 where it is not known
     * @param stops     number of stops
     */
    public record Trips(Journeys journeys, int[] services, int[] lineOf, Line[] lines, String[] headsigns, int[] stopOf, int stops) {
    }

    /**
     * @param runTrips  trip of each run; a trip by headway has many
     * @param runShifts seconds by which a run is later than its trip
     */
    public Timetable(Trips trips, int[] runTrips, int[] runShifts, ServiceCalendar calendar, ZoneId zone) {
        this.trips = trips;
        this.calendar = calendar;
        this.zone = zone;
        this.runs = Runs.of(trips.journeys(), runTrips, runShifts);
        this.bounds = trips.journeys().paths().bounds();
        int latest = IntStream.of(runs.end()).max().orElse(0);
        this.longestDays = Math.min(14, Math.max(0, latest) / SECONDS_OF_DAY);
        LocalDate first = calendar.first();
        this.span = first == null || runs.size() == 0 ? Optional.empty()
                : Optional.of(new TimeSpan(Instant.ofEpochSecond(dayStart(first.toEpochDay())),
                        Instant.ofEpochSecond(dayStart(calendar.last().toEpochDay() + 1))));
    }

    public Trips trips() {
        return trips;
    }

    public ServiceCalendar calendar() {
        return calendar;
    }

    Runs runs() {
        return runs;
    }

    /** Days after the service day into which the latest trip goes on. */
    int longestDays() {
        return longestDays;
    }

    @Override
    public Optional<TimeSpan> span() {
        return span;
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public Bounds bounds() {
        return bounds;
    }

    /** Second since 1970 from which the times of a service day are counted. */
    long dayStart(long epochDay) {
        return LocalDate.ofEpochDay(epochDay).atTime(LocalTime.NOON).atZone(zone).toEpochSecond() - SECONDS_OF_DAY / 2;
    }

    /** The day, as epoch day, on which a moment falls in the timetable's zone. */
    long dayOf(Instant time) {
        return time.atZone(zone).toLocalDate().toEpochDay();
    }

    /** What runs on a service day, in order of beginning. */
    Runs on(long epochDay) {
        Runs known = byDay.get(epochDay);
        if (known == null) {
            known = runs.only(IntStream.range(0, runs.size()).filter(r -> calendar.runs(trips.services()[runs.trip()[r]], epochDay)).toArray());
            if (byDay.size() >= KEPT) {
                byDay.clear();
            }
            byDay.put(epochDay, known);
        }
        return known;
    }

    @Override
    public void sample(double epochSeconds, MovingPoints out) {
        out.clear();
        long today = dayOf(Instant.ofEpochSecond((long) Math.floor(epochSeconds)));
        // A service day may begin an hour late or early where clocks change: the day after is looked at as well.
        for (long day = today - longestDays - 1; day <= today + 1; day++) {
            Runs there = on(day);
            double second = epochSeconds - dayStart(day);
            for (int r = there.from(second - there.longest()); r < there.size() && there.begin()[r] <= second; r++) {
                int trip = there.trip()[r];
                if (there.end()[r] >= second && trips.journeys().isShown(trip)) {
                    trips.journeys().sample(trip, trip, second - there.shift()[r], 1, out);
                }
            }
        }
    }

    /**
     * A working day like most: among Tuesdays, Wednesdays and Thursdays the one with the median number of trips that lies nearest the
     * middle of the span; where there is none, the day with most trips.
     */
    public Optional<LocalDate> typicalWeekday() {
        return span.map(s -> TypicalDay.of(this, calendar.first(), calendar.last()));
    }

    /** Number of runs on a day. */
    public int runsOn(LocalDate day) {
        int[] byService = runsByService();
        int count = 0;
        for (int service = 0; service < byService.length; service++) {
            count += calendar.runs(service, day.toEpochDay()) ? byService[service] : 0;
        }
        return count;
    }

    private int[] runsByService() {
        int[] counts = new int[calendar.days().length];
        for (int trip : runs.trip()) {
            counts[trips.services()[trip]]++;
        }
        return counts;
    }
}
