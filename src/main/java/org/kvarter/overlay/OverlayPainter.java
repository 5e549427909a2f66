package org.kvarter.overlay;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kvarter.model.FeatureTable;
import org.kvarter.series.SeriesJoin;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.SeriesValues;
import org.kvarter.series.TimeWindow;

/**
 * Paints one layer by one overlay: values of a window of time, their colours and the legend.
 *
 * <p>The scale of a series holds for its whole length, so that colours stay comparable while time runs; there is one scale for each
 * length of window, cut from at most {@value #SAMPLES} windows spread over the series. Used by one thread at a time.
 */
public final class OverlayPainter {

    private static final int SAMPLES = 48;

    private final OverlaySpec spec;
    private final FeatureTable features;
    private final SeriesTable table;
    private final SeriesJoin join;
    private final Function<TimeWindow, double[]> byWindow;
    private final Map<Integer, ColorScale> scaleByLength = new HashMap<>();

    private OverlayPainter(OverlaySpec spec, FeatureTable features, SeriesTable table, SeriesJoin join,
                           Function<TimeWindow, double[]> byWindow) {
        this.byWindow = byWindow;
        this.spec = spec;
        this.features = features;
        this.table = table;
        this.join = join;
    }

    /** A painter for an overlay of an attribute. */
    public static OverlayPainter ofAttribute(OverlaySpec spec, FeatureTable features) {
        if (!(spec.values() instanceof ValueSource.Attribute)) {
            throw new IllegalArgumentException("not an attribute overlay: " + spec.id());
        }
        return new OverlayPainter(spec, features, null, null, null);
    }

    /** A painter for an overlay of a joined series. */
    public static OverlayPainter ofSeries(OverlaySpec spec, FeatureTable features, SeriesTable table, SeriesJoin join) {
        if (!(spec.values() instanceof ValueSource.Series)) {
            throw new IllegalArgumentException("not a series overlay: " + spec.id());
        }
        return new OverlayPainter(spec, features, table, join, null);
    }

    /**
     * A painter for values that are worked out for each window.
     *
     * @param byWindow one value per feature
     * @param samples  windows from which the scale is cut, so that colours stay comparable while time runs
     */
    public static OverlayPainter ofWindows(OverlaySpec spec, FeatureTable features, Function<TimeWindow, double[]> byWindow,
                                           List<TimeWindow> samples) {
        OverlayPainter painter = new OverlayPainter(spec, features, null, null, byWindow);
        double[] all = samples.stream().map(byWindow).flatMapToDouble(Arrays::stream).filter(v -> v > 0).toArray();
        painter.scaleByLength.put(0, ColorScales.of(spec.scale(), new FeatureValues(all, List.of()), spec.title(), spec.unit()));
        return painter;
    }

    /** The values shown in a window of time, one per feature. */
    public FeatureValues values(TimeWindow window) {
        if (byWindow != null) {
            return new FeatureValues(byWindow.apply(window), List.of());
        }
        if (spec.values() instanceof ValueSource.Attribute attribute) {
            boolean names = spec.scale().method() == ScaleSpec.Method.CATEGORIES;
            return perArea(FeatureValues.ofAttribute(features, attribute.attribute(), names));
        }
        return ofPlaces(SeriesValues.over(table, window, ((ValueSource.Series) spec.values()).aggregation()));
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
        if (table == null && byWindow == null) {
            return legend;
        }
        int noData = (int) Arrays.stream(values(window).values()).filter(Double::isNaN).count();
        return new Legend(legend.title(), legend.unit(), legend.gradient(),
                legend.entries().stream().map(e -> new Legend.Entry(e.argb(), e.label(), -1)).toList(), noData);
    }

    private ColorScale scale(TimeWindow window) {
        int length = table == null ? 0 : intervals(window);
        return scaleByLength.computeIfAbsent(length, n ->
                ColorScales.of(spec.scale(), table == null ? values(window) : sample(n), spec.title(), spec.unit()));
    }

    /** Months differ in length: they share the scale of thirty days. */
    private int intervals(TimeWindow window) {
        Duration length = Duration.between(window.start(), window.end());
        Duration kept = length.toDays() >= 28 ? Duration.ofDays(30) : length.toDays() >= 1
                ? Duration.ofDays(Math.round(length.toHours() / 24.0)) : length;
        return (int) Math.max(1, kept.toMillis() / table.axis().step().toMillis());
    }

    private FeatureValues sample(int length) {
        SeriesValues.Aggregation aggregation = ((ValueSource.Series) spec.values()).aggregation();
        int count = table.axis().count();
        int windows = Math.max(1, Math.min(SAMPLES, count / length));
        int size = features.size();
        double[] all = new double[windows * size];
        for (int w = 0; w < windows; w++) {
            int first = windows == 1 ? 0 : (int) ((long) w * (count - length) / (windows - 1));
            double[] values = ofPlaces(SeriesValues.over(table, first, Math.min(count, first + length), aggregation)).values();
            System.arraycopy(values, 0, all, w * size, size);
        }
        return new FeatureValues(all, List.of());
    }

    private FeatureValues ofPlaces(double[] byPlace) {
        double[] values = new double[features.size()];
        Arrays.fill(values, Double.NaN);
        for (int row = 0; row < values.length; row++) {
            int place = join.placeOfFeature()[row];
            if (place >= 0) {
                values[row] = byPlace[place];
            }
        }
        return perArea(new FeatureValues(values, join.ownerOfFeature(), List.of()));
    }

    private FeatureValues perArea(FeatureValues values) {
        return spec.perAttribute().isEmpty() || values.isCategorical() ? values : values.per(features, spec.perAttribute());
    }
}
