package org.kvarter.importing.collada;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.TestPictures;
import org.kvarter.importing.HeightReference;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.SolidBatch;
import org.kvarter.importing.SoundReading;
import org.kvarter.model.PolygonSet;

class ColladaImporterTest {

    private static final String Z_UP = "<unit meter='1'/><up_axis>Z_UP</up_axis>";
    private static final String RED = "<color>1 0 0 1</color>";

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private SolidBatch read(String dae) throws Exception {
        return RecordingSink.read(new ColladaImporter(), Files.writeString(folder.resolve("house.dae"), dae), ReadOptions.DEFAULT).solids("COLLADA");
    }

    private static double[] corner(PolygonSet set, int corner) {
        int v = set.corners()[corner];
        return Arrays.copyOfRange(set.vertices(), 3 * v, 3 * v + 3);
    }

    /** Expected: where the corner (1 0 0) comes to lie. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "<unit meter='1'/><up_axis>Z_UP</up_axis>; <translate>10 20 30</translate>; 11,20,30",
        "<unit meter='0.01'/><up_axis>Z_UP</up_axis>; <translate>100 0 0</translate>; 1.01,0,0",
        "<up_axis>Y_UP</up_axis>; <translate>10 20 30</translate>; 11,-30,20",
        "''; <translate>10 20 30</translate>; 11,-30,20",
        "<up_axis>X_UP</up_axis>; <translate>0 0 0</translate>; 0,0,1",
        "<up_axis>Z_UP</up_axis>; <rotate>0 0 1 90</rotate><scale>2 2 2</scale>; 0,2,0",
        "<up_axis>Z_UP</up_axis>; <translate>5 0 0</translate><rotate>0 0 1 90</rotate>; 5,1,0",
        "<up_axis>Z_UP</up_axis>; <matrix>0 -1 0 7 1 0 0 8 0 0 1 9 0 0 0 1</matrix>; 7,9,9"})
    void placesNodesInMetresUpright(String asset, String transforms, String expected) throws Exception {
        PolygonSet set = read(Dae.of(asset, Dae.TRIANGLE, Dae.node("a", transforms), RED)).polygons();

        double[] wanted = Arrays.stream(expected.split(",")).mapToDouble(Double::parseDouble).toArray();
        assertThat(corner(set, 1)).containsExactly(wanted, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "<polylist count='2' material='m'><input semantic='VERTEX' source='#v' offset='0'/><vcount>3 4</vcount><p>0 1 2 0 1 3 2</p></polylist>; 2; 7",
        "<polygons material='m'><input semantic='VERTEX' source='#v' offset='0'/><p>0 1 3 2</p></polygons>; 1; 4",
        "<polygons material='m'><input semantic='VERTEX' source='#v' offset='0'/><ph><p>0 1 3 2</p><h>0 1 2</h></ph></polygons>; 1; 7",
        "<tristrips material='m'><input semantic='VERTEX' source='#v' offset='0'/><p>0 1 2 3</p></tristrips>; 2; 6",
        "<trifans material='m'><input semantic='VERTEX' source='#v' offset='0'/><p>0 1 3 2</p></trifans>; 2; 6",
        "<triangles material='m'><input semantic='VERTEX' source='#v' offset='1'/><p>9 0 9 1 9 2 0 0 0 1 0 77</p></triangles>; 1; 3"})
    void readsAllKindsOfPrimitives(String primitives, int polygons, int corners) throws Exception {
        PolygonSet set = read(Dae.of(Z_UP, primitives, Dae.node("a", ""), RED)).polygons();
        assertThat(set.polygonCount()).isEqualTo(polygons);
        assertThat(set.corners()).hasSize(corners);
        assertThat(set.polygonArgb()).containsOnly(0xFFFF0000);
    }

    @Test
    void namesNodesMaterialsAndPictures() throws Exception {
        TestPictures.write(folder.resolve("tex/oak.png"), new int[] {0xFF885533});
        SolidBatch batch = read(Dae.of(Z_UP, Dae.TRIANGLE, "<node name='House'>" + Dae.node("Door", "") + "</node>", Dae.TEXTURE));

        assertThat(batch.features().ids()).containsExactly("Door");
        assertThat(batch.features().attributes().row(0)).containsEntry("path", "House").containsEntry("material", "oak").containsEntry("mesh", "plate");
        assertThat(batch.polygons().texturing().of()).containsExactly(0);
        assertThat(Arrays.copyOf(batch.polygons().texturing().uv(), 6)).containsExactly(0, 1, 1, 1, 0, 0);
    }

    @Test
    void refusesDocumentTypesAndEndlessNodes() {
        String bomb = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaa'>]><COLLADA version='1.4.1'>&a;</COLLADA>";
        assertThatThrownBy(() -> read(bomb)).isInstanceOf(ImportException.class).hasMessageContaining("house.dae").hasMessageContaining("damaged");
        String endless = Dae.of(Z_UP, Dae.TRIANGLE, "<node id='n' name='n'><instance_node url='#n'/></node>", RED);
        assertThatThrownBy(() -> read(endless)).isInstanceOf(ImportException.class).hasMessageContaining("damaged");
    }

    /** Lengths of a degree at 59° by the cosine series of the US National Geospatial-Intelligence Agency: 57,475.3 and 111,395.1 m. */
    @ParameterizedTest
    @CsvSource({"0, 1, 0", "90, 0, -1", "180, -1, 0"})
    void aKmzStandsWhereItsLocationSays(double heading, double east, double north) throws Exception {
        Path file = Dae.kmz(folder.resolve("p.kmz"), Dae.placed(18, 59, heading), Dae.of("<unit meter='1'/>", Dae.TRIANGLE, Dae.node("a", ""), Dae.TEXTURE),
                TestPictures.png(new int[] {0xFF885533}));

        RecordingSink sink = RecordingSink.read(new KmzImporter(), file, ReadOptions.DEFAULT);
        SolidBatch batch = sink.solids("KMZ");

        assertThat(sink.description.crs()).contains("OGC:CRS84");
        assertThat(batch.heights()).isEqualTo(HeightReference.ABOVE_GROUND);
        double[] origin = corner(batch.polygons(), 0);
        assertThat(origin).containsExactly(new double[] {18, 59, 5}, within(1e-12));
        double[] along = corner(batch.polygons(), 1);
        assertThat((along[0] - 18) * 57_475.3).isCloseTo(east, within(2e-3));
        assertThat((along[1] - 59) * 111_395.1).isCloseTo(north, within(2e-3));
        assertThat(corner(batch.polygons(), 2)[2]).as("y is up in the model").isCloseTo(6, within(1e-9));
        assertThat(batch.polygons().texturing().of()).containsExactly(0);
    }

    @Test
    void aKmzWithoutModelsIsRefusedInWords() throws Exception {
        Path file = Dae.kmz(folder.resolve("p.kmz"), "<Location/>", Dae.sample(), null);
        assertThatThrownBy(() -> RecordingSink.read(new KmzImporter(), file, ReadOptions.DEFAULT)).isInstanceOf(ImportException.class)
                .hasMessageContaining("p.kmz");
    }

    @Test
    void bearsDamage() throws Exception {
        Random random = new Random(28);
        byte[] dae = Dae.of(Z_UP, Dae.TRIANGLE, Dae.node("a", "<translate>1 2 3</translate>"), Dae.TEXTURE).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] kmz = Files.readAllBytes(Dae.kmz(folder.resolve("p.kmz"), Dae.placed(18, 59, 0), Dae.sample(), null));
        for (int round = 0; round < 200; round++) {
            byte[] damaged = (round % 4 == 0 ? kmz : dae).clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                damaged[random.nextInt(damaged.length)] = (byte) "<>/'# 0-9eNaN\u0000\u00ff".charAt(random.nextInt(15));
            }
            SoundReading.of(round % 4 == 0 ? new KmzImporter() : new ColladaImporter(),
                    Files.write(folder.resolve(round % 4 == 0 ? "d.kmz" : "d.dae"), damaged));
        }
    }
}
