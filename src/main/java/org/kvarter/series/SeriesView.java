package org.kvarter.series;

import org.kvarter.series.SeriesValues.Aggregation;
import org.kvarter.series.store.Quality;
import org.kvarter.text.LocalText;

/** One quantity at many places over one time axis, however it is kept: read from a file, or made of others as it is asked for. */
public interface SeriesView {

    /** Distinct in the project. */
    String id();

    /** What people call it, by language. */
    LocalText titles();

    /** What people call it, in the display language. */
    default String title() {
        return titles().shown();
    }

    /** What is measured, free text. */
    String quantity();

    /** Unit of one value as people write it. */
    String unit();

    TimeAxis axis();

    /** Place keys, distinct, one per place; not copied. */
    String[] keys();

    default int places() {
        return keys().length;
    }

    /**
     * One moment of all places; NaN where missing.
     *
     * @param interval 0 … count − 1
     * @param into     at least as long as there are places
     */
    void read(int interval, double[] into);

    /**
     * One value per place over intervals; NaN where all are missing. A series in a database lets it reckon.
     *
     * @param first 0 … count − 1
     * @param end   exclusive, at most count
     */
    default double[] over(int first, int end, Aggregation aggregation) {
        return SeriesValues.readOver(this, first, end, aggregation);
    }

    /** The sum over some places in each interval; NaN where none of them has a value. A series in a database lets it reckon. */
    default double[] sumOf(int[] places) {
        return SeriesValues.readSum(this, places);
    }

    /** The least certain quality of some places' values in each interval; empty where values are not told apart by it. A series in a database may have to be asked. */
    default Quality[] qualityOf(int[] places) {
        return new Quality[0];
    }
}
