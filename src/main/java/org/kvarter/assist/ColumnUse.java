package org.kvarter.assist;

import java.util.Objects;
import org.kvarter.tables.ColumnRole;

/**
 * What a column is used for.
 *
 * @param column     its name
 * @param role       what it is for
 * @param quantity   of a value: what it measures; of an attribute: the name under which it is kept; empty to take it from the row or the column
 * @param unit       of its numbers, empty for none or to take it from the row
 * @param place      of a value: whose it is, where that is not in the row; empty otherwise
 * @param time       of a value: when it was, as local ISO date or date and time, where each time has a column of its own; empty otherwise
 * @param cumulative whether the numbers are readings of a counting meter, whose differences are wanted
 */
public record ColumnUse(String column, ColumnRole role, String quantity, String unit, String place, String time, boolean cumulative) {

    public ColumnUse {
        Objects.requireNonNull(column, "column");
        role = Objects.requireNonNullElse(role, ColumnRole.IGNORE);
        quantity = Objects.requireNonNullElse(quantity, "");
        unit = Objects.requireNonNullElse(unit, "");
        place = Objects.requireNonNullElse(place, "");
        time = Objects.requireNonNullElse(time, "");
    }

    /** A column whose time, if any, is in its row. */
    public ColumnUse(String column, ColumnRole role, String quantity, String unit, String place, boolean cumulative) {
        this(column, role, quantity, unit, place, "", cumulative);
    }

    /** A column of a role that needs no more words. */
    public static ColumnUse of(String column, ColumnRole role) {
        return new ColumnUse(column, role, "", "", "", false);
    }

    /** A column of values. */
    public static ColumnUse value(String column, String quantity, String unit, String place) {
        return new ColumnUse(column, ColumnRole.VALUE, quantity, unit, place, false);
    }

    public ColumnUse withRole(ColumnRole other) {
        return new ColumnUse(column, other, quantity, unit, place, time, cumulative);
    }

    public ColumnUse withQuantity(String other) {
        return new ColumnUse(column, role, other, unit, place, time, cumulative);
    }

    public ColumnUse withUnit(String other) {
        return new ColumnUse(column, role, quantity, other, place, time, cumulative);
    }

    public ColumnUse withPlace(String other) {
        return new ColumnUse(column, role, quantity, unit, other, time, cumulative);
    }

    public ColumnUse withCumulative(boolean other) {
        return new ColumnUse(column, role, quantity, unit, place, time, other);
    }

    public ColumnUse withTime(String other) {
        return new ColumnUse(column, role, quantity, unit, place, other, cumulative);
    }

    public ColumnUse withColumn(String other) {
        return new ColumnUse(other, role, quantity, unit, place, time, cumulative);
    }
}
