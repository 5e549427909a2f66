package org.kvarter.overlay;

import java.util.List;
import java.util.Objects;

/**
 * What a person chose for an overlay's colours. Values that are NaN are taken from the data.
 *
 * @param method  continuous, or how the classes are cut, or one colour per distinct text
 * @param ramp    id of the ramp
 * @param reverse whether high values take the low colours
 * @param classes number of classes, 2 … 12; ignored where not classed
 * @param minimum value of the lowest colour, NaN for the data's own (2nd percentile)
 * @param maximum value of the highest colour, NaN for the data's own (98th percentile)
 * @param breaks  inner class limits, of a series that is summed those of one of its intervals, ascending, for {@link Method#MANUAL}; else empty
 */
public record ScaleSpec(Method method, String ramp, boolean reverse, int classes, double minimum, double maximum,
                        List<Double> breaks) {

    /** How values become colours. */
    public enum Method {
        CONTINUOUS, QUANTILE, EQUAL_INTERVAL, JENKS, MANUAL, CATEGORIES
    }

    /** The energy ramp over the data's own range. */
    public static final ScaleSpec DEFAULT =
            new ScaleSpec(Method.CONTINUOUS, "energy", false, 5, Double.NaN, Double.NaN, List.of());

    /** These limits multiplied. */
    public ScaleSpec times(double factor) {
        return new ScaleSpec(method, ramp, reverse, classes, minimum * factor, maximum * factor, breaks.stream().map(b -> b * factor).toList());
    }

    public ScaleSpec {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(ramp, "ramp");
        breaks = List.copyOf(breaks);
        if (classes < 2 || classes > 12) {
            throw new IllegalArgumentException("between 2 and 12 classes");
        }
    }
}
