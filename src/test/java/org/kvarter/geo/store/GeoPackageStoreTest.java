package org.kvarter.geo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.geotools.api.data.Query;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

class GeoPackageStoreTest {

    private static final GeometryFactory JTS = new GeometryFactory();

    @TempDir
    Path folder;

    private static Point point(double x, double y) {
        return JTS.createPoint(new Coordinate(x, y));
    }

    private Path file() {
        return folder.resolve("a b%20å.gpkg");
    }

    @Test
    void readsSeveralTablesWithTheirReferenceSystems() throws Exception {
        try (GpkgFile gpkg = GpkgFile.create(file())) {
            gpkg.table("träd", "POINT", 3011, "").table("world", "POINT", 4326, "").table("local", "POINT", -1, "")
                    .sql("INSERT INTO gpkg_spatial_ref_sys VALUES ('own', 100000, 'NONE', 100000, 'PROJCS[\"own\"]', '')")
                    .table("own", "POINT", 100000, "")
                    .sql("CREATE TABLE owners (fid INTEGER PRIMARY KEY, name TEXT)",
                            "INSERT INTO gpkg_contents (table_name, data_type) VALUES ('owners', 'attributes')",
                            "UPDATE gpkg_contents SET identifier = 'Gatuträd 2026' WHERE table_name = 'träd'")
                    .row("träd", GpkgFile.blob(point(1, 2)));
        }
        try (Opened opened = Opened.of(file())) {
            VectorStore store = (VectorStore) opened.store();
            assertThat(store.getTypeNames()).containsExactlyInAnyOrder("träd", "world", "local", "own");
            assertThat(store.crs("träd")).contains("EPSG:3011");
            assertThat(store.crs("world")).contains("EPSG:4326");
            assertThat(store.crs("local")).isEmpty();
            assertThat(store.crs("own")).contains("PROJCS[\"own\"]");
            assertThat(store.title("träd")).isEqualTo("Gatuträd 2026");
            assertThat(store.attributeTables()).containsExactly("owners");
            assertThat(store.version()).isEqualTo("1.3");
            assertThat(opened.features(new Query("träd"))).hasSize(1);
            assertThat(opened.features(new Query("world"))).isEmpty();
        }
    }

    @Test
    void readsEveryColumnTypeAndWhatDoesNotFitIt() throws Exception {
        try (GpkgFile gpkg = GpkgFile.create(file())) {
            gpkg.table("t", "POINT", 3011,
                    "b BOOLEAN, i MEDIUMINT, l INTEGER, d DOUBLE, s TEXT(20), day DATE, time DATETIME, raw BLOB, odd INTEGER")
                    .row("t", null, 1, 7, 5_000_000_000L, 2.5, "å", "2026-05-17", "2026-05-17T10:20:30.500Z", new byte[] {1}, "12")
                    .row("t", null, null, null, null, null, null, "soon", "2026-05-17 10:20:30", null, "many");
        }
        try (Opened opened = Opened.of(file())) {
            var features = opened.features();
            assertThat(features.get(0).getAttributes().subList(1, 9)).containsExactly(true, 7, 5_000_000_000L, 2.5, "å",
                    java.sql.Date.valueOf(LocalDate.of(2026, 5, 17)),
                    java.sql.Timestamp.from(Instant.parse("2026-05-17T10:20:30.500Z")), 12L);
            assertThat(features.get(0).getFeatureType().getDescriptor("raw")).isNull();
            assertThat(features.get(1).getAttribute("time")).isEqualTo(java.sql.Timestamp.from(Instant.parse("2026-05-17T10:20:30Z")));
            assertThat(features.get(1).getAttribute("day")).isNull();
            assertThat(opened.sentences()).hasSize(2).anySatisfy(s -> assertThat(s).contains("“day”"))
                    .anySatisfy(s -> assertThat(s).contains("“odd”"));
        }
    }

    /** The index leaves out what lies in the box, and has one more: only who asks it can answer like this. */
    @Test
    void asksTheIndexForABox() throws Exception {
        try (GpkgFile gpkg = GpkgFile.create(file())) {
            gpkg.table("t", "POINT", 3011, "").row("t", GpkgFile.blob(point(1, 1))).row("t", GpkgFile.blob(point(2, 2)))
                    .row("t", GpkgFile.blob(point(90, 90)))
                    .index("t", new Object[] {1, point(1, 1)}, new Object[] {3, point(1, 1)});
        }
        try (Opened opened = Opened.of(file())) {
            assertThat(opened.features(new Query("t", ECQL.toFilter("BBOX(geom, 0, 0, 5, 5)"))))
                    .extracting(f -> f.getID()).containsExactly("t.1");
        }
    }

    @Test
    void asksSqlForAComparison() throws Exception {
        GeoPackageSql sql = new GeoPackageSql("a\"b", "geom", "fid",
                List.of(new VectorColumn("n", Long.class), new VectorColumn("s", String.class)),
                new RecordQuery(null, ECQL.toFilter("n > 3 AND s = 'x' AND strLength(s) > 2 AND (n = 1 OR n = 2) AND n = 'four'"),
                        RecordQuery.Geometries.NOT_WANTED), true);
        assertThat(sql.text()).isEqualTo(
                "SELECT \"fid\", \"n\", \"s\", NULL FROM \"a\"\"b\" WHERE \"n\" > ? AND \"s\" = ?");
        assertThat(sql.arguments()).containsExactly(3L, "x");
    }

    @Test
    void saysWhichGeometriesItCannotRead() throws Exception {
        byte[] curve = ByteBuffer.allocate(17).put(new byte[] {'G', 'P', 0, 0, 0, 0, 0, 0, 0}).putInt(8).putInt(0).array();
        byte[] extended = GpkgFile.blob(point(1, 1));
        extended[3] |= 0x20;
        byte[] cut = java.util.Arrays.copyOf(GpkgFile.blob(point(1, 1)), 20);
        byte[] infinite = GpkgFile.blob(point(Double.POSITIVE_INFINITY, 1));
        try (GpkgFile gpkg = GpkgFile.create(file())) {
            gpkg.table("t", "GEOMETRY", 3011, "").row("t", curve).row("t", extended).row("t", cut).row("t", infinite)
                    .row("t", new byte[] {1, 2, 3}).row("t", GpkgFile.blob(point(5, 6)));
        }
        try (Opened opened = Opened.of(file())) {
            var features = opened.features();
            assertThat(features).hasSize(6);
            assertThat(features.subList(0, 5)).allSatisfy(f -> assertThat(f.getDefaultGeometry()).isNull());
            assertThat(((Geometry) features.get(5).getDefaultGeometry()).getCoordinate()).isEqualTo(new Coordinate(5, 6));
            assertThat(opened.sentences()).hasSize(5).allSatisfy(s -> assertThat(s).contains("gpkg, t "));
            assertThat(opened.sentences().get(0)).contains("curves").contains("straight segments");
        }
    }

    @Test
    void leavesTheFileAndItsFolderAsTheyAre() throws Exception {
        try (GpkgFile gpkg = GpkgFile.create(file())) {
            gpkg.table("t", "POINT", 3011, "").row("t", GpkgFile.blob(point(1, 1)));
        }
        byte[] before = Files.readAllBytes(file());
        try (Opened opened = Opened.of(file())) {
            opened.features();
            try (var files = Files.list(folder)) {
                assertThat(files).containsExactly(file());
            }
        }
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void listsTablesThatAreMissing() throws Exception {
        try (GpkgFile gpkg = GpkgFile.create(file())) {
            gpkg.table("t", "POINT", 3011, "")
                    .sql("INSERT INTO gpkg_contents (table_name, data_type) VALUES ('ghost', 'features')");
        }
        try (Opened opened = Opened.of(file())) {
            assertThat(opened.store().getTypeNames()).containsExactly("t");
            assertThat(opened.sentences()).singleElement().asString().contains("ghost");
        }
    }

    @Test
    void refusesOtherDatabases() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file()); var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE a (b)");
        }
        assertThatThrownBy(() -> {
            try (Opened opened = Opened.of(file())) {
                opened.store().getTypeNames();
            }
        }).isInstanceOf(VectorStoreException.class).hasMessageContaining("not a GeoPackage");
    }

    @Test
    void refusesADamagedDatabase() throws Exception {
        try (GpkgFile gpkg = GpkgFile.create(file())) {
            gpkg.table("t", "POINT", 3011, "");
        }
        byte[] bytes = Files.readAllBytes(file());
        Files.write(file(), java.util.Arrays.copyOf(bytes, 1500));
        assertThatThrownBy(() -> {
            try (Opened opened = Opened.of(file())) {
                opened.features();
            }
        }).isInstanceOf(VectorStoreException.class).hasMessageContaining("damaged");
    }
}
