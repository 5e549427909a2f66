package org.kvarter.importing.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.kvarter.importing.DatabaseLayer;
import org.kvarter.series.store.sql.PgServer;

/** A table of three plots in PostGIS, which a guest may read. */
public final class PlotTable {

    static final List<String> NAMES = List.of("p", "plots \"of\" ; town");

    private PlotTable() {
    }

    /** Makes the table, and the file that names it. */
    public static Path file(Path file) throws IOException {
        return Files.write(file, layer(make()).bytes());
    }

    static PgServer make() {
        PgServer server = PgServer.withPostGis();
        try {
            server.sql("DROP SCHEMA IF EXISTS p CASCADE", "CREATE SCHEMA p", "GRANT USAGE ON SCHEMA p TO guest, reader",
                    "CREATE TABLE p.\"plots \"\"of\"\" ; town\" (nr int, \"owner's\" text, area numeric, built timestamptz, geom geometry(GeometryZ, 3011), around geography)",
                    "INSERT INTO p.\"plots \"\"of\"\" ; town\" SELECT n, 'O' || n, n * 12.5, '2020-01-01T00:00:00Z'::timestamptz + n * interval '1 year',"
                            + " ST_Force3D(ST_SetSRID(ST_MakeEnvelope(153000 + 100 * n, 6579000, 153050 + 100 * n, 6579050), 3011), 7), NULL FROM generate_series(1, 3) n",
                    "INSERT INTO p.\"plots \"\"of\"\" ; town\" VALUES (9, 'nowhere', NULL, NULL, NULL, NULL)",
                    "GRANT SELECT ON ALL TABLES IN SCHEMA p TO guest, reader");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server;
    }

    static DatabaseLayer layer(PgServer server) {
        return new DatabaseLayer("Plots", server.address("").withUser(PgServer.GUEST).text(), NAMES, "geom", "nr");
    }
}
