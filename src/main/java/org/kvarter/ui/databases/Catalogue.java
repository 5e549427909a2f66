package org.kvarter.ui.databases;

import java.util.List;
import java.util.Optional;
import org.kvarter.series.SeriesView;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.series.store.SeriesOrigin;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.sql.SqlCatalog;
import org.kvarter.series.store.sql.SqlColumn;
import org.kvarter.task.Progress;

/** What an address leads to: tables of a server, series of a store's file, or the one table of a large file. Waits; not for the window's thread. */
interface Catalogue {

    /** What there is. */
    List<SqlCatalog.Table> tables() throws StoreException;

    /** Columns and first rows of a table. */
    Rows rows(SqlCatalog.Table table) throws StoreException;

    /** Where a series of a table is read from, once it can be. */
    SeriesOrigin series(SqlCatalog.Table table, String id, TableChoice choice, Progress progress) throws StoreException;

    /** The address by which a layer finds the database; empty where there are no layers. */
    Optional<String> address();

    /** Number of the reference system that a table's geometries state; 0 where they state none. */
    default int reference(SqlCatalog.Table table, String geometry) throws StoreException {
        return 0;
    }

    /** Stops what is being asked. */
    void cancel();

    /** @param columns of the table, none for a series that is one already */
    record Rows(List<SqlColumn> columns, List<List<String>> rows) {
    }

    /** A series in the session's terms. */
    record Made(SeriesView view, SeriesSource source, int matched) {
    }
}
