package org.kvarter.geo.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kvarter.text.SqlNames;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** A feature table, or view, of a GeoPackage. */
final class GeoPackageTable implements VectorTable {

    /**
     * What the catalogue says of a table.
     *
     * @param name         table
     * @param title        its identifier
     * @param geometry     geometry column
     * @param geometryType its type's name in the catalogue
     * @param crs          reference system as {@code EPSG:n} or WKT
     * @param definition   its WKT
     * @param bounds       stated box, {@code null} where there is none
     */
    record Contents(String name, String title, String geometry, String geometryType, Optional<String> crs, Optional<String> definition,
                    Envelope bounds) {
    }

    private final GeoPackageStore store;
    private final Contents contents;
    private final List<VectorColumn> columns = new ArrayList<>();
    private final String key;

    GeoPackageTable(GeoPackageStore store, Contents contents) throws SQLException {
        this.store = store;
        this.contents = contents;
        this.key = readColumns();
    }

    private String readColumns() throws SQLException {
        String primary = "";
        try (Statement statement = connection().createStatement();
                ResultSet row = statement.executeQuery("PRAGMA table_info(" + SqlNames.name(contents.name) + ")")) {
            while (row.next() && columns.size() < StoreLimits.MAX_COLUMNS) {
                String name = row.getString("name");
                Class<?> type = columnType(row.getString("type"));
                if (row.getInt("pk") == 1 && type == Long.class) {
                    primary = name;
                } else if (type != null && !name.equalsIgnoreCase(contents.geometry)) {
                    columns.add(new VectorColumn(name, type));
                }
            }
        }
        return primary;
    }

    /** Java class of a column (clause 1.1.1.1.3), {@code null} for binary ones, which are left out. */
    private static Class<?> columnType(String declared) {
        String type = declared == null ? "" : declared.toUpperCase(Locale.ROOT).replaceAll("\\(.*", "").trim();
        return switch (type) {
            case "BOOLEAN" -> Boolean.class;
            case "TINYINT", "SMALLINT", "MEDIUMINT" -> Integer.class;
            case "INT", "INTEGER", "BIGINT" -> Long.class;
            case "FLOAT", "DOUBLE", "REAL", "NUMERIC", "DECIMAL" -> Double.class;
            case "DATE" -> java.sql.Date.class;
            case "DATETIME" -> java.sql.Timestamp.class;
            case "BLOB", "GEOMETRY", "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON",
                 "GEOMETRYCOLLECTION", "CURVE", "SURFACE" -> null;
            default -> String.class;
        };
    }

    private Connection connection() {
        return store.connection();
    }

    @Override
    public String name() {
        return contents.name;
    }

    @Override
    public String title() {
        return contents.title;
    }

    @Override
    public List<VectorColumn> columns() {
        return columns;
    }

    @Override
    public String geometryName() {
        return contents.geometry;
    }

    @Override
    public Class<? extends Geometry> geometryType() {
        return GeometryTypes.named(contents.geometryType);
    }

    @Override
    public Optional<String> crs() {
        return contents.crs;
    }

    @Override
    public Optional<String> crsDefinition() {
        return contents.definition.or(contents::crs);
    }

    @Override
    public long count() throws IOException {
        try (Statement statement = connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + SqlNames.name(contents.name))) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            throw store.broken(e);
        }
    }

    @Override
    public Envelope bounds() {
        return contents.bounds;
    }

    @Override
    public RecordCursor open(RecordQuery query) throws IOException {
        try {
            GeoPackageSql sql = new GeoPackageSql(contents.name, contents.geometry, key, columns, query,
                    store.hasTable(indexName()) && !key.isEmpty());
            PreparedStatement statement = connection().prepareStatement(sql.text());
            for (int i = 0; i < sql.arguments().size(); i++) {
                statement.setObject(i + 1, sql.arguments().get(i));
            }
            return new GeoPackageCursor(store, this, statement, query);
        } catch (SQLException e) {
            throw store.broken(e);
        }
    }

    /** Name of the R-tree of this table (annex F.3). */
    private String indexName() {
        return "rtree_" + contents.name + "_" + contents.geometry;
    }
}
