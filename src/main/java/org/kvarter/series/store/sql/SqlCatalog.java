package org.kvarter.series.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.StoreException.Kind;
import org.kvarter.series.store.TimeSteps;
import org.kvarter.text.LocalText;

/** What lies in a database: tables, views, their columns and first rows, and which series they could be. Thread-safe; waits for the server. */
public final class SqlCatalog {

    private static final int MOST_TABLES = 5_000;
    private static final int MOST_COLUMNS = 1_600;
    private static final int SAMPLE_TIMES = 2_000;
    private static final Set<String> OWN_SCHEMAS = Set.of("pg_catalog", "information_schema", "pg_toast", "sys", "tiger", "topology");

    private final SqlStore store;

    /** What PostGIS keeps for itself in a schema of people's own. */
    private static final Set<String> OWN_TABLES = Set.of("geography_columns", "geometry_columns", "raster_columns", "raster_overviews", "spatial_ref_sys");

    SqlCatalog(SqlStore store) {
        this.store = store;
    }

    /**
     * A table or view.
     *
     * @param names  with what it lies in, outermost first
     * @param isView whether it is a view
     */
    public record Table(List<String> names, boolean isView) {

        public Table {
            names = List.copyOf(names);
        }

        /** As people write it. */
        public String title() {
            return String.join(".", names);
        }
    }

    /** All tables and views that the user may see, by name. */
    public List<Table> tables() throws StoreException {
        boolean trino = store.address().engine() == SqlAddress.Engine.TRINO;
        String catalog = trino ? store.address().database().replaceFirst("/.*", "") : null;
        String schema = trino && store.address().database().contains("/") ? store.address().database().replaceFirst("[^/]*/", "") : null;
        List<Table> found = new ArrayList<>();
        store.ask(connection -> {
            String[] kinds = {"TABLE", "VIEW", "MATERIALIZED VIEW", "FOREIGN TABLE", "PARTITIONED TABLE"};
            try (ResultSet rows = connection.getMetaData().getTables(catalog, schema, "%", kinds)) {
                while (rows.next() && found.size() < MOST_TABLES) {
                    String in = rows.getString("TABLE_SCHEM");
                    String kind = rows.getString("TABLE_TYPE");
                    List<String> names = new ArrayList<>(trino ? List.of(rows.getString("TABLE_CAT"), in) : List.of(in));
                    names.add(rows.getString("TABLE_NAME"));
                    if (!OWN_SCHEMAS.contains(in) && (trino || !OWN_TABLES.contains(names.get(names.size() - 1)))) {
                        found.add(new Table(names, kind != null && kind.contains("VIEW")));
                    }
                }
            }
            return null;
        });
        found.sort(Comparator.comparing(Table::title));
        return found;
    }

    /** The columns of a table, in its order. */
    public List<SqlColumn> columns(List<String> table) throws StoreException {
        SqlText text = new SqlText().add("SELECT * FROM ").table(table).add(" WHERE 1 = 0");
        return store.ask(connection -> {
            try (PreparedStatement statement = text.prepare(connection); ResultSet rows = statement.executeQuery()) {
                return columns(rows.getMetaData());
            }
        });
    }

    private static List<SqlColumn> columns(ResultSetMetaData meta) throws SQLException {
        List<SqlColumn> columns = new ArrayList<>();
        for (int i = 1; i <= Math.min(MOST_COLUMNS, meta.getColumnCount()); i++) {
            columns.add(new SqlColumn(meta.getColumnLabel(i), meta.getColumnTypeName(i)));
        }
        return columns;
    }

    /** Number of the reference system that a table's geometries state; 0 where they state none, or there are none. */
    public int reference(List<String> table, String geometry) throws StoreException {
        int[] found = new int[1];
        store.each(SqlFeatures.srid(store.address().engine(), table, geometry), 1, row -> found[0] = row.getInt(1));
        return found[0];
    }

    /** The first rows as text, geometries and other binary values shortened. */
    public List<List<String>> preview(List<String> table, int rows) throws StoreException {
        List<SqlColumn> columns = columns(table);
        List<List<String>> preview = new ArrayList<>();
        store.each(new SqlText().add("SELECT * FROM ").table(table).add(" LIMIT " + rows), rows, row -> {
            List<String> cells = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                String cell = row.getString(i);
                cells.add(cell == null ? "" : cell.length() > 60 ? cell.substring(0, 60) + "…" : cell);
            }
            preview.add(cells);
        });
        return preview;
    }

    /** What columns could be for. @param time empty where there is none, as the others */
    public record Roles(Optional<String> time, Optional<String> place, Optional<String> value, Optional<String> geometry) {
    }

    /** Proposes columns by their types and names, in English, Swedish, Finnish, Dutch and German. */
    public static Roles propose(List<SqlColumn> columns) {
        Optional<String> time = best(columns.stream().filter(SqlColumn::isTime).toList(), "time|tid|zeit|tijd|aika|timestamp|datum|date|start");
        Optional<String> value = best(columns.stream().filter(SqlColumn::isNumber).filter(c -> !isKeyName(c.name())).toList(),
                "value|v.rde|wert|waarde|arvo|kwh|mwh|energy|energi|power|effekt|consumption|f.rbrukning|verbrauch|verbruik|kulutus");
        Optional<String> place = best(columns.stream().filter(c -> c.kind() == SqlColumn.Kind.TEXT || c.kind() == SqlColumn.Kind.WHOLE_NUMBER)
                .filter(c -> value.filter(v -> v.equals(c.name())).isEmpty()).toList(),
                "place|plats|building|byggnad|geb.ude|gebouw|rakennus|meter|m.tare|z.hler|mittari|station|sensor|anl.gg|id|key|name");
        Optional<String> geometry = columns.stream().filter(c -> c.kind() == SqlColumn.Kind.GEOMETRY).map(SqlColumn::name).findFirst();
        return new Roles(time, place, value, geometry);
    }

    /** The column that by its name says how values came about; empty where none does. */
    public static Optional<String> qualityColumn(List<SqlColumn> columns) {
        return columns.stream().filter(c -> c.kind() == SqlColumn.Kind.TEXT)
                .filter(c -> c.name().toLowerCase(Locale.ROOT).matches("(.*_)?(quality|kvalitet|laatu|kwaliteit|qualit.t|validity|estimated|uppskattad|status)(_.*)?"))
                .map(SqlColumn::name).findFirst();
    }

    private static boolean isKeyName(String name) {
        return name.toLowerCase(Locale.ROOT).matches("id|.*_id|fid|ogc_fid|gid|key|nr|no");
    }

    private static Optional<String> best(List<SqlColumn> columns, String words) {
        return columns.stream().filter(c -> c.name().toLowerCase(Locale.ROOT).matches(".*(" + words + ").*")).map(SqlColumn::name).findFirst()
                .or(() -> columns.stream().map(SqlColumn::name).findFirst());
    }

    /**
     * Looks how the times of a table lie, by the first and last of all and those of one place.
     *
     * @param zone of times without an offset, and in which people read the series
     */
    public SqlSeries series(String id, LocalText titles, String quantity, String unit, List<String> table, String time, String place, String value, ZoneId zone)
            throws StoreException {
        SqlColumn column = columns(table).stream().filter(c -> c.name().equals(time)).findFirst()
                .orElseThrow(() -> new StoreException(Kind.MISSING, SqlErrors.TEXTS.get("sql.noColumn", String.join(".", table), time)));
        if (!column.isTime()) {
            throw new StoreException(Kind.BAD_DATA, SqlErrors.TEXTS.get("sql.noTime", String.join(".", table), time));
        }
        SqlDialect dialect = SqlDialect.of(store.address().engine());
        SqlText millis = new SqlText().add("CAST(").add(dialect.millis(column, zone)).add(" AS bigint)");
        long[] ends = {Long.MAX_VALUE, Long.MIN_VALUE};
        for (String end : List.of("min", "max")) {
            store.each(new SqlText().add("SELECT ").add(millis).add(" FROM (SELECT " + end + "(").name(time).add(") AS ").name(time).add(" FROM ")
                    .table(table).add(") AS ends"), 1, row -> {
                        long at = row.getLong(1);
                        if (!row.wasNull()) {
                            ends[0] = Math.min(ends[0], at);
                            ends[1] = Math.max(ends[1], at);
                        }
                    });
        }
        if (ends[0] > ends[1]) {
            throw new StoreException(Kind.BAD_DATA, SqlErrors.TEXTS.get("sql.empty", String.join(".", table), time));
        }
        List<Long> times = new ArrayList<>();
        store.each(new SqlText().add("SELECT DISTINCT ").add(millis).add(" AS ms FROM ").table(table).add(" WHERE ").name(time).add(" IS NOT NULL AND ").name(place)
                .add(" = (SELECT ").name(place).add(" FROM ").table(table).add(" WHERE ").name(place).add(" IS NOT NULL LIMIT 1) ORDER BY ms LIMIT "
                        + SAMPLE_TIMES), SAMPLE_TIMES, row -> times.add(row.getLong(1)));
        TimeSteps steps = TimeSteps.of(times.isEmpty() ? new long[] {ends[0]} : times.stream().mapToLong(Long::longValue).toArray(), Optional.empty());
        long step = steps.step().toMillis();
        long start = steps.start() - Math.floorDiv(steps.start() - ends[0] + step - 1, step) * step;
        long count = (ends[1] - start) / step + 1;
        if (count > Integer.MAX_VALUE / 2) {
            throw new StoreException(Kind.TOO_LARGE, SqlErrors.TEXTS.get("sql.tooManyTimes", String.join(".", table), time));
        }
        return new SqlSeries(id, titles, quantity, unit, table, time, place, value,
                new TimeAxis(Instant.ofEpochMilli(start), Duration.ofMillis(step), (int) count, zone));
    }
}
