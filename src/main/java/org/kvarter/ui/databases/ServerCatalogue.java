package org.kvarter.ui.databases;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.kvarter.series.store.SeriesOrigin;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.sql.SqlCatalog;
import org.kvarter.series.store.sql.SqlStore;
import org.kvarter.task.Progress;
import org.kvarter.text.LocalText;

/** Tables and views of a database server. @param rows looked at of each */
record ServerCatalogue(SqlStore store, int rows) implements Catalogue {

    @Override
    public List<SqlCatalog.Table> tables() throws StoreException {
        return store.catalog().tables();
    }

    @Override
    public Rows rows(SqlCatalog.Table table) throws StoreException {
        return new Rows(store.catalog().columns(table.names()), store.catalog().preview(table.names(), rows));
    }

    @Override
    public SeriesOrigin series(SqlCatalog.Table table, String id, TableChoice choice, Progress progress) throws StoreException {
        String title = choice.title().strip();
        return new SeriesOrigin.InDatabase(store.address(), store.catalog().series(id, LocalText.of(title), title, choice.unit().strip(), table.names(),
                choice.time(), choice.place(), choice.value(), ZoneId.of(choice.zone())).withQuality(choice.quality()));
    }

    @Override
    public Optional<String> address() {
        return Optional.of(store.address().text());
    }

    @Override
    public int reference(SqlCatalog.Table table, String geometry) throws StoreException {
        return store.catalog().reference(table.names(), geometry);
    }

    @Override
    public void cancel() {
        store.cancel();
    }
}
