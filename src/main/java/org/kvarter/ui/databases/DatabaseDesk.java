package org.kvarter.ui.databases;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.http.Credentials;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.series.store.SeriesOrigin;
import org.kvarter.series.store.SeriesStores;
import org.kvarter.series.store.duck.DuckStore;
import org.kvarter.series.store.sql.SqlAddress;
import org.kvarter.session.Session;

/**
 * What the window works databases with, made once by the composition root.
 *
 * @param stores    the stores that are open
 * @param passwords of this person
 * @param folder    where files that name a table are put until the project is saved: where packages are unpacked to
 */
public record DatabaseDesk(SeriesStores stores, Passwords passwords, Path folder) {

    /** The store that a session's project has, or a new one that goes with it when it is saved. */
    public DuckStore storeOf(Session session) {
        return stores.file(session.seriesSources().values().stream().map(SeriesSource::origin).filter(SeriesOrigin.InStore.class::isInstance)
                .map(o -> Path.of(o.file())).sorted().findFirst().orElseGet(() -> folder("store").resolve("series.duckdb")));
    }

    /** A new folder for files of a kind that go with the project when it is saved. */
    Path folder(String kind) {
        return folder.toAbsolutePath().normalize().resolve(kind + "-" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** Passwords of databases: those of this run, and those that are kept on this machine. Thread-safe. */
    public static final class Passwords {

        private final Credentials credentials;
        private final Map<String, String> ofThisRun = new ConcurrentHashMap<>();

        public Passwords(Credentials credentials) {
            this.credentials = credentials;
        }

        /** The password of an address' user at its server. */
        public Optional<String> of(SqlAddress address) {
            return Optional.ofNullable(ofThisRun.get(key(address))).or(() -> credentials.password(address.server().toString(), address.user()));
        }

        /** Knows a password until the program ends. */
        void use(SqlAddress address, String password) {
            ofThisRun.put(key(address), password);
        }

        /** Keeps a password on this machine. */
        void keep(SqlAddress address, String password) throws FeedException {
            credentials.putPassword(address.server().toString(), address.user(), password);
        }

        private static String key(SqlAddress address) {
            return address.user() + "@" + address.server();
        }
    }
}
