package org.kvarter.exporting.table;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.NumberColumn;
import org.kvarter.series.SeriesView;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.TimeWindow;

/** Tables of features and of series. Stateless. */
public final class Grids {

    private Grids() {
    }

    /**
     * Some features with all their attributes, in an order.
     *
     * @param rows  which, in order; not copied
     * @param extra columns after the id, by position in {@code rows}
     */
    public static Grid features(String name, FeatureTable features, int[] rows, List<Grid.Column> extra) {
        List<Grid.Column> columns = new ArrayList<>();
        columns.add(new Grid.Column("id", "", Grid.Type.TEXT, i -> features.ids()[rows[i]]));
        columns.addAll(extra);
        for (AttributeColumn column : features.attributes().columns()) {
            IntFunction<Object> value = i -> column.value(rows[i]);
            columns.add(new Grid.Column(column.name(), column.unit(), type(column), value));
        }
        return new Grid(name, columns, rows.length, List.of());
    }

    private static Grid.Type type(AttributeColumn column) {
        return column instanceof NumberColumn n ? switch (n.type()) {
            case REAL -> Grid.Type.REAL;
            case INTEGER -> Grid.Type.WHOLE;
            case BOOLEAN -> Grid.Type.TRUTH;
        } : Grid.Type.TEXT;
    }

    /**
     * A series, an interval per row and a place per column, as the readers of tables here take it.
     *
     * @param places which
     * @param window the intervals that begin in it; {@code null} for all
     */
    public static Grid series(SeriesView series, int[] places, TimeWindow window) {
        TimeAxis axis = series.axis();
        int first = window == null ? 0 : Math.max(0, window.firstInterval(axis));
        int end = window == null ? axis.count() : Math.max(first, Math.min(axis.count(), window.endInterval(axis)));
        double[][] values = new double[end - first][];
        double[] moment = new double[series.places()];
        for (int i = first; i < end; i++) {
            series.read(i, moment);
            values[i - first] = java.util.Arrays.stream(places).mapToDouble(p -> moment[p]).toArray();
        }
        ZoneId zone = axis.zone();
        List<Grid.Column> columns = new ArrayList<>();
        columns.add(new Grid.Column("time", "", Grid.Type.TIME, i -> axis.at(first + i).atZone(zone)));
        for (int p = 0; p < places.length; p++) {
            int at = p;
            columns.add(new Grid.Column(series.keys()[places[p]], "", Grid.Type.REAL, i -> Double.isNaN(values[i][at]) ? null : (Object) shortest(values[i][at])));
        }
        return new Grid(series.title(), columns, values.length, List.of(series.title() + ", " + series.unit()));
    }

    /** Of a number that was kept with single precision the shortest with the same: 3.777 for 3.7769999504089355. */
    private static double shortest(double value) {
        return (float) value == value ? Double.parseDouble(Float.toString((float) value)) : value;
    }
}
