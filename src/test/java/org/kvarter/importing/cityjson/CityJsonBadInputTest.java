package org.kvarter.importing.cityjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.arrays.IntList;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;

/** What happens to files that are broken, cut off, or not what they seem. */
class CityJsonBadInputTest {

    private static final String HEAD = "{\"type\":\"CityJSON\",\"version\":\"2.0\",\"transform\":{\"scale\":[1,1,1],\"translate\":[0,0,0]},"
            + "\"CityObjects\":{},\"vertices\":[]}";

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private RecordingSink read(String name, byte[] bytes) throws Exception {
        return RecordingSink.read(new CityJsonImporter(), Files.write(folder.resolve(name), bytes), ReadOptions.DEFAULT);
    }

    private RecordingSink read(City city) throws Exception {
        return read("test.city.json", city.json().getBytes(StandardCharsets.UTF_8));
    }

    private static String feature(String id, String vertices) {
        return "{\"type\":\"CityJSONFeature\",\"id\":\"" + id + "\",\"CityObjects\":{\"" + id + "\":{\"type\":\"Building\","
                + City.geometry("MultiSurface", "2", "[[[0,1,2]]]") + "}},\"vertices\":" + vertices + "}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'' | holds no JSON object", "'   \n ' | holds no JSON object", "[] | holds no JSON object", "12 | holds no JSON object",
        "{} | neither \"type\"", "{\"type\":\"FeatureCollection\"} | neither \"type\"",
        "{\"type\":\"CityJSON\" | breaks off in line 1", "{\"type\": oops} | not valid JSON from line 1",
        "{\"type\":\"CityJSON\",\"version\":\"0.9\"} | is CityJSON 0.9",
        "{\"type\":\"CityJSON\",\"version\":\"3.0\"} | is CityJSON 3.0",
        "{\"type\":\"CityJSON\",\"version\":7} | is CityJSON 7",
        "{\"type\":\"CityJSONFeature\",\"CityObjects\":{},\"vertices\":[]} | first line"})
    void refusesWhatHoldsNothingItCanTell(String text, String reason) {
        assertThatThrownBy(() -> read("test.json", text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(ImportException.class)
                .hasMessageStartingWith("test.json ").hasMessageContaining(reason);
    }

    @Test
    void refusesObjectsWithoutVertices() {
        assertThatThrownBy(() -> read(new City().without("vertices").object("a", "Building", City.cube("2"))))
                .isInstanceOf(ImportException.class).hasMessageContaining("no \"vertices\"");
    }

    @Test
    void refusesBracketsWithoutEnd() {
        byte[] deep = new byte[100_000];
        Arrays.fill(deep, (byte) '[');
        byte[] start = "{\"type\":\"CityJSON\",\"CityObjects\":{\"a\":{\"attributes\":{\"x\":".getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(start, start.length + deep.length);
        System.arraycopy(deep, 0, all, start.length, deep.length);

        assertThatThrownBy(() -> read("deep.city.json", all)).isInstanceOf(ImportException.class).hasMessageContaining("deeper than any");
    }

    /** One bad surface among the good ones: it is left out, its object is named, and the rest is there. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "[[[0,1,99]],[[0,1,2]]]; names vertex 99", "[[[0,1,-1]],[[0,1,2]]]; names vertex", "[[[0,1,1.5]],[[0,1,2]]]; names vertex",
        "[[[0,1,null]],[[0,1,2]]]; names vertex", "[[[0,1,{}]],[[0,1,2]]]; names vertex", "[[[0,1,\"x\"]],[[0,1,2]]]; names vertex",
        "[[[0,1,99999999999]],[[0,1,2]]]; names vertex", "[[[0,1]],[[0,1,2]]]; fewer than three", "[[[0,0,0]],[[0,1,2]]]; fewer than three",
        "[[[0,1,2]],[[]]]; fewer than three", "[[[0,1,0,1]],[[0,1,2]]]; no area", "[[[0,1,2]],[[0,8,2]]]; not three finite",
        "[[[0,1,2]],[[0,9,2]]]; not three finite", "[[[0,1,2]],[[0,10,2]]]; not three finite", "[[[0,1,2]],[[0,11,2]]]; not three finite"})
    void leavesOneBadSurfaceOut(String boundaries, String reason) throws Exception {
        String vertices = City.CUBE_VERTICES.replace("]]", "],[1,NaN,2],[1,2],[1e999,0,0],\"gone\"]");

        RecordingSink sink = read(new City().set("vertices", vertices)
                .object("a", "Building", City.geometry("MultiSurface", "2", boundaries)));

        assertThat(sink.solids("Building").polygons().polygonCount()).isEqualTo(1);
        assertThat(sink.diagnostics).singleElement().matches(d -> d.object().equals("a") && d.message().contains(reason));
    }

    @Test
    void dropsABrokenHoleButKeepsItsSurface() throws Exception {
        RecordingSink sink = read(new City().object("a", "Building", City.geometry("MultiSurface", "2", "[[[0,1,2,3],[0,1]]]")));

        assertThat(sink.solids("Building").polygons().ringEnds()).containsExactly(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "[\"0\",\"1000\",0]; 3", "[\"0\",\" 1000 \",0]; 3", "[0,1000,0,5,6]; 3"})
    void readsVerticesThatAreAlmostRight(String vertex, int corners) throws Exception {
        RecordingSink sink = read(new City().set("vertices", "[[0,0,0],[1000,0,0]," + vertex + "]")
                .object("a", "Building", City.geometry("MultiSurface", "2", "[[[0,1,\"2\"]]]")));

        assertThat(sink.solids("Building").polygons().corners()).hasSize(corners);
        assertThat(sink.diagnostics).isEmpty();
    }

    /** Members of wrong types anywhere: the object stays, without what could not be understood. */
    @ParameterizedTest
    @ValueSource(strings = {"\"geometry\":7", "\"geometry\":{}", "\"geometry\":null", "\"geometry\":[7,null,\"x\",[]]", "\"geometry\":[{}]",
        "\"geometry\":[{\"type\":7,\"lod\":{},\"boundaries\":\"x\"}]", "\"geometry\":[{\"type\":\"Solid\",\"boundaries\":[[[[[[[[0]]]]]]]]}]",
        "\"geometry\":[{\"type\":\"MultiSurface\",\"boundaries\":[[[0,1,2]],[3]]}]", "\"attributes\":7", "\"attributes\":[1,2]",
        "\"parents\":{}", "\"parents\":[7,{}]", "\"children\":7", "\"address\":7", "\"address\":[[[]]]", "\"attributes\":null",
        "\"geometry\":[{\"type\":\"GeometryInstance\",\"template\":\"x\",\"boundaries\":{},\"transformationMatrix\":7}]",
        "\"geometry\":[{\"type\":\"GeometryInstance\",\"template\":5,\"boundaries\":[0],\"transformationMatrix\":[1,2]}]"})
    void bearsWrongTypes(String member) throws Exception {
        RecordingSink sink = read(new City().object("bad", "Building", member).object("good", "Building", City.cube("2")));

        assertThat(sink.solids("Building").features().ids()).containsExactly("bad", "good");
        assertThat(sink.solids("Building").polygons().polygonFeature()).containsOnly(1).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "metadata; 7", "metadata; {\"referenceSystem\":{},\"geographicalExtent\":\"x\"}", "metadata; {\"geographicalExtent\":[1]}",
        "appearance; []", "appearance; {\"materials\":{}}", "appearance; {\"materials\":[null,7,{\"diffuseColor\":\"red\"}]}",
        "geometry-templates; 7", "geometry-templates; {\"templates\":{},\"vertices-templates\":7}", "extensions; 7", "+extra; [[[1]]]"})
    void bearsWrongTypesInTheRoot(String section, String value) throws Exception {
        RecordingSink sink = read(new City().set(section, value).object("a", "Building", City.cube("2")));

        assertThat(sink.solids("Building").polygons().polygonCount()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "{}", "{\"scale\":[1,1],\"translate\":[0,0,0]}", "{\"scale\":[1,1,\"x\"],\"translate\":[0,0,0]}",
        "{\"scale\":[1,1,1]}", "{\"scale\":[0,0,0],\"translate\":[0,0,0]}"})
    void warnsOfABrokenTransform(String transform) throws Exception {
        RecordingSink sink = read(new City().set("transform", transform).object("a", "Building", City.cube("2")));

        assertThat(sink.diagnostics).anyMatch(d -> d.severity() == Severity.WARNING && d.message().contains("\"transform\""));
    }

    @Test
    void reportsBothObjectsOfOneIdAndRenamesTheSecond() throws Exception {
        RecordingSink sink = read(new City().object("a", "Building", City.cube("2")).object("a", "Road", City.cube("2"))
                .object("a", "Building", City.cube("2")));

        assertThat(sink.solids("Building").features().ids()).containsExactly("a", "a (3)");
        assertThat(sink.solids("Road").features().ids()).containsExactly("a (2)");
        assertThat(sink.diagnostics).hasSize(2).allMatch(d -> d.object().equals("a"));
    }

    @Test
    void cutsCyclesOfParts() throws Exception {
        RecordingSink sink = read(new City().object("a", "Building", "\"parents\":[\"b\"]", City.cube("2"))
                .object("b", "BuildingPart", "\"parents\":[\"a\"]").object("c", "BuildingPart", "\"parents\":[\"c\",\"lost\"]"));

        assertThat(sink.solids("Building").features().parents()).containsExactly(1, -1, -1);
        assertThat(sink.diagnostics).extracting(Diagnostic::object).containsExactly("b", "c", "c");
    }

    @Test
    void countsRepeatedTroubleInsteadOfRepeatingIt() throws Exception {
        RecordingSink sink = read(new City().object("a", "Building",
                City.geometry("MultiSurface", "2", "[[[0,1,2]]" + ",[[0,1,77]]".repeat(1239) + "]")));

        assertThat(sink.diagnostics).hasSize(6);
        assertThat(sink.diagnostics.get(5).message()).contains("1,234 more").contains("names vertex 77");
    }

    /** However a file is cut, what is handed on is whole: the features before the cut with all their surfaces, and an error. */
    @ParameterizedTest
    @ValueSource(strings = {"CityObjects", "vertices"})
    void loadsWhatCameCompleteBeforeACut(String last) throws Exception {
        City city = new City().last(last);
        for (int i = 0; i < 20; i++) {
            city.object("b" + i, "Building", City.cube("2"));
        }
        byte[] whole = city.json().getBytes(StandardCharsets.UTF_8);
        int loaded = 0;
        for (int length = whole.length - 2; length > 0; length -= 151) {
            try {
                RecordingSink sink = read("cut.city.json", Arrays.copyOf(whole, length));
                assertThat(sink.diagnostics).anyMatch(d -> d.severity() == Severity.ERROR && d.message().contains("breaks off"));
                for (var batch : sink.solids) {
                    int[] features = batch.polygons().polygonFeature();
                    assertThat(features).hasSize(6 * batch.features().size());
                    loaded += batch.features().size();
                }
            } catch (ImportException e) {
                assertThat(e.getMessage()).contains("cut.city.json");
            }
        }
        // With the vertices last, only a cut behind the last of them leaves anything that has a place.
        assertThat(loaded).isGreaterThan(last.equals("CityObjects") ? 20 : 0);
    }

    @Test
    void keepsAWholeFileWithSomethingBehindIt() throws Exception {
        RecordingSink sink = read("tail.city.json", (new City().object("a", "Building", City.cube("2")).json() + "}}garbage")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(sink.solids("Building").polygons().polygonCount()).isEqualTo(6);
        assertThat(sink.diagnostics).singleElement().matches(d -> d.severity() == Severity.ERROR);
    }

    @Test
    void aBrokenLineCostsOnlyItself() throws Exception {
        String triangle = "[[0,0,0],[9,0,0],[9,9,0]]";
        String text = String.join("\n", HEAD, feature("a", triangle), feature("b", triangle).replace("]]]", "]]"), "", "nonsense",
                feature("c", "[[0,0,0],[9,0,0]"), feature("d", triangle), "{\"type\":\"CityJSONFeature\",\"CityObj");

        RecordingSink sink = read("test.city.jsonl", text.getBytes(StandardCharsets.UTF_8));

        assertThat(sink.solids("Building").features().ids()).containsExactly("a", "d");
        assertThat(sink.solids("Building").polygons().polygonFeature()).containsExactly(0, 1);
        assertThat(sink.diagnostics).extracting(d -> d.severity() + d.message().replaceAll("\\D", ""))
                .containsExactly("ERROR3", "ERROR5", "ERROR6", "ERROR8");
    }

    @Test
    void refusesASequenceWithoutItsFirstLine() {
        assertThatThrownBy(() -> read("test.city.jsonl", (feature("a", "[]") + "\n" + feature("b", "[]")).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ImportException.class).hasMessageContaining("first line");
    }

    @Test
    void readsASequenceWhateverItIsCalled() throws Exception {
        String text = HEAD + "\r\n" + feature("å", "[[0,0,0],[9,0,0],[9,9,0]]") + "\r\n";

        RecordingSink sink = read("test.json", text.getBytes(StandardCharsets.UTF_8));

        assertThat(sink.description.format()).isEqualTo("CityJSONSeq");
        assertThat(sink.solids("Building").features().ids()).containsExactly("å");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,EF BB BF,0", "UTF-16LE,FF FE,0", "UTF-16BE,FE FF,0", "UTF-16LE,'',0", "windows-1252,'',1"})
    void readsOtherEncodings(String encoding, String mark, int remarks) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String b : mark.isEmpty() ? new String[0] : mark.split(" ")) {
            bytes.write(Integer.parseInt(b, 16));
        }
        bytes.write(new City().object("Å", "Building", City.cube("2")).json().getBytes(Charset.forName(encoding)));
        Path file = Files.write(folder.resolve("test.json"), bytes.toByteArray());

        RecordingSink sink = RecordingSink.read(new CityJsonImporter(), file, ReadOptions.DEFAULT);

        assertThat(new CityJsonImporter().probe(SourceHead.of(file))).isEqualTo(1);
        assertThat(sink.solids("Building").features().ids()).containsExactly("Å");
        assertThat(sink.diagnostics).hasSize(remarks);
    }

    @Test
    void unpacksGzip() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(new City().object("a", "Building", City.cube("2")).json().getBytes(StandardCharsets.UTF_8));
        }
        RecordingSink sink = read("test.city.json.gz", bytes.toByteArray());
        assertThat(sink.solids("Building").polygons().polygonCount()).isEqualTo(6);

        assertThatThrownBy(() -> read("cut.city.json.gz", Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2)))
                .isInstanceOf(ImportException.class).hasMessageContaining("cut.city.json.gz");
    }

    /** 10⁵ attributes of different names in as many objects would be 10¹⁰ cells. */
    @Test
    void boundsTheNumberOfAttributes() throws Exception {
        City city = new City();
        for (int i = 0; i < 1500; i++) {
            city.object("b" + i, "Building", "\"attributes\":{\"a" + i + "\":1}");
        }
        RecordingSink sink = read(city);

        assertThat(sink.solids("Building").features().attributes().columns()).hasSize(LayerBuilder.MAX_ATTRIBUTES);
        assertThat(sink.diagnostics).anyMatch(d -> d.message().contains("495 more"));
    }

    @Test
    void growsOnlyWithinItsBudget() {
        IntList list = new IntList(new MemoryBudget(4000));

        assertThatThrownBy(() -> {
            for (int i = 0; i < 2000; i++) {
                list.add(i);
            }
        }).isInstanceOf(MemoryBudget.ExceededException.class);
        assertThat(list.size()).isBetween(500, 1000);
        list.release();
        list.add(1);
        assertThat(list.size()).isOne();
    }
}
