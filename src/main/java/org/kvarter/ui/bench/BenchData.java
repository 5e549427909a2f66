package org.kvarter.ui.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.kvarter.analysis.unit.Unit;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.NumberColumn;
import org.kvarter.series.SeriesJoin;
import org.kvarter.series.SeriesValues;
import org.kvarter.series.SeriesView;
import org.kvarter.series.TimeWindow;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.FeatureNames;
import org.kvarter.ui.kit.Numbers;
import org.kvarter.ui.kit.Wording;

/**
 * A layer's features as the shown scenario has them, and which of them in which order. Numbers of series are reckoned when they are first asked
 * for, then kept: ask for them off the window's thread. Thread-safe.
 */
public final class BenchData {

    /** No layer. */
    public static final BenchData NOTHING = new BenchData("", FeatureTable.empty(), Map.of(), Map.of(), null, new int[0]);

    private static final Texts TEXTS = Texts.in(BenchData.class);

    private final String layerId;
    private final FeatureTable features;
    private final Map<String, SeriesView> series;
    private final Map<String, int[]> places;
    private final TimeWindow window;
    private final int[] rows;
    private final FeatureNames names;
    private final Map<BenchValue, double[]> values;

    /**
     * @param series joined to the layer, by id
     * @param places of each, place of each feature, −1 for none
     * @param window the clock's step; {@code null} for none
     * @param rows   the features shown, in order
     */
    BenchData(String layerId, FeatureTable features, Map<String, SeriesView> series, Map<String, int[]> places, TimeWindow window, int[] rows) {
        this(layerId, features, series, places, window, rows, new ConcurrentHashMap<>());
    }

    private BenchData(String layerId, FeatureTable features, Map<String, SeriesView> series, Map<String, int[]> places, TimeWindow window, int[] rows,
                      Map<BenchValue, double[]> values) {
        this.layerId = layerId;
        this.features = features;
        this.series = series;
        this.places = places;
        this.window = window;
        this.rows = rows;
        this.names = new FeatureNames(features);
        this.values = values;
    }

    static Map<String, int[]> join(FeatureTable features, Map<String, SeriesView> series, Map<String, String> keyAttributes) {
        Map<String, int[]> places = new HashMap<>();
        series.forEach((id, s) -> places.put(id, SeriesJoin.by(keyAttributes.getOrDefault(id, ""), s.keys(), features).placeOfFeature()));
        return places;
    }

    /** The same features in another order, or others of them. */
    BenchData withRows(int[] other) {
        return new BenchData(layerId, features, series, places, window, other, values);
    }

    public String layerId() {
        return layerId;
    }

    /** All features of the layer. */
    public FeatureTable features() {
        return features;
    }

    /** The features shown, in order; not copied. */
    public int[] rows() {
        return rows;
    }

    /** Features that are things of their own, in the layer's order. */
    static int[] wholes(FeatureTable features) {
        return java.util.stream.IntStream.range(0, features.size()).filter(r -> features.parents()[r] < 0).toArray();
    }

    /** Series joined to the layer, by id. */
    Map<String, SeriesView> series() {
        return series;
    }

    /** Places of a series that some features have, each once. */
    int[] places(String seriesId, int[] of) {
        int[] all = places.get(seriesId);
        return Arrays.stream(of).map(r -> all[r]).filter(p -> p >= 0).distinct().toArray();
    }

    /** What people call a feature. */
    public String name(int row) {
        return names.best(row);
    }

    /** Everything that is a number per feature: attributes, then series. */
    List<BenchValue> numbers() {
        List<BenchValue> all = new ArrayList<>();
        features.attributes().columns().stream().filter(NumberColumn.class::isInstance).forEach(c -> all.add(new BenchValue.Attribute(c.name())));
        series.keySet().stream().sorted().forEach(id -> Stream.of(new BenchValue.Whole(id), new BenchValue.Now(id)).forEach(all::add));
        return all;
    }

    /** Whether it is there. */
    boolean has(BenchValue value) {
        return value instanceof BenchValue.Attribute a ? features.attributes().column(a.id()).isPresent() : value != null && series.containsKey(value.id());
    }

    /** One number per feature, NaN where missing; not copied. May take a while where it is first asked for a series. */
    double[] values(BenchValue value) {
        return values.computeIfAbsent(value, this::reckon);
    }

    private double[] reckon(BenchValue value) {
        double[] result = new double[features.size()];
        Arrays.fill(result, Double.NaN);
        if (value instanceof BenchValue.Attribute attribute) {
            Optional<AttributeColumn> column = features.attributes().column(attribute.id());
            column.ifPresent(c -> Arrays.setAll(result, c::number));
            return result;
        }
        SeriesView of = series.get(value.id());
        if (of != null && !(value instanceof BenchValue.Now && window == null)) {
            SeriesValues.Aggregation how = adds(of) ? SeriesValues.Aggregation.SUM : SeriesValues.Aggregation.MEAN;
            double[] byPlace = value instanceof BenchValue.Now ? SeriesValues.over(of, window, how) : SeriesValues.over(of, 0, of.axis().count(), how);
            int[] place = places.get(value.id());
            Arrays.setAll(result, r -> place[r] < 0 ? Double.NaN : byPlace[place[r]]);
        }
        return result;
    }

    private static boolean adds(SeriesView series) {
        return SeriesValues.Aggregation.usual(series.unit()) == SeriesValues.Aggregation.SUM;
    }

    /** Whether the values of several places make a sum that means something: of temperatures and shares they do not. */
    static boolean sums(SeriesView series) {
        Unit unit = Unit.parse(series.unit());
        return !unit.powers().containsKey("°C") && !unit.powers().containsKey("%");
    }

    /** What it is called. */
    String title(BenchValue value) {
        if (value instanceof BenchValue.Attribute) {
            return Wording.readable(value.id());
        }
        String title = Optional.ofNullable(series.get(value.id())).map(SeriesView::title).orElse(value.id());
        return value instanceof BenchValue.Now ? TEXTS.get("value.now", title) : title;
    }

    /** Its unit; empty for none. */
    String unit(BenchValue value) {
        return value instanceof BenchValue.Attribute ? features.attributes().column(value.id()).map(AttributeColumn::unit).orElse("")
                : Optional.ofNullable(series.get(value.id())).map(SeriesView::unit).orElse("");
    }

    /** A number with its unit, to be read. */
    String read(BenchValue value, double number) {
        return Numbers.with(Numbers.three(number), unit(value));
    }
}
