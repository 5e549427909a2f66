package org.kvarter.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.kvarter.task.Progress;

/** Projects and packages with values and bytes changed at random: they open, or a sentence says why not, and nothing lands elsewhere. */
class ProjectFuzzTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] STRANGE = {"null", "7", "-1", "1e300", "\"x\"", "\"\"", "[]", "{}", "[[]]", "true", "\"../../../x\"",
        "\"\\u0000\"", "99999999999999999999", "[null]", "{\"kind\":\"other\"}", "\"/\"", "\".\"", "\"NaN\""};
    private static final String PROJECT = """
            {"format":"kvarter-project","version":1,"name":"Hamnen","frame":{"crs":"EPSG:3011","originEast":153000,"originNorth":6579000,
            "originHeight":0},"sources":[{"file":"data/1/houses.geojson","crs":"","lod":"","bbox":[1,2,3,4],"settings":{"up":"z"},
            "layers":["houses"],"removed":["gone"]}],"layers":[{"id":"houses","title":"Houses","style":{"visible":true,"opacity":0.5,
            "label":"name"}}],"viewpoints":[{"name":"Kajen","east":1,"north":2,"up":3,"yaw":4,"pitch":-15}],
            "overlays":[{"id":"o2","title":"Class","layer":"houses","source":{"kind":"attribute","attribute":"c"},"divideBy":"","unit":"",
            "scale":{"method":"JENKS","ramp":"energy","reversed":true,"classes":7,"breaks":[]}}],"activeOverlay":"o2",
            "series":[{"id":"heat","title":"Heat","quantity":"heat","file":"data/2/heat.csv","layer":"houses","keyAttribute":""}],
            "filter":"height > 10","filterMode":"HIDE","pins":[{"layer":"houses","feature":"H1"}]}
            """;

    private Path folder;
    private ProjectStore store;

    @BeforeProperty
    void start() throws IOException {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        folder = Files.createTempDirectory("fuzz");
        store = new ProjectStore(folder.resolve("in/unpacked"));
        Files.createDirectories(folder.resolve("in"));
    }

    @AfterProperty
    void end() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private void open(Path file) throws IOException {
        try {
            assertThat(store.open(file, Progress.NONE).document()).isNotNull();
        } catch (ProjectException e) {
            assertThat(e.getMessage()).contains(file.getFileName().toString()).hasSizeLessThan(600).doesNotContain("Exception", "java.", "null");
        }
        try (Stream<Path> outside = Files.list(folder)) {
            assertThat(outside).as("nothing beside the folder to unpack to").containsExactly(folder.resolve("in"));
        }
        store.forgetUnpacked();
    }

    @Property(tries = 250, seed = "20261125", shrinking = ShrinkingMode.OFF)
    void bearsStrangeValuesAnywhere(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        JsonNode root = JSON.readTree(PROJECT);
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            change(root, random);
        }
        open(Files.writeString(folder.resolve("in/kvarter.json"), root.toString()));
    }

    @Property(tries = 150, seed = "20261125", shrinking = ShrinkingMode.OFF)
    void bearsStrangeBytesAnywhere(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        byte[] bytes = random.nextBoolean() ? PROJECT.getBytes(StandardCharsets.UTF_8)
                : zip("kvarter.json", PROJECT, "data/1/houses.geojson", "{}", random.nextBoolean() ? "../../evil" : "data/2/heat.csv", "t;A");
        String name = bytes[0] == 'P' ? "in/fuzz.kvarter" : "in/kvarter.json";
        for (int n = random.nextInt(5); n > 0; n--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        open(Files.write(folder.resolve(name), random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes));
    }

    @Example
    void refusesWhatWouldUnpackToAnAbsurdSize() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("kvarter.json"));
            zip.write(PROJECT.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("data/1/houses.geojson"));
            byte[] zeros = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 200; megabyte++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        Path file = Files.write(folder.resolve("in/bomb.kvarter"), bytes.toByteArray());
        assertThat(200 * (1L << 20) / bytes.size()).as("how many times it grows").isGreaterThan(1_000);
        assertThatThrownBy(() -> new ProjectStore(folder.resolve("in/small")).open(file, Progress.NONE))
                .isInstanceOf(ProjectException.class).hasMessageContaining("bomb.kvarter");
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

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
        if (container instanceof ArrayNode array) {
            array.set(index, value);
        } else if (container instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            if (random.nextInt(5) == 0) {
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
