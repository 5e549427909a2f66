package org.kvarter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.kvarter.project.ProjectDocument;
import org.kvarter.project.ProjectStore;
import org.kvarter.series.store.duck.DuckLimits;
import org.kvarter.series.store.duck.DuckStore;
import org.kvarter.task.Progress;

/** {@code kvarter import --assist} and {@code --recipe}, as a script sees them. */
class TableImportTest {

    @TempDir
    private Path folder;

    private record Ran(int exit, String out, String err) {
    }

    @BeforeEach
    void aProjectOfThreeHouses() throws IOException {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        StringBuilder houses = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        for (int i = 0; i < 3; i++) {
            double x = 18.06 + 0.001 * i;
            houses.append(i == 0 ? "" : ",").append(String.format(Locale.ROOT, "{\"type\":\"Feature\",\"properties\":{\"id\":\"H%d\",\"address\":\"Storgatan %d\",\"floor_area\":1000},"
                    + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%3$.4f,59.33],[%4$.4f,59.33],[%4$.4f,59.3303],[%3$.4f,59.3303],[%3$.4f,59.33]]]}}", i + 1, 2 * i + 1, x, x + 0.0005));
        }
        Files.writeString(folder.resolve("houses.geojson"), houses + "]}");
        Files.writeString(folder.resolve("project.json"), "{\"format\":\"kvarter-project\",\"version\":1,\"name\":\"Street\",\"sources\":[{\"file\":\"houses.geojson\"}]}");
        Files.writeString(folder.resolve("heat.csv"), "tid;adress;Värme [kWh]\n2025-01-01 00:00;Storg. 1;10\n2025-01-01 00:00;Storg. 3;20\n2025-01-01 01:00;Storg. 1;11\n2025-01-01 01:00;Storg. 3;21\n");
    }

    private Ran run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Program program = (Program) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Program.class},
                (proxy, method, args) -> method.getName().endsWith("Folder") ? folder.resolve(method.getName()) : null);
        String[] words = java.util.Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        int exit = KvarterCommand.run(words, program, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Ran(exit, out.toString(), err.toString());
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    private JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    @Test
    void aTableIsRecognisedJoinedAndImportedAgain() throws Exception {
        Ran proposed = run("import", "--assist", at("heat.csv"), "--into", at("project.json"), "--recipe", at("r.json"));
        assertThat(proposed.exit()).as(proposed.err()).isZero();
        assertThat(proposed.out()).contains("2 of 2 places found their feature", "tid → time", "heat kWh", "r.json");
        assertThat(json(at("r.json")).at("/join/kind").asText()).isEqualTo("ADDRESS");
        assertThat(json(at("r.json")).at("/path").asText()).isEqualTo("heat.csv");

        Ran imported = run("import", "--recipe", at("r.json"), "--into", at("project.json"), "--json");
        assertThat(imported.exit()).as(imported.err()).isZero();
        JsonNode report = new ObjectMapper().readTree(imported.out());
        assertThat(report.at("/series/0/quantity").asText()).isEqualTo("heat");
        assertThat(report.at("/series/0/sum").asDouble()).isEqualTo(62);
        assertThat(report.at("/matched").asInt()).isEqualTo(2);
        assertThat(json(at("project.json")).at("/recipes")).hasSize(1);
        assertThat(json(at("project.json")).at("/recipes/0/path").asText()).isEqualTo("heat.csv");
        assertThat(json(at("project.json")).at("/dataBook/records/0/origin").asText()).isEqualTo("MEASURED");

        // once more replaces it rather than adding another
        assertThat(run("import", "--recipe", at("r.json"), "--into", at("project.json")).exit()).isZero();
        assertThat(json(at("project.json")).at("/recipes")).hasSize(1);
    }

    @Test
    void packagesCarryTheTable() throws Exception {
        run("import", "--assist", at("heat.csv"), "--into", at("project.json"), "--recipe", at("r.json"));
        assertThat(run("import", "--recipe", at("r.json"), "--into", at("project.json"), "--to", at("p.kvarter")).exit()).isZero();
        Files.delete(at("heat.csv"));
        Files.delete(at("houses.geojson"));
        ProjectDocument document = new ProjectStore(at("unpacked")).open(at("p.kvarter"), Progress.NONE).document();
        assertThat(Path.of(document.recipes().get(0).path())).exists().hasFileName("heat.csv").startsWith(at("unpacked"));
    }

    @Test
    void aSourceThatNoLongerFitsChangesNothing() throws Exception {
        run("import", "--assist", at("heat.csv"), "--into", at("project.json"), "--recipe", at("r.json"));
        Files.writeString(at("heat.csv"), "tid;adress;Värme [MWh]\n2026-01-01 00:00;Storg. 1;10\n2026-01-01 01:00;Storg. 1;20\n");
        String before = Files.readString(at("project.json"));
        Ran refused = run("import", "--recipe", at("r.json"), "--into", at("project.json"));
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("heat.csv no longer fits", "kWh", "MWh");
        assertThat(Files.readString(at("project.json"))).isEqualTo(before);
        Ran asJson = run("import", "--recipe", at("r.json"), "--into", at("project.json"), "--json");
        assertThat(asJson.exit()).isEqualTo(1);
        assertThat(new ObjectMapper().readTree(asJson.out()).at("/changes/0/kind").asText()).isEqualTo("unit");
    }

    @Test
    void newerRowsAreImportedAndTold() throws Exception {
        run("import", "--assist", at("heat.csv"), "--into", at("project.json"), "--recipe", at("r.json"));
        Files.writeString(at("heat.csv"), Files.readString(at("heat.csv")) + "2025-01-01 02:00;Storg. 1;12\n2025-01-01 02:00;Storg. 5;22\n");
        Ran imported = run("import", "--recipe", at("r.json"), "--into", at("project.json"));
        assertThat(imported.exit()).isZero();
        assertThat(imported.out()).contains("4 rows before, 6 now", "1 place is new: Storg. 5", "3 of 3 places");
    }

    @Test
    void aStoreTakesTheSeriesAndTheProjectAsksIt() throws Exception {
        run("import", "--assist", at("heat.csv"), "--into", at("project.json"), "--recipe", at("r.json"));
        Ran stored = run("import", "--recipe", at("r.json"), "--into", at("project.json"), "--store", at("heat.duckdb"));
        assertThat(stored.exit()).as(stored.err()).isZero();
        assertThat(stored.out()).contains("2 of 2 places", "2 intervals", "kWh");
        ProjectDocument document = new ProjectStore(at("unpacked")).open(at("project.json"), Progress.NONE).document();
        assertThat(document.recipes()).isEmpty();
        assertThat(document.series()).hasSize(1);
        try (DuckStore store = DuckStore.at(at("heat.duckdb"), new DuckLimits(1, 200))) {
            assertThat(store.keys("heat")).hasSize(2);
            assertThat(store.sum("heat", new int[] {0, 1})).containsExactly(30, 32);
        }
    }

    @Test
    void severalPlacesOfAFeatureAreSummedOnTheWayIntoAStore() throws Exception {
        Files.writeString(at("heat.csv"), "tid;adress;Värme [kWh]\n2025-01-01 00:00;Storg. 1 A;10\n2025-01-01 00:00;Storg. 1 B;20\n2025-01-01 01:00;Storg. 1 A;11\n2025-01-01 01:00;Storg. 1 B;21\n");
        run("import", "--assist", at("heat.csv"), "--into", at("project.json"), "--recipe", at("r.json"));
        Ran stored = run("import", "--recipe", at("r.json"), "--into", at("project.json"), "--store", at("heat.duckdb"));
        assertThat(stored.exit()).as(stored.err()).isZero();
        try (DuckStore store = DuckStore.at(at("heat.duckdb"), new DuckLimits(1, 200))) {
            assertThat(store.keys("heat")).hasSize(1);
            assertThat(store.sum("heat", new int[] {0})).containsExactly(30, 32);
        }
    }

    @ParameterizedTest
    @CsvSource({"300000000, 1, 0", "3, 0, 1"})
    void whatDoesNotFitIntoMemoryGoesIntoTheProjectsStore(String most, int recipes, int stored) throws Exception {
        run("import", "--assist", at("heat.csv"), "--into", at("project.json"), "--recipe", at("r.json"));
        System.setProperty("kvarter.table.values", most);
        try {
            Ran ran = run("import", "--recipe", at("r.json"), "--into", at("project.json"), "--json");
            assertThat(ran.exit()).as(ran.err()).isZero();
            JsonNode report = new ObjectMapper().readTree(ran.out());
            // the same is said whichever way it went
            assertThat(report.at("/matched").asInt()).isEqualTo(2);
            assertThat(report.at("/checks")).extracting(c -> c.at("/kind").asText()).contains("join", "unit", "range", "outliers", "negative", "missing", "constant", "total");
        } finally {
            System.clearProperty("kvarter.table.values");
        }
        ProjectDocument document = new ProjectStore(at("unpacked")).open(at("project.json"), Progress.NONE).document();
        assertThat(document.recipes()).hasSize(recipes);
        assertThat(document.series()).hasSize(stored);
        assertThat(document.series()).allSatisfy(s -> assertThat(Path.of(s.origin().file())).exists());
    }

    @Test
    void wrongUsageIsSaid() {
        assertThat(run("import", "--recipe", at("r.json")).exit()).isEqualTo(2);
        assertThat(run("import", "--assist", at("heat.csv")).exit()).isEqualTo(2);
        assertThat(run("import", at("heat.csv")).exit()).isEqualTo(2);
        assertThat(run("import", "--to", at("x.json")).exit()).isEqualTo(2);
        Ran missing = run("import", "--recipe", at("none.json"), "--into", at("project.json"));
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err()).contains("none.json");
    }
}
