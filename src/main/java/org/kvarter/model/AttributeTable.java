package org.kvarter.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The attributes of a table of features, column by column. Immutable and thread-safe.
 *
 * @param rows    number of features
 * @param columns one per attribute, distinct names, all of {@code rows} rows
 */
public record AttributeTable(int rows, List<AttributeColumn> columns) {

    public AttributeTable {
        columns = List.copyOf(columns);
        for (AttributeColumn column : columns) {
            if (column.size() != rows) {
                throw new IllegalArgumentException(column.name() + " has " + column.size() + " rows, not " + rows);
            }
        }
    }

    /** A table of {@code rows} features without attributes. */
    public static AttributeTable empty(int rows) {
        return new AttributeTable(rows, List.of());
    }

    /** The column of that name, case-sensitive. */
    public Optional<AttributeColumn> column(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** The value of a row under a name, {@code null} where missing or unknown. */
    public Object value(String name, int row) {
        return column(name).map(c -> c.value(row)).orElse(null);
    }

    /** The names in order. */
    public List<String> names() {
        return columns.stream().map(AttributeColumn::name).toList();
    }

    /** The present values of one row, by name in column order. */
    public Map<String, Object> row(int row) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (AttributeColumn column : columns) {
            Object value = column.value(row);
            if (value != null) {
                values.put(column.name(), value);
            }
        }
        return values;
    }

    /** This table with one column added, or put in place of the one of the same name. */
    public AttributeTable with(AttributeColumn added) {
        List<AttributeColumn> all = new ArrayList<>(columns);
        all.removeIf(c -> c.name().equals(added.name()));
        all.add(added);
        return new AttributeTable(rows, all);
    }

    /** All rows of {@code tables}, one after the other, under the union of their columns. */
    public static AttributeTable concat(List<AttributeTable> tables) {
        if (tables.size() == 1) {
            return tables.get(0);
        }
        AttributeTableBuilder all = new AttributeTableBuilder();
        Set<String> names = new LinkedHashSet<>();
        tables.forEach(t -> names.addAll(t.names()));
        int base = 0;
        for (AttributeTable table : tables) {
            for (AttributeColumn column : table.columns()) {
                for (int row = 0; row < table.rows(); row++) {
                    Object value = column.value(row);
                    if (value != null) {
                        all.set(base + row, column.name(), value, column.unit());
                    }
                }
            }
            base += table.rows();
        }
        return all.build(base);
    }
}
