package org.kvarter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.cli.NoWindow.Ran;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.model.LayerStyle;
import org.kvarter.project.ProjectDocument;
import org.kvarter.project.ProjectLayer;
import org.kvarter.project.ProjectStore;
import org.kvarter.series.SeriesView;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.series.store.SeriesOrigin;
import org.kvarter.series.store.SeriesStores;
import org.kvarter.session.loading.ProjectData;
import org.kvarter.task.Progress;
import org.kvarter.task.Tasks;
import org.kvarter.text.LocalText;

/** Loading series into the stores of projects and asking them, from the command line. */
class SeriesCommandTest {

    private static final String ROWS = "building;time;kWh\nA;2025-01-01 00:00;1,5\nA;2025-01-01 01:00;2\nB;2025-01-01 00:00;4\n";

    @TempDir
    private Path folder;
    private NoWindow program;
    private Path csv;

    @BeforeEach
    void aTable() throws IOException {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        program = new NoWindow(folder);
        csv = Files.writeString(folder.resolve("meters.csv"), ROWS);
    }

    private Path project(String name) throws Exception {
        Path file = folder.resolve(name);
        ProjectDocument empty = ProjectDocument.EMPTY;
        new ProjectStore(folder.resolve("tmp")).save(new ProjectDocument(1, "Town", null, empty.sources(),
                java.util.List.of(ProjectLayer.of("houses", LocalText.of("Houses"), LayerStyle.DEFAULT)), empty.viewpoints(), empty.overlays(), "",
                empty.series(), null, "", "FADE", empty.pins()), file, Progress.NONE);
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"town.json", "town.kvarter"})
    void aProjectsStoreGoesWithItAndIsShownWhenItOpens(String name) throws Exception {
        Path project = project(name);
        Ran loaded = program.run("series", "load", csv, project, "--zone", "Europe/Stockholm", "--unit", "kWh", "--title", "Meters");
        assertThat(loaded.err()).isEmpty();
        assertThat(loaded.exit()).isZero();
        assertThat(loaded.out()).contains("meters: 3 values out of 3 rows, 2 places \u00d7 2 intervals of PT1H");

        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        if (name.endsWith(".json")) {
            assertThat(folder.resolve("town-data/series.duckdb")).exists();
            Files.move(folder.resolve("town-data"), elsewhere.resolve("town-data"));
        }
        Path moved = Files.move(project, elsewhere.resolve(name));
        ProjectStore store = new ProjectStore(folder.resolve("unpacked"));
        ProjectDocument document = store.open(moved, Progress.NONE).document();
        SeriesSource source = document.series().get(0);
        assertThat(source.layerId()).isEqualTo("houses");
        assertThat(source.origin()).isInstanceOf(SeriesOrigin.InStore.class);
        try (Tasks tasks = Tasks.start(Runnable::run); SeriesStores stores = SeriesStores.ofFiles(Runnable::run)) {
            ProjectData data = ProjectData.read(document, ImportPipeline.over(ImportPipeline.discover(), tasks), stores, Progress.NONE);
            assertThat(data.diagnostics()).isEmpty();
            SeriesView series = data.base().series().get("meters");
            assertThat(series.title()).isEqualTo("Meters");
            assertThat(series.keys()).containsExactly("A", "B");
            assertThat(series.over(0, 2, org.kvarter.series.SeriesValues.Aggregation.SUM)).containsExactly(3.5, 4);
        }
        store.forgetUnpacked();
    }

    @Test
    void aSecondLoadReplacesTheFirstAndKeepsWhatItWasJoinedTo() throws Exception {
        Path project = project("town.json");
        program.run("series", "load", csv, project, "--id", "m", "--key", "address");
        Files.writeString(csv, ROWS.replace("1,5", "9"));
        assertThat(program.run("series", "load", csv, project, "--id", "m").exit()).isZero();
        ProjectDocument document = new ProjectStore(folder.resolve("unpacked")).open(project, Progress.NONE).document();
        assertThat(document.series()).hasSize(1);
        assertThat(document.series().get(0).keyAttribute()).isEqualTo("address");
        assertThat(program.run("series", "query", project, "m", "--aggregate", "maximum").out()).isEqualTo("place,kWh\nA,9.0\nB,4.0\n".replace("\n", System.lineSeparator()));
    }

    @Test
    void asksAStoreByItself() {
        Path store = folder.resolve("s.duckdb");
        assertThat(program.run("series", "load", csv, store, "--zone", "UTC", "--unit", "kWh").exit()).isZero();
        assertThat(program.run("series", "list", store).out()).contains("meters: meters, kWh, 2 places").contains("from 2025-01-01T00:00:00Z");
        assertThat(program.run("series", "query", store, "meters").out().lines()).containsExactly("place,kWh", "A,3.5", "B,4.0");
        assertThat(program.run("series", "query", store, "meters", "--from", "2025-01-01T01:00").out().lines()).containsExactly("place,kWh", "A,2.0", "B,");
        assertThat(program.run("series", "query", store, "meters", "--place", "A", "--place", "B").out().lines())
                .containsExactly("time,A,B", "2025-01-01T00:00:00Z,1.5,4.0", "2025-01-01T01:00:00Z,2.0,");
        assertThat(program.run("series", "query", store, "meters", "--place", "A", "--step", "P1D", "--json").out()).contains("\"A\":[3.5]");
        assertThat(program.run("series", "remove", store, "meters").exit()).isZero();
        assertThat(program.run("series", "list", store, "--json").out().strip()).isEqualTo("{\"series\":[]}");
    }

    @Test
    void saysWhatIsWrong() {
        Map<String[], String> table = Map.of(
                new String[] {"series", "load", csv.toString(), folder.resolve("s.duckdb").toString(), "--value", "MWh", "--place", "building"}, "no column \u201cMWh\u201d",
                new String[] {"series", "list", folder.resolve("none.duckdb").toString()}, "none.duckdb is not there",
                new String[] {"series", "query", folder.resolve("none.json").toString(), "x"}, "none.json",
                new String[] {"series", "remove", Path.of("datasets/kvarter.json").toString(), "x"}, "kvarter.json is a project",
                new String[] {"series", "remove", Path.of("datasets/lindhamn-chargers.json").toString(), "x"}, "no store of series",
                new String[] {"series", "load", folder.resolve("none.csv").toString(), folder.resolve("s.duckdb").toString()}, "none.csv");
        table.forEach((arguments, said) -> {
            Ran ran = program.run((Object[]) arguments);
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.err()).contains(said);
        });
        assertThat(program.run("series").exit()).isEqualTo(2);
        assertThat(program.run("series", "load", csv, folder.resolve("s.duckdb"), "--zone", "Mars").exit()).isEqualTo(2);
    }
}
