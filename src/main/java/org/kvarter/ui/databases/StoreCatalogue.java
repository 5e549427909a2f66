package org.kvarter.ui.databases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvarter.series.store.SeriesOrigin;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.StoredSeries;
import org.kvarter.series.store.duck.DuckStore;
import org.kvarter.series.store.sql.SqlCatalog;
import org.kvarter.series.store.sql.SqlColumn;
import org.kvarter.task.Progress;

/** Series of a store's file, which are series already. @param rows looked at of each */
record StoreCatalogue(DuckStore store, int rows) implements Catalogue {

    @Override
    public List<SqlCatalog.Table> tables() throws StoreException {
        return store.list().stream().map(s -> new SqlCatalog.Table(List.of(s.id()), false)).toList();
    }

    @Override
    public Rows rows(SqlCatalog.Table table) throws StoreException {
        String id = table.names().get(0);
        StoredSeries series = store.series(id);
        String[] keys = store.keys(id);
        float[] first = store.block(id, 0, 1);
        List<List<String>> found = new ArrayList<>();
        Instant start = series.axis().start();
        for (int p = 0; p < Math.min(rows, keys.length); p++) {
            found.add(List.of(start.toString(), keys[p], Float.isNaN(first[p]) ? "" : Float.toString(first[p])));
        }
        return new Rows(List.of(new SqlColumn("time", "timestamptz"), new SqlColumn("place", "text"), new SqlColumn("value", "real")), found);
    }

    @Override
    public SeriesOrigin series(SqlCatalog.Table table, String id, TableChoice choice, Progress progress) {
        return new SeriesOrigin.InStore(store.file().toString(), table.names().get(0));
    }

    @Override
    public Optional<String> address() {
        return Optional.empty();
    }

    @Override
    public void cancel() {
        store.cancel();
    }
}
