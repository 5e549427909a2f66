package org.kvarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed sample files are what the generator makes. */
class SampleDistrictTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    @TempDir
    static Path fresh;

    @BeforeAll
    static void generate() throws IOException, SQLException {
        SampleDistrict.write(Boolean.getBoolean("kvarter.sample.write") ? PROJECT : fresh);
        if (Boolean.getBoolean("kvarter.sample.write")) {
            fresh = PROJECT;
        }
    }

    @Test
    void cityModelIsReproduced() throws IOException {
        assertSameBytes("models/lindhamn.city.json");
    }

    @Test
    void terrainIsReproduced() throws IOException {
        assertSameBytes("datasets/lindhamn-terrain.tif");
    }

    /** Row by row: the bytes of a SQLite file also tell its library's version. */
    @Test
    void geoPackageIsReproduced() throws SQLException {
        List<String> committed = rows(PROJECT.resolve("datasets/lindhamn.gpkg"));
        assertThat(committed).hasSizeGreaterThan(3000).isEqualTo(rows(fresh.resolve("datasets/lindhamn.gpkg")));
    }

    private static void assertSameBytes(String file) throws IOException {
        assertThat(Files.mismatch(PROJECT.resolve(file), fresh.resolve(file)))
                .as("first differing byte of %s; regenerate with -Dkvarter.sample.write=true if the change is meant", file).isEqualTo(-1);
    }

    private static List<String> rows(Path file) throws SQLException {
        List<String> out = new ArrayList<>();
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file); Statement tables = c.createStatement();
                ResultSet names = tables.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")) {
            while (names.next()) {
                try (Statement s = c.createStatement(); ResultSet r = s.executeQuery("SELECT * FROM " + names.getString(1) + " ORDER BY 1")) {
                    while (r.next()) {
                        StringBuilder row = new StringBuilder(names.getString(1));
                        for (int i = 1; i <= r.getMetaData().getColumnCount(); i++) {
                            Object v = r.getObject(i);
                            row.append('|').append(v instanceof byte[] b ? new String(b, StandardCharsets.ISO_8859_1) : v);
                        }
                        out.add(row.toString());
                    }
                }
            }
        }
        return out;
    }
}
