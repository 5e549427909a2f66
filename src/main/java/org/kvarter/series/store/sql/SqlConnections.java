package org.kvarter.series.store.sql;

import java.net.InetAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections to a server, kept open for the next question: read only, with a limit to what a statement may take. Thread-safe.
 */
final class SqlConnections implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SqlConnections.class);
    private static final int MOST_IDLE = 2;
    private static final int CONNECT_SECONDS = 10;
    private static final int STATEMENT_SECONDS = 30;

    private final SqlAddress address;
    private final Supplier<Optional<String>> password;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean closed;

    SqlConnections(SqlAddress address, Supplier<Optional<String>> password) {
        this.address = address;
        this.password = password;
    }

    /** An open connection, which is to be given back or dropped. */
    Connection take() throws SQLException {
        synchronized (this) {
            while (!idle.isEmpty()) {
                Connection connection = idle.pop();
                if (!connection.isClosed()) {
                    return connection;
                }
            }
        }
        return open();
    }

    /** Whether a connection that is kept may have been cut by the server meanwhile, so that a question may be asked once more. */
    synchronized boolean hasIdle() {
        return !idle.isEmpty();
    }

    synchronized void dropIdle() {
        idle.forEach(this::drop);
        idle.clear();
    }

    synchronized void giveBack(Connection connection) {
        if (closed || idle.size() >= MOST_IDLE) {
            drop(connection);
        } else {
            idle.push(connection);
        }
    }

    void drop(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("A connection to {} ended badly", address.host(), e);
        }
    }

    private Connection open() throws SQLException {
        Properties properties = address.engine() == SqlAddress.Engine.TRINO ? trino() : postgres();
        Connection connection = DriverManager.getConnection(address.jdbc(), properties);
        try {
            connection.setReadOnly(true);
            if (address.engine() == SqlAddress.Engine.POSTGRESQL) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET default_transaction_read_only = on");
                    statement.execute("SET statement_timeout = " + statementSeconds() * 1000L);
                    statement.execute("SET TimeZone = 'UTC'");
                }
            }
            return connection;
        } catch (SQLException e) {
            drop(connection);
            throw e;
        }
    }

    int statementSeconds() {
        return number("statementTimeout", STATEMENT_SECONDS);
    }

    private int number(String option, int otherwise) {
        String given = address.options().getOrDefault(option, "");
        return given.matches("\\d{1,4}") ? Math.max(1, Integer.parseInt(given)) : otherwise;
    }

    private Properties postgres() {
        Properties properties = new Properties();
        if (!address.user().isEmpty()) {
            properties.setProperty("user", address.user());
        }
        password.get().ifPresent(p -> properties.setProperty("password", p));
        properties.setProperty("sslmode", address.options().getOrDefault("sslmode", isHere() ? "prefer" : "require"));
        if (address.options().containsKey("sslrootcert")) {
            properties.setProperty("sslrootcert", address.options().get("sslrootcert"));
        }
        String connect = Integer.toString(number("connectTimeout", CONNECT_SECONDS));
        properties.setProperty("connectTimeout", connect);
        properties.setProperty("loginTimeout", connect);
        properties.setProperty("socketTimeout", Integer.toString(statementSeconds() + CONNECT_SECONDS));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "Kvarter");
        properties.setProperty("readOnly", "true");
        return properties;
    }

    private Properties trino() {
        Properties properties = new Properties();
        properties.setProperty("user", address.user().isEmpty() ? "kvarter" : address.user());
        Optional<String> secret = password.get();
        secret.ifPresent(p -> properties.setProperty("password", p));
        boolean tls = Boolean.parseBoolean(address.options().getOrDefault("SSL", Boolean.toString(secret.isPresent() || address.port() == 443)));
        properties.setProperty("SSL", Boolean.toString(tls));
        for (String option : new String[] {"SSLVerification", "SSLTrustStorePath"}) {
            if (tls && address.options().containsKey(option)) {
                properties.setProperty(option, address.options().get(option));
            }
        }
        properties.setProperty("source", "Kvarter");
        properties.setProperty("sessionProperties", "query_max_run_time:" + statementSeconds() + "s");
        return properties;
    }

    /** Whether the server is this machine, to which nobody listens on the way. */
    private boolean isHere() {
        return address.host().equals("localhost") || address.host().matches("127\\.[0-9.]+|::1")
                || InetAddress.getLoopbackAddress().getHostName().equals(address.host());
    }

    @Override
    public synchronized void close() {
        closed = true;
        dropIdle();
    }
}
