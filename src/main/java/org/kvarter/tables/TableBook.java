package org.kvarter.tables;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The tables of a file.
 *
 * @param file   as it was opened
 * @param format name of the format
 * @param tables at least one, the likeliest to be wanted first
 */
public record TableBook(Path file, String format, List<TableSource> tables) {

    public TableBook {
        tables = List.copyOf(tables);
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("a book has tables");
        }
    }

    /** The table of that name. */
    public Optional<TableSource> table(String name) {
        return tables.stream().filter(t -> t.name().equals(name)).findFirst();
    }
}
