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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed sample files are what the generator makes. */
class SampleDistrictTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    private static final District DISTRICT = Designed.DISTRICT;

    @TempDir
    static Path fresh;

    @BeforeAll
    static void writeIfAsked() throws IOException, SQLException {
        if (Boolean.getBoolean("kvarter.sample.write")) {
            SampleDistrict.write(PROJECT);
        }
    }

    @Test
    void cityModelIsReproduced() throws IOException {
        assertSame("models/lindhamn.city.json", committed("models/lindhamn.city.json"), text(DISTRICT.cityJson()));
    }

    @Test
    void newcomersAreReproduced() throws IOException {
        assertSame("models/" + Newcomers.HOUSE_A, committed("models/" + Newcomers.HOUSE_A + ".ifc"), text(Newcomers.house(DISTRICT.terrain, 'a')));
        assertSame("models/" + Newcomers.HOUSE_B, committed("models/" + Newcomers.HOUSE_B + ".ifc"), text(Newcomers.house(DISTRICT.terrain, 'b')));
        assertSame("models/" + Newcomers.LIGHTHOUSE, committed("models/" + Newcomers.LIGHTHOUSE + ".glb"), Newcomers.lighthouseGlb(DISTRICT.plan));
    }

    @Test
    void terrainIsReproduced() throws IOException {
        assertSame("datasets/lindhamn-terrain.tif", committed("datasets/lindhamn-terrain.tif"), DISTRICT.terrainTiff());
    }

    @Test
    void weatherIsReproduced() throws IOException {
        assertSame("datasets/weather-2025.csv", committed("datasets/weather-2025.csv"), text(DISTRICT.weather.csv()));
    }

    @Test
    void projectIsReproduced() throws IOException {
        assertSame("datasets/kvarter.json", committed("datasets/kvarter.json"), text(ProjectFile.write()));
    }

    /** Unzipped: how tightly a file is packed depends on the platform's zlib. */
    @Test
    void energyIsReproduced() throws IOException {
        List<Building> buildings = DISTRICT.registry.buildings();
        List<double[]> heat = DISTRICT.heat();
        assertSame("heat-2025.csv", unzipped("heat-2025.csv"), text(EnergyFiles.csv(buildings, heat)));
        assertSame("electricity-2025.csv", unzipped("electricity-2025.csv"), text(EnergyFiles.csv(buildings, DISTRICT.electricity(heat))));
    }

    @Test
    void mobilityIsReproduced() throws IOException {
        assertSame("datasets/" + Traffic.FILE, committed("datasets/" + Traffic.FILE), text(new Traffic(DISTRICT.plan).geoJson()));
        Stations stations = new Stations(DISTRICT.plan);
        assertSame("datasets/" + Stations.BIKES, committed("datasets/" + Stations.BIKES), text(stations.information()));
        assertSame("datasets/" + Stations.BIKES_NOW, committed("datasets/" + Stations.BIKES_NOW), text(stations.status()));
        assertSame("datasets/" + Stations.CHARGERS, committed("datasets/" + Stations.CHARGERS), text(stations.locations()));
        assertSame(Stations.BIKES_YEAR, unzipped(Stations.BIKES_YEAR), text(stations.year()));
        Counts counts = new Counts(DISTRICT.plan);
        assertSame("datasets/" + Counts.SITES, committed("datasets/" + Counts.SITES), text(counts.sites()));
        assertSame(Counts.FILE, unzipped(Counts.FILE), text(counts.csv()));
        Journeys journeys = new Journeys(DISTRICT.plan);
        assertSame("datasets/" + Journeys.ZONES, committed("datasets/" + Journeys.ZONES), text(journeys.zones()));
        assertSame("datasets/" + Journeys.FILE, committed("datasets/" + Journeys.FILE), text(journeys.csv()));
        try (ZipFile zip = new ZipFile(PROJECT.resolve("datasets").resolve(Transit.FILE).toFile())) {
            for (var table : new Transit(DISTRICT.plan).tables().entrySet()) {
                assertSame(table.getKey(), zip.getInputStream(zip.getEntry(table.getKey())).readAllBytes(), text(table.getValue()));
            }
        }
    }

    @Test
    void scenarioFilesAreReproduced() throws IOException {
        assertSame("datasets/quay-traffic.geojson", committed("datasets/quay-traffic.geojson"), text(QuayPlan.traffic(DISTRICT)));
        assertSame("datasets/quay-trees.geojson", committed("datasets/quay-trees.geojson"), text(QuayPlan.trees(DISTRICT)));
        for (String[] file : SolarFiles.of(DISTRICT)) {
            assertSame(file[0], unzipped(file[0]), text(file[1]));
        }
    }

    @Test
    void allFilesTogetherStayBelowTwentyMegabytes() throws IOException {
        long sum = 0;
        for (String folder : List.of("models", "datasets")) {
            try (Stream<Path> files = Files.list(PROJECT.resolve(folder))) {
                sum += files.filter(f -> f.getFileName().toString().matches("(lindhamn|electricity|heat|solar|battery|quay|weather|kvarter).*")).mapToLong(f -> f.toFile().length()).sum();
            }
        }
        assertThat(sum).isBetween(5_000_000L, 20_000_000L);
    }

    private static byte[] text(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] committed(String file) throws IOException {
        return Files.readAllBytes(PROJECT.resolve(file));
    }

    private static byte[] unzipped(String name) throws IOException {
        try (ZipFile zip = new ZipFile(PROJECT.resolve("datasets").resolve(name + ".zip").toFile())) {
            return zip.getInputStream(zip.getEntry(name)).readAllBytes();
        }
    }

    /** Row by row: the bytes of a SQLite file also tell its library's version. */
    @Test
    void geoPackageIsReproduced() throws IOException, SQLException {
        GeoPackage.write(fresh.resolve("lindhamn.gpkg"), DISTRICT.layers());
        List<String> committed = rows(PROJECT.resolve("datasets/lindhamn.gpkg"));
        assertThat(committed).hasSizeGreaterThan(3000).isEqualTo(rows(fresh.resolve("lindhamn.gpkg")));
    }

    private static void assertSame(String file, byte[] committed, byte[] made) {
        assertThat(Arrays.mismatch(committed, made))
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
