package org.kvarter.geo.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** Makes small GeoPackages for tests, by SQL. */
public final class GpkgFile implements AutoCloseable {

    private final Connection connection;

    private GpkgFile(Connection connection) {
        this.connection = connection;
    }

    /** A GeoPackage 1.3 with its catalogue and the systems −1, 0, 4326 and 3011. */
    public static GpkgFile create(Path file) throws SQLException {
        GpkgFile made = new GpkgFile(DriverManager.getConnection("jdbc:sqlite:" + file));
        made.sql("PRAGMA application_id = 1196444487", "PRAGMA user_version = 10300",
                "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,"
                        + " organization_coordsys_id INTEGER, definition TEXT, description TEXT)",
                "CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, description TEXT,"
                        + " last_change DATETIME, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER)",
                "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER,"
                        + " z TINYINT, m TINYINT)",
                "INSERT INTO gpkg_spatial_ref_sys VALUES ('none', -1, 'NONE', -1, 'undefined', ''), ('none', 0, 'NONE', 0, 'undefined', ''),"
                        + " ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS[]', ''), ('SWEREF 99 18 00', 3011, 'EPSG', 3011, 'PROJCS[]', '')");
        return made;
    }

    /** Runs statements. */
    public GpkgFile sql(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
        return this;
    }

    /** A feature table with key {@code fid}, geometry {@code geom} and further columns as SQL ({@code name TEXT, storeys INTEGER}). */
    public GpkgFile table(String name, String type, int srs, String columns) throws SQLException {
        return sql("CREATE TABLE \"" + name + "\" (fid INTEGER PRIMARY KEY, geom BLOB" + (columns.isEmpty() ? "" : ", " + columns) + ")",
                "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('" + name + "', 'features', '" + name
                        + "', " + srs + ")",
                "INSERT INTO gpkg_geometry_columns VALUES ('" + name + "', 'geom', '" + type + "', " + srs + ", 0, 0)");
    }

    /** A row: geometry blob, then the values of all further columns. */
    public GpkgFile row(String table, byte[] blob, Object... values) throws SQLException {
        String marks = ", ?".repeat(values.length + 1).substring(2);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO \"" + table + "\" SELECT NULL, " + marks)) {
            insert.setBytes(1, blob);
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 2, values[i]);
            }
            insert.execute();
        }
        return this;
    }

    /** Fills the R-tree of a table from its geometries. */
    public GpkgFile index(String table, Object[]... idAndGeometry) throws SQLException {
        sql("CREATE VIRTUAL TABLE \"rtree_" + table + "_geom\" USING rtree(id, minx, maxx, miny, maxy)");
        for (Object[] entry : idAndGeometry) {
            Envelope box = ((Geometry) entry[1]).getEnvelopeInternal();
            sql("INSERT INTO \"rtree_" + table + "_geom\" VALUES (" + entry[0] + ", " + box.getMinX() + ", " + box.getMaxX() + ", "
                    + box.getMinY() + ", " + box.getMaxY() + ")");
        }
        return this;
    }

    /** Geometry blob of little endian order without an envelope. */
    public static byte[] blob(Geometry geometry) {
        return geometry == null ? null : blob(geometry, 0, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Geometry blob.
     *
     * @param envelope envelope code 0 … 4: none, XY, XYZ, XYM, XYZM
     */
    public static byte[] blob(Geometry geometry, int envelope, ByteOrder order) {
        boolean heights = !geometry.isEmpty() && !Double.isNaN(geometry.getCoordinate().getZ());
        byte[] wkb = new WKBWriter(heights ? 3 : 2,
                order == ByteOrder.LITTLE_ENDIAN ? ByteOrderValues.LITTLE_ENDIAN : ByteOrderValues.BIG_ENDIAN).write(geometry);
        int doubles = new int[] {0, 4, 6, 6, 8}[envelope];
        ByteBuffer out = ByteBuffer.allocate(8 + 8 * doubles + wkb.length).order(order);
        out.put((byte) 'G').put((byte) 'P').put((byte) 0);
        out.put((byte) ((order == ByteOrder.LITTLE_ENDIAN ? 1 : 0) | envelope << 1 | (geometry.isEmpty() ? 16 : 0)));
        out.putInt(3011);
        Envelope box = geometry.getEnvelopeInternal();
        double[] values = new double[doubles];
        Arrays.fill(values, 0);
        if (doubles > 0) {
            values[0] = box.getMinX();
            values[1] = box.getMaxX();
            values[2] = box.getMinY();
            values[3] = box.getMaxY();
        }
        for (double value : values) {
            out.putDouble(value);
        }
        return out.put(wkb).array();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
