package org.kvarter.importing.cityjson;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.SolidBatch;

/** What a person did not ask for is left out while reading, and costs little. */
class CityJsonFilterTest {

    private static final int MANY = 3_000;

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private static ReadOptions box(double... box) {
        return new ReadOptions(Optional.empty(), Optional.of(box), Map.of());
    }

    private static ReadOptions layers(String names) {
        return new ReadOptions(Optional.empty(), Optional.empty(), Map.of("layers", names));
    }

    /** Vertices of a cube of a metre, {@code metres} east of the origin, as CityJSON millimetres. */
    private static String cubeAt(int metres) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            int x = (i & 3) == 1 || (i & 3) == 2 ? 1000 : 0;
            text.append(i == 0 ? "" : ",").append('[').append(x + 1000 * metres).append(',').append((i & 3) >= 2 ? 1000 : 0).append(',')
                    .append(i >= 4 ? 1000 : 0).append(']');
        }
        return text.toString();
    }

    /** {@link City#CUBE_SOLID} over other vertices. */
    private static String solidFrom(int first) {
        StringBuilder text = new StringBuilder();
        for (char c : City.CUBE_SOLID.toCharArray()) {
            text.append(Character.isDigit(c) ? String.valueOf(first + c - '0') : String.valueOf(c));
        }
        return text.toString();
    }

    /** A row of buildings ten metres apart, each with a part that holds the geometry. */
    private Path row(boolean sequence) throws Exception {
        StringBuilder lines = new StringBuilder(new City().set("vertices", "[]").json());
        City whole = new City();
        StringBuilder vertices = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            String parent = "\"children\":[\"p" + i + "\"],\"attributes\":{\"name\":\"house " + i + "\"}";
            String child = "\"parents\":[\"b" + i + "\"],\"attributes\":{\"code\":\"part " + i + "\"}";
            if (sequence) {
                lines.append("\n{\"type\":\"CityJSONFeature\",\"id\":\"b").append(i).append("\",\"CityObjects\":{\"b").append(i)
                        .append("\":{\"type\":\"Building\",").append(parent).append("},\"p").append(i)
                        .append("\":{\"type\":\"BuildingPart\",").append(child).append(',').append(City.cube("2"))
                        .append("}},\"vertices\":[").append(cubeAt(10 * i)).append("]}");
            } else {
                whole.object("b" + i, "Building", parent);
                whole.object("p" + i, "BuildingPart", child, City.geometry("Solid", "2", solidFrom(8 * i)));
                vertices.append(i == 0 ? "" : ",").append(cubeAt(10 * i));
            }
        }
        Path file = folder.resolve(sequence ? "row.city.jsonl" : "row.city.json");
        return Files.writeString(file, sequence ? lines : whole.set("vertices", "[" + vertices + "]").json());
    }

    private static long allocated(Path file, ReadOptions options) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        RecordingSink.read(new CityJsonImporter(), file, options);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void onlyTheBoxIsReadWithAllPartsOfWhatMeetsIt(boolean sequence) throws Exception {
        RecordingSink sink = RecordingSink.read(new CityJsonImporter(), row(sequence), box(1019, 1999, 1041, 2005));

        SolidBatch buildings = sink.solids("Building");
        assertThat(buildings.features().ids()).containsExactlyInAnyOrder("b2", "p2", "b3", "p3", "b4", "p4");
        assertThat(buildings.polygons().polygonCount()).isEqualTo(18);
        assertThat(buildings.polygons().vertexCount()).isEqualTo(24);
        assertThat(buildings.features().attributes().value("name", List.of(buildings.features().ids()).indexOf("b3"))).isEqualTo("house 3");
        assertThat(sink.diagnostics).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"false, 0.8", "true, 0.7"})
    void aSmallBoxCostsLess(boolean sequence, double share) throws Exception {
        Path file = row(sequence);
        allocated(file, ReadOptions.DEFAULT);
        assertThat((double) allocated(file, box(1019, 1999, 1041, 2005))).isLessThan(share * allocated(file, ReadOptions.DEFAULT));
    }

    @Test
    void anEmptyBoxSaysSo() throws Exception {
        RecordingSink sink = RecordingSink.read(new CityJsonImporter(), row(false), box(0, 0, 1, 1));

        assertThat(sink.solids).isEmpty();
        assertThat(sink.diagnostics).singleElement().satisfies(d -> assertThat(d.message()).contains("in the box"));
    }

    @Test
    void aBuildingIsKeptWholeWhereOnlyOneOfItsPartsMeetsTheBox() throws Exception {
        City city = new City().object("b", "Building", "\"children\":[\"near\",\"far\"]")
                .object("near", "BuildingPart", "\"parents\":[\"b\"]", City.cube("2"))
                .object("far", "BuildingPart", "\"parents\":[\"b\"]", City.geometry("Solid", "2", solidFrom(8)))
                .object("other", "Building", City.geometry("Solid", "2", solidFrom(8)))
                .set("vertices", "[" + cubeAt(0) + "," + cubeAt(50) + "]");
        RecordingSink sink = RecordingSink.read(new CityJsonImporter(), city.write(folder), box(999, 1999, 1002, 2002));

        assertThat(sink.solids("Building").features().ids()).containsExactly("b", "near", "far");
        assertThat(sink.solids("Building").polygons().polygonCount()).isEqualTo(12);
    }

    @Test
    void geometryIsNotEvenParsedWhereTheStatedExtentLiesOutside() throws Exception {
        String far = "\"geographicalExtent\":[5000,5000,0,5001,5001,1]";
        String near = "\"geographicalExtent\":[1000,2000,10,1001,2001,11]";
        String broken = "\"geometry\":[{\"type\":\"Solid\",\"lod\":\"2\",\"boundaries\":[[[\"nonsense\"],7]]}]";
        City city = new City().object("out", "Building", far, broken).object("in", "Building", near, City.cube("2"))
                .object("unstated", "Building", City.cube("2")).object("part", "BuildingPart", far, City.cube("2"))
                .object("odd", "Building", "\"geographicalExtent\":[9,9,9,1,1,1]", City.cube("2"));
        RecordingSink sink = RecordingSink.read(new CityJsonImporter(), city.write(folder), box(999, 1999, 1002, 2002));

        assertThat(sink.solids("Building").features().ids()).containsExactlyInAnyOrder("in", "unstated", "part", "odd");
        assertThat(sink.diagnostics).noneMatch(d -> d.object().equals("out"));
        assertThat(RecordingSink.read(new CityJsonImporter(), city.write(folder), ReadOptions.DEFAULT).diagnostics)
                .as("asked for, it is told").anyMatch(d -> d.object().equals("out"));
    }

    @Test
    void onlyTheLayersAskedForAreRead() throws Exception {
        City city = new City().object("b", "Building", "\"children\":[\"p\"]").object("p", "BuildingPart", "\"parents\":[\"b\"]",
                City.cube("2")).object("r", "Road", City.cube("1")).object("t", "SolitaryVegetationObject", City.cube("1"));
        RecordingSink sink = RecordingSink.read(new CityJsonImporter(), city.write(folder), layers("building, Road"));

        assertThat(sink.solids).extracting(SolidBatch::layer).containsExactlyInAnyOrder("Building", "Road");
        assertThat(sink.diagnostics).isEmpty();
    }

    private static String surface(String type, String members) {
        return "{\"type\":\"" + type + "\"" + members + "}";
    }

    @Test
    void attributesOfSurfacesStayWithTheirObject() throws Exception {
        // A roof of two halves, one three times the other, and a wall.
        String faces = "[[[0,1,2,3]],[[4,5,6,7]],[[0,1,5,4]]]";
        String semantics = "\"semantics\":{\"surfaces\":[" + surface("RoofSurface",
                ",\"slope\":30,\"azimuth\":350,\"solar\":{\"value\":100.0,\"uom\":\"kWh/m2\"},\"material\":\"tile\",\"parent\":3,\"id\":\"s1\"") + ","
                + surface("RoofSurface", ",\"slope\":10,\"azimuth\":10,\"solar\":{\"value\":200.0,\"uom\":\"kWh/m2\"},\"material\":\"slate\"")
                + "," + surface("WallSurface", ",\"windows\":true") + "],\"values\":[0,1,2]}";
        City city = new City().object("a", "Building", City.geometry("MultiSurface", "2", faces, semantics))
                .object("plain", "Building", City.cube("2"))
                .set("vertices", "[[0,0,0],[3000,0,0],[3000,1000,0],[0,1000,0],[0,0,9000],[1000,0,9000],[1000,1000,9000],[0,1000,9000]]");
        RecordingSink sink = RecordingSink.read(new CityJsonImporter(), city.write(folder), ReadOptions.DEFAULT);

        var features = sink.solids("Building").features();
        Map<String, Object> row = features.attributes().row(0);
        assertThat((double) row.get("RoofSurface.slope")).isEqualTo((3 * 30 + 10) / 4.0);
        assertThat((double) row.get("RoofSurface.solar")).isEqualTo((3 * 100 + 200) / 4.0);
        assertThat((double) row.get("RoofSurface.azimuth")).as("across north").isBetween(350.0, 360.0);
        assertThat(row.get("RoofSurface.material")).isEqualTo("tile; slate");
        assertThat(row.get("WallSurface.windows")).isEqualTo("true");
        assertThat(features.attributes().row(1)).isEmpty();
        assertThat(features.attributes().columns()).filteredOn(c -> c.name().equals("RoofSurface.solar"))
                .singleElement().satisfies(c -> assertThat(c.unit()).isEqualTo("kWh/m2"));
        assertThat(sink.diagnostics).singleElement().satisfies(d -> assertThat(d.message()).contains("5 attributes", "RoofSurface.slope"));
    }
}
