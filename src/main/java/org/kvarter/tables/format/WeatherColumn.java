package org.kvarter.tables.format;

import org.kvarter.tables.CellType;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.KnownMeaning;
import org.kvarter.tables.TableColumn;

/**
 * A column of a weather file.
 *
 * @param field    its number in the file, from 0
 * @param name     for people
 * @param quantity empty for what is not used without being asked for
 * @param unit     as people write it
 * @param missing  numbers from here on mean that there is none; NaN where the format has no such number
 */
record WeatherColumn(int field, String name, String quantity, String unit, double missing) {

    TableColumn column(int index) {
        return TableColumn.known(index, name, unit, CellType.NUMBER, quantity.isEmpty() ? KnownMeaning.of(ColumnRole.IGNORE) : KnownMeaning.value(quantity, ""));
    }

    /** The number in a field; {@code null} where it is missing or none. */
    Double value(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isFinite(value) && !(value >= missing) ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
