package org.kvarter.ui.databases;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.kvarter.series.store.LoadFormat;
import org.kvarter.series.store.NewSeries;
import org.kvarter.series.store.SeriesOrigin;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.duck.DuckStore;
import org.kvarter.series.store.duck.TableFile;
import org.kvarter.series.store.sql.SqlCatalog;
import org.kvarter.task.Progress;
import org.kvarter.text.FileNames;
import org.kvarter.text.LocalText;

/**
 * The one table of a CSV or Parquet file that is too large for memory: its series goes into the project's store.
 *
 * @param file  the table
 * @param store of the project
 * @param watch looks whether a load was cancelled
 * @param rows  looked at
 */
record FileCatalogue(Path file, DuckStore store, ScheduledExecutorService watch, int rows) implements Catalogue {

    @Override
    public List<SqlCatalog.Table> tables() throws StoreException {
        TableFile.look(file, 1);
        return List.of(new SqlCatalog.Table(List.of(FileNames.stem(file.getFileName().toString())), false));
    }

    @Override
    public Rows rows(SqlCatalog.Table table) throws StoreException {
        TableFile look = TableFile.look(file, rows);
        return new Rows(look.columns(), look.rows());
    }

    @Override
    public SeriesOrigin series(SqlCatalog.Table table, String id, TableChoice choice, Progress progress) throws StoreException {
        String title = choice.title().strip();
        NewSeries series = new NewSeries(id, LocalText.of(title), title, choice.unit().strip(), ZoneId.of(choice.zone()), Optional.empty(), choice.quality().whole(),
                file.getFileName().toString());
        store.load(file, LoadFormat.rows(choice.time(), choice.place(), choice.value()).withQuality(choice.quality().column()), series, watch, progress);
        return new SeriesOrigin.InStore(store.file().toString(), id);
    }

    @Override
    public Optional<String> address() {
        return Optional.empty();
    }

    @Override
    public void cancel() {
        // loading looks at its progress
    }
}
