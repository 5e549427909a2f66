package org.kvarter.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Grows an {@link AttributeTable} value by value, rows in any order. A column becomes numeric while all its values are numbers or all
 * are booleans; one with mixed values becomes text. Not thread-safe.
 */
public final class AttributeTableBuilder {

    private final Map<String, Column> columns = new LinkedHashMap<>();

    /** Sets a value without a unit. */
    public void set(int row, String name, Object value) {
        set(row, name, value, "");
    }

    /**
     * Sets the value of a row.
     *
     * @param value {@link Number}, {@link Boolean} or anything whose {@code toString} is its text; {@code null} is ignored
     * @param unit  unit of a number, or empty; the first one given for a column stays
     */
    public void set(int row, String name, Object value, String unit) {
        if (value == null || value instanceof Double d && d.isNaN()) {
            return;
        }
        columns.computeIfAbsent(name, Column::new).set(row, value, unit);
    }

    /** The table of the first {@code rows} rows. */
    public AttributeTable build(int rows) {
        List<AttributeColumn> built = new ArrayList<>();
        for (Column column : columns.values()) {
            built.add(column.build(rows));
        }
        return new AttributeTable(rows, built);
    }

    private static final class Column {
        private final String name;
        private String unit = "";
        private NumberColumn.Type type;
        private double[] numbers = new double[0];
        private int[] codes;
        private final List<String> dictionary = new ArrayList<>();
        private final Map<String, Integer> codeOf = new HashMap<>();

        Column(String name) {
            this.name = name;
        }

        void set(int row, Object value, String newUnit) {
            if (unit.isEmpty()) {
                unit = newUnit;
            }
            NumberColumn.Type valueType = typeOf(value);
            if (codes == null && valueType != null && fits(valueType)) {
                setNumber(row, value);
            } else {
                if (codes == null) {
                    becomeText();
                }
                setText(row, value.toString());
            }
        }

        private static NumberColumn.Type typeOf(Object value) {
            if (value instanceof Boolean) {
                return NumberColumn.Type.BOOLEAN;
            }
            if (value instanceof Number) {
                return value instanceof Double || value instanceof Float || value instanceof java.math.BigDecimal
                        ? NumberColumn.Type.REAL : NumberColumn.Type.INTEGER;
            }
            return null;
        }

        private boolean fits(NumberColumn.Type valueType) {
            if (type == null || type == valueType) {
                type = valueType;
                return true;
            }
            if (type == NumberColumn.Type.BOOLEAN || valueType == NumberColumn.Type.BOOLEAN) {
                return false;
            }
            type = NumberColumn.Type.REAL;
            return true;
        }

        private void setNumber(int row, Object value) {
            if (row >= numbers.length) {
                int old = numbers.length;
                numbers = Arrays.copyOf(numbers, Math.max(row + 1, Math.max(16, old * 2)));
                Arrays.fill(numbers, old, numbers.length, Double.NaN);
            }
            numbers[row] = value instanceof Boolean b ? (b ? 1 : 0) : ((Number) value).doubleValue();
        }

        private void becomeText() {
            codes = new int[Math.max(16, numbers.length)];
            Arrays.fill(codes, -1);
            if (type != null) {
                NumberColumn before = new NumberColumn(name, unit, type, numbers);
                for (int row = 0; row < numbers.length; row++) {
                    Object value = before.value(row);
                    if (value != null) {
                        setText(row, value.toString());
                    }
                }
            }
            numbers = new double[0];
        }

        private void setText(int row, String text) {
            if (row >= codes.length) {
                int old = codes.length;
                codes = Arrays.copyOf(codes, Math.max(row + 1, old * 2));
                Arrays.fill(codes, old, codes.length, -1);
            }
            codes[row] = codeOf.computeIfAbsent(text, t -> {
                dictionary.add(t);
                return dictionary.size() - 1;
            });
        }

        AttributeColumn build(int rows) {
            if (codes != null) {
                int[] trimmed = Arrays.copyOf(codes, rows);
                if (rows > codes.length) {
                    Arrays.fill(trimmed, codes.length, rows, -1);
                }
                return new TextColumn(name, trimmed, dictionary.toArray(String[]::new));
            }
            double[] trimmed = Arrays.copyOf(numbers, rows);
            if (rows > numbers.length) {
                Arrays.fill(trimmed, numbers.length, rows, Double.NaN);
            }
            return new NumberColumn(name, unit, type == null ? NumberColumn.Type.REAL : type, trimmed);
        }
    }
}
