package org.kvarter.mobility;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.kvarter.model.Movement;

/**
 * How much goes on hour by hour.
 *
 * @param vehicles mean number of vehicles under way in each hour, by mode
 * @param arrivals arrivals at stops in each hour, by mode
 */
public record Activity(Map<Mode, double[]> vehicles, Map<Mode, double[]> arrivals) {

    private static final int HOUR = 3600;

    /** Sum over all modes. */
    public static double[] sum(Map<Mode, double[]> byMode, int hours) {
        double[] sum = new double[hours];
        for (double[] part : byMode.values()) {
            for (int h = 0; h < hours; h++) {
                sum[h] += part[h];
            }
        }
        return sum;
    }

    /** Counts whatever moves over whole hours; nothing for what cannot be counted. */
    public static Activity of(Movement movement, Instant start, int hours) {
        if (movement instanceof Timetable timetable) {
            return of(timetable, start, hours);
        }
        return movement instanceof RecordedTrips trips ? trips.activity(start, hours) : new Activity(Map.of(), Map.of());
    }

    /**
     * Counts a timetable over whole hours. A service is counted once and added up over its days, so that a year costs little more than a
     * day.
     *
     * @param start beginning of the first hour
     * @param hours how many
     */
    public static Activity of(Timetable timetable, Instant start, int hours) {
        Map<Mode, double[]> vehicles = new EnumMap<>(Mode.class);
        Map<Mode, double[]> arrivals = new EnumMap<>(Mode.class);
        long first = timetable.dayOf(start) - timetable.longestDays() - 1;
        long last = timetable.dayOf(start.plusSeconds((long) hours * HOUR)) + 1;
        Profile[] profiles = profiles(timetable);
        for (long day = first; day <= last; day++) {
            long offset = Math.floorDiv(timetable.dayStart(day) - start.getEpochSecond(), (long) HOUR);
            for (int service = 0; service < profiles.length; service++) {
                if (profiles[service] != null && timetable.calendar().runs(service, day)) {
                    profiles[service].add(vehicles, arrivals, offset, hours);
                }
            }
        }
        return new Activity(vehicles, arrivals);
    }

    private static Profile[] profiles(Timetable timetable) {
        Profile[] profiles = new Profile[timetable.calendar().days().length];
        Runs runs = timetable.runs();
        Timetable.Trips trips = timetable.trips();
        for (int r = 0; r < runs.size(); r++) {
            int trip = runs.trip()[r];
            int service = trips.services()[trip];
            if (profiles[service] == null) {
                profiles[service] = new Profile();
            }
            profiles[service].take(runs, r, trips, trips.lines()[trips.lineOf()[trip]].mode());
        }
        return profiles;
    }

    /** A service day of one service; hours count from the day's start, the first being −{@value #BEFORE}. */
    private static final class Profile {

        private static final int BEFORE = 6;
        private final Map<Mode, double[]> vehicles = new EnumMap<>(Mode.class);
        private final Map<Mode, double[]> arrivals = new EnumMap<>(Mode.class);

        void take(Runs runs, int run, Timetable.Trips trips, Mode mode) {
            int begin = runs.begin()[run];
            int end = runs.end()[run];
            for (int h = Math.floorDiv(begin, HOUR); h <= Math.floorDiv(Math.max(begin, end - 1), HOUR); h++) {
                double seconds = Math.min(end, (h + 1) * HOUR) - Math.max(begin, h * HOUR);
                count(vehicles, mode, h, Math.max(0, seconds) / HOUR);
            }
            Journeys journeys = trips.journeys();
            int trip = runs.trip()[run];
            for (int s = journeys.starts()[trip] + 1; s < journeys.starts()[trip + 1]; s++) {
                count(arrivals, mode, Math.floorDiv(journeys.arrive()[s] + runs.shift()[run], HOUR), 1);
            }
        }

        private static void count(Map<Mode, double[]> into, Mode mode, int hour, double amount) {
            int at = hour + BEFORE;
            if (at < 0) {
                return;
            }
            double[] hours = into.computeIfAbsent(mode, m -> new double[48]);
            if (at >= hours.length) {
                hours = Arrays.copyOf(hours, at + 24);
                into.put(mode, hours);
            }
            hours[at] += amount;
        }

        void add(Map<Mode, double[]> allVehicles, Map<Mode, double[]> allArrivals, long offset, int hours) {
            addUp(vehicles, allVehicles, offset - BEFORE, hours);
            addUp(arrivals, allArrivals, offset - BEFORE, hours);
        }

        private static void addUp(Map<Mode, double[]> from, Map<Mode, double[]> to, long offset, int hours) {
            from.forEach((mode, part) -> {
                double[] sum = to.computeIfAbsent(mode, m -> new double[hours]);
                for (int h = 0; h < part.length; h++) {
                    long at = h + offset;
                    if (at >= 0 && at < hours) {
                        sum[(int) at] += part[h];
                    }
                }
            });
        }
    }
}
