package org.kvarter.series.store;

/**
 * What the values of one place are like, as single precision keeps them.
 *
 * @param place   its key
 * @param present number of values
 * @param least   NaN where there is none
 * @param most    NaN where there is none
 * @param sum     in double precision; 0 where there is none
 * @param below   how many are negative
 * @param beyond  how many lie outside of {@link ValueLimits#least} to {@link ValueLimits#most}
 * @param far     how many stand far from the others
 */
public record ValueFacts(String place, long present, double least, double most, double sum, long below, long beyond, long far) {

    /** The same of a place that is called otherwise. */
    public ValueFacts of(String other) {
        return new ValueFacts(other, present, least, most, sum, below, beyond, far);
    }
}
