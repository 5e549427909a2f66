package org.kvarter.series.store;

import java.time.Instant;
import java.util.List;

/**
 * What the values are like that a {@link SeriesWriter} has taken.
 *
 * @param first   beginning of the first interval with a value
 * @param last    beginning of the last one
 * @param doubles how many values are of an interval that has one already: their mean counts
 * @param places  one per key, in no order
 */
public record WrittenFacts(Instant first, Instant last, long doubles, List<ValueFacts> places) {

    public WrittenFacts {
        places = List.copyOf(places);
    }
}
