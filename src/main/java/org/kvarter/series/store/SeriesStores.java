package org.kvarter.series.store;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kvarter.series.SeriesView;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.series.store.duck.DuckLimits;
import org.kvarter.series.store.duck.DuckStore;
import org.kvarter.series.store.sql.SqlAddress;
import org.kvarter.series.store.sql.SqlStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stores that are open in this program, each once: what asks the same file or server shares it. Thread-safe.
 */
public final class SeriesStores implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SeriesStores.class);

    private final Executor ahead;
    private final Function<SqlAddress, Optional<String>> passwords;
    private final DuckLimits limits;
    private final Map<Path, DuckStore> files = new HashMap<>();
    private final Map<SqlAddress, SqlStore> servers = new HashMap<>();
    private final StoreLedger ledger = new StoreLedger();
    private volatile boolean arranging;

    /**
     * @param ahead     fetches what may be asked next
     * @param passwords of users at servers, where this machine knows them
     * @param limits    what a store's file may take of the machine
     */
    public SeriesStores(Executor ahead, Function<SqlAddress, Optional<String>> passwords, DuckLimits limits) {
        this.ahead = ahead;
        this.passwords = passwords;
        this.limits = limits;
    }

    /** Of files alone: no password is known. */
    public static SeriesStores ofFiles(Executor ahead) {
        return new SeriesStores(ahead, address -> Optional.empty(), DuckLimits.ofMachine());
    }

    /** The store in a file, which need not be there yet. */
    public synchronized DuckStore file(Path file) {
        return files.computeIfAbsent(file.toAbsolutePath().normalize(), f -> DuckStore.at(f, limits));
    }

    /** From now on series that lie as their files did are arranged in the background once they are seen: for a program that stays. */
    public SeriesStores arranging() {
        arranging = true;
        return this;
    }

    private void arrangeLater(DuckStore store, String id) throws StoreException {
        if (arranging && !store.isArranged(id)) {
            ahead.execute(() -> {
                try {
                    store.arrange(id);
                } catch (StoreException e) {
                    LOG.info("{} of {} stays as its file was: {}", id, store.file(), e.getMessage()); // it answers all the same
                }
            });
        }
    }

    /** Which series were put into stores, for whoever puts them there or saves projects. */
    public StoreLedger ledger() {
        return ledger;
    }

    /** A project was left: what was imported, taken back and never saved is taken out of its store. @param named by the project that is open now */
    public List<SeriesOrigin.InStore> tidy(List<SeriesOrigin> named) {
        return ledger.left(named, orphan -> file(Path.of(orphan.file())).removeNow(orphan.stored()));
    }

    /** A database server, for the series that it is told of. */
    public synchronized SqlStore server(SqlAddress address) {
        return servers.computeIfAbsent(address, a -> SqlStore.at(a, () -> passwords.apply(a)));
    }

    /**
     * The series of a source that is in a store.
     *
     * @param onFailure told when the store no longer answers, from any thread
     * @return empty for a CSV file
     */
    public Optional<SeriesView> view(SeriesSource source, Consumer<StoreException> onFailure) throws StoreException {
        if (source.origin() instanceof SeriesOrigin.InStore origin) {
            DuckStore store = file(Path.of(origin.file()));
            SeriesView view = StoreSeriesView.of(source.seriesId(), source.titles(), store, origin.stored(), ahead, onFailure);
            arrangeLater(store, origin.stored());
            return Optional.of(view);
        }
        if (source.origin() instanceof SeriesOrigin.InDatabase origin) {
            SqlStore store = server(origin.address());
            store.add(origin.series());
            return Optional.of(StoreSeriesView.of(source.seriesId(), source.titles(), store, origin.series().id(), ahead, onFailure));
        }
        return Optional.empty();
    }

    /** Forgets a server, so that the next question logs in anew: after another password was given. */
    public void forget(SqlAddress address) {
        SqlStore store;
        synchronized (this) {
            store = servers.remove(address);
        }
        if (store != null) {
            store.close();
        }
    }

    @Override
    public synchronized void close() {
        files.values().forEach(DuckStore::close);
        servers.values().forEach(SqlStore::close);
        files.clear();
        servers.clear();
    }
}
