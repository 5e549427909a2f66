package org.kvarter.exporting.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A table to be written.
 *
 * @param name    what it is called: a sheet's name
 * @param columns from left to right, distinct names
 * @param rows    how many there are
 * @param about   where it comes from and what was left out, in sentences
 */
public record Grid(String name, List<Column> columns, int rows, List<String> about) {

    /** What a column holds: texts, real numbers, whole numbers, yes and no, or instants. */
    public enum Type {
        TEXT, REAL, WHOLE, TRUTH, TIME
    }

    /**
     * A column.
     *
     * @param name  what it is called
     * @param unit  unit of its numbers; empty for none
     * @param type  what it holds
     * @param value of a row: {@link String}, {@link Double}, {@link Long}, {@link Boolean} or {@link java.time.ZonedDateTime} as the type says;
     *              {@code null} where missing
     */
    public record Column(String name, String unit, Type type, IntFunction<Object> value) {

        /** The name, with the unit in square brackets where there is one, as the readers of tables here take it. */
        public String heading() {
            return unit.isEmpty() ? name : name + " [" + unit + "]";
        }
    }

    public Grid {
        List<Column> named = new ArrayList<>();
        java.util.Set<String> names = new java.util.HashSet<>();
        for (Column column : columns) {
            String free = column.name();
            for (int n = 2; !names.add(free.toLowerCase(java.util.Locale.ROOT)); n++) {
                free = column.name() + " " + n;
            }
            named.add(free.equals(column.name()) ? column : new Column(free, column.unit(), column.type(), column.value()));
        }
        columns = List.copyOf(named);
        about = List.copyOf(about);
    }

    /** This table with more said of it. */
    public Grid withAbout(List<String> more) {
        List<String> all = new ArrayList<>(about);
        all.addAll(more);
        return new Grid(name, columns, rows, all);
    }
}
