package org.kvarter.assist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kvarter.series.csv.Numbers;
import org.kvarter.tables.TableColumn;
import org.kvarter.tables.TableRow;

/**
 * What the first rows of a table show of a column.
 *
 * @param column   which
 * @param present  rows with a value
 * @param distinct different values among them
 * @param least    smallest number, NaN where there is none
 * @param most     greatest number
 * @param rising   share of steps from number to number that do not fall, 0 … 1; NaN for fewer than two
 * @param steady   whether all steps between neighbouring numbers are about equal
 * @param samples  first different values as texts
 */
record ColumnFacts(TableColumn column, int present, int distinct, double least, double most, double rising, boolean steady, List<String> samples) {

    private static final int SAMPLES = 5;

    static ColumnFacts of(TableColumn column, List<TableRow> rows, boolean comma) {
        int present = 0;
        Set<String> distinct = new HashSet<>();
        double least = Double.NaN;
        double most = Double.NaN;
        double before = Double.NaN;
        int steps = 0;
        int rising = 0;
        double firstStep = Double.NaN;
        boolean steady = true;
        List<String> samples = new ArrayList<>();
        for (TableRow row : rows) {
            String text = row.text(column.index());
            if (Numbers.isMissing(text)) {
                continue;
            }
            present++;
            if (distinct.add(text) && samples.size() < SAMPLES) {
                samples.add(text);
            }
            Object cell = row.cell(column.index());
            double value = cell instanceof Number n ? n.doubleValue() : Numbers.parse(text, comma);
            if (Double.isNaN(value)) {
                continue;
            }
            least = Double.isNaN(least) ? value : Math.min(least, value);
            most = Double.isNaN(most) ? value : Math.max(most, value);
            if (!Double.isNaN(before)) {
                double step = value - before;
                steps++;
                rising += step >= 0 ? 1 : 0;
                steady &= Double.isNaN(firstStep) || Math.abs(step - firstStep) <= 0.02 * Math.abs(firstStep);
                firstStep = Double.isNaN(firstStep) ? step : firstStep;
            }
            before = value;
        }
        return new ColumnFacts(column, present, distinct.size(), least, most, steps == 0 ? Double.NaN : (double) rising / steps, steady && steps > 1, samples);
    }

    boolean isNumeric() {
        return column.type().isNumeric();
    }

    /** Whether every present value is another. */
    boolean isUnique() {
        return present > 1 && distinct == present;
    }
}
