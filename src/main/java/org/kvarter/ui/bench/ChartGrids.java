package org.kvarter.ui.bench;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvarter.analysis.chart.BenchChart;
import org.kvarter.analysis.chart.HeatMap;
import org.kvarter.analysis.chart.Histogram;
import org.kvarter.analysis.chart.Ranking;
import org.kvarter.analysis.chart.Scatter;
import org.kvarter.exporting.table.Grid;
import org.kvarter.exporting.table.Grid.Column;
import org.kvarter.exporting.table.Grid.Type;
import org.kvarter.exporting.table.Grids;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.FeatureTable;
import org.kvarter.series.SeriesView;
import org.kvarter.text.Texts;

/** What is seen on the bench as tables to be written. Off the window's thread. */
final class ChartGrids {

    private static final Texts TEXTS = Texts.in(ChartGrids.class);

    private ChartGrids() {
    }

    /** The table as it is shown: its rows in its order, series at the clock's time. */
    static Grid table(String name, BenchData data) {
        List<Column> extra = new ArrayList<>();
        extra.add(new Column(TEXTS.get("table.name"), "", Type.TEXT, i -> data.name(data.rows()[i])));
        data.series().keySet().stream().sorted().map(BenchValue.Now::new).forEach(v -> {
            double[] values = data.values(v);
            extra.add(new Column(data.title(v), data.unit(v), Type.REAL, i -> number(values[data.rows()[i]])));
        });
        FeatureTable features = data.features();
        List<AttributeColumn> others = features.attributes().columns().stream().filter(c -> !c.name().equalsIgnoreCase("name")).toList(); // it stands first
        return Grids.features(name, features.withAttributes(new AttributeTable(features.size(), others)), data.rows(), extra);
    }

    /** The numbers a chart draws; empty where it draws none. */
    static Stream<Grid> chart(ChartSpec spec, BenchData data, BitSet selected, ZoneId zone, Map<String, Told> told) {
        if (spec.x() == null || spec.kind() == BenchChart.Kind.SCATTER && spec.y() == null) {
            return Stream.empty();
        }
        String name = TEXTS.get("chart." + spec.kind()) + " " + data.title(spec.x());
        return Stream.of(switch (spec.kind()) {
            case TOP -> top(name, spec, data);
            case HISTOGRAM -> histogram(name, spec, data, selected);
            case SCATTER -> scatter(name, spec, data);
            case HEAT_MAP -> heat(name, spec, data, selected, zone, Optional.ofNullable(told.get(spec.x().id())));
        });
    }

    /** A number as it was read: what was kept in single precision has no digits that nobody measured. */
    private static Object number(double value) {
        return !Double.isFinite(value) ? null : (Object) (value == (float) value ? Double.parseDouble(Float.toString((float) value)) : value);
    }

    private static Grid top(String name, ChartSpec spec, BenchData data) {
        double[] values = data.values(spec.x());
        int[] rows = Arrays.stream(Ranking.byNumber(data.rows(), values, true)).filter(r -> Double.isFinite(values[r])).toArray();
        return new Grid(name, List.of(new Column("id", "", Type.TEXT, i -> data.features().ids()[rows[i]]), new Column(TEXTS.get("table.name"), "", Type.TEXT, i -> data.name(rows[i])),
                new Column(data.title(spec.x()), data.unit(spec.x()), Type.REAL, i -> number(values[rows[i]]))), rows.length, List.of());
    }

    private static Grid histogram(String name, ChartSpec spec, BenchData data, BitSet selected) {
        double[] values = data.values(spec.x());
        Histogram h = Histogram.of(Arrays.stream(data.rows()).mapToDouble(r -> values[r]).toArray(), HistogramPane.BINS);
        int[] picked = h.of(values, selected);
        String unit = data.unit(spec.x());
        return new Grid(name, List.of(new Column(TEXTS.get("grid.from"), unit, Type.REAL, i -> h.low() + i * h.width()),
                new Column(TEXTS.get("grid.to"), unit, Type.REAL, i -> h.low() + (i + 1) * h.width()), new Column(TEXTS.get("grid.count"), "", Type.WHOLE, i -> (long) h.counts()[i]),
                new Column(TEXTS.get("grid.selected"), "", Type.WHOLE, i -> (long) picked[i])), h.counts().length, List.of());
    }

    private static Grid scatter(String name, ChartSpec spec, BenchData data) {
        Scatter s = Scatter.of(data.rows(), data.values(spec.x()), data.values(spec.y()));
        return new Grid(name, List.of(new Column("id", "", Type.TEXT, i -> data.features().ids()[s.rows()[i]]),
                new Column(data.title(spec.x()), data.unit(spec.x()), Type.REAL, i -> s.x()[i]), new Column(data.title(spec.y()), data.unit(spec.y()), Type.REAL, i -> s.y()[i])),
                s.rows().length, List.of());
    }

    private static Grid heat(String name, ChartSpec spec, BenchData data, BitSet selected, ZoneId zone, Optional<Told> told) {
        SeriesView series = data.series().get(spec.x().id());
        HeatMap map = series == null ? HeatMap.NOTHING : HeatPane.Heat.of(series, data, selected, zone, told).map();
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(TEXTS.get("grid.day"), "", Type.TEXT, i -> map.day(i).toString()));
        for (int hour = 0; hour < 24; hour++) {
            int h = hour;
            columns.add(new Column(String.format("%02d", hour), data.unit(spec.x()), Type.REAL, i -> number(map.value(i, h))));
        }
        return new Grid(name, columns, map.days(), List.of());
    }
}
