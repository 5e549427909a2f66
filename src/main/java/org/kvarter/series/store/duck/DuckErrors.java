package org.kvarter.series.store.duck;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.kvarter.series.store.SeriesStore;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.StoreException.Kind;
import org.kvarter.text.Texts;

/** What DuckDB says, as sentences for people. */
final class DuckErrors {

    static final Texts TEXTS = Texts.in(SeriesStore.class);

    private DuckErrors() {
    }

    /** @param file the store, or the file that is loaded into it */
    static StoreException of(Path file, SQLException e) {
        String said = String.valueOf(e.getMessage());
        String words = said.toLowerCase(Locale.ROOT);
        if (words.contains("lock on file") || words.contains("being used by another process") || words.contains("different configuration")) {
            return new StoreException(Kind.BUSY, TEXTS.get("store.busy", file), e);
        }
        if (words.contains("interrupt")) {
            return new StoreException(Kind.CANCELLED, TEXTS.get("store.cancelled"), e);
        }
        if (words.contains("not a valid duckdb") || words.contains("in-memory database in read-only") || words.contains("corrupt") || words.contains("serialization error")
                || words.contains("storage version") || words.contains("does not match the expected")) {
            return new StoreException(Kind.MISSING, TEXTS.get("store.damaged", file), e);
        }
        if (words.contains("out of memory") || words.contains("max_temp_directory_size") || words.contains("no space left")) {
            return new StoreException(Kind.TOO_LARGE, TEXTS.get("store.full", file), e);
        }
        return new StoreException(Kind.FAILED, TEXTS.get("store.failed", file, firstLine(said)), e);
    }

    static String firstLine(String said) {
        String line = said.strip().lines().findFirst().orElse("");
        return line.length() > 300 ? line.substring(0, 300) + " …" : line;
    }
}
