package org.kvarter.overlay;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kvarter.model.FeatureTable;
import org.kvarter.series.SeriesJoin;
import org.kvarter.series.SeriesValues;
import org.kvarter.series.SeriesView;
import org.kvarter.series.TimeWindow;

/**
 * Paints one layer by one overlay: values of a window of time, their colours and the legend.
 *
 * <p>The scale of a series holds for its whole length, so that colours stay comparable while time runs; there is one scale for each
 * length of window, cut from at most {@value #SAMPLES} windows spread over the series. Limits that were chosen are those of one interval of
 * the series. Used by one thread at a time.
 */
public final class OverlayPainter {

    private static final int SAMPLES = 48;

    private final OverlaySpec spec;
    /** What is painted. */
    private final Data shown;
    /** What the scale is cut from: the same colour means the same value under every scenario. */
    private final Data measured;
    private final Map<Integer, ColorScale> scaleByLength;

    /**
     * @param series   {@code null} for an attribute or for values worked out for each window
     * @param byWindow one value per feature, {@code null} for an attribute or series
     */
    private record Data(FeatureTable features, SeriesView series, SeriesJoin join, Function<TimeWindow, double[]> byWindow) {
    }

    private OverlayPainter(OverlaySpec spec, Data shown, Data measured, Map<Integer, ColorScale> scaleByLength) {
        this.spec = spec;
        this.shown = shown;
        this.measured = measured;
        this.scaleByLength = scaleByLength;
    }

    /** A painter for an overlay of an attribute. */
    public static OverlayPainter ofAttribute(OverlaySpec spec, FeatureTable features) {
        if (!(spec.values() instanceof ValueSource.Attribute)) {
            throw new IllegalArgumentException("not an attribute overlay: " + spec.id());
        }
        Data data = new Data(features, null, null, null);
        return new OverlayPainter(spec, data, data, new HashMap<>());
    }

    /** A painter for an overlay of a joined series. */
    public static OverlayPainter ofSeries(OverlaySpec spec, FeatureTable features, SeriesView series, SeriesJoin join) {
        if (!(spec.values() instanceof ValueSource.Series)) {
            throw new IllegalArgumentException("not a series overlay: " + spec.id());
        }
        Data data = new Data(features, series, join, null);
        return new OverlayPainter(spec, data, data, new HashMap<>());
    }

    /**
     * A painter for values that are worked out for each window.
     *
     * @param byWindow one value per feature
     * @param samples  windows from which the scale is cut, so that colours stay comparable while time runs
     */
    public static OverlayPainter ofWindows(OverlaySpec spec, FeatureTable features, Function<TimeWindow, double[]> byWindow,
                                           List<TimeWindow> samples) {
        Data data = new Data(features, null, null, byWindow);
        OverlayPainter painter = new OverlayPainter(spec, data, data, new HashMap<>());
        double[] all = samples.stream().map(byWindow).flatMapToDouble(Arrays::stream).filter(v -> v > 0).toArray();
        painter.scaleByLength.put(0, ColorScales.of(spec.scale(), new FeatureValues(all, List.of()), spec.title(), spec.unit()));
        return painter;
    }

    /**
     * A painter for what this one shows more or less than {@code other}, on a ramp around zero that holds for windows of one length.
     *
     * @param title what the difference is called
     * @param like  a window of that length
     */
    public OverlayPainter less(OverlayPainter other, String title, TimeWindow like) {
        Function<TimeWindow, double[]> difference = window -> difference(values(window), other.values(window));
        double[] sizes = spread(like).stream().map(difference).flatMapToDouble(Arrays::stream).map(Math::abs).filter(d -> d > 0).sorted().toArray();
        double most = sizes.length == 0 ? 1 : Classification.percentile(sizes, 0.98);
        ScaleSpec scale = new ScaleSpec(ScaleSpec.Method.CONTINUOUS, Ramps.DIVERGING.id(), false, 5, -most, most, List.of());
        OverlaySpec of = new OverlaySpec(spec.id(), title, spec.layerId(), spec.values(), spec.perAttribute(), spec.unit(), scale);
        Data data = new Data(shown.features(), null, null, difference);
        return new OverlayPainter(of, data, data, new HashMap<>());
    }

    /** Windows as long as one, spread over the series; the one itself where there is no series. */
    private List<TimeWindow> spread(TimeWindow like) {
        if (measured.series() == null) {
            return List.of(like);
        }
        Duration length = Duration.between(like.start(), like.end());
        Duration room = Duration.between(measured.series().axis().start(), measured.series().axis().end()).minus(length);
        List<TimeWindow> windows = new java.util.ArrayList<>(List.of(like));
        for (int i = 0; i < SAMPLES && !room.isNegative(); i++) {
            var start = measured.series().axis().start().plus(room.multipliedBy(i).dividedBy(SAMPLES));
            windows.add(new TimeWindow(start, start.plus(length)));
        }
        return windows;
    }

    private static double[] difference(FeatureValues now, FeatureValues before) {
        double[] values = new double[now.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = now.isCategorical() ? now.values()[i] == before.values()[i] ? 0 : Double.NaN : now.values()[i] - before.values()[i];
        }
        return values;
    }

    /**
     * The same overlay of other data on the same scale, as under a scenario: what was reckoned for the scale serves both.
     *
     * @param series with the same places; {@code null} for an overlay of an attribute
     */
    public OverlayPainter of(FeatureTable features, SeriesView series) {
        boolean ofAttribute = shown.series() == null && shown.byWindow() == null;
        return new OverlayPainter(spec, new Data(features, ofAttribute ? null : series, shown.join(), shown.byWindow()), measured,
                ofAttribute ? new HashMap<>() : scaleByLength);
    }

    /** The same overlay of other values worked out for each window, on the same scale. */
    public OverlayPainter of(Function<TimeWindow, double[]> byWindow) {
        return new OverlayPainter(spec, new Data(shown.features(), null, null, byWindow), measured, scaleByLength);
    }

    /** The values shown in a window of time, one per feature. */
    public FeatureValues values(TimeWindow window) {
        FeatureValues values = values(shown, window);
        return values.isCategorical() ? values.inOrderOf(values(measured, window).categories()) : values;
    }

    private FeatureValues values(Data data, TimeWindow window) {
        if (data.byWindow() != null) {
            return new FeatureValues(data.byWindow().apply(window), List.of());
        }
        if (spec.values() instanceof ValueSource.Attribute attribute) {
            boolean names = spec.scale().method() == ScaleSpec.Method.CATEGORIES;
            return perArea(data, FeatureValues.ofAttribute(data.features(), attribute.attribute(), names));
        }
        return ofPlaces(data, SeriesValues.over(data.series(), window, ((ValueSource.Series) spec.values()).aggregation()));
    }

    /** The colour of every feature in a window of time. */
    public int[] colours(TimeWindow window) {
        ColorScale scale = scale(window);
        double[] values = values(window).values();
        int[] colours = new int[values.length];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = scale.argb(values[i]);
        }
        return colours;
    }

    /** The legend that goes with the colours of a window; a series' legend counts no classes, since they change with time. */
    public Legend legend(TimeWindow window) {
        Legend legend = scale(window).legend();
        if (shown.series() == null && shown.byWindow() == null) {
            return legend;
        }
        int noData = (int) Arrays.stream(values(window).distinct()).filter(Double::isNaN).count();
        return new Legend(legend.title(), legend.unit(), legend.gradient(),
                legend.entries().stream().map(e -> new Legend.Entry(e.argb(), e.label(), -1)).toList(), noData);
    }

    private ColorScale scale(TimeWindow window) {
        if (shown.series() == null) {
            return scaleByLength.computeIfAbsent(0, n ->
                    ColorScales.of(spec.scale(), values(measured, window), values(window), spec.title(), spec.unit()));
        }
        return scaleByLength.computeIfAbsent(intervals(window), n -> ColorScales.of(scaleOf(n), sample(n), spec.title(), spec.unit()));
    }

    /** Chosen limits are those of one interval of the series: what adds up over a longer window is held against as many times more. */
    private ScaleSpec scaleOf(int intervals) {
        boolean adds = ((ValueSource.Series) spec.values()).aggregation() == SeriesValues.Aggregation.SUM;
        return adds ? spec.scale().times(intervals) : spec.scale();
    }

    /** Months differ in length: they share the scale of thirty days. */
    private int intervals(TimeWindow window) {
        Duration length = Duration.between(window.start(), window.end());
        Duration kept = length.toDays() >= 28 ? Duration.ofDays(30) : length.toDays() >= 1
                ? Duration.ofDays(Math.round(length.toHours() / 24.0)) : length;
        return (int) Math.max(1, kept.toMillis() / measured.series().axis().step().toMillis());
    }

    private FeatureValues sample(int length) {
        SeriesValues.Aggregation aggregation = ((ValueSource.Series) spec.values()).aggregation();
        int count = measured.series().axis().count();
        int windows = Math.max(1, Math.min(SAMPLES, count / length));
        double[] all = {};
        for (int w = 0; w < windows; w++) {
            int first = windows == 1 ? 0 : (int) ((long) w * (count - length) / (windows - 1));
            double[] values = ofPlaces(measured, SeriesValues.over(measured.series(), first, Math.min(count, first + length), aggregation)).distinct();
            all = w == 0 ? Arrays.copyOf(values, windows * values.length) : all;
            System.arraycopy(values, 0, all, w * values.length, values.length);
        }
        return new FeatureValues(all, List.of());
    }

    private FeatureValues ofPlaces(Data data, double[] byPlace) {
        double[] values = new double[data.features().size()];
        Arrays.fill(values, Double.NaN);
        for (int row = 0; row < values.length; row++) {
            int place = data.join().placeOfFeature()[row];
            if (place >= 0) {
                values[row] = byPlace[place];
            }
        }
        return perArea(data, new FeatureValues(values, data.join().ownerOfFeature(), List.of()));
    }

    private FeatureValues perArea(Data data, FeatureValues values) {
        return spec.perAttribute().isEmpty() || values.isCategorical() ? values : values.per(data.features(), spec.perAttribute());
    }
}
