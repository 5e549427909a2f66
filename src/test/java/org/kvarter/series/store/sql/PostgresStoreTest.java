package org.kvarter.series.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.series.SeriesValues.Aggregation;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.TimeWindow;
import org.kvarter.series.store.Quality;
import org.kvarter.series.store.QualitySource;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.StoreException.Kind;
import org.kvarter.series.store.StoreSeriesView;
import org.kvarter.text.LocalText;

/** Series in tables and views of a real PostgreSQL server. */
class PostgresStoreTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private static PgServer server;

    @BeforeAll
    static void tables() throws SQLException {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        server = PgServer.get();
        server.sql("DROP SCHEMA IF EXISTS m CASCADE", "CREATE SCHEMA m", "GRANT USAGE ON SCHEMA m TO reader",
                "CREATE TABLE m.rows (meter int, at timestamptz, kwh numeric, note text)",
                "INSERT INTO m.rows SELECT p, '2025-01-01T00:00:00Z'::timestamptz + h * interval '1 hour', p * 100 + h, 'x' FROM generate_series(1, 3) p,"
                        + " generate_series(0, 47) h WHERE NOT (p = 2 AND h = 5)",
                "INSERT INTO m.rows VALUES (1, NULL, 7), (NULL, '2025-01-01T00:00:00Z', 7), (3, '2025-01-01T03:00:00Z', NULL), (3, '2025-01-01T03:00:00Z', 'NaN')",
                "UPDATE m.rows SET note = ' Beräknad' WHERE meter = 1 AND at = '2025-01-01T08:00:00Z'",
                "UPDATE m.rows SET note = 'Modelled' WHERE meter = 3 AND at IN ('2025-01-01T08:00:00Z', '2025-01-01T09:00:00Z')",
                "CREATE VIEW m.\"a \"\"view\"\"; DROP TABLE m.rows; --\" AS SELECT 'M-' || meter AS \"the \"\"key\"\"; --\", at AT TIME ZONE 'Europe/Stockholm' AS"
                        + " \"when'\", kwh::float8 AS \"v;\" FROM m.rows",
                "CREATE TABLE m.days (place uuid, day date, v real)",
                "INSERT INTO m.days VALUES ('00000000-0000-0000-0000-00000000000a', '2025-03-29', 1), ('00000000-0000-0000-0000-00000000000a', '2025-03-30', 2),"
                        + " ('00000000-0000-0000-0000-00000000000a', '2025-03-31', 4)",
                "CREATE TABLE m.secret (at timestamptz, p text, v real)", "CREATE VIEW m.slow AS SELECT now() AS at, 'a' AS p, 1.0 AS v FROM pg_sleep(20)",
                "GRANT SELECT ON m.rows, m.days, m.slow, m.\"a \"\"view\"\"; DROP TABLE m.rows; --\" TO reader");
    }

    private static SqlStore store(String options) {
        return SqlStore.at(server.address(options), () -> Optional.of(PgServer.READER_PASSWORD));
    }

    private static SqlSeries rows(SqlStore store) throws StoreException {
        SqlSeries series = store.catalog().series("rows", LocalText.of("Rows"), "electricity", "kWh", List.of("m", "rows"), "at", "meter", "kwh", ZONE);
        store.add(series);
        return series;
    }

    private static TimeWindow hours(int from, int to) {
        return new TimeWindow(START.plus(Duration.ofHours(from)), START.plus(Duration.ofHours(to)));
    }

    private static void hasKind(Throwable e, Kind kind) {
        assertThat(e).isInstanceOfSatisfying(StoreException.class, s -> assertThat(s.kind()).as(s.getMessage()).isEqualTo(kind));
        for (Throwable at = e; at != null; at = at.getCause()) {
            assertThat(String.valueOf(at.getMessage())).doesNotContain(PgServer.READER_PASSWORD);
        }
    }

    @Test
    void findsTheAxisAndAnswersAsTheRowsSay() throws StoreException {
        try (SqlStore store = store("")) {
            TimeAxis axis = rows(store).axis();
            assertThat(axis).isEqualTo(new TimeAxis(START, Duration.ofHours(1), 48, ZONE));
            assertThat(store.keys("rows")).containsExactly("1", "2", "3");
            assertThat(store.slice("rows", hours(5, 6), Aggregation.SUM)).containsExactly(105, Double.NaN, 305);
            assertThat(store.slice("rows", hours(3, 5), Aggregation.SUM)).containsExactly(207, 407, 607);
            assertThat(store.slice("rows", hours(3, 5), Aggregation.MEAN)).containsExactly(103.5, 203.5, 303.5);
            assertThat(store.slice("rows", hours(0, 48), Aggregation.MAXIMUM)).containsExactly(147, 247, 347);
            assertThat(store.slice("rows", hours(90, 95), Aggregation.MAXIMUM)).containsOnly(Double.NaN);
            assertThat(store.trace("rows", new int[] {2, 1}, hours(4, 7), Duration.ofHours(1))).isEqualTo(new double[][] {{304, 305, 306},
                {204, Double.NaN, 206}});
            assertThat(store.trace("rows", new int[] {0}, hours(0, 48), Duration.ofDays(1))[0]).containsExactly(2676, 3252);
            double[] sum = store.sum("rows", new int[] {0, 1});
            assertThat(sum[0]).isEqualTo(300);
            assertThat(sum[5]).isEqualTo(105);
            assertThat(store.sum("rows", new int[] {0, 1, 2})[47]).isEqualTo(741);
            assertThat(store.block("rows", 4, 6)).containsExactly(104, 204, 304, 105, Float.NaN, 305);
            assertThat(store.quality("rows", hours(5, 6))).containsExactly(Quality.MEASURED, Quality.MISSING, Quality.MEASURED);
            assertThat(store.qualities("rows", new int[] {0, 1, 2})).as("all measured").isEmpty();
        }
    }

    @Test
    void aColumnOrTheWholeTellsHowValuesCameAbout() throws StoreException {
        try (SqlStore store = store("")) {
            SqlSeries series = rows(store);
            store.add(series.withQuality(QualitySource.of("note")));
            assertThat(List.of(7, 8, 9)).extracting(i -> store.qualities("rows", new int[] {0})[i]).containsExactly(Quality.MEASURED, Quality.ASSUMED, Quality.MEASURED);
            assertThat(store.quality("rows", hours(7, 9))).containsExactly(Quality.ASSUMED, Quality.MEASURED, Quality.MODELLED);
            assertThat(store.quality("rows", hours(5, 6))).containsExactly(Quality.MEASURED, Quality.MISSING, Quality.MEASURED);
            assertThat(List.of(7, 8, 9)).extracting(i -> store.qualities("rows", new int[] {0, 1, 2})[i]).containsExactly(Quality.MEASURED, Quality.ASSUMED, Quality.MODELLED);
        }
        try (SqlStore store = store("")) {
            store.add(rows(store).withQuality(QualitySource.all(Quality.MODELLED)));
            assertThat(store.qualities("rows", new int[] {0})).containsOnly(Quality.MODELLED);
        }
    }

    @Test
    void hostileNamesAreNamesAndLocalTimesAreOfTheirZone() throws StoreException, SQLException {
        List<String> view = List.of("m", "a \"view\"; DROP TABLE m.rows; --");
        try (SqlStore store = store("")) {
            assertThat(store.catalog().tables()).extracting(SqlCatalog.Table::names).contains(view, List.of("m", "rows"));
            SqlSeries series = store.catalog().series("x", LocalText.EMPTY, "", "kW", view, "when'", "the \"key\"; --", "v;", ZONE);
            store.add(series);
            assertThat(series.axis()).isEqualTo(new TimeAxis(START, Duration.ofHours(1), 48, ZONE));
            assertThat(store.keys("x")).containsExactly("M-1", "M-2", "M-3");
            assertThat(store.slice("x", hours(5, 6), Aggregation.MEAN)).containsExactly(105, Double.NaN, 305);
            assertThat(store.trace("x", new int[] {0}, hours(4, 6), Duration.ofHours(1))[0]).containsExactly(104, 105);
            assertThat(store.block("x", 47, 48)).containsExactly(147, 247, 347);
        }
        server.sql("SELECT count(*) FROM m.rows");
    }

    @Test
    void daysHaveTheirOwnLengthWhereTheClocksChange() throws StoreException {
        try (SqlStore store = store("")) {
            SqlSeries series = store.catalog().series("d", LocalText.EMPTY, "", "kWh", List.of("m", "days"), "day", "place", "v", ZoneId.of("UTC"));
            store.add(series);
            assertThat(series.axis().step()).isEqualTo(Duration.ofDays(1));
            assertThat(store.trace("d", new int[] {0}, new TimeWindow(series.axis().start(), series.axis().end()), Duration.ofDays(1))[0]).containsExactly(1, 2, 4);
            assertThat(store.slice("d", new TimeWindow(series.axis().at(1), series.axis().at(2)), Aggregation.SUM)).containsExactly(2);
        }
    }

    @Test
    void proposesColumnsAndShowsRows() throws StoreException {
        try (SqlStore store = store("")) {
            List<SqlColumn> columns = store.catalog().columns(List.of("m", "rows"));
            assertThat(SqlCatalog.propose(columns)).isEqualTo(new SqlCatalog.Roles(Optional.of("at"), Optional.of("meter"), Optional.of("kwh"), Optional.empty()));
            assertThat(store.catalog().preview(List.of("m", "rows"), 3)).hasSize(3).allSatisfy(r -> assertThat(r).hasSize(4));
        }
    }

    @Test
    void aViewOfItPlaysAsAnyOther() throws StoreException {
        try (SqlStore store = store("")) {
            rows(store);
            StoreSeriesView view = StoreSeriesView.of("p", LocalText.of("Mine"), store, "rows", Runnable::run, e -> {
                throw new AssertionError(e);
            });
            for (int h = 0; h < 48; h++) {
                assertThat(view.over(h, h + 1, Aggregation.SUM)[0]).isEqualTo(100 + h);
            }
        }
    }

    @Test
    void writesNothing() throws StoreException {
        try (SqlStore store = SqlStore.at(server.address("").withUser(PgServer.OWNER), () -> Optional.of(PgServer.OWNER_PASSWORD))) {
            for (String sql : List.of("DELETE FROM m.rows", "CREATE TABLE m.mine (a int)", "SELECT setval('x', 1)", "UPDATE m.rows SET kwh = 0")) {
                assertThatThrownBy(() -> store.ask(c -> c.createStatement().execute(sql))).as(sql).isInstanceOf(StoreException.class);
            }
        }
    }

    @Test
    void wrongPasswordsUsersDatabasesAndRightsAreSaid() {
        assertThatThrownBy(() -> SqlStore.at(server.address(""), () -> Optional.of("no")).catalog().tables()).satisfies(e -> hasKind(e, Kind.REFUSED))
                .hasMessageContaining("does not let user reader in");
        assertThatThrownBy(() -> SqlStore.at(server.address(""), Optional::empty).catalog().tables()).satisfies(e -> hasKind(e, Kind.REFUSED));
        assertThatThrownBy(() -> SqlStore.at(server.address(""), () -> Optional.of("")).catalog().tables()).satisfies(e -> hasKind(e, Kind.REFUSED));
        assertThatThrownBy(() -> store("").catalog().columns(List.of("m", "secret"))).satisfies(e -> hasKind(e, Kind.REFUSED)).hasMessageContaining("right to read");
        assertThatThrownBy(() -> store("").catalog().columns(List.of("m", "none"))).satisfies(e -> hasKind(e, Kind.MISSING));
        assertThatThrownBy(() -> SqlStore.at(new SqlAddress(SqlAddress.Engine.POSTGRESQL, "reader", "localhost", server.port(), "nowhere", java.util.Map.of()),
                () -> Optional.of(PgServer.READER_PASSWORD)).catalog().tables()).satisfies(e -> hasKind(e, Kind.MISSING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:1", "no-such-host.invalid:5432"})
    void serversThatAreNotThereAreSaid(String where) throws StoreException {
        SqlAddress address = SqlAddress.parse("postgresql://u@" + where + "/d?connectTimeout=3");
        assertThatThrownBy(() -> SqlStore.at(address, Optional::empty).catalog().tables()).satisfies(e -> hasKind(e, Kind.UNREACHABLE))
                .hasMessageContaining("does not answer");
    }

    @Test
    void aStatementThatTakesTooLongIsGivenUp() {
        try (SqlStore store = store("?statementTimeout=1")) {
            assertThatThrownBy(() -> store.catalog().preview(List.of("m", "slow"), 1)).satisfies(e -> hasKind(e, Kind.TIMEOUT)).hasMessageContaining("took too long");
        }
    }

    @Test
    void aQuestionUnderWayIsCancelled() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (SqlStore store = store("")) {
            CompletableFuture<Object> asked = CompletableFuture.supplyAsync(() -> {
                try {
                    return store.catalog().preview(List.of("m", "slow"), 1);
                } catch (StoreException e) {
                    return e;
                }
            }, other);
            while (!asked.isDone()) {
                store.cancel();
                TimeUnit.MILLISECONDS.sleep(20);
            }
            hasKind((StoreException) asked.get(), Kind.CANCELLED);
            rows(store);
            assertThat(store.slice("rows", hours(0, 1), Aggregation.SUM)).containsExactly(100, 200, 300);
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void aServerThatGoesAwayInTheMiddleIsSaidAndAskedAgainLater() throws Exception {
        try (Relay relay = new Relay(server.port())) {
            SqlAddress address = SqlAddress.parse("postgresql://reader@127.0.0.1:" + relay.port() + "/" + PgServer.DATABASE + "?sslmode=disable");
            try (SqlStore store = SqlStore.at(address, () -> Optional.of(PgServer.READER_PASSWORD))) {
                rows(store);
                store.keys("rows");
                relay.cutAfter(200);
                assertThatThrownBy(() -> store.block("rows", 0, 48)).satisfies(e -> hasKind(e, Kind.UNREACHABLE));
                relay.cutAfter(Long.MAX_VALUE);
                assertThat(store.slice("rows", hours(0, 1), Aggregation.SUM)).containsExactly(100, 200, 300);
                relay.cutAll();
                assertThat(store.slice("rows", hours(1, 2), Aggregation.SUM)).as("a kept connection that was cut is opened anew").containsExactly(101, 201, 301);
            }
        }
    }

    @Test
    void anAnswerThatIsTooLargeIsRefused() {
        try (SqlStore store = store("")) {
            assertThatThrownBy(() -> store.each(new SqlText().add("SELECT generate_series(1, 1000)"), 999, row -> { })).satisfies(e -> hasKind(e, Kind.TOO_LARGE));
        }
    }

    @ParameterizedTest
    @CsvSource({"require,true", "verify-ca,true", "verify-full,true", "disable,true"})
    void encryptsAsTheAddressSays(String mode, boolean works) throws StoreException {
        Assumptions.assumeTrue(server.hasTls(), "OpenSSL is not installed, so that the server has no certificate");
        String certificate = mode.startsWith("verify") ? "&sslrootcert=" + server.certificate() : "";
        try (SqlStore store = store("?sslmode=" + mode + certificate)) {
            boolean[] encrypted = {false};
            store.each(new SqlText().add("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"), 1, row -> encrypted[0] = row.getBoolean(1));
            assertThat(encrypted[0]).isEqualTo(!mode.equals("disable"));
        }
    }

    @Test
    void aCertificateThatIsNotKnownIsRefused() throws StoreException {
        Assumptions.assumeTrue(server.hasTls(), "OpenSSL is not installed, so that the server has no certificate");
        assertThatThrownBy(() -> store("?sslmode=verify-full&sslrootcert=/nowhere/root.crt").catalog().tables()).satisfies(e -> hasKind(e, Kind.UNREACHABLE));
        SqlAddress byNumber = SqlAddress.parse("postgresql://reader@127.0.0.1:" + server.port() + "/town?sslmode=verify-full&sslrootcert=" + server.certificate());
        assertThatThrownBy(() -> SqlStore.at(byNumber, () -> Optional.of(PgServer.READER_PASSWORD)).catalog().tables()).as("the certificate is of localhost")
                .satisfies(e -> hasKind(e, Kind.UNREACHABLE));
    }

    /** Hands bytes on to a server, until it is told to cut the line. */
    private static final class Relay implements AutoCloseable {
        private final ServerSocket door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        private final ExecutorService hands = Executors.newCachedThreadPool();
        private final List<Socket> lines = new java.util.concurrent.CopyOnWriteArrayList<>();
        private volatile long left = Long.MAX_VALUE;

        Relay(int port) throws IOException {
            hands.submit(() -> {
                while (!door.isClosed()) {
                    Socket in = door.accept();
                    Socket out = new Socket(InetAddress.getLoopbackAddress(), port);
                    lines.add(in);
                    lines.add(out);
                    hands.submit(() -> copy(in, out, false));
                    hands.submit(() -> copy(out, in, true));
                }
                return null;
            });
        }

        int port() {
            return door.getLocalPort();
        }

        void cutAfter(long bytes) {
            left = bytes;
        }

        void cutAll() throws IOException {
            for (Socket line : lines) {
                line.close();
            }
        }

        private Object copy(Socket from, Socket to, boolean counted) throws IOException {
            byte[] buffer = new byte[256];
            try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    out.write(buffer, 0, n);
                    left -= counted ? n : 0;
                    if (left <= 0) {
                        from.close();
                        to.close();
                        return null;
                    }
                }
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            door.close();
            cutAll();
            hands.shutdownNow();
        }
    }
}
