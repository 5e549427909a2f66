package org.kvarter.importing.cityjson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SoundReading;

/** A valid file that uses everything the reader knows, changed at random: whatever comes of it is sound, or refused in a sentence. */
class CityJsonFuzzTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] STRANGE = {"null", "7", "-1", "1e400", "2.5", "\"x\"", "\"0\"", "[]", "{}", "[[]]", "[[[[[[0]]]]]]", "true",
        "99999999999999999999", "{\"type\":\"Solid\"}", "[0,1,2]", "[null]", "\"\\u0000\""};

    private static Path folder;

    @BeforeContainer
    static void start() throws IOException {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        folder = Files.createTempDirectory("fuzz");
    }

    @AfterContainer
    static void end() throws IOException {
        for (String name : List.of("fuzz.city.json", "fuzz.city.jsonl")) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.delete(folder);
    }

    private static final ReadOptions BOX = new ReadOptions(Optional.of("1"), Optional.of(new double[] {1000.2, 2000.2, 1000.4, 2000.4}),
            Map.of("layers", "Building,SolitaryVegetationObject,Road"));

    private static String everything() {
        String instance = "{\"type\":\"GeometryInstance\",\"template\":0,\"boundaries\":[6],\"transformationMatrix\":[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1]}";
        return new City()
                .set("metadata", "{\"referenceSystem\":\"EPSG:3011\",\"title\":\"t\",\"geographicalExtent\":[0,0,0,1,1,1],"
                        + "\"pointOfContact\":{\"contactName\":\"c\"}}")
                .set("extensions", "{\"E\":{\"url\":\"u\",\"version\":\"1\"}}")
                .set("appearance", "{\"default-theme-material\":\"d\",\"materials\":[{\"diffuseColor\":[1,0,0],\"transparency\":0.5}]}")
                .set("geometry-templates", "{\"templates\":[" + City.oneGeometry("MultiSurface", "3", "[[[0,1,2]]]",
                        City.semantics("[0]", "RoofSurface")) + "],\"vertices-templates\":[[0,0,0],[1,0,0],[0,0,1]]}")
                .object("house", "Building", "\"children\":[\"part\",\"room\"]", "\"attributes\":{\"a\":1,\"b\":{\"c\":[1,{\"d\":2}]},"
                        + "\"e\":{\"value\":3,\"uom\":\"m\"}}", "\"address\":[{\"Country\":\"SE\"}]",
                        City.geometry("MultiSurface", "0", "[[[0,1,2,3]]]"))
                .object("part", "BuildingPart", "\"parents\":[\"house\"]", City.geometry("Solid", "2.2", City.CUBE_SOLID,
                        "\"semantics\":{\"values\":[[0,1,1,1,1,null]],\"surfaces\":[{\"type\":\"GroundSurface\",\"slope\":0.5,"
                                + "\"azimuth\":{\"value\":3,\"uom\":\"deg\"}},{\"type\":\"WallSurface\",\"parent\":0,\"name\":\"w\"}]}",
                        "\"material\":{\"d\":{\"values\":[[0,null,0,0,0,0]]},\"n\":{\"value\":0}}"))
                .object("room", "BuildingRoom", "\"parents\":[\"house\"]", City.cube("3"))
                .object("tree", "SolitaryVegetationObject", City.geometries(instance))
                .object("road", "Road", City.geometry("MultiLineString", "0", "[[0,1],[2,3]]"))
                .object("pole", "+Pole", City.geometry("MultiPoint", "1", "[4,5]"))
                .object("all", "CityObjectGroup", "\"children\":[\"tree\",\"road\"]").json();
    }

    @Property(tries = 150, seed = "20261122", shrinking = ShrinkingMode.OFF)
    void bearsStrangeValuesAnywhere(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int changes) throws IOException {
        Random random = new Random(seed);
        JsonNode root = JSON.readTree(everything());
        for (int i = 0; i < changes; i++) {
            change(root, random);
        }
        Path file = folder.resolve("fuzz.city.json");
        Files.writeString(file, JSON.writeValueAsString(root));

        SoundReading.of(new CityJsonImporter(), file);
        SoundReading.of(new CityJsonImporter(), file, BOX);
    }

    @Property(tries = 150, seed = "20261122", shrinking = ShrinkingMode.OFF)
    void bearsStrangeBytesAnywhere(@ForAll long seed, @ForAll boolean sequence) throws IOException {
        Random random = new Random(seed);
        String text = everything();
        if (sequence) {
            text = new City().json() + "\n" + text.replace("\"CityJSON\"", "\"CityJSONFeature\"") + "\n" + text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "[]{}\",:0\n".charAt(random.nextInt(9));
                default -> System.arraycopy(bytes, random.nextInt(bytes.length - 20), bytes, Math.min(at, bytes.length - 20), 20);
            }
        }
        Path file = folder.resolve(sequence ? "fuzz.city.jsonl" : "fuzz.city.json");
        Files.write(file, bytes);

        SoundReading.of(new CityJsonImporter(), file);
        SoundReading.of(new CityJsonImporter(), file, BOX);
    }

    /** Puts a strange value in some place, takes a member away, or copies one over another. */
    private static void change(JsonNode root, Random random) throws IOException {
        List<ContainerNode<?>> containers = new ArrayList<>();
        collect(root, containers);
        ContainerNode<?> container = containers.get(random.nextInt(containers.size()));
        if (container.isEmpty()) {
            return;
        }
        int index = random.nextInt(container.size());
        JsonNode value = random.nextInt(4) == 0 ? containers.get(random.nextInt(containers.size())).deepCopy()
                : JSON.readTree(STRANGE[random.nextInt(STRANGE.length)]);
        boolean remove = random.nextInt(5) == 0;
        if (container instanceof ArrayNode array) {
            if (remove) {
                array.remove(index);
            } else {
                array.set(index, value);
            }
        } else if (container instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            if (remove) {
                object.remove(names.get(index));
            } else {
                object.set(names.get(index), value);
            }
        }
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> into) {
        if (node instanceof ContainerNode<?> container) {
            into.add(container);
            container.forEach(child -> collect(child, into));
        }
    }
}
