package org.kvarter.assist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.series.csv.Numbers;
import org.kvarter.tables.TableRow;
import org.kvarter.tables.Unit.Dimension;
import org.kvarter.tables.Units;

/** Tells readings of counting meters from consumption. Stateless. */
final class CountingMeters {

    private static final int LEAST_STEPS = 8;

    private CountingMeters() {
    }

    /**
     * Whether a column's numbers hardly ever fall from row to row of a place, most of them rise, and they stand far above their steps.
     *
     * @param place column of places; −1 where all rows are of one
     */
    static boolean is(List<TableRow> rows, ColumnFacts column, int place, boolean comma) {
        Dimension dimension = Units.dimension(column.column().unit()).orElse(Dimension.ENERGY);
        if (dimension != Dimension.ENERGY && dimension != Dimension.VOLUME && dimension != Dimension.COUNT) {
            return false;
        }
        Map<String, Double> before = new HashMap<>();
        int steps = 0;
        int falls = 0;
        int anew = 0;
        int rises = 0;
        double risen = 0;
        for (TableRow row : rows) {
            Object cell = row.cell(column.column().index());
            double value = cell instanceof Number n ? n.doubleValue() : cell == null ? Double.NaN : Numbers.parse(cell.toString().strip(), comma);
            if (Double.isNaN(value)) {
                continue;
            }
            Double last = before.put(place < 0 ? "" : row.text(place), value);
            if (last != null) {
                steps++;
                // a meter begins anew or is replaced once in a long while
                falls += value < last && value >= 0.1 * last ? 1 : 0;
                anew += value < 0.1 * last ? 1 : 0;
                rises += value > last ? 1 : 0;
                risen += Math.max(0, value - last);
            }
        }
        double mean = rises == 0 ? 0 : risen / rises;
        return steps >= LEAST_STEPS && falls <= steps / 100 && anew <= Math.max(1, steps / 500) && rises >= steps / 4 && column.most() > 10 * mean && (anew > 0 || column.least() > 5 * mean) && !column.steady();
    }
}
