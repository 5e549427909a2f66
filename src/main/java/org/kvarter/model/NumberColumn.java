package org.kvarter.model;

import java.util.Objects;

/**
 * Numbers, NaN where missing. The array is not copied: whoever makes a column gives it away.
 *
 * @param name   as the source spells it
 * @param unit   as people write it, or empty
 * @param type   whether the source holds integers, reals or booleans (0 and 1)
 * @param values one per row
 */
public record NumberColumn(String name, String unit, Type type, double[] values) implements AttributeColumn {

    /** What the numbers stand for in the source. */
    public enum Type {
        REAL, INTEGER, BOOLEAN
    }

    public NumberColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(type, "type");
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public Object value(int row) {
        double v = values[row];
        if (Double.isNaN(v)) {
            return null;
        }
        return switch (type) {
            case REAL -> (Object) v;
            case INTEGER -> (long) v;
            case BOOLEAN -> v != 0;
        };
    }

    @Override
    public double number(int row) {
        return values[row];
    }
}
