package org.kvarter.ui.series;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which files are tables by their names. Stateless. */
public final class TableNames {

    /** Tables as text: they may be counts or trips, which are asked about as such. */
    private static final List<String> TEXT = List.of(".csv", ".tsv", ".csv.gz", ".csv.zip");

    /** Tables that are nothing else: what may be a map or a model is opened as such, and as a table by its own command. */
    private static final List<String> OTHER = List.of(".xlsx", ".parquet", ".jsonl", ".ndjson", ".epw", ".recipe.json");

    private TableNames() {
    }

    /** Whether a file's name is that of a table. */
    public static boolean isTable(Path file) {
        return isText(file) || ends(file, OTHER);
    }

    /** Whether a file's name is that of a table as text. */
    public static boolean isText(Path file) {
        return ends(file, TEXT);
    }

    /** Patterns of all files that may hold a table, for a dialog of files. */
    public static List<String> patterns() {
        return Stream.of(TEXT, OTHER, List.of(".json", ".dbf", ".gpkg", ".xml", ".gz", ".zip", ".txt")).flatMap(List::stream).map(e -> "*" + e).toList();
    }

    private static boolean ends(Path file, List<String> endings) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(name::endsWith);
    }
}
