package org.kvarter.ui.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.LayerCharts;
import org.kvarter.analysis.chart.BenchChart;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.overlay.ValueSource;
import org.kvarter.session.Change;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;

/** Which charts stand beside the bench's table: those somebody chose for its layer, kept with the project, or those proposed. JavaFX thread only. */
final class BenchCharts {

    private static final Texts TEXTS = Texts.in(BenchCharts.class);

    private final Session session;
    private final ObservableValue<BenchData> data;
    private final ObservableList<ChartSpec> shown = FXCollections.observableArrayList();
    /** Whether the charts shown are those proposed. */
    private boolean isProposed;

    /** @param data what is on the bench */
    BenchCharts(Session session, ObservableValue<BenchData> data) {
        this.session = session;
        this.data = data;
    }

    /** The charts, from left to right; not to be changed. */
    ObservableList<ChartSpec> shown() {
        return shown;
    }

    /** Shows those of what came onto the bench. */
    void show(BenchData before, BenchData now) {
        boolean other = !now.layerId().equals(before.layerId()) || isProposed && before.series().isEmpty() && !now.series().isEmpty();
        if (other || !isProposed) {
            show(now);
        } else {
            shown.replaceAll(c -> fitting(c, now));
        }
    }

    /** Those that somebody chose for the layer, or else those proposed. */
    void show(BenchData now) {
        Optional<LayerCharts> chosen = session.dataBook().charts(now.layerId());
        isProposed = chosen.isEmpty();
        List<ChartSpec> wanted = chosen.map(c -> c.charts().stream().map(ChartSpec::of).map(k -> fitting(k, now)).toList()).orElseGet(() -> proposed(now));
        if (!wanted.equals(shown)) {
            shown.setAll(wanted);
        }
    }

    /** A first look at a layer: a top list and a histogram of its first series, or else of a number that varies, one with a unit first, and a heat map of its first series. */
    private List<ChartSpec> proposed(BenchData now) {
        List<ChartSpec> proposed = new ArrayList<>();
        Optional<BenchValue> series = Stream.concat(session.overlays().stream().map(OverlaySpec::values).filter(ValueSource.Series.class::isInstance)
                .map(v -> ((ValueSource.Series) v).seriesId()), now.series().keySet().stream().sorted()).filter(now.series()::containsKey).findFirst().map(BenchValue.Whole::new);
        List<BenchValue> varying = now.numbers().stream().filter(v -> v instanceof BenchValue.Attribute && varies(now.values(v))).toList();
        Optional<BenchValue> number = series.or(() -> varying.stream().filter(v -> !now.unit(v).isEmpty()).findFirst()).or(() -> varying.stream().findFirst());
        number.ifPresent(v -> {
            proposed.add(new ChartSpec(BenchChart.Kind.TOP, v, null));
            proposed.add(new ChartSpec(BenchChart.Kind.HISTOGRAM, v, null));
        });
        series.ifPresent(v -> proposed.add(new ChartSpec(BenchChart.Kind.HEAT_MAP, v, null)));
        return proposed;
    }

    private static boolean varies(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).distinct().limit(3).count() == 3;
    }

    private static ChartSpec fitting(ChartSpec chart, BenchData now) {
        return new ChartSpec(chart.kind(), now.has(chart.x()) ? chart.x() : null, now.has(chart.y()) ? chart.y() : null);
    }

    /** Adds a chart of a kind on the right. */
    void add(BenchChart.Kind kind) {
        BenchData now = data.getValue();
        List<BenchValue> numbers = now.numbers();
        BenchValue first = kind == BenchChart.Kind.HEAT_MAP ? now.series().keySet().stream().sorted().findFirst().<BenchValue>map(BenchValue.Whole::new).orElse(null)
                : shown.stream().map(ChartSpec::x).filter(v -> v != null && kind != BenchChart.Kind.HEAT_MAP).findFirst().orElse(numbers.isEmpty() ? null : numbers.get(0));
        BenchValue second = kind == BenchChart.Kind.SCATTER ? numbers.stream().filter(v -> !v.equals(first)).findFirst().orElse(null) : null;
        List<ChartSpec> all = new ArrayList<>(kept());
        all.add(new ChartSpec(kind, first, second));
        choose("chart.undo.add", all);
    }

    /** Takes the chart at a place away. */
    void remove(int at) {
        List<ChartSpec> all = new ArrayList<>(kept());
        all.remove(at);
        choose("chart.undo.remove", all);
    }

    /** Shows something else at a place. */
    void replace(int at, ChartSpec other) {
        List<ChartSpec> all = new ArrayList<>(kept());
        all.set(at, other);
        choose("chart.undo.change", all);
    }

    /** Those of the project, with what is not there now; or those proposed. */
    private List<ChartSpec> kept() {
        return session.dataBook().charts(data.getValue().layerId()).map(c -> c.charts().stream().map(ChartSpec::of).toList()).orElseGet(() -> List.copyOf(shown));
    }

    private void choose(String title, List<ChartSpec> all) {
        DataBook before = session.dataBook();
        DataBook after = before.with(new LayerCharts(data.getValue().layerId(), all.stream().map(ChartSpec::kept).toList()));
        if (!before.equals(after)) {
            session.undo().perform(Change.of(TEXTS.get(title), () -> session.dataBookProperty().set(after), () -> session.dataBookProperty().set(before)));
        }
    }

    /** What a chart of a kind can show. */
    List<BenchValue> choices(BenchChart.Kind kind) {
        BenchData now = data.getValue();
        return kind == BenchChart.Kind.HEAT_MAP ? now.series().keySet().stream().sorted().<BenchValue>map(BenchValue.Whole::new).toList() : now.numbers();
    }
}
