package org.kvarter.importing.tiles3d;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.SolidBatch;
import org.kvarter.importing.SoundReading;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.models.Glb;
import org.kvarter.model.Bounds;
import org.kvarter.model.PolygonSet;

class Tiles3dImporterTest {

    private static final Importer IMPORTER = new Tiles3dImporter();

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private Path tileset(String root) throws Exception {
        return Files.writeString(folder.resolve("tileset.json"), "{\"asset\":{\"version\":\"1.0\"},\"geometricError\":500,\"root\":" + root + "}");
    }

    private RecordingSink read(String root, String... settings) throws Exception {
        Map<String, String> all = settings.length == 0 ? Map.of() : Map.of(settings[0], settings[1]);
        return RecordingSink.read(IMPORTER, tileset(root), new ReadOptions(Optional.empty(), Optional.empty(), all));
    }

    private static double[] corner(PolygonSet set, int corner) {
        int v = set.corners()[corner];
        return Arrays.copyOfRange(set.vertices(), 3 * v, 3 * v + 3);
    }

    @Test
    void batchesAreFeaturesWithTheirTable() throws Exception {
        Files.write(folder.resolve("a.b3dm"), Tiles.b3dm("{\"BATCH_LENGTH\":2}"));
        SolidBatch batch = read("{\"geometricError\":0,\"content\":{\"uri\":\"a.b3dm\"}}").solids("3D Tiles");

        assertThat(batch.features().ids()).containsExactly("Mill", "Barn");
        assertThat(batch.features().attributes().row(1)).containsEntry("storeys", 2L).containsEntry("height", 7.0);
        assertThat(batch.polygons().polygonFeature()).containsExactly(0, 1);
        assertThat(corner(batch.polygons(), 2)).as("y of glTF is up").containsExactly(0, 0, 1);
    }

    @ParameterizedTest
    @CsvSource({"18.07, 59.33, 24.5", "-70.6, -33.4, 560", "139.7, 35.7, 0"})
    void earthCentredTilesetsStandWhereTheyAre(double longitude, double latitude, double height) throws Exception {
        Files.write(folder.resolve("a.b3dm"), Tiles.b3dm("{\"BATCH_LENGTH\":2}"));
        RecordingSink sink = read("{\"geometricError\":0,\"transform\":" + Tiles.at(longitude, latitude, height) + ",\"content\":{\"url\":\"a.b3dm\"}}");
        PolygonSet set = sink.solids("3D Tiles").polygons();

        assertThat(sink.description.crs()).contains("OGC:CRS84");
        assertThat(corner(set, 0)[0]).isCloseTo(longitude, within(1e-9));
        assertThat(corner(set, 0)[1]).isCloseTo(latitude, within(1e-9));
        assertThat(corner(set, 0)[2]).isCloseTo(height, within(1e-6));
        assertThat(corner(set, 2)[2]).isCloseTo(height + 1, within(1e-6));
        double metres = (corner(set, 4)[0] - longitude) * Math.PI / 180 * 6_378_137 * Math.cos(Math.toRadians(latitude));
        assertThat(metres).as("the second triangle reaches two metres east").isCloseTo(2, within(0.02));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"{\"BATCH_LENGTH\":2,\"RTC_CENTER\":[100,200,300]}; 100,200,300", "{\"BATCH_LENGTH\":2}; 0,0,0"})
    void centresMoveTiles(String features, String expected) throws Exception {
        Files.write(folder.resolve("a.b3dm"), Tiles.b3dm(features));
        RecordingSink sink = read("{\"geometricError\":0,\"transform\":[1,0,0,0,0,1,0,0,0,0,1,0,10,0,0,1],\"content\":{\"uri\":\"a.b3dm\"}}");
        double[] wanted = Arrays.stream(expected.split(",")).mapToDouble(Double::parseDouble).toArray();
        wanted[0] += 10;
        assertThat(corner(sink.solids("3D Tiles").polygons(), 0)).containsExactly(wanted);
        assertThat(sink.description.crs()).as("a local tileset has no place").isEmpty();
    }

    private static final String TREE = "{\"geometricError\":100,\"refine\":\"%s\",\"content\":{\"uri\":\"a.glb\"},\"children\":["
            + "{\"geometricError\":10,\"content\":{\"uri\":\"b.glb\"},\"children\":[{\"geometricError\":0,\"content\":{\"uri\":\"c.glb\"}}]},"
            + "{\"geometricError\":0,\"content\":{\"uri\":\"inner/tileset.json\"}}]}";

    /** Nodes of the tiles are called as their files; the inner tileset has one more tile, d. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"REPLACE; error; 1; c,d", "REPLACE; error; 10; b,d", "REPLACE; error; 100; a", "ADD; error; 1; a,b,c,d",
        "ADD; error; 10; a,b,d", "REPLACE; megabytes; 0; a"})
    void refinesUntilTheErrorIsSmallEnough(String refine, String setting, String value, String shown) throws Exception {
        Files.createDirectories(folder.resolve("inner"));
        for (String name : new String[] {"a", "b", "c", "inner/d"}) {
            String node = name.substring(name.length() - 1);
            Files.write(folder.resolve(name + ".glb"), new Glb().triangle().bytes("\"nodes\":[{\"mesh\":0,\"name\":\"" + node + "\"}]," + Glb.TRIANGLE_MESH));
        }
        Files.writeString(folder.resolve("inner/tileset.json"), "{\"geometricError\":1,\"root\":{\"geometricError\":0,\"content\":{\"uri\":\"d.glb\"}}}");

        RecordingSink sink = read(String.format(TREE, refine), setting, value);

        assertThat(sink.solids("3D Tiles").features().ids()).containsExactlyInAnyOrder(shown.split(","));
        assertThat(sink.diagnostics.stream().anyMatch(d -> d.message().contains("not refined"))).isEqualTo(setting.equals("megabytes"));
    }

    @Test
    void instancesStandAtTheirPlaces() throws Exception {
        byte[] model = new Glb().triangle().bytes("\"nodes\":[{\"mesh\":0}]," + Glb.TRIANGLE_MESH);
        byte[] body = Tiles.floats(10, 0, 0, 20, 0, 5, /* up */ 0, 0, 1, 0, 0, 1, /* right */ 1, 0, 0, 0, 1, 0, /* scale */ 1, 3);
        Files.write(folder.resolve("a.i3dm"), Tiles.tile("i3dm", 32, 1, "{\"INSTANCES_LENGTH\":2,\"POSITION\":{\"byteOffset\":0},\"NORMAL_UP\":"
                + "{\"byteOffset\":24},\"NORMAL_RIGHT\":{\"byteOffset\":48},\"SCALE\":{\"byteOffset\":72}}", body,
                "{\"kind\":[\"oak\",\"elm\"]}", new byte[0], model));
        SolidBatch batch = read("{\"geometricError\":0,\"content\":{\"uri\":\"a.i3dm\"}}").solids("3D Tiles");

        assertThat(batch.features().attributes().row(1)).containsEntry("kind", "elm");
        assertThat(corner(batch.polygons(), 1)).containsExactly(new double[] {11, 0, 0}, within(1e-6));
        assertThat(corner(batch.polygons(), 4)).as("turned to the north and thrice as large").containsExactly(new double[] {20, 3, 5}, within(1e-6));
        assertThat(corner(batch.polygons(), 5)).containsExactly(new double[] {20, 0, 8}, within(1e-6));
    }

    @Test
    void compositesHoldTilesAndFoldersAreOpened() throws Exception {
        byte[] inner = Tiles.b3dm("{\"BATCH_LENGTH\":2}");
        ByteBuffer out = ByteBuffer.allocate(16 + 2 * inner.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put("cmpt".getBytes()).putInt(1).putInt(out.capacity()).putInt(2).put(inner).put(inner);
        Files.write(folder.resolve("a.cmpt"), out.array());
        tileset("{\"geometricError\":0,\"content\":{\"uri\":\"a.cmpt\"}}");

        assertThat(IMPORTER.probe(SourceHead.of(folder))).isGreaterThan(0.9);
        SolidBatch batch = RecordingSink.read(IMPORTER, folder, ReadOptions.DEFAULT).solids("3D Tiles");
        assertThat(batch.features().ids()).containsExactly("Mill", "Barn", "Mill (2)", "Barn (2)");
    }

    @Test
    void structuralMetadataAreAttributes() throws Exception {
        Glb glb = new Glb();
        glb.floats("VEC3", 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 2, 0, 0, 1, 1, 0);
        int ids = glb.floats("SCALAR", 0, 0, 0, 1, 1, 1);
        int names = glb.view("MillBarn".getBytes());
        int offsets = glb.view(ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putInt(0).putInt(4).putInt(8).array());
        int heights = glb.floatView(3.5f, 7);
        int uses = glb.shortView(2, 1);
        Files.write(folder.resolve("a.glb"), glb.bytes("\"nodes\":[{\"mesh\":0}],\"extensionsUsed\":[\"EXT_mesh_features\",\"EXT_structural_metadata\"],"
                + "\"extensions\":{\"EXT_structural_metadata\":{\"schema\":{\"id\":\"s\",\"classes\":{\"house\":{\"properties\":{\"name\":{\"type\":\"STRING\"},"
                + "\"height\":{\"type\":\"SCALAR\",\"componentType\":\"FLOAT32\",\"noData\":3.5},\"use\":{\"type\":\"ENUM\",\"enumType\":\"use\"}}}},"
                + "\"enums\":{\"use\":{\"values\":[{\"name\":\"home\",\"value\":1},{\"name\":\"work\",\"value\":2}]}}},"
                + "\"propertyTables\":[{\"class\":\"house\",\"count\":2,\"properties\":{\"name\":{\"values\":" + names + ",\"stringOffsets\":" + offsets
                + "},\"height\":{\"values\":" + heights + "},\"use\":{\"values\":" + uses + "}}}]}},"
                + "\"meshes\":[{\"primitives\":[{\"attributes\":{\"POSITION\":0,\"_FEATURE_ID_0\":" + ids + "},\"extensions\":{\"EXT_mesh_features\":"
                + "{\"featureIds\":[{\"featureCount\":2,\"attribute\":0,\"propertyTable\":0}]}}}]}]"));
        SolidBatch batch = read("{\"geometricError\":0,\"content\":{\"uri\":\"a.glb\"}}").solids("3D Tiles");
        assertThat(batch.features().ids()).containsExactly("Mill", "Barn");
        assertThat(batch.features().attributes().row(0)).containsEntry("use", "work").doesNotContainKey("height");
        assertThat(batch.features().attributes().row(1)).containsEntry("use", "home").containsEntry("height", 7.0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "{\"geometricError\":0,\"implicitTiling\":{}}; damaged",
        "{\"geometricError\":0,\"extensions\":{\"3DTILES_implicit_tiling\":{}}}; 3DTILES_implicit_tiling",
        "{\"geometricError\":0,\"content\":{\"uri\":\"../secret.b3dm\"}}; no surfaces",
        "{\"geometricError\":9,\"content\":{\"uri\":\"tileset.json\"}}; damaged"})
    void refusesInWords(String root, String words) throws Exception {
        Files.write(folder.getParent().resolve("secret.b3dm"), Tiles.b3dm("{\"BATCH_LENGTH\":2}"));
        assertThatThrownBy(() -> read(root)).isInstanceOf(ImportException.class).hasMessageContaining(words).hasMessageContaining("tileset.json");
    }

    @Test
    void bearsDamage() throws Exception {
        byte[] sound = Tiles.b3dm("{\"BATCH_LENGTH\":2,\"RTC_CENTER\":[1,2,3]}");
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            byte[] damaged = round % 5 == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
            for (int n = random.nextInt(5); n >= 0 && damaged.length > 0; n--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Files.write(folder.resolve("a.b3dm"), damaged);
            SoundReading.of(IMPORTER, folder.resolve("a.b3dm"));
        }
    }

    @Test
    void boxesCutTilesetsInDegrees() throws Exception {
        Files.write(folder.resolve("a.b3dm"), Tiles.b3dm("{\"BATCH_LENGTH\":2}"));
        Path file = tileset("{\"geometricError\":0,\"transform\":" + Tiles.at(18, 59, 0) + ",\"content\":{\"uri\":\"a.b3dm\"}}");
        double west = 18 + 1.5 / 57_475.3;
        RecordingSink sink = RecordingSink.read(IMPORTER, file, new ReadOptions(Optional.empty(), Optional.of(new double[] {west, 58, 19, 60}), Map.of()));
        assertThat(sink.solids("3D Tiles").features().ids()).containsExactly("Barn");
        Bounds box = sink.solids("3D Tiles").polygons().bounds();
        assertThat(box.minEast()).isCloseTo(18 + 1 / 57_475.3, within(1e-8));
    }

    private static byte[] subtree(String json, int... bytes) {
        byte[] text = json.getBytes();
        int padded = (text.length + 7) / 8 * 8;
        ByteBuffer out = ByteBuffer.allocate(24 + padded + bytes.length).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0x74627573).putInt(1).putLong(padded).putLong(bytes.length).put(text);
        while (out.position() < 24 + padded) {
            out.put((byte) ' ');
        }
        for (int b : bytes) {
            out.put((byte) b);
        }
        return out.array();
    }

    /** A quadtree of three levels in subtrees of two: the root, its children (0, 0) and (1, 1), and of the latter the child (3, 2) below. */
    @ParameterizedTest
    @CsvSource({"0, 1-0-0;2-3-2", "16, 1-0-0;1-1-1", "32, 0-0-0"})
    void implicitTilesAreFoundInTheirSubtrees(double error, String shown) throws Exception {
        Files.createDirectories(folder.resolve("s"));
        for (String name : new String[] {"0-0-0", "1-0-0", "1-1-1", "2-3-2"}) {
            Files.write(folder.resolve(name + ".glb"), new Glb().triangle().bytes("\"nodes\":[{\"mesh\":0,\"name\":\"" + name + "\"}]," + Glb.TRIANGLE_MESH));
        }
        String views = "\"buffers\":[{\"byteLength\":3}],\"bufferViews\":[{\"buffer\":0,\"byteOffset\":0,\"byteLength\":1},{\"buffer\":0,\"byteOffset\":1,"
                + "\"byteLength\":2}],";
        // bits: root, then children in Morton order; below them (3, 2) is number 13: 1101 of y and x bits in turn
        Files.write(folder.resolve("s/0.0.0.subtree"), subtree("{" + views + "\"tileAvailability\":{\"bitstream\":0},\"contentAvailability\":"
                + "[{\"bitstream\":0}],\"childSubtreeAvailability\":{\"bitstream\":1}}", 0b10011, 0, 1 << 5));
        Files.writeString(folder.resolve("s/2.3.2.subtree"), "{\"tileAvailability\":{\"constant\":1},\"contentAvailability\":[{\"constant\":1}],"
                + "\"childSubtreeAvailability\":{\"constant\":0}}");

        RecordingSink sink = read("{\"geometricError\":32,\"refine\":\"REPLACE\",\"content\":{\"uri\":\"{level}-{x}-{y}.glb\"},\"implicitTiling\":"
                + "{\"subdivisionScheme\":\"QUADTREE\",\"subtreeLevels\":2,\"availableLevels\":3,\"subtrees\":{\"uri\":\"s/{level}.{x}.{y}.subtree\"}}}",
                "error", String.valueOf(error));

        assertThat(sink.solids("3D Tiles").features().ids()).containsExactlyInAnyOrder(shown.split(";"));
        assertThat(sink.diagnostics).noneMatch(d -> d.message().contains("not there"));
    }

    /** A volume outside of the box asked for is not read: its tile is damaged, which only who reads it can tell. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "\"region\":[0.32,1.03,0.33,1.04,0,50]; true", "\"region\":[0.10,1.03,0.11,1.04,0,50]; false",
        "\"sphere\":[500,0,0,1000]; true", "\"sphere\":[90000,0,0,1000]; false",
        "\"box\":[0,9000,0,100,0,0,0,100,0,0,0,9]; false", "\"box\":[0,0,0,100,0,0,0,100,0,0,0,9]; true", "\"unknown\":1; true"})
    void volumesOutsideAreNotRead(String volume, boolean isRead) throws Exception {
        Files.write(folder.resolve("a.b3dm"), Tiles.b3dm("{\"BATCH_LENGTH\":2}"));
        Files.write(folder.resolve("b.b3dm"), new byte[] {1, 2, 3});
        Path file = tileset("{\"geometricError\":9,\"transform\":" + Tiles.at(18.6, 59.2, 0) + ",\"children\":[{\"geometricError\":0,\"content\":"
                + "{\"uri\":\"a.b3dm\"}},{\"geometricError\":0,\"boundingVolume\":{" + volume + "},\"content\":{\"uri\":\"b.b3dm\"}}]}");
        ReadOptions box = new ReadOptions(Optional.empty(), Optional.of(new double[] {18.59, 59.19, 18.61, 59.21}), Map.of());
        RecordingSink sink = RecordingSink.read(IMPORTER, file, box);
        assertThat(sink.solids("3D Tiles").features().ids()).containsExactly("Mill", "Barn");
        assertThat(sink.diagnostics.stream().anyMatch(d -> d.message().contains("b.b3dm"))).isEqualTo(isRead);
    }
}
