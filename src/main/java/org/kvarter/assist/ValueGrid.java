package org.kvarter.assist;

import java.util.Arrays;
import java.util.BitSet;
import org.kvarter.series.MeanOfDoubles;

/** Values of one quantity on its grid while they are read: intervals × places. Readings of meters keep all their digits. One thread. */
final class ValueGrid {

    private final int count;
    private final int places;
    private final int[] columnOfPlace;
    private final float[] values;
    private final double[] readings;
    private final MeanOfDoubles means = new MeanOfDoubles();
    private long duplicates;
    private String firstDuplicate = "";

    /**
     * @param count  number of intervals
     * @param places numbers of the places that have values
     * @param exact  whether values are readings
     */
    ValueGrid(int count, BitSet places, boolean exact) {
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
        if (exact) {
            Arrays.fill(readings, Double.NaN);
        } else {
            Arrays.fill(values, Float.NaN);
        }
    }

    /** Bytes that a grid takes. */
    static long bytes(long count, int places, boolean exact) {
        return count * places * (exact ? Double.BYTES + Float.BYTES : Float.BYTES);
    }

    /**
     * Sets a value: true where one is there already. Values of one cell become their mean; of readings the last counts, because the mean of the last one of
     * an old meter and the first one of a new one was never shown by any.
     */
    boolean set(int interval, int place, double value) {
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
