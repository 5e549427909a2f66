package org.kvarter.ui.databases;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.http.Credentials;
import org.kvarter.series.store.SeriesStores;
import org.kvarter.series.store.sql.SqlAddress;

/**
 * What the window works databases with, made once by the composition root.
 *
 * @param stores    the stores that are open
 * @param passwords of this person
 * @param folder    where files that name a table are put until the project is saved: where packages are unpacked to
 */
public record DatabaseDesk(SeriesStores stores, Passwords passwords, Path folder) {

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
