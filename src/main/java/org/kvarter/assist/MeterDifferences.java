package org.kvarter.assist;

import java.util.Arrays;

/**
 * Differences of the readings of a counting meter, one place on its grid.
 *
 * <p>A reading that is smaller than the one before is a roll-over where the one before stands in the last tenth of the meter's digits and
 * the new one in its first tenth: the digits' power of ten is added. It is a replacement by a new meter where the new reading is near zero
 * (less than a tenth of the old and no more than 100 typical differences): the new reading counts. Everything else that falls is a
 * correction: its interval has no value. The difference over a gap is spread over it evenly, so that totals hold.
 *
 * @param values       one per interval; NaN where there is none
 * @param rollovers    how many
 * @param replacements how many
 * @param corrections  how many
 * @param spread       number of intervals without a reading of their own, filled from the difference over them
 */
record MeterDifferences(double[] values, int rollovers, int replacements, int corrections, int spread) {

    /**
     * @param readings   NaN where missing
     * @param atEnd      whether a reading stands at the end of its interval: the difference to the one before is then its own, otherwise that
     *                   to the next
     * @param rollover   number at which the meter begins anew; 0 to find it
     */
    static MeterDifferences of(double[] readings, boolean atEnd, double rollover) {
        double[] values = new double[readings.length];
        Arrays.fill(values, Double.NaN);
        double typical = typical(readings);
        double most = Arrays.stream(readings).filter(v -> !Double.isNaN(v)).max().orElse(0);
        double digits = rollover > 0 ? rollover : Math.pow(10, Math.ceil(Math.log10(Math.max(1, most) * (1 + 1e-12))));
        int[] told = new int[4];
        int before = -1;
        for (int i = 0; i < readings.length; i++) {
            if (Double.isNaN(readings[i])) {
                continue;
            }
            if (before >= 0) {
                double step = step(readings[before], readings[i], digits, typical, told);
                int length = i - before;
                told[3] += Double.isNaN(step) ? 0 : length - 1;
                int first = atEnd ? before + 1 : before;
                Arrays.fill(values, first, first + length, step / length);
            }
            before = i;
        }
        return new MeterDifferences(values, told[0], told[1], told[2], told[3]);
    }

    private static double step(double from, double to, double digits, double typical, int[] told) {
        if (to >= from) {
            return to - from;
        }
        if (from > 0.9 * digits && to < 0.1 * digits && digits - from + to <= Math.max(0.1 * digits, 100 * typical)) {
            told[0]++;
            return to + digits - from;
        }
        if (to >= 0 && to < 0.1 * from && to <= Math.max(1, 100 * typical)) {
            told[1]++;
            return to;
        }
        told[2]++;
        return Double.NaN;
    }

    /** The median of the differences that rise. */
    private static double typical(double[] readings) {
        double[] rises = new double[readings.length];
        int n = 0;
        double before = Double.NaN;
        for (double reading : readings) {
            if (Double.isNaN(reading)) {
                continue;
            }
            if (reading > before) {
                rises[n++] = reading - before;
            }
            before = reading;
        }
        Arrays.sort(rises, 0, n);
        return n == 0 ? 0 : rises[n / 2];
    }
}
