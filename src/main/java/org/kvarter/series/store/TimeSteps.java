package org.kvarter.series.store;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The regular axis that fits to times as they were found.
 *
 * @param start   beginning of the first interval, milliseconds since 1970
 * @param step    length of an interval
 * @param count   number of intervals
 * @param offGrid times that fall between the beginnings of intervals
 */
public record TimeSteps(long start, Duration step, long count, long offGrid) {

    /**
     * Finds the axis: the shortest gap where all times fall on its multiples, or else the most usual gap.
     *
     * @param times ascending, distinct, milliseconds since 1970, at least one
     * @param given the step where it is known; a single time without one is taken as a day
     */
    public static TimeSteps of(long[] times, Optional<Duration> given) {
        long step = given.map(Duration::toMillis).orElseGet(() -> found(times));
        // what does not begin on a step of its own begins on one of the clock
        long start = offGrid(times, times[0], step) == 0 ? times[0] : Math.floorDiv(times[0], step) * step;
        return new TimeSteps(start, Duration.ofMillis(step), (times[times.length - 1] - start) / step + 1, offGrid(times, start, step));
    }

    private static long found(long[] times) {
        if (times.length < 2) {
            return Duration.ofDays(1).toMillis();
        }
        long[] gaps = new long[times.length - 1];
        Arrays.setAll(gaps, i -> times[i + 1] - times[i]);
        Arrays.sort(gaps);
        long shortest = gaps[0];
        if (offGrid(times, times[0], shortest) == 0) {
            return shortest;
        }
        long usual = shortest;
        int most = 0;
        for (int i = 0, from = 0; i < gaps.length; i++) {
            if (gaps[i] != gaps[from]) {
                from = i;
            }
            if (i - from + 1 > most) {
                most = i - from + 1;
                usual = gaps[i];
            }
        }
        return usual;
    }

    private static long offGrid(long[] times, long start, long step) {
        return Arrays.stream(times).filter(t -> Math.floorMod(t - start, step) != 0).count();
    }
}
