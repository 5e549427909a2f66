package org.kvarter.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.NumberColumn;
import org.kvarter.model.TextColumn;

/** One column with the values a measure gives to some of its rows. */
final class ChangedColumn {

    private ChangedColumn() {
    }

    static AttributeColumn of(AttributeTable table, Measure.ChangeAttribute change, BitSet rows, double amount) {
        AttributeColumn before = table.column(change.attribute()).orElse(null);
        return change.text().isEmpty() ? numbers(table.rows(), before, change, rows, amount) : texts(table.rows(), before, change, rows);
    }

    private static AttributeColumn numbers(int size, AttributeColumn before, Measure.ChangeAttribute change, BitSet rows, double amount) {
        double[] values = new double[size];
        for (int row = 0; row < size; row++) {
            double old = before == null ? Double.NaN : before.number(row);
            values[row] = !rows.get(row) || Double.isNaN(amount) ? old : switch (change.way()) {
                case SET -> amount;
                case SCALE -> old * amount;
                case ADD -> old + amount;
            };
        }
        boolean whole = before instanceof NumberColumn n && n.type() == NumberColumn.Type.INTEGER
                && Arrays.stream(values).allMatch(v -> Double.isNaN(v) || v == Math.rint(v));
        return new NumberColumn(change.attribute(), before == null ? change.unit() : before.unit(),
                whole ? NumberColumn.Type.INTEGER : NumberColumn.Type.REAL, values);
    }

    private static AttributeColumn texts(int size, AttributeColumn before, Measure.ChangeAttribute change, BitSet rows) {
        List<String> dictionary = new ArrayList<>();
        int[] codes = new int[size];
        Arrays.fill(codes, -1);
        java.util.Map<String, Integer> codeOf = new java.util.HashMap<>();
        for (int row = 0; row < size; row++) {
            Object value = rows.get(row) ? change.text() : before == null ? null : before.value(row);
            if (value != null) {
                codes[row] = codeOf.computeIfAbsent(value.toString(), t -> {
                    dictionary.add(t);
                    return dictionary.size() - 1;
                });
            }
        }
        return new TextColumn(change.attribute(), codes, dictionary.toArray(String[]::new));
    }
}
