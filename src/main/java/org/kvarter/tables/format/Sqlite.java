package org.kvarter.tables.format;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableFormat;
import org.kvarter.tables.TableNote;
import org.kvarter.tables.TableOptions;
import org.kvarter.tables.TableSource;
import org.kvarter.text.SqlNames;
import org.kvarter.text.Texts;

/**
 * Tables of GeoPackages (OGC 12-128r18) and other SQLite files: attributes and features without their geometry; system tables are left out.
 * Read only, without locks or side files; nothing that the file's own schema defines is run but its views.
 */
final class Sqlite implements TableFormat {

    private static final Texts TEXTS = Texts.in(Sqlite.class);
    private static final String MAGIC = "SQLite format 3\0";
    private static final int MOST_TABLES = 200;

    @Override
    public String name() {
        return "GeoPackage";
    }

    @Override
    public int score(String fileName, byte[] head) {
        return head.length >= 16 && new String(head, 0, 16, StandardCharsets.ISO_8859_1).equals(MAGIC) ? 90 : 0;
    }

    @Override
    public List<TableSource> open(Path file, TableOptions options) throws TableException {
        try (Connection connection = connect(file); Statement statement = connection.createStatement()) {
            Set<String> names = new LinkedHashSet<>();
            Set<String> known = new HashSet<>();
            try (ResultSet rows = statement.executeQuery("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND coalesce(sql, '') NOT LIKE 'CREATE VIRTUAL%' ORDER BY rowid LIMIT 2000")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            if (names.contains("gpkg_contents")) {
                try (ResultSet rows = statement.executeQuery("SELECT table_name FROM gpkg_contents WHERE data_type <> 'attributes'")) {
                    while (rows.next()) {
                        known.add(rows.getString(1));
                    }
                }
            }
            List<TableSource> attributes = new ArrayList<>();
            List<TableSource> features = new ArrayList<>();
            for (String name : names) {
                if (!isSystem(name) && attributes.size() + features.size() < MOST_TABLES) {
                    TableSource table = table(file, connection, name, options);
                    if (!table.columns().isEmpty()) {
                        (known.contains(name) ? features : attributes).add(table);
                    }
                }
            }
            attributes.addAll(features);
            return attributes;
        } catch (SQLException e) {
            throw broken(file, e);
        }
    }

    static TableException broken(Path file, SQLException e) {
        return new TableException(TEXTS.get("sqlite.broken", file.getFileName()), e);
    }

    private static boolean isSystem(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("gpkg_") || lower.startsWith("rtree_") || lower.startsWith("sqlite_") || lower.startsWith("idx_") || lower.startsWith("spatial_ref_sys")
                || lower.startsWith("geometry_columns") || lower.endsWith("_geom_node") || lower.equals("layer_styles") || lower.startsWith("qgis_");
    }

    static Connection connect(Path file) throws SQLException {
        Connection made = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath().toUri() + "?mode=ro&immutable=1");
        try (Statement statement = made.createStatement()) {
            statement.execute("PRAGMA trusted_schema = OFF");
            statement.execute("PRAGMA query_only = ON");
        }
        return made;
    }

    private static TableSource table(Path file, Connection connection, String name, TableOptions options) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery("PRAGMA table_info(" + SqlNames.name(name) + ")")) {
            while (rows.next()) {
                String type = String.valueOf(rows.getString(3)).toUpperCase(Locale.ROOT);
                if (!type.matches(".*(BLOB|GEOMETRY|POINT|LINESTRING|POLYGON|CURVE|SURFACE).*")) {
                    columns.add(rows.getString(2));
                }
            }
        }
        if (columns.isEmpty()) {
            return new PlainTable(file, "GeoPackage", name, List.of(), options, List.of(), OptionalLong.empty(), () -> null);
        }
        String sql = JdbcCursor.select(columns, SqlNames.name(name));
        List<Object[]> sample = JdbcCursor.sample(connection, sql, Csv.ROWS);
        return new PlainTable(file, "GeoPackage", name, Typed.columns(columns, sample), options,
                List.of(new TableNote(TableNote.Topic.FORMAT, TEXTS.get("sqlite.table", name))), OptionalLong.empty(), () -> {
                    try {
                        return new JdbcCursor(file, connect(file), sql);
                    } catch (SQLException e) {
                        throw broken(file, e);
                    }
                });
    }
}
