package org.kvarter.series.store;

import java.time.Duration;
import java.util.List;
import org.kvarter.series.SeriesValues.Aggregation;
import org.kvarter.series.TimeWindow;

/**
 * Series in a database, asked for what is needed of them. Thread-safe; every question may wait for a disk or a network, so that none belongs
 * on the window's thread.
 *
 * <p>Places are numbered 0 … places − 1 in the order of {@link #keys}. Values are single precision, as in
 * {@link org.kvarter.series.SeriesTable}; aggregates are reckoned in double. An interval belongs to a window in which it begins. Missing
 * values are NaN and left out of aggregates.
 */
public interface SeriesStore extends AutoCloseable {

    /** All series, by title. */
    List<StoredSeries> list() throws StoreException;

    /**
     * What is known of a series.
     *
     * @throws StoreException {@link StoreException.Kind#MISSING} where there is none of that id
     */
    StoredSeries series(String id) throws StoreException;

    /** Place keys, distinct, in the order in which places are numbered. */
    String[] keys(String id) throws StoreException;

    /** One value per place over a window. */
    double[] slice(String id, TimeWindow window, Aggregation aggregation) throws StoreException;

    /**
     * Some places over time, resampled.
     *
     * @param places numbers of places
     * @param window what is asked for; its length is a multiple of {@code step}, or the last value is of a shorter time
     * @param step   of the answer: the values that begin in it become one, as {@code aggregation} says
     * @return one array per place with one value per step
     */
    double[][] trace(String id, int[] places, TimeWindow window, Duration step, Aggregation aggregation) throws StoreException;

    /** The same with what is usual for the unit: energies add up, powers do not. */
    default double[][] trace(String id, int[] places, TimeWindow window, Duration step) throws StoreException {
        return trace(id, places, window, step, Aggregation.usual(series(id).unit()));
    }

    /** The sum over some places in each interval of the axis; NaN where none of them has a value. */
    double[] sum(String id, int[] places) throws StoreException;

    /**
     * Values as they are.
     *
     * @param first first interval, 0 … count − 1
     * @param end   exclusive end, at most count
     * @return (end − first) × places, time-major, NaN where missing
     */
    float[] block(String id, int first, int end) throws StoreException;

    /** The least certain quality of each place's values in a window; {@link Quality#MISSING} where there is none. */
    Quality[] quality(String id, TimeWindow window) throws StoreException;

    /**
     * The least certain quality of some places' values in each interval of the axis; {@link Quality#MISSING} where none of them has a value.
     *
     * @return empty where all values of the series are measured
     */
    Quality[] qualities(String id, int[] places) throws StoreException;

    /** Asks all questions under way to stop: they end in {@link StoreException.Kind#CANCELLED}. From any thread. */
    void cancel();

    @Override
    void close();
}
