package org.kvarter.series.store;

import java.time.Instant;
import org.kvarter.text.LocalText;

/**
 * Takes the values of one new series, in any order; of several values of a place in one interval the mean counts. Nothing is seen of it before {@link #finish()}; closed without that, it is as if it had
 * never been. One thread at a time.
 */
public interface SeriesWriter extends AutoCloseable {

    /**
     * Takes a value.
     *
     * @param place   the place's key; surrounding blanks are left out
     * @param start   beginning of the interval
     * @param value   NaN and infinities are left out, as missing
     * @param quality how it came about
     */
    void value(String place, Instant start, double value, Quality quality) throws StoreException;

    /**
     * What the values that were taken are like; no more are taken afterwards. Only what is counted comes out of the engine.
     *
     * @throws StoreException where there is none
     */
    WrittenFacts facts(ValueLimits limits) throws StoreException;

    /** Calls the series otherwise than it was begun. */
    void call(LocalText titles);

    /** Makes the series; see {@link LoadReport} for what a person should know of it. */
    LoadReport finish() throws StoreException;

    @Override
    void close();
}
