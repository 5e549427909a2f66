package org.kvarter.assist;

import java.util.Arrays;

/** Distinct times, gathered row by row in little memory. One thread. */
final class TimeBag {

    /** Distinct times beyond this are no series a person works with. */
    static final int MOST = 4_000_000;

    private long[] times = new long[1024];
    private int count;
    private long last = Long.MIN_VALUE;

    void add(long time) {
        if (time == last) {
            return;
        }
        last = time;
        if (count == times.length) {
            settle();
            if (count > times.length / 2) {
                times = Arrays.copyOf(times, times.length * 2);
            }
        }
        times[count++] = time;
    }

    private void settle() {
        long[] distinct = sorted();
        System.arraycopy(distinct, 0, times, 0, distinct.length);
        count = distinct.length;
    }

    /** All of them, sorted, distinct. */
    long[] sorted() {
        return Arrays.stream(times, 0, count).sorted().distinct().toArray();
    }

    boolean isTooLarge() {
        return count > MOST;
    }
}
