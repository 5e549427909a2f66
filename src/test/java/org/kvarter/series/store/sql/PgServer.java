package org.kvarter.series.store.sql;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real PostgreSQL server of Debian's packages in a folder of its own, on a free port of this machine, for one virtual machine. Root starts it as
 * {@code nobody}, since the server does not run as root. Tests are skipped where no server is installed.
 */
public final class PgServer {

    public static final String OWNER = "owner";
    public static final String OWNER_PASSWORD = "own'er\\pass \u00e5";
    public static final String READER = "reader";
    public static final String READER_PASSWORD = "read:er@%";
    /** Is let in without a password. */
    public static final String GUEST = "guest";
    public static final String DATABASE = "town";

    private static PgServer started;
    private static String missing;

    private final Path bin;
    private final Path folder;
    private final int port;
    private final boolean hasTls;

    private PgServer(Path bin, Path folder, int port, boolean hasTls) {
        this.bin = bin;
        this.folder = folder;
        this.port = port;
        this.hasTls = hasTls;
    }

    /** The server, started once; skips the test where there is none. */
    public static synchronized PgServer get() {
        if (started == null && missing == null) {
            Optional<Path> bin = installed();
            if (bin.isEmpty()) {
                missing = "no PostgreSQL server is installed (Debian: postgresql, postgresql-15-postgis-3)";
            } else {
                try {
                    started = start(bin.get());
                } catch (IOException | InterruptedException | SQLException e) {
                    throw new IllegalStateException("PostgreSQL in " + bin.get() + " did not start", e);
                }
            }
        }
        Assumptions.assumeTrue(missing == null, missing);
        return started;
    }

    private static Optional<Path> installed() {
        try (Stream<Path> versions = Files.isDirectory(Path.of("/usr/lib/postgresql")) ? Files.list(Path.of("/usr/lib/postgresql")) : Stream.empty()) {
            Stream<Path> path = Arrays.stream(System.getenv("PATH").split(":")).map(Path::of);
            return Stream.concat(versions.map(v -> v.resolve("bin")).sorted(Comparator.reverseOrder()), path)
                    .filter(b -> Files.isExecutable(b.resolve("initdb")) && Files.isExecutable(b.resolve("pg_ctl"))).findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static PgServer start(Path bin) throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory("kvarter-pg");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path password = Files.writeString(folder.resolve("password"), OWNER_PASSWORD + "\n");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        run(folder, bin.resolve("initdb").toString(), "-D", folder + "/data", "-U", OWNER, "--pwfile=" + password, "--auth=scram-sha-256", "-E", "UTF8",
                "--locale=C.UTF-8", "--no-sync");
        Path access = folder.resolve("data/pg_hba.conf");
        Files.writeString(folder.resolve("guests"), "host all guest 127.0.0.1/32 trust\nhost all guest ::1/128 trust\n" + "host all all 127.0.0.1/32 scram-sha-256\n"
                + "host all all ::1/128 scram-sha-256\n");
        run(folder, "cp", folder + "/guests", access.toString());
        boolean tls = certificate(folder);
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder + " -c fsync=off -c max_connections=20"
                + (tls ? " -c ssl=on -c ssl_cert_file=" + folder + "/server.crt -c ssl_key_file=" + folder + "/server.key" : "");
        run(folder, bin.resolve("pg_ctl").toString(), "-D", folder + "/data", "-l", folder + "/log", "-w", "-t", "30", "-o", options, "start");
        PgServer server = new PgServer(bin, folder, port, tls);
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        try (Connection connection = server.connect("postgres"); Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE);
            statement.execute("CREATE ROLE " + GUEST + " LOGIN");
            statement.execute("CREATE ROLE " + READER + " LOGIN PASSWORD '" + READER_PASSWORD + "'");
        }
        return server;
    }

    /** A certificate for {@code localhost} that nobody signed but itself; none where OpenSSL is missing. */
    private static boolean certificate(Path folder) throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of("/usr/bin/openssl"))) {
            return false;
        }
        run(folder, "/usr/bin/openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
                "subjectAltName=DNS:localhost", "-keyout", folder + "/server.key", "-out", folder + "/server.crt");
        return true;
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            words.addAll(List.of("runuser", "-u", "nobody", "--"));
        }
        words.addAll(List.of(command));
        Path log = Files.createTempFile("kvarter-pg", ".log");
        Process process = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        String said = Files.readString(log);
        Files.delete(log);
        if (!ended || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }

    /** A connection that may do everything. */
    public Connection connect() throws SQLException {
        return connect(DATABASE);
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, OWNER, OWNER_PASSWORD);
    }

    /** Runs statements as the owner of the database. */
    public void sql(String... statements) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The same with PostGIS in the database; skips the test where that is not installed. */
    public static PgServer withPostGis() {
        PgServer server = get();
        try {
            server.sql("CREATE EXTENSION IF NOT EXISTS postgis");
        } catch (SQLException e) {
            Assumptions.abort("PostGIS is not installed (Debian: postgresql-15-postgis-3)");
        }
        return server;
    }

    public int port() {
        return port;
    }

    public boolean hasTls() {
        return hasTls;
    }

    /** The certificate that the server shows. */
    public Path certificate() {
        return folder.resolve("server.crt");
    }

    /** The address of the reader; with {@code options} after a question mark. */
    public SqlAddress address(String options) {
        try {
            return SqlAddress.parse("postgresql://" + READER + "@localhost:" + port + "/" + DATABASE + options);
        } catch (org.kvarter.series.store.StoreException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void stop() {
        try {
            run(folder, bin.resolve("pg_ctl").toString(), "-D", folder + "/data", "-m", "immediate", "stop");
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            return; // a folder for temporary files is emptied by the machine
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
