package org.kvarter.geo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

class ShapefileStoreTest {

    private static final double[] OUTER = {0, 0, 0, 10, 10, 10, 10, 0, 0, 0};
    private static final double[] HOLE = {2, 2, 8, 2, 8, 8, 2, 8, 2, 2};
    private static final double[] ISLAND = {4, 4, 4, 6, 6, 6, 6, 4, 4, 4};

    @TempDir
    Path folder;

    private static double[] reversed(double[] ring) {
        double[] other = new double[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            other[i] = ring[ring.length - 2 - i];
            other[i + 1] = ring[ring.length - 1 - i];
        }
        return other;
    }

    private static String[] list(Path file) throws IOException {
        try (Opened opened = Opened.of(file)) {
            return opened.store().getTypeNames();
        }
    }

    private static ShpFile three() {
        return new ShpFile(1).field("namn", 'C', 12, 0).point(1, 1, "ett").point(2, 2, "två").point(3, 3, "tre");
    }

    private static List<Object> values(List<SimpleFeature> features, String name) {
        return features.stream().map(f -> f.getAttribute(name)).toList();
    }

    @Test
    void putsRingsTogetherByTheirDirection() throws Exception {
        try (Opened opened = Opened.of(new ShpFile(5).parts(new double[][] {HOLE, ISLAND, OUTER}).write(folder, "p"))) {
            Geometry read = (Geometry) opened.features().get(0).getDefaultGeometry();
            assertThat(read.getNumGeometries()).isEqualTo(2);
            assertThat(read.getArea()).as("100 − 36 + 4").isEqualTo(68);
            assertThat(read.isValid()).isTrue();
        }
    }

    @Test
    void doesNotBelieveDirectionsThatMakeNoSense() throws Exception {
        ShpFile file = new ShpFile(5).parts(new double[][] {reversed(OUTER)}).parts(new double[][] {reversed(OUTER), reversed(HOLE)})
                .parts(new double[][] {reversed(OUTER), HOLE, reversed(ISLAND)});
        try (Opened opened = Opened.of(file.write(folder, "p"))) {
            assertThat(opened.features()).extracting(f -> ((Geometry) f.getDefaultGeometry()).getArea())
                    .containsExactly(100.0, 64.0, 68.0);
        }
    }

    @Test
    void dropsRingsThatAreNone() throws Exception {
        ShpFile file = new ShpFile(5).parts(new double[][] {OUTER, {1, 1, 2, 2, 1, 1}}).parts(new double[][] {{1, 1, 2, 2, 1, 1}})
                .parts(new double[][] {{0, 0, 0, 5, 5, 5}});
        try (Opened opened = Opened.of(file.write(folder, "p"))) {
            List<SimpleFeature> features = opened.features();
            assertThat(((Polygon) ((Geometry) features.get(0).getDefaultGeometry()).getGeometryN(0)).getNumInteriorRing()).isZero();
            assertThat(features.get(1).getDefaultGeometry()).isNull();
            assertThat(((Geometry) features.get(2).getDefaultGeometry()).getArea()).as("closed by the reader").isEqualTo(12.5);
            assertThat(opened.sentences()).filteredOn(s -> !s.contains("p.dbf")).hasSize(2)
                    .anySatisfy(s -> assertThat(s).contains("p.shp, 2").contains("three corners"))
                    .anySatisfy(s -> assertThat(s).contains("p.shp, 3").contains("not closed"));
        }
    }

    @Test
    void readsHeightsAndMeasures() throws Exception {
        double[] line = {0, 0, 3, 4};
        ShpFile withZ = new ShpFile(13).parts(new double[][] {line}, new double[] {7, 9});
        try (Opened opened = Opened.of(withZ.write(folder, "z"))) {
            Geometry read = (Geometry) opened.features().get(0).getDefaultGeometry();
            assertThat(read.getLength()).isEqualTo(5);
            assertThat(read.getCoordinates()[1].getZ()).isEqualTo(9);
        }
        ShpFile withM = new ShpFile(23).parts(new double[][] {line}, new double[] {7, 9});
        try (Opened opened = Opened.of(withM.write(folder, "m"))) {
            assertThat(((Geometry) opened.features().get(0).getDefaultGeometry()).getCoordinate().getZ()).isNaN();
        }
        byte[] pointZ = ByteBuffer.allocate(36).order(ByteOrder.LITTLE_ENDIAN).putInt(11).putDouble(1).putDouble(2).putDouble(3)
                .putDouble(4).array();
        try (Opened opened = Opened.of(new ShpFile(11).raw(pointZ).write(folder, "pz"))) {
            assertThat(((Geometry) opened.features().get(0).getDefaultGeometry()).getCoordinate().getZ()).isEqualTo(3);
        }
        byte[] multi = ByteBuffer.allocate(72).order(ByteOrder.LITTLE_ENDIAN).putInt(8).putDouble(1).putDouble(2).putDouble(3)
                .putDouble(4).putInt(2).putDouble(1).putDouble(2).putDouble(3).putDouble(4).array();
        try (Opened opened = Opened.of(new ShpFile(8).raw(multi).write(folder, "mp"))) {
            assertThat(((Geometry) opened.features().get(0).getDefaultGeometry()).toText()).isEqualTo("MULTIPOINT ((1 2), (3 4))");
        }
    }

    @Test
    void readsEveryFieldType() throws Exception {
        ShpFile file = new ShpFile(1).field("text", 'C', 10, 0).field("int", 'N', 6, 0).field("long", 'N', 12, 0).field("real", 'N', 10, 3)
                .field("float", 'F', 10, 2).field("yes", 'L', 1, 0).field("day", 'D', 8, 0).field("memo", 'M', 10, 0).field("int", 'N', 4, 0)
                .point(0, 0, "  två ", "-12", "5000000000", "1.250", "2e3", "T", "20260517", "1", "3")
                .point(0, 0, "", "******", "", "nan", "", "?", "20269999", "", "");
        try (Opened opened = Opened.of(file.write(folder, "f"))) {
            List<SimpleFeature> features = opened.features();
            assertThat(features.get(0).getAttributes().subList(1, 9)).containsExactly("  två", -12, 5_000_000_000L, 1.25, 2000.0, true,
                    java.sql.Date.valueOf(LocalDate.of(2026, 5, 17)), 3);
            assertThat(features.get(1).getAttributes().subList(1, 9)).containsOnlyNulls();
            assertThat(features.get(0).getFeatureType().getDescriptor("int_2")).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "UTF-8, UTF-8, 0", "UTF-8, -, 0", "UTF-8, -, 87", "ISO-8859-1, ISO 88591, 0", "ISO-8859-1, 88591, 0", "windows-1252, 1252, 0",
        "windows-1252, -, 87", "windows-1252, -, 0", "IBM850, -, 2", "windows-1257, ANSI 1257, 0", "ISO-8859-15, ISO-8859-15, 0",
        "windows-1252, klingon, 87"
    })
    void findsTheEncoding(String written, String cpg, int languageByte) throws Exception {
        Path shp = new ShpFile(1).encoded(Charset.forName(written), languageByte).field("namn", 'C', 6, 0).point(0, 0, "Ångö")
                .point(0, 0, "öööööö").write(folder, "e");
        if (cpg != null) {
            Files.writeString(folder.resolve("e.cpg"), cpg);
        }
        try (Opened opened = Opened.of(shp)) {
            assertThat(opened.features().get(0).getAttribute("namn")).isEqualTo("Ångö");
            assertThat(opened.notes()).hasSize("klingon".equals(cpg) ? 1 : 0);
        }
    }

    @Test
    void readsWithoutIndexAndWithoutAttributes() throws Exception {
        Path shp = three().write(folder, "t");
        Files.delete(folder.resolve("t.shx"));
        try (Opened opened = Opened.of(shp)) {
            assertThat(values(opened.features(), "namn")).containsExactly("ett", "två", "tre");
            assertThat(opened.sentences()).isEmpty();
        }
        Files.delete(folder.resolve("t.dbf"));
        try (Opened opened = Opened.of(shp)) {
            assertThat(opened.features()).hasSize(3);
            assertThat(opened.sentences()).singleElement().asString().contains("t.dbf").contains("missing");
        }
    }

    @Test
    void findsCompanionsInCapitals() throws Exception {
        Path shp = three().write(folder, "t");
        Files.move(folder.resolve("t.dbf"), folder.resolve("T.DBF"));
        Files.writeString(folder.resolve("t.PRJ"), "PROJCS[\"x\"]");
        try (Opened opened = Opened.of(shp)) {
            assertThat(values(opened.features(), "namn")).containsExactly("ett", "två", "tre");
            assertThat(((VectorStore) opened.store()).crs("t")).contains("PROJCS[\"x\"]");
        }
    }

    @Test
    void leavesOutRowsThatAreMarkedDeleted() throws Exception {
        Path shp = three().write(folder, "t");
        byte[] dbf = Files.readAllBytes(folder.resolve("t.dbf"));
        dbf[32 + 32 + 1 + 13] = '*';
        Files.write(folder.resolve("t.dbf"), dbf);
        try (Opened opened = Opened.of(shp)) {
            assertThat(values(opened.features(), "namn")).containsExactly("ett", "tre");
            assertThat(opened.store().getFeatureSource("t").getCount(Query.ALL)).isEqualTo(2);
        }
    }

    @Test
    void stepsOverABrokenRecordByTheIndex() throws Exception {
        Path shp = three().write(folder, "t");
        byte[] bytes = Files.readAllBytes(shp);
        ByteBuffer.wrap(bytes).putInt(100 + 28 + 4, 0x7fffffff);
        Files.write(shp, bytes);
        try (Opened opened = Opened.of(shp)) {
            List<SimpleFeature> features = opened.features();
            assertThat(values(features, "namn")).containsExactly("ett", "två", "tre");
            assertThat(features).extracting(f -> f.getDefaultGeometry() == null).containsExactly(false, true, false);
            assertThat(opened.sentences()).singleElement().asString().contains("t.shp, 2").contains("record length");
        }
        Files.delete(folder.resolve("t.shx"));
        try (Opened opened = Opened.of(shp)) {
            assertThat(opened.features()).hasSizeLessThan(3);
            assertThat(opened.sentences()).isNotEmpty();
        }
    }

    @Test
    void readsWhatIsThereOfATruncatedFile() throws Exception {
        Path shp = three().write(folder, "t");
        Files.write(shp, java.util.Arrays.copyOf(Files.readAllBytes(shp), 100 + 28 + 28 + 4));
        try (Opened opened = Opened.of(shp)) {
            assertThat(values(opened.features(), "namn")).containsExactly("ett", "två");
            assertThat(opened.sentences()).singleElement().asString().contains("ends too early").contains("2 shapes");
        }
    }

    @Test
    void skipsRecordsOutsideTheBoxWithTheirRows() throws Exception {
        try (Opened opened = Opened.of(three().write(folder, "t"))) {
            assertThat(values(opened.features(new Query("t", ECQL.toFilter("BBOX(the_geom, 2.5, 2.5, 9, 9)"))), "namn"))
                    .containsExactly("tre");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 7, -1})
    void refusesOtherShapes(int type) throws Exception {
        try (Opened opened = Opened.of(new ShpFile(type).write(folder, "t"))) {
            assertThatThrownBy(() -> opened.store().getTypeNames()).isInstanceOf(VectorStoreException.class)
                    .hasMessageContaining("t.shp").hasMessageContaining("export");
        }
    }

    @Test
    void readsAllShapefilesInAZip() throws Exception {
        ShpFile file = three();
        Path zip = ShpFile.zip(folder.resolve("z.zip"), "a/punkter.shp", file.shp(), "a/punkter.dbf", file.dbf(), "b/Ytor.SHP",
                new ShpFile(5).parts(new double[][] {OUTER}).shp(), "__MACOSX/a/._punkter.shp", new byte[10], "readme.txt", new byte[3],
                "a/punkter.prj", "PROJCS[\"x\"]".getBytes(StandardCharsets.UTF_8));
        try (Opened opened = Opened.of(zip)) {
            assertThat(opened.store().getTypeNames()).containsExactly("punkter", "Ytor");
            assertThat(values(opened.features(new Query("punkter")), "namn")).containsExactly("ett", "två", "tre");
            assertThat(((VectorStore) opened.store()).crs("punkter")).contains("PROJCS[\"x\"]");
            assertThat(opened.features(new Query("Ytor"))).hasSize(1);
        }
    }

    @Test
    void takesNothingThatLeadsOutOfAZip() throws Exception {
        ShpFile file = three();
        Path mixed = ShpFile.zip(folder.resolve("m.zip"), "../../evil.shp", file.shp(), "good.shp", file.shp());
        try (Opened opened = Opened.of(mixed)) {
            assertThat(opened.store().getTypeNames()).containsExactly("good");
            assertThat(opened.sentences()).anySatisfy(s -> assertThat(s).contains("../../evil.shp").contains("leads out"));
        }
        Path evil = ShpFile.zip(folder.resolve("e.zip"), "../../evil.shp", file.shp());
        assertThatThrownBy(() -> list(evil)).isInstanceOf(VectorStoreException.class).hasMessageContaining("no shapefile");
        Path other = ShpFile.zip(folder.resolve("o.zip"), "stops.txt", new byte[3]);
        assertThatThrownBy(() -> list(other)).isInstanceOf(VectorStoreException.class).hasMessageContaining("no shapefile");
        Path cut = Files.write(folder.resolve("c.zip"), java.util.Arrays.copyOf(Files.readAllBytes(mixed), 60));
        assertThatThrownBy(() -> list(cut)).isInstanceOf(VectorStoreException.class).hasMessageContaining("zip");
    }

    /** The directory of the archive, at its end, claims 1 GB for a handful of bytes. */
    @Test
    void doesNotUnpackABomb() throws Exception {
        byte[] zip = Files.readAllBytes(ShpFile.zip(folder.resolve("bomb.zip"), "bomb.shp", three().shp()));
        int directory = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(directory + 24, 1 << 30);
        Path bomb = Files.write(folder.resolve("bomb.zip"), zip);
        try (Opened opened = Opened.of(bomb)) {
            assertThatThrownBy(() -> opened.store().getTypeNames()).isInstanceOf(VectorStoreException.class)
                    .hasMessageContaining("no shapefile");
            assertThat(opened.sentences()).singleElement().asString().contains("bomb.shp").contains("more than can be right");
        }
    }
}
