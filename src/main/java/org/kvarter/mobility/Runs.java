package org.kvarter.mobility;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Every journey as often as it is made in a service day: once, or many times by a headway. In order of the second in which they begin.
 * Immutable; arrays are not copied.
 *
 * @param trip   journey of each run
 * @param shift  seconds its own times are moved by
 * @param begin  second of the service day in which it begins
 * @param end    second in which it ends
 * @param longest seconds of the longest one
 */
record Runs(int[] trip, int[] shift, int[] begin, int[] end, int longest) {

    /** Runs of trips by number and shift. Trips that cannot be shown still count: people wait for them all the same. */
    static Runs of(Journeys journeys, int[] trips, int[] shifts) {
        int[] order = IntStream.range(0, trips.length).filter(i -> journeys.starts()[trips[i] + 1] > journeys.starts()[trips[i]]).boxed()
                .sorted(Comparator.comparingInt(i -> journeys.begin(trips[i]) + shifts[i])).mapToInt(Integer::intValue).toArray();
        int[] trip = Arrays.stream(order).map(i -> trips[i]).toArray();
        int[] shift = Arrays.stream(order).map(i -> shifts[i]).toArray();
        int[] begin = IntStream.range(0, trip.length).map(i -> journeys.begin(trip[i]) + shift[i]).toArray();
        int[] end = IntStream.range(0, trip.length).map(i -> journeys.end(trip[i]) + shift[i]).toArray();
        int longest = IntStream.range(0, trip.length).map(i -> end[i] - begin[i]).max().orElse(0);
        return new Runs(trip, shift, begin, end, longest);
    }

    int size() {
        return trip.length;
    }

    /** Those of the given numbers, in order. */
    Runs only(int[] numbers) {
        int[] b = Arrays.stream(numbers).map(i -> begin[i]).toArray();
        int[] e = Arrays.stream(numbers).map(i -> end[i]).toArray();
        return new Runs(Arrays.stream(numbers).map(i -> trip[i]).toArray(), Arrays.stream(numbers).map(i -> shift[i]).toArray(), b, e,
                IntStream.range(0, b.length).map(i -> e[i] - b[i]).max().orElse(0));
    }

    /** First run that begins at or after a second. */
    int from(double second) {
        int low = 0;
        int high = begin.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (begin[middle] < second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
