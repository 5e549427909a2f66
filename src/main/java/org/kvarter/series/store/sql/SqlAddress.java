package org.kvarter.series.store.sql;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.StoreException.Kind;
import org.kvarter.text.Texts;

/**
 * Where a database is and as whom it is asked: {@code postgresql://user@host:5432/database?sslmode=verify-full}, or
 * {@code trino://user@host:8443/catalog/schema?SSL=true}. Never a password: one in a text that is read is refused.
 *
 * @param engine   which kind of server
 * @param user     as whom; may be empty
 * @param host     name or number of the server
 * @param port     its port
 * @param database database; for Trino the catalog, or catalog and schema with a slash between
 * @param options  of the connection, of those that {@link Engine#options()} lets through
 */
public record SqlAddress(Engine engine, String user, String host, int port, String database, Map<String, String> options) {

    private static final Texts TEXTS = Texts.in(SqlAddress.class);

    /** A kind of server. */
    public enum Engine {
        POSTGRESQL("postgresql", 5432, Set.of("sslmode", "sslrootcert", "connectTimeout", "statementTimeout")),
        TRINO("trino", 8080, Set.of("SSL", "SSLVerification", "SSLTrustStorePath", "statementTimeout"));

        private final String scheme;
        private final int port;
        private final Set<String> options;

        Engine(String scheme, int port, Set<String> options) {
            this.scheme = scheme;
            this.port = port;
            this.options = options;
        }

        /** Before the colon of an address. */
        public String scheme() {
            return scheme;
        }

        /** Where it usually listens. */
        public int port() {
            return port;
        }

        /** What an address may say of the connection: nothing that loads code or reads files but certificates. */
        public Set<String> options() {
            return options;
        }
    }

    public SqlAddress {
        Objects.requireNonNull(engine, "engine");
        if (host.isBlank() || !host.matches("[\\p{Alnum}._:\\-]+") || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a host and a port");
        }
        options = Map.copyOf(options);
        if (!engine.options().containsAll(options.keySet())) {
            throw new IllegalArgumentException("options of " + engine.scheme());
        }
    }

    /**
     * Reads an address as people write it; a {@code jdbc:} before it and a table after {@code #} are left out.
     *
     * @throws StoreException where it is none, holds a password, or an option that is not let through
     */
    public static SqlAddress parse(String text) throws StoreException {
        String bare = text.strip().replaceFirst("^(?i)jdbc:", "").replaceFirst("^(?i)postgres:", "postgresql:");
        try {
            URI uri = new URI(bare);
            for (Engine engine : Engine.values()) {
                if (uri.getHost() != null && engine.scheme.equals(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))) {
                    return of(engine, uri);
                }
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new StoreException(Kind.BAD_DATA, TEXTS.get("address.bad")); // without its cause, whose words hold all of the text
        }
        throw new StoreException(Kind.BAD_DATA, TEXTS.get("address.bad"));
    }

    private static SqlAddress of(Engine engine, URI uri) throws StoreException {
        String user = uri.getUserInfo() == null ? "" : uri.getUserInfo();
        Map<String, String> options = new TreeMap<>();
        for (String option : uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&")) {
            String[] parts = option.split("=", 2);
            String name = decoded(parts[0]);
            if (name.equalsIgnoreCase("password") || name.equalsIgnoreCase("accessToken")) {
                throw new StoreException(Kind.BAD_DATA, TEXTS.get("address.password"));
            }
            if (name.equals("user")) {
                user = decoded(parts[parts.length - 1]);
            } else if (engine.options.contains(name)) {
                options.put(name, parts.length == 1 ? "" : decoded(parts[1]));
            } else {
                throw new StoreException(Kind.BAD_DATA, TEXTS.get("address.option", name, String.join(", ", new java.util.TreeSet<>(engine.options))));
            }
        }
        if (user.contains(":")) {
            throw new StoreException(Kind.BAD_DATA, TEXTS.get("address.password"));
        }
        String database = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
        if (database.isEmpty()) {
            throw new StoreException(Kind.BAD_DATA, TEXTS.get("address.database"));
        }
        String host = uri.getHost().replaceAll("^\\[|]$", "");
        return new SqlAddress(engine, user, host, uri.getPort() < 0 ? engine.port : uri.getPort(), database, options);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The address as it is kept and shown. */
    public String text() {
        return engine.scheme + "://" + (user.isEmpty() ? "" : encoded(user) + "@") + authority() + "/" + encoded(database).replace("%2F", "/") + query();
    }

    private String authority() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    private String query() {
        return options.isEmpty() ? "" : new TreeMap<>(options).entrySet().stream().map(o -> encoded(o.getKey()) + "=" + encoded(o.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    /** What a driver takes: without the user, and without options, which are handed over beside it. */
    String jdbc() {
        return "jdbc:" + engine.scheme + "://" + authority() + "/" + encoded(database).replace("%2F", "/");
    }

    /** Under which name a password is kept: the server, without user and database, as for services. */
    public URI server() {
        return URI.create(engine.scheme + "://" + authority());
    }

    /** The same as another user. */
    public SqlAddress withUser(String other) {
        return new SqlAddress(engine, other, host, port, database, options);
    }
}
