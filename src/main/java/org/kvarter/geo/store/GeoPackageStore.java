package org.kvarter.geo.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.locationtech.jts.geom.Envelope;

/**
 * The feature tables of a GeoPackage (OGC 12-128r18), read only and without locks or side files.
 *
 * <p>Boxes go to the R-tree where the table has one, simple comparisons of attributes into the SQL.
 */
public final class GeoPackageStore extends VectorStore {

    private static final String CONTENTS = """
            SELECT c.table_name, c.identifier, c.min_x, c.min_y, c.max_x, c.max_y, g.column_name, g.geometry_type_name,
                   coalesce(g.srs_id, c.srs_id), s.organization, s.organization_coordsys_id, s.definition
            FROM gpkg_contents c LEFT JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name)
                 LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = coalesce(g.srs_id, c.srs_id)
            WHERE c.data_type = 'features' ORDER BY c.rowid""";

    private Connection connection;
    private String version = "";
    private List<GeoPackageTable> tables;

    /** Opens nothing yet: GeoTools' finder logs what goes wrong here as a fault of the program. */
    GeoPackageStore(Path file, Consumer<Diagnostic> notes) {
        super(file, notes);
    }

    private Connection connect(Path file) throws IOException {
        Path log = file.resolveSibling(fileName() + "-wal");
        boolean unsaved = Files.isRegularFile(log) && Files.size(log) > 0;
        if (unsaved) {
            note(Severity.WARNING, "", StoreTexts.get("geopackage.unsaved", fileName()));
        }
        try {
            Connection made = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath().toUri() + "?mode=ro&immutable=1");
            try (Statement statement = made.createStatement()) {
                statement.execute("PRAGMA trusted_schema = OFF");
                statement.execute("PRAGMA query_only = ON");
            }
            return made;
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    /** What a person is told of a failure of SQLite. */
    VectorStoreException broken(SQLException cause) {
        return new VectorStoreException(StoreTexts.get("geopackage.broken", fileName()), cause);
    }

    @Override
    public String format() {
        return "GeoPackage";
    }

    @Override
    public String version() {
        return version;
    }

    /** From the file's application id and user version, as clause 1.1.1.1.1 of the standard numbers them. */
    private String readVersion() throws SQLException {
        int application = pragma("application_id");
        if (application == 0x47503130) {
            return "1.0";
        }
        if (application == 0x47503131) {
            return "1.1";
        }
        int user = pragma("user_version");
        return application == 0x47504B47 && user >= 10200 ? user / 10000 + "." + user / 100 % 100 : "";
    }

    private int pragma(String name) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    boolean hasTable(String name) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 1 FROM sqlite_master WHERE lower(name) = lower(?) AND type IN ('table', 'view')")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    List<GeoPackageTable> tables() throws IOException {
        if (tables == null) {
            connection = connection == null ? connect(file()) : connection;
            try {
                version = readVersion();
                tables = readTables();
            } catch (SQLException e) {
                throw broken(e);
            }
        }
        return tables;
    }

    private List<GeoPackageTable> readTables() throws SQLException, IOException {
        for (String needed : List.of("gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys")) {
            if (!hasTable(needed)) {
                throw new VectorStoreException(StoreTexts.get("geopackage.noContents", fileName()));
            }
        }
        List<GeoPackageTable> found = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(CONTENTS)) {
            while (row.next()) {
                String name = row.getString(1);
                if (name == null || found.stream().anyMatch(t -> t.name().equals(name))) {
                    continue;
                }
                if (!hasTable(name) || row.getString(7) == null) {
                    note(Severity.WARNING, "", StoreTexts.get("geopackage.tableMissing", fileName(), name));
                    continue;
                }
                found.add(table(name, row));
            }
        }
        return List.copyOf(found);
    }

    private GeoPackageTable table(String name, ResultSet row) throws SQLException {
        double[] box = new double[4];
        boolean stated = true;
        for (int i = 0; i < 4; i++) {
            box[i] = row.getDouble(3 + i);
            stated &= !row.wasNull() && Double.isFinite(box[i]);
        }
        Envelope bounds = stated && box[0] <= box[2] && box[1] <= box[3] ? new Envelope(box[0], box[2], box[1], box[3]) : null;
        String identifier = row.getString(2);
        return new GeoPackageTable(this, new GeoPackageTable.Contents(name, identifier == null || identifier.isBlank() ? name : identifier,
                row.getString(7), row.getString(8), crs(row.getInt(9), row.getString(10), row.getInt(11), row.getString(12)),
                definition(row.getString(12)), bounds));
    }

    private static Optional<String> crs(int srsId, String organization, int code, String definition) {
        if (srsId == 0 || srsId == -1) {
            return Optional.empty();
        }
        if ("EPSG".equalsIgnoreCase(organization)) {
            return Optional.of("EPSG:" + code);
        }
        return definition(definition);
    }

    private static Optional<String> definition(String wkt) {
        return wkt == null || wkt.isBlank() || wkt.length() > StoreLimits.MAX_SIDE_FILE || wkt.startsWith("undefined")
                ? Optional.empty() : Optional.of(wkt);
    }

    @Override
    public List<String> attributeTables() throws IOException {
        tables();
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT table_name FROM gpkg_contents WHERE data_type = 'attributes'")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        } catch (SQLException e) {
            throw broken(e);
        }
        return names;
    }

    @Override
    public void dispose() {
        super.dispose();
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOGGER.fine("closing " + file() + ": " + e.getMessage());
        }
    }
}
