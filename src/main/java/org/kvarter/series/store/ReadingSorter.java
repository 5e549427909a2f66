package org.kvarter.series.store;

/**
 * Brings values that come in any order together by place, however many they are, with all their digits: for what is reckoned from all values of a
 * place, such as the differences of a meter. One use, one thread.
 */
public interface ReadingSorter extends AutoCloseable {

    /**
     * Takes a value.
     *
     * @param place    number by which places follow each other, at least 0
     * @param interval number of the interval, at least 0
     * @param value    NaN and infinities are left out
     * @param quality  how it came about
     */
    void put(int place, int interval, double value, Quality quality) throws StoreException;

    /** What looks at the places, ascending. */
    interface Reader {

        /**
         * One place that has values.
         *
         * @param values    one per interval, NaN where there is none; reused for the next place
         * @param qualities of the values; {@link Quality#MISSING} where there is none; reused as well
         */
        void place(int place, double[] values, Quality[] qualities) throws StoreException;
    }

    /** What several values of a place in one interval become. */
    enum Doubles {
        /** The last one that was put. */
        LAST,
        /** Their mean. */
        MEAN
    }

    /** Hands over everything, once. @param intervals how many a place has */
    void each(int intervals, Doubles doubles, Reader reader) throws StoreException;

    /** Number of values of an interval that had one already. */
    long doubles();

    @Override
    void close();
}
