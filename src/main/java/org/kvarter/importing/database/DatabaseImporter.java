package org.kvarter.importing.database;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kvarter.geo.store.GeometryTexts;
import org.kvarter.geo.store.MemoryStore;
import org.kvarter.geo.store.MemoryTable;
import org.kvarter.importing.DatabaseLayer;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.vector.TableImporter;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.series.TimeWindow;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.sql.SqlAddress;
import org.kvarter.series.store.sql.SqlColumn;
import org.kvarter.series.store.sql.SqlFeatures;
import org.kvarter.series.store.sql.SqlStore;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;
import org.locationtech.jts.geom.Geometry;

/**
 * Reads a table or view with geometry from a database, as a {@link DatabaseLayer} says. The box that is asked for, and a window of time, are the
 * server's to apply; the other columns become attributes.
 */
public final class DatabaseImporter extends TableImporter {

    private static final Texts TEXTS = Texts.in(DatabaseImporter.class);
    private static final int MOST_ROWS = 5_000_000;
    private static final int MOST_BYTES = 1 << 16;
    private static final long BYTES_PER_ROW = 200;
    private static final long BYTES_PER_CELL = 56;

    private final Function<SqlAddress, Optional<String>> passwords;

    /** Asks for passwords in the environment alone, as {@code KVARTER_CREDENTIAL_USER_HOST_PORT}: for machines without a window. */
    public DatabaseImporter() {
        this(a -> Optional.ofNullable(System.getenv("KVARTER_CREDENTIAL_" + (a.user() + "_" + a.host() + "_" + a.port()).toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "_"))).filter(s -> !s.isBlank()));
    }

    /** @param passwords of users at servers, where this machine knows them */
    public DatabaseImporter(Function<SqlAddress, Optional<String>> passwords) {
        super("Database", DatabaseLayer.ENDING);
        this.passwords = passwords;
    }

    @Override
    public double probe(SourceHead head) {
        return DatabaseLayer.looksLike(head) ? 1 : 0;
    }

    @Override
    protected Tables tables(SourceHead head, ReadOptions options, Consumer<Diagnostic> notes, MemoryBudget budget, Progress progress)
            throws ImportException, IOException {
        String name = head.file().getFileName().toString();
        DatabaseLayer layer = layer(head, name);
        DiagnosticTally tally = new DiagnosticTally(name, TEXTS, notes);
        MemoryTable table = new MemoryTable(layer.table().get(layer.table().size() - 1), layer.title());
        try {
            SqlAddress address = SqlAddress.parse(layer.address());
            try (SqlStore store = SqlStore.at(address, () -> passwords.apply(address))) {
                int srid = read(store, layer, options, table, new Sinks(name, tally, budget, progress));
                tally.finish();
                Optional<String> crs = srid > 0 ? Optional.of("EPSG:" + srid) : Optional.empty();
                return new Tables(new MemoryStore(head.file(), "Database", "", crs, List.of(table)), List.of());
            }
        } catch (StoreException e) {
            throw new ImportException(TEXTS.get("failed", name, e.getMessage()), e);
        }
    }

    private static DatabaseLayer layer(SourceHead head, String name) throws ImportException, IOException {
        try {
            if (Files.size(head.file()) > MOST_BYTES) {
                throw new ImportException(TEXTS.get("notALayer", name));
            }
            return DatabaseLayer.of(Files.readAllBytes(head.file()));
        } catch (IllegalArgumentException e) {
            throw new ImportException(TEXTS.get("notALayer", name), e);
        }
    }

    private record Sinks(String name, DiagnosticTally tally, MemoryBudget budget, Progress progress) {
    }

    /** @return the reference system's identifier, 0 for none */
    private static int read(SqlStore store, DatabaseLayer layer, ReadOptions options, MemoryTable table, Sinks sinks) throws StoreException, ImportException {
        SqlAddress.Engine engine = store.address().engine();
        List<SqlColumn> all = store.catalog().columns(layer.table());
        if (all.stream().noneMatch(c -> c.name().equals(layer.geometry()))) {
            throw new ImportException(TEXTS.get("noColumn", sinks.name(), layer.geometry()));
        }
        int srid = store.catalog().reference(layer.table(), layer.geometry());
        List<SqlColumn> columns = all.stream().filter(c -> c.kind() != SqlColumn.Kind.GEOMETRY && !c.type().equalsIgnoreCase("bytea")
                && !c.type().equalsIgnoreCase("varbinary")).toList();
        SqlFeatures.Question question = new SqlFeatures.Question(layer.table(), layer.geometry(), options.bbox(), srid, timed(layer, all, sinks.name()));
        store.each(SqlFeatures.of(engine, question, columns), MOST_ROWS, row -> {
            if ((table.size() & 0xFFF) == 0) {
                sinks.progress().checkCancelled();
                sinks.progress().report(Double.NaN, TEXTS.get("reading", layer.title(), table.size()));
            }
            row(row, layer, columns, table, sinks);
        });
        return srid;
    }

    private static Optional<SqlFeatures.Timed> timed(DatabaseLayer layer, List<SqlColumn> columns, String name) throws ImportException {
        if (layer.time().isEmpty()) {
            return Optional.empty();
        }
        SqlColumn column = columns.stream().filter(c -> c.name().equals(layer.time()) && c.isTime()).findFirst()
                .orElseThrow(() -> new ImportException(TEXTS.get("noColumn", name, layer.time())));
        return Optional.of(new SqlFeatures.Timed(column, new TimeWindow(Instant.parse(layer.from()), Instant.parse(layer.to()))));
    }

    private static void row(ResultSet row, DatabaseLayer layer, List<SqlColumn> columns, MemoryTable table, Sinks sinks) throws SQLException {
        String id = Integer.toString(table.size() + 1);
        byte[] bytes = row.getBytes(1);
        Geometry geometry = bytes == null ? null : GeometryTexts.read(HexFormat.of().formatHex(bytes)).orElse(null);
        if (geometry == null) {
            sinks.tally().add(Severity.WARNING, "noGeometry", id, sinks.name(), id);
            return;
        }
        sinks.budget().claim(BYTES_PER_ROW + BYTES_PER_CELL * columns.size() + 24L * geometry.getNumPoints());
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(layer.key()) && row.getString(i + 2) != null) {
                id = row.getString(i + 2);
            }
        }
        table.row(id, geometry);
        for (int i = 0; i < columns.size(); i++) {
            Object value = value(row, i + 2, columns.get(i));
            if (value instanceof String text) {
                sinks.budget().claim(2L * text.length());
            }
            table.set(columns.get(i).name(), value);
        }
    }

    private static Object value(ResultSet row, int at, SqlColumn column) throws SQLException {
        return switch (column.kind()) {
            case WHOLE_NUMBER -> {
                long value = row.getLong(at);
                yield row.wasNull() ? null : (Object) value;
            }
            case NUMBER -> {
                double value = row.getDouble(at);
                yield row.wasNull() || !Double.isFinite(value) ? null : (Object) value;
            }
            default -> {
                String text = row.getString(at);
                yield text == null || text.length() <= 5_000 ? text : text.substring(0, 5_000);
            }
        };
    }
}
