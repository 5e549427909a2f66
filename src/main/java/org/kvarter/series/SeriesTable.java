package org.kvarter.series;

import java.util.Arrays;
import java.util.Objects;
import org.kvarter.series.store.Quality;
import org.kvarter.text.LocalText;

/**
 * One quantity at many places over one time axis, time-major so that one moment of all places is contiguous.
 *
 * @param id       distinct in the project
 * @param titles   what people call it, by language
 * @param quantity what is measured ({@code electricity}, {@code heat} …), free text
 * @param unit     unit of one value as people write it ({@code kWh} per interval)
 * @param axis     the time axis
 * @param keys     place keys as the source spells them, distinct, one per place
 * @param values   count × places, NaN where missing; not copied
 * @param qualities ordinals of {@link Quality}, count × places; empty where all values are alike; not copied
 */
public record SeriesTable(String id, LocalText titles, String quantity, String unit, TimeAxis axis, String[] keys, float[] values, byte[] qualities)
        implements SeriesView {

    public SeriesTable {
        Objects.requireNonNull(id, "id");
        if ((long) axis.count() * keys.length != values.length) {
            throw new IllegalArgumentException("values must be count × places");
        }
        if (qualities.length != 0 && qualities.length != values.length) {
            throw new IllegalArgumentException("as many qualities as values, or none");
        }
    }

    /** Values that are all alike sure. */
    public SeriesTable(String id, LocalText titles, String quantity, String unit, TimeAxis axis, String[] keys, float[] values) {
        this(id, titles, quantity, unit, axis, keys, values, new byte[0]);
    }

    /** The same, called by words whose language is not stated. */
    public SeriesTable(String id, String title, String quantity, String unit, TimeAxis axis, String[] keys, float[] values) {
        this(id, LocalText.of(title), quantity, unit, axis, keys, values);
    }

    @Override
    public void read(int interval, double[] into) {
        int at = interval * keys.length;
        for (int p = 0; p < keys.length; p++) {
            into[p] = values[at + p];
        }
    }

    @Override
    public double[] sumOf(int[] wanted) {
        double[] sums = new double[axis.count()];
        for (int i = 0; i < sums.length; i++) {
            int at = i * keys.length;
            double sum = 0;
            int present = 0;
            for (int place : wanted) {
                float v = values[at + place];
                if (v == v) {
                    sum += v;
                    present++;
                }
            }
            sums[i] = present == 0 ? Double.NaN : sum;
        }
        return sums;
    }

    @Override
    public Quality[] qualityOf(int[] wanted) {
        Quality[] all = new Quality[qualities.length == 0 ? 0 : axis.count()];
        for (int i = 0; i < all.length; i++) {
            all[i] = Quality.MISSING;
            for (int place : wanted) {
                int at = i * keys.length + place;
                Quality here = Float.isNaN(values[at]) ? Quality.MISSING : Quality.of(qualities[at]);
                all[i] = here != Quality.MISSING && (all[i] == Quality.MISSING || here.compareTo(all[i]) > 0) ? here : all[i];
            }
        }
        return all;
    }

    /** The value of a place in an interval. */
    public float value(int interval, int place) {
        return values[interval * keys.length + place];
    }

    /** Copies one moment of all places. */
    public float[] slice(int interval) {
        return Arrays.copyOfRange(values, interval * keys.length, (interval + 1) * keys.length);
    }

    /** One place over all time. */
    public float[] trace(int place) {
        float[] trace = new float[axis.count()];
        for (int i = 0; i < trace.length; i++) {
            trace[i] = values[i * keys.length + place];
        }
        return trace;
    }
}
