package org.kvarter.tables;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A column of a table.
 *
 * @param index       from 0
 * @param name        distinct in the table: the header without its unit; the column's number where it has none
 * @param headers     header cells from top to bottom, as they stand; empty where the table has no header
 * @param unit        as people write it ({@code kWh}), taken from the header; empty for none
 * @param type        what its cells hold
 * @param timePattern how its times are written, see {@link org.kvarter.series.csv.TimeFormat}; empty where they are no texts
 * @param meaning     what the format states about it
 */
public record TableColumn(int index, String name, List<String> headers, String unit, CellType type, String timePattern,
                          Optional<KnownMeaning> meaning) {

    public TableColumn {
        Objects.requireNonNull(name, "name");
        headers = List.copyOf(headers);
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(timePattern, "timePattern");
        Objects.requireNonNull(meaning, "meaning");
    }

    /** A column of a format that knows what it holds. */
    public static TableColumn known(int index, String name, String unit, CellType type, KnownMeaning meaning) {
        return new TableColumn(index, name, List.of(name), unit, type, "", Optional.of(meaning));
    }
}
