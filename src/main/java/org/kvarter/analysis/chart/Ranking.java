package org.kvarter.analysis.chart;

import java.util.Arrays;
import java.util.Comparator;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.NumberColumn;

/** Rows in the order of their values; those without a value last, whichever way. Stateless. */
public final class Ranking {

    private Ranking() {
    }

    /** Some rows in the order of numbers by row. */
    public static int[] byNumber(int[] rows, double[] values, boolean descending) {
        Integer[] order = new Integer[rows.length];
        Arrays.setAll(order, i -> i);
        Comparator<Integer> byValue = (a, b) -> {
            double x = values[rows[a]];
            double y = values[rows[b]];
            if (Double.isNaN(x) || Double.isNaN(y)) {
                return Boolean.compare(Double.isNaN(x), Double.isNaN(y));
            }
            return descending ? Double.compare(y, x) : Double.compare(x, y);
        };
        Arrays.sort(order, byValue.thenComparing(Comparator.naturalOrder()));
        return Arrays.stream(order).mapToInt(i -> rows[i]).toArray();
    }

    /** Some rows in the order of an attribute: numbers by size, texts by the alphabet. */
    public static int[] by(int[] rows, AttributeColumn column, boolean descending) {
        if (column instanceof NumberColumn number) {
            return byNumber(rows, number.values(), descending);
        }
        return byText(rows, row -> column.isMissing(row) ? null : column.value(row).toString(), descending);
    }

    /** Some rows in the order of texts; {@code null} for none. */
    public static int[] byText(int[] rows, java.util.function.IntFunction<String> text, boolean descending) {
        java.text.Collator collator = java.text.Collator.getInstance(java.util.Locale.getDefault(java.util.Locale.Category.DISPLAY));
        Integer[] order = Arrays.stream(rows).boxed().toArray(Integer[]::new);
        java.util.Map<Integer, java.text.CollationKey> keys = new java.util.HashMap<>();
        for (int row : rows) {
            String t = text.apply(row);
            keys.put(row, t == null ? null : collator.getCollationKey(t));
        }
        Comparator<java.text.CollationKey> way = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Arrays.sort(order, Comparator.comparing((Integer row) -> keys.get(row), Comparator.nullsLast(way)).thenComparing(Comparator.naturalOrder()));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }
}
