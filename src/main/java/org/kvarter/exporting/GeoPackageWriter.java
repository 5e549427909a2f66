package org.kvarter.exporting;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.Layer;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.VectorLayer;
import org.kvarter.task.Progress;
import org.kvarter.text.SqlNames;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/**
 * Writes a GeoPackage 1.3 (OGC 12-128r17) in the district's system: a table per layer with all attributes; solids as their footprints
 * with their height.
 */
final class GeoPackageWriter {

    /** Metres from the lowest to the highest point of a solid. */
    static final String HEIGHT = "height_of_form_m";

    private static final Pattern EPSG = Pattern.compile("EPSG:(\\d+)");

    private final Scene scene;
    private final Connection connection;
    private final GeoPackageMetadata metadata;
    private final LocalFrame frame;
    private final int srs;
    private final Set<String> tables = new TreeSet<>();
    private int features;

    private GeoPackageWriter(Scene scene, Connection connection) {
        this.scene = scene;
        this.connection = connection;
        this.metadata = new GeoPackageMetadata(connection);
        this.frame = scene.frame();
        Matcher code = EPSG.matcher(frame.crs());
        this.srs = code.matches() ? Integer.parseInt(code.group(1)) : frame.crs().isBlank() ? -1 : 100_000;
    }

    static ExportReport write(Scene scene, Path file, Path named, Progress progress) throws IOException, SQLException {
        List<String> leftOut = scene.layers().stream().filter(l -> !(l instanceof SolidLayer) && !(l instanceof VectorLayer)).map(Layer::title).toList();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath())) {
            GeoPackageWriter writer = new GeoPackageWriter(scene, connection);
            writer.run("PRAGMA application_id = 1196444487", "PRAGMA user_version = 10300");
            connection.setAutoCommit(false);
            writer.head();
            for (int i = 0; i < scene.layers().size(); i++) {
                progress.checkCancelled();
                Layer layer = scene.layers().get(i);
                if (layer instanceof VectorLayer vector) {
                    writer.vectors(vector);
                } else if (layer instanceof SolidLayer solid) {
                    writer.solids(solid);
                }
                progress.report((i + 1.0) / scene.layers().size(), layer.title());
            }
            connection.commit();
            return new ExportReport(writer.features, 0, leftOut);
        }
    }

    private void head() throws SQLException {
        run("CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL, "
                + "organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)",
                "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, "
                + "description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, "
                + "min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER REFERENCES gpkg_spatial_ref_sys(srs_id))",
                "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL UNIQUE REFERENCES gpkg_contents(table_name), column_name TEXT NOT NULL, "
                + "geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL REFERENCES gpkg_spatial_ref_sys(srs_id), z TINYINT NOT NULL, "
                + "m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name))");
        CoordinateSystems systems = new CoordinateSystems();
        system("Undefined cartesian SRS", -1, "NONE", -1, "undefined");
        system("Undefined geographic SRS", 0, "NONE", 0, "undefined");
        system("WGS 84 geodetic", 4326, "EPSG", 4326, systems.wellKnownText("EPSG:4326").orElse("undefined"));
        if (srs > 0 && srs != 4326) {
            system(systems.find(frame.crs()).map(s -> s.name()).orElse(frame.crs()), srs, srs == 100_000 ? "NONE" : "EPSG", srs,
                    systems.wellKnownText(frame.crs()).orElse(frame.crs()));
        }
    }

    private void system(String name, int id, String organization, int code, String definition) throws SQLException {
        insert("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, '')", name, id, organization, code, definition);
    }

    private void vectors(VectorLayer layer) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (int row = 0; row < layer.features().size(); row++) {
            if (layer.geometries()[row] != null && scene.wants(layer, row)) {
                rows.add(new Object[] {row, layer.geometries()[row], null});
            }
        }
        table(layer, "GEOMETRY", rows, false);
    }

    private void solids(SolidLayer layer) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        Scene only = new Scene(scene.district(), scene.meshes(), List.of(layer), scene.wanted(), scene.colours());
        Solids.visit(only, Progress.NONE, (l, row, tile, first, end) -> rows.add(new Object[] {row, Footprints.of(tile, first, end),
            (double) Math.round(layer.boundsOf(row).height() * 100) / 100}));
        rows.removeIf(r -> ((Geometry) r[1]).isEmpty());
        table(layer, "MULTIPOLYGON", rows, true);
    }

    /** @param rows feature row, geometry in local metres, height of its form */
    private void table(Layer layer, String type, List<Object[]> rows, boolean withHeight) throws SQLException {
        String table = name(layer.title());
        List<AttributeColumn> columns = layer.features().attributes().columns();
        Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        taken.addAll(List.of("fid", "geom", "id", HEIGHT));
        List<String> names = columns.stream().map(c -> unique(c.name(), taken)).toList();
        StringBuilder sql = new StringBuilder("CREATE TABLE " + SqlNames.name(table) + " (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom " + type + ", id TEXT");
        for (int i = 0; i < columns.size(); i++) {
            sql.append(", ").append(SqlNames.name(names.get(i))).append(' ').append(type(columns.get(i)));
        }
        run(sql.append(withHeight ? ", " + HEIGHT + " REAL)" : ")").toString());
        Envelope all = new Envelope();
        int width = 2 + columns.size() + (withHeight ? 1 : 0);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + SqlNames.name(table) + " VALUES (NULL" + ", ?".repeat(width) + ")")) {
            for (Object[] r : rows) {
                int row = (Integer) r[0];
                Geometry geometry = inSystem((Geometry) r[1]);
                all.expandToInclude(geometry.getEnvelopeInternal());
                insert.setBytes(1, blob(geometry));
                insert.setString(2, layer.features().ids()[row]);
                for (int i = 0; i < columns.size(); i++) {
                    insert.setObject(3 + i, columns.get(i).value(row));
                }
                if (withHeight) {
                    insert.setObject(width, r[2]);
                }
                insert.addBatch();
                features++;
            }
            insert.executeBatch();
        }
        insert("INSERT INTO gpkg_contents (table_name, data_type, identifier, min_x, min_y, max_x, max_y, srs_id) VALUES (?, 'features', ?, ?, ?, ?, ?, ?)",
                table, table, value(all, all.getMinX()), value(all, all.getMinY()), value(all, all.getMaxX()), value(all, all.getMaxY()), srs);
        insert("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 2, 0)", table, type, srs);
        Optional<Credit> credit = scene.credit(layer);
        if (credit.isPresent()) {
            metadata.add(table, credit.get());
        }
    }

    private static Double value(Envelope all, double value) {
        return all.isNull() ? null : value;
    }

    private String name(String title) {
        String plain = title.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_+|_+$", "");
        return unique(plain.isEmpty() ? "layer" : plain, tables);
    }

    private static String unique(String name, Set<String> taken) {
        String one = name;
        for (int n = 2; !taken.add(one); n++) {
            one = name + "_" + n;
        }
        return one;
    }

    private static String type(AttributeColumn column) {
        for (int row = 0; row < column.size(); row++) {
            Object value = column.value(row);
            if (value != null) {
                return value instanceof Double ? "REAL" : value instanceof Long ? "INTEGER" : value instanceof Boolean ? "BOOLEAN" : "TEXT";
            }
        }
        return "TEXT";
    }

    private Geometry inSystem(Geometry local) {
        Geometry g = local.copy();
        g.apply((CoordinateFilter) c -> {
            c.x += frame.originEast();
            c.y += frame.originNorth();
        });
        g.geometryChanged();
        return g;
    }

    /** GeoPackage binary: a header with the envelope, then well-known binary; all little-endian (12-128r17, 2.1.3). */
    private byte[] blob(Geometry g) {
        byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(g);
        Envelope e = g.getEnvelopeInternal();
        ByteBuffer out = ByteBuffer.allocate(40 + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) 3).putInt(srs);
        return out.putDouble(e.getMinX()).putDouble(e.getMaxX()).putDouble(e.getMinY()).putDouble(e.getMaxY()).put(wkb).array();
    }

    private void insert(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private void run(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
