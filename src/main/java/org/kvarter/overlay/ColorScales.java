package org.kvarter.overlay;

import java.util.List;

/** Makes the scale a person chose for some values. */
public final class ColorScales {

    private static final double LOW_SHARE = 0.02;
    private static final double HIGH_SHARE = 0.98;

    private ColorScales() {
    }

    /** The scale of {@code spec} for {@code data}, see {@link #of(ScaleSpec, FeatureValues, FeatureValues, String, String)}. */
    public static ColorScale of(ScaleSpec spec, FeatureValues data, String title, String unit) {
        return of(spec, data, data, title, unit);
    }

    /**
     * The scale of {@code spec}. Categorical data always takes one colour per category; a diverging ramp without chosen ends is centred on
     * zero.
     *
     * @param measured what range and class limits are taken from
     * @param counted  what the legend counts; for categories in an order that begins as that of {@code measured}
     */
    public static ColorScale of(ScaleSpec spec, FeatureValues measured, FeatureValues counted, String title, String unit) {
        Ramp ramp = spec.reverse() ? Ramps.byId(spec.ramp()).reversed() : Ramps.byId(spec.ramp());
        if (counted.isCategorical()) {
            return new CategoryScale(ramp, counted.categories(), counted.distinct(), title);
        }
        double[] sorted = Classification.present(measured.distinct());
        double[] ends = ends(spec, ramp, sorted);
        if (spec.method() == ScaleSpec.Method.CONTINUOUS || spec.method() == ScaleSpec.Method.CATEGORIES) {
            int noData = (int) java.util.Arrays.stream(counted.distinct()).filter(Double::isNaN).count();
            return new ContinuousScale(ramp, ends[0], ends[1], title, unit, noData);
        }
        double[] breaks = switch (spec.method()) {
            case QUANTILE -> Classification.quantiles(sorted, spec.classes());
            case EQUAL_INTERVAL -> Classification.equalIntervals(ends[0], ends[1], spec.classes());
            case JENKS -> Classification.jenks(sorted, spec.classes());
            default -> ascending(spec.breaks());
        };
        return new ClassedScale(ramp, breaks, counted.distinct(), title, unit);
    }

    private static double[] ends(ScaleSpec spec, Ramp ramp, double[] sorted) {
        double low = sorted.length == 0 ? 0 : Classification.percentile(sorted, LOW_SHARE);
        double high = sorted.length == 0 ? 1 : Classification.percentile(sorted, HIGH_SHARE);
        if (ramp.kind() == Ramp.Kind.DIVERGING && low < 0 && high > 0) {
            high = Math.max(-low, high);
            low = -high;
        }
        return new double[] {Double.isNaN(spec.minimum()) ? low : spec.minimum(), Double.isNaN(spec.maximum()) ? high : spec.maximum()};
    }

    private static double[] ascending(List<Double> breaks) {
        return breaks.stream().mapToDouble(Double::doubleValue).sorted().distinct().toArray();
    }
}
