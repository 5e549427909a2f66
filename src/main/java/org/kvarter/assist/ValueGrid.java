package org.kvarter.assist;

import java.util.Arrays;
import java.util.BitSet;
import org.kvarter.series.MeanOfDoubles;
import org.kvarter.series.store.Quality;

/** Values of one quantity on its grid while they are read: intervals × places. Readings of meters keep all their digits. One thread. */
final class ValueGrid {

    private final int count;
    private final int places;
    private final int[] columnOfPlace;
    private final float[] values;
    private final double[] readings;
    private final byte[] qualities;
    private final MeanOfDoubles means = new MeanOfDoubles();
    private long duplicates;
    private String firstDuplicate = "";

    /**
     * @param count  number of intervals
     * @param places numbers of the places that have values
     * @param exact  whether values are readings
     * @param remarked whether it is told how each value came about
     */
    ValueGrid(int count, BitSet places, boolean exact, boolean remarked) {
        this.count = count;
        this.places = places.cardinality();
        this.columnOfPlace = new int[places.length()];
        int column = 0;
        for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
            columnOfPlace[place] = column++;
        }
        int size = Math.multiplyExact(count, this.places);
        values = exact ? null : new float[size];
        readings = exact ? new double[size] : null;
        qualities = new byte[remarked ? size : 0];
        if (exact) {
            Arrays.fill(readings, Double.NaN);
        } else {
            Arrays.fill(values, Float.NaN);
        }
    }

    /** Bytes that a grid takes. */
    static long bytes(long count, int places, boolean exact, boolean remarked) {
        return count * places * ((exact ? Double.BYTES + Float.BYTES : Float.BYTES) + (remarked ? 1 : 0));
    }

    /**
     * Sets a value: true where one is there already. Values of one cell become their mean; of readings the last counts, because the mean of the last one of
     * an old meter and the first one of a new one was never shown by any.
     */
    boolean set(int interval, int place, double value, Quality quality) {
        if (interval < 0 || interval >= count || place >= columnOfPlace.length) {
            return false;
        }
        int at = interval * places + columnOfPlace[place];
        boolean taken;
        if (readings != null) {
            taken = !Double.isNaN(readings[at]);
            readings[at] = value;
        } else {
            taken = means.put(values, at, value);
        }
        if (qualities.length > 0) {
            boolean kept = taken && readings == null && qualities[at] > quality.ordinal();
            qualities[at] = kept ? qualities[at] : (byte) quality.ordinal();
        }
        return taken;
    }

    void duplicate(String example) {
        firstDuplicate = duplicates++ == 0 ? example : firstDuplicate;
    }

    long duplicates() {
        return duplicates;
    }

    String firstDuplicate() {
        return firstDuplicate;
    }

    /** The values, intervals × places; readings as they are. */
    float[] values() {
        return values;
    }

    /** Ordinals of the qualities of the values; empty where they are not told. */
    byte[] qualities() {
        return qualities;
    }

    /** The readings of one place over all intervals. */
    double[] readings(int column) {
        double[] trace = new double[count];
        for (int i = 0; i < count; i++) {
            trace[i] = readings[i * places + column];
        }
        return trace;
    }

    int places() {
        return places;
    }

    int count() {
        return count;
    }
}
