package org.kvarter.importing.tiles3d;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.importing.EyeDetail;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.models.Glb;
import org.kvarter.importing.models.Matrix;
import org.kvarter.task.Progress;

/** Tiles as fine as an eye should see them: screen-space error is geometric error × focal length ÷ distance (22-025r4, 6.7.3). */
class TileRefinementByEyeTest {

    private static final Tiles3dImporter TILES = new Tiles3dImporter();

    @TempDir
    Path folder;

    private void tile(String name) throws Exception {
        Files.write(folder.resolve(name + ".glb"), new Glb().triangle().bytes("\"nodes\":[{\"mesh\":0,\"name\":\"" + name + "\"}]," + Glb.TRIANGLE_MESH));
    }

    private static ReadOptions options(String... settings) {
        Map<String, String> all = new java.util.HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        return new ReadOptions(Optional.empty(), Optional.empty(), all);
    }

    /** Two coarse tiles, in the west and in the east, 20 m off and 20 m wide, each with a fine one. */
    private Path pair() throws Exception {
        for (String name : new String[] {"west", "east", "westfine", "eastfine"}) {
            tile(name);
        }
        String half = "{\"geometricError\":20,\"boundingVolume\":{\"box\":[%s,0,0,10,0,0,0,10,0,0,0,10]},\"content\":{\"uri\":\"%s.glb\"},"
                + "\"children\":[{\"geometricError\":0,\"boundingVolume\":{\"box\":[%s,0,0,10,0,0,0,10,0,0,0,10]},\"content\":{\"uri\":\"%sfine.glb\"}}]}";
        return Files.writeString(folder.resolve("tileset.json"), "{\"asset\":{\"version\":\"1.1\"},\"geometricError\":100,\"root\":{\"geometricError\":100,"
                + "\"refine\":\"REPLACE\",\"children\":[" + String.format(half, -1000, "west", -1000, "west") + ","
                + String.format(half, 1000, "east", 1000, "east") + "]}}");
    }

    /** Error 20 m and focal length 1000 px: 16 px at 1250 m from the tile's box, whose near side is 990 m from the middle. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "0,0,0,1000; 16; westfine,eastfine", "0,0,0,10; 16; west,east",
        "-1000,1261,0,1000; 16; west,east", "-1000,1259,0,1000; 16; westfine,east", "1000,0,1259,1000; 16; west,eastfine",
        "-1000,1261,0,1000; 15; westfine,east", "-1000,1261,0,1100; 16; westfine,east", "nonsense; 16; westfine,eastfine", "1,2,3; 16; westfine,eastfine"})
    void tilesAreRefinedWhereTheEyeSeesThemTooCoarse(String view, String pixels, String shown) throws Exception {
        RecordingSink sink = RecordingSink.read(TILES, pair(), options("view", view, "pixels", pixels));
        assertThat(sink.solids("3D Tiles").features().ids()).containsExactlyInAnyOrder(shown.split(","));
    }

    /** There is room for one of the fine tiles only: it goes to the one that needs it more. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"-100,0,0,1000; westfine,east", "100,0,0,1000; west,eastfine"})
    void bytesGoWhereTheEyeIs(String view, String shown) throws Exception {
        Path tileset = pair();
        // a fine tile takes the place of a coarse one
        double room = (Files.size(folder.resolve("west.glb")) + Files.size(folder.resolve("westfine.glb"))) / (double) (1 << 20);
        RecordingSink sink = RecordingSink.read(TILES, tileset, options("view", view, "megabytes", String.valueOf(room)));
        assertThat(sink.solids("3D Tiles").features().ids()).containsExactlyInAnyOrder(shown.split(","));
    }

    /** {@code need} is the screen-space error of the worst tile over the pixels that are fine enough. */
    @Test
    void cutsTellHowCoarseTheyAre() throws Exception {
        Path tileset = pair();
        ReadOptions whole = options();
        ReadOptions west = options("view", "-1000,635,0,1000");
        assertThat(TILES.cut(tileset, whole, Progress.NONE).isPartial()).as("read to the end").isFalse();
        EyeDetail.Cut coarse = TILES.cut(folder, options("error", "20"), Progress.NONE);
        assertThat(coarse.isPartial()).isTrue();
        assertThat(coarse.need(west)).as("20 m at 625 m by 1000 px").isCloseTo(2, within(1e-9));
        assertThat(TILES.cut(tileset, west, Progress.NONE).need(west)).isLessThan(1);
        assertThat(TILES.cut(folder.resolve("none.json"), whole, Progress.NONE).isPartial()).isFalse();
    }

    /**
     * Distances of volumes at 18° E, 60° N by hand: a degree of latitude has 111.4 km there, one of longitude 55.8 km; the reader's
     * 110 and 55 km are rather too few, so that tiles are never left too coarse.
     */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "{\"region\":[0.3,1.0,0.3141592653589793,1.1,0,50]}; 18.01, 60, 20; 550; 1e-6", "{\"region\":[0.3,1.0,0.32,1.1,0,50]}; 18, 60, 350; 300; 1e-6",
        "{\"region\":[0.3,1.0,0.32,1.0471975511965976,0,50]}; 18, 60.01, 20; 1100; 1e-6", "{\"region\":[0.3,1.0,0.32,1.1,0,50]}; 18, 60, 20; 0; 0",
        "{\"sphere\":[0,0,0,30]}; 18, 60, 130; 100; 1e-6", "{\"box\":[0,0,0,10,0,0,0,20,0,0,0,30]}; 18, 60, 130; 100; 1e-6",
        "{\"box\":[0,0,0,10,0,0,0,20,0,0,0,30]}; 18.01, 60, 0; 548; 1", "{\"box\":[0,0,0,10,0,0,0,20,0,0,0,30]}; 18, 60, 29; 0; 0", "{}; 18, 60, 500; 0; 0"})
    void distancesToVolumes(String volume, String eye, double metres, double tolerance) throws Exception {
        JsonNode json = new ObjectMapper().readTree(volume);
        JsonNode columns = new ObjectMapper().readTree(Tiles.at(18, 60, 0));
        double[] c = new double[16];
        Arrays.setAll(c, i -> columns.path(i).asDouble());
        double[] at = Arrays.stream(eye.split(",")).mapToDouble(Double::parseDouble).toArray();
        assertThat(TileVolume.distance(json, Matrix.ofColumns(c), at)).isCloseTo(metres, within(Math.max(tolerance, 1e-9)));
    }

    /** A quadtree whose root has a box of 2 km: the parts of implicit tiles are worked out, so that they too are refined about the eye. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"{\"box\":[0,0,0,1000,0,0,0,1000,0,0,0,50]}; 500,500,60,50; 0-0,1-0,0-1,1-1b", "{\"box\":[0,0,0,1000,0,0,0,1000,0,0,0,50]}; -500,500,60,50; 0-0,1-0,0-1b,1-1"})
    void implicitTilesHaveVolumes(String volume, String view, String shown) throws Exception {
        for (String name : new String[] {"1-0-0", "1-1-0", "1-0-1", "1-1-1", "0-0-0"}) {
            tile(name);
        }
        for (int x = 0; x < 4; x++) {
            for (int y = 0; y < 4; y++) {
                tile("2-" + x + "-" + y);
            }
        }
        Files.writeString(folder.resolve("0.json"), "{\"tileAvailability\":{\"constant\":1},\"contentAvailability\":[{\"constant\":1}],"
                + "\"childSubtreeAvailability\":{\"constant\":0}}");
        Path tileset = Files.writeString(folder.resolve("tileset.json"), "{\"asset\":{\"version\":\"1.1\"},\"geometricError\":500,\"root\":{\"geometricError\":200,"
                + "\"refine\":\"REPLACE\",\"boundingVolume\":" + volume + ",\"content\":{\"uri\":\"{level}-{x}-{y}.glb\"},\"implicitTiling\":"
                + "{\"subdivisionScheme\":\"QUADTREE\",\"subtreeLevels\":3,\"availableLevels\":3,\"subtrees\":{\"uri\":\"0.json\"}}}}");
        RecordingSink sink = RecordingSink.read(TILES, tileset, options("view", view, "error", "50"));
        // the tile over which the eye is, marked b, is shown in its four parts
        java.util.Set<String> expected = new java.util.HashSet<>();
        for (String one : shown.split(",")) {
            int x = one.charAt(0) - '0';
            int y = one.charAt(2) - '0';
            if (one.endsWith("b")) {
                for (int i = 0; i < 4; i++) {
                    expected.add("2-" + (2 * x + (i & 1)) + "-" + (2 * y + (i >> 1)));
                }
            } else {
                expected.add("1-" + x + "-" + y);
            }
        }
        assertThat(sink.solids("3D Tiles").features().ids()).containsExactlyInAnyOrderElementsOf(expected);
    }
}
