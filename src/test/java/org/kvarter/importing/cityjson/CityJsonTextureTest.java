package org.kvarter.importing.cityjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.TestPictures;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.model.PolygonSet;
import org.kvarter.model.Severity;

/** Walls at y = 0 whose picture is laid so that u = x / 10 and v = z / 10 everywhere, v from below. Vertex and place numbers differ. */
class CityJsonTextureTest {

    private static final String HEAD = "{\"type\":\"CityJSON\",\"version\":\"2.0\",\"transform\":{\"scale\":[1,1,1],\"translate\":[0,0,0]},";
    private static final String VERTICES = "\"vertices\":[[0,0,0],[10,0,0],[10,0,10],[0,0,10],[2,0,2],[4,0,2],[4,0,4],[20,0,0],[20,0,10]]";
    private static final String PLACES = "\"vertices-texture\":[[9,9],[0,0],[1,0],[1,1],[0,1],[0.2,0.2],[0.4,0.2],[0.4,0.4],[2,0],[2,1]]";
    private static final String APPEARANCE = "\"appearance\":{\"textures\":[{\"type\":\"PNG\",\"image\":\"pics/brick.png\"},"
            + "{\"type\":\"PNG\",\"image\":\"pics/glass.png\"}]," + PLACES + "}";

    @TempDir
    Path folder;

    @BeforeEach
    void pictures() throws Exception {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        TestPictures.write(folder.resolve("pics/brick.png"), new int[] {0xFFAA3322});
        TestPictures.write(folder.resolve("pics/glass.png"), new int[] {0xFF3333AA});
    }

    private static String wall(String boundaries, String texture) {
        return "{\"type\":\"Building\",\"geometry\":[{\"type\":\"MultiSurface\",\"lod\":\"2\",\"boundaries\":" + boundaries + ",\"texture\":"
                + texture + "}]}";
    }

    private RecordingSink read(String name, String text, ReadOptions options) throws Exception {
        return RecordingSink.read(new CityJsonImporter(), Files.writeString(folder.resolve(name), text), options);
    }

    private static void assertPlaced(PolygonSet set) {
        for (int p = 0; p < set.polygonCount(); p++) {
            for (int c = set.firstCornerOfPolygon(p); set.texturing().of()[p] >= 0 && c < set.endCornerOfPolygon(p); c++) {
                int v = set.corners()[c];
                assertThat(set.texturing().uv()[2 * c]).isCloseTo((float) (set.vertices()[3 * v] / 10), within(1e-6f));
                assertThat(set.texturing().uv()[2 * c + 1]).isCloseTo((float) (1 - set.vertices()[3 * v + 2] / 10), within(1e-6f));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "[[[0,1,2,3]],[[1,7,8,2]]]; {\"t\":{\"values\":[[[0,1,2,3,4]],[[1,2,8,9,3]]]}}; 0,1",
        "[[[0,1,2,3],[4,6,5]],[[1,7,8,2]]]; {\"t\":{\"values\":[[[0,1,2,3,4],[0,5,7,6]],[[null]]]}}; 0,-1",
        "[[[0,1,1,2,3,0]],[[1,7,8,2]]]; {\"t\":{\"values\":[[[0,1,2,2,3,4,1]],[[0,2,8,9,3]]]}}; 0,0",
        "[[[0,1,2,3]],[[1,7,8,2]]]; {\"t\":{\"values\":[[[0,1,2,3]],[[1,2,8,9,3]]]}}; -1,0",
        "[[[0,1,2,3]],[[1,7,8,2]]]; {\"t\":{\"values\":[[[9,1,2,3,4]],[[1,2,8,9,99]]]}}; none",
        "[[[0,1,2,3]],[[1,7,8,2]]]; {\"t\":{\"values\":[[[0,1,2,3,4]]]}}; none",
        "[[[0,1,2,3]],[[1,7,8,2]]]; {\"t\":{\"values\":\"x\"},\"u\":5}; none",
        "[[[0,1,1,1]],[[1,7,8,2]]]; {\"t\":{\"values\":[[[0,1,2,2,2]],[[1,2,8,9,3]]]}}; 0"})
    void ringsLieOnTheirPictures(String boundaries, String texture, String pictures) throws Exception {
        RecordingSink sink = read("a.city.json", HEAD + "\"CityObjects\":{\"a\":" + wall(boundaries, texture) + "}," + APPEARANCE + ","
                + VERTICES + "}", ReadOptions.DEFAULT);

        PolygonSet set = sink.solids.get(0).polygons();
        if (pictures.equals("none")) {
            assertThat(set.texturing()).isNull();
        } else {
            assertThat(java.util.Arrays.stream(set.texturing().of()).mapToObj(String::valueOf)).containsExactly(pictures.split(","));
            assertPlaced(set);
        }
    }

    @Test
    void theDefaultThemeWins() throws Exception {
        String themes = "{\"winter\":{\"values\":[[[0,1,2,3,4]]]},\"summer\":{\"values\":[[[1,1,2,3,4]]]}}";
        RecordingSink sink = read("a.city.json", HEAD + "\"CityObjects\":{\"a\":" + wall("[[[0,1,2,3]]]", themes) + "},"
                + APPEARANCE.replace("{\"textures\"", "{\"default-theme-texture\":\"summer\",\"textures\"") + "," + VERTICES + "}", ReadOptions.DEFAULT);

        assertThat(sink.solids.get(0).polygons().texturing().textures().get(0).name()).endsWith("glass.png");
    }

    /** Each line of a sequence has pictures and places of its own; a box takes objects away in between. */
    @Test
    void linesOfASequenceAndBoxesKeepPicturesWithTheirSurfaces() throws Exception {
        String line = "{\"type\":\"CityJSONFeature\",\"id\":\"%s\",\"CityObjects\":{\"%s\":%s}," + APPEARANCE + "," + VERTICES + "}\n";
        String one = String.format(line, "a", "a", wall("[[[0,1,2,3]]]", "{\"t\":{\"values\":[[[0,1,2,3,4]]]}}"));
        String two = String.format(line, "b", "b", wall("[[[1,7,8,2]]]", "{\"t\":{\"values\":[[[0,2,8,9,3]]]}}")).replace("brick", "glass");
        RecordingSink sink = read("s.city.jsonl", HEAD + "\"CityObjects\":{},\"vertices\":[]}\n" + one + two, ReadOptions.DEFAULT);
        assertThat(sink.solids.get(0).polygons().texturing().of()).containsExactly(0, 1);
        assertPlaced(sink.solids.get(0).polygons());

        String both = HEAD + "\"CityObjects\":{\"a\":" + wall("[[[0,1,2,3]]]", "{\"t\":{\"values\":[[[0,1,2,3,4]]]}}") + ",\"b\":"
                + wall("[[[1,7,8,2]]]", "{\"t\":{\"values\":[[[1,2,8,9,3]]]}}") + "}," + APPEARANCE + "," + VERTICES + "}";
        RecordingSink cut = read("b.city.json", both, new ReadOptions(Optional.empty(), Optional.of(new double[] {15, -1, 25, 1}), Map.of()));
        PolygonSet left = cut.solids.get(0).polygons();
        assertThat(left.polygonCount()).isEqualTo(1);
        assertThat(left.texturing().textures().get(left.texturing().of()[0]).name()).endsWith("glass.png");
        assertPlaced(left);
    }

    @Test
    void aMissingPictureIsToldOnce() throws Exception {
        Files.delete(folder.resolve("pics/brick.png"));
        RecordingSink sink = read("a.city.json", HEAD + "\"CityObjects\":{\"a\":" + wall("[[[0,1,2,3]],[[1,7,8,2]]]",
                "{\"t\":{\"values\":[[[0,1,2,3,4]],[[0,2,8,9,3]]]}}") + "}," + APPEARANCE + "," + VERTICES + "}", ReadOptions.DEFAULT);

        assertThat(sink.solids.get(0).polygons().polygonCount()).isEqualTo(2);
        assertThat(sink.diagnostics).filteredOn(d -> d.severity() == Severity.WARNING).singleElement()
                .satisfies(d -> assertThat(d.message()).contains("pics/brick.png"));
    }
}
