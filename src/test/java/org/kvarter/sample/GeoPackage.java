package org.kvarter.sample;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** Writes feature tables as a GeoPackage 1.3 (OGC 12-128r17), in SWEREF 99 18 00. */
final class GeoPackage {
    private static final int SRS = 3011;
    private static final String SRS_WKT = "PROJCS[\"SWEREF99 18 00\",GEOGCS[\"SWEREF99\",DATUM[\"SWEREF99\",SPHEROID[\"GRS 1980\",6378137,298.257222101,"
            + "AUTHORITY[\"EPSG\",\"7019\"]],AUTHORITY[\"EPSG\",\"6619\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
            + "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"4619\"]],PROJECTION[\"Transverse_Mercator\"],"
            + "PARAMETER[\"latitude_of_origin\",0],PARAMETER[\"central_meridian\",18],PARAMETER[\"scale_factor\",1],PARAMETER[\"false_easting\",150000],"
            + "PARAMETER[\"false_northing\",0],UNIT[\"metre\",1,AUTHORITY[\"EPSG\",\"9001\"]],AUTHORITY[\"EPSG\",\"3011\"]]";

    /**
     * A feature table.
     *
     * @param name         table name
     * @param description  one sentence
     * @param geometryType POINT, LINESTRING, POLYGON or MULTIPOLYGON
     * @param columns      name and SQL type of each attribute
     * @param rows         geometry in local metres, then the attribute values in column order
     */
    record Layer(String name, String description, String geometryType, List<String> columns, List<Object[]> rows) {
    }

    private GeoPackage() {
    }

    static void write(Path file, List<Layer> layers) throws IOException, SQLException {
        Files.deleteIfExists(file);
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath())) {
            run(c, "PRAGMA journal_mode = OFF", "PRAGMA page_size = 4096", "PRAGMA application_id = 1196444487", "PRAGMA user_version = 10300");
            c.setAutoCommit(false);
            tables(c);
            for (Layer layer : layers) {
                layer(c, layer);
            }
            c.commit();
        }
    }

    private static void tables(Connection c) throws SQLException {
        run(c, "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,"
                + " organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)",
                "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',"
                + " last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,"
                + " srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))",
                "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,"
                + " z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),"
                + " CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),"
                + " CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))",
                "INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system')",
                "INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system')",
                "INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,"
                + "298.257223563,AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],UNIT[\"degree\","
                + "0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"4326\"]]', 'longitude and latitude in decimal degrees')",
                "INSERT INTO gpkg_spatial_ref_sys VALUES ('SWEREF99 18 00', " + SRS + ", 'EPSG', " + SRS + ", '" + SRS_WKT + "', 'Stockholm')");
    }

    private static void layer(Connection c, Layer layer) throws SQLException {
        StringBuilder marks = new StringBuilder("?");
        StringBuilder columns = new StringBuilder();
        for (String column : layer.columns()) {
            columns.append(", ").append(column);
            marks.append(",?");
        }
        run(c, "CREATE TABLE " + layer.name() + " (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom " + layer.geometryType() + columns + ")");
        Envelope all = new Envelope();
        List<String> names = new ArrayList<>();
        layer.columns().forEach(n -> names.add(n.split(" ")[0]));
        try (PreparedStatement insert = c.prepareStatement("INSERT INTO " + layer.name() + " (geom" + (names.isEmpty() ? "" : ", " + String.join(", ", names)) + ") VALUES (" + marks + ")")) {
            for (Object[] row : layer.rows()) {
                Geometry world = world((Geometry) row[0], layer.geometryType());
                all.expandToInclude(world.getEnvelopeInternal());
                insert.setBytes(1, blob(world));
                for (int i = 1; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.executeUpdate();
            }
        }
        try (PreparedStatement contents = c.prepareStatement("INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, '2025-01-01T00:00:00.000Z', ?, ?, ?, ?, " + SRS + ")")) {
            Object[] values = {layer.name(), layer.name(), layer.description(), all.getMinX(), all.getMinY(), all.getMaxX(), all.getMaxY()};
            for (int i = 0; i < values.length; i++) {
                contents.setObject(i + 1, values[i]);
            }
            contents.executeUpdate();
        }
        run(c, "INSERT INTO gpkg_geometry_columns VALUES ('" + layer.name() + "', 'geom', '" + layer.geometryType() + "', " + SRS + ", 0, 0)");
    }

    private static Geometry world(Geometry local, String type) {
        Geometry g = local.copy();
        g.apply((org.locationtech.jts.geom.CoordinateFilter) (Coordinate p) -> {
            p.x = Frame.mm(p.x + Frame.EAST0);
            p.y = Frame.mm(p.y + Frame.NORTH0);
        });
        g.geometryChanged();
        return type.equals("MULTIPOLYGON") && g instanceof Polygon p ? new MultiPolygon(new Polygon[] {p}, Shapes.FACTORY) : g;
    }

    /** GeoPackage binary: header with envelope (none for points), then well-known binary, little-endian. */
    private static byte[] blob(Geometry g) {
        byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(g);
        boolean point = g instanceof org.locationtech.jts.geom.Point;
        ByteBuffer out = ByteBuffer.allocate(8 + (point ? 0 : 32) + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) (point ? 1 : 3)).putInt(SRS);
        if (!point) {
            Envelope e = g.getEnvelopeInternal();
            out.putDouble(e.getMinX()).putDouble(e.getMaxX()).putDouble(e.getMinY()).putDouble(e.getMaxY());
        }
        return out.put(wkb).array();
    }

    private static void run(Connection c, String... statements) throws SQLException {
        try (Statement s = c.createStatement()) {
            for (String sql : statements) {
                s.execute(sql);
            }
        }
    }
}
