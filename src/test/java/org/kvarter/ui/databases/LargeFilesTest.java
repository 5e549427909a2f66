package org.kvarter.ui.databases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.project.ProjectDocument;
import org.kvarter.project.ProjectStore;
import org.kvarter.series.SeriesValues.Aggregation;
import org.kvarter.series.SeriesView;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.series.store.SeriesOrigin;
import org.kvarter.session.Session;
import org.kvarter.session.loading.SessionDocument;
import org.kvarter.task.Progress;
import org.kvarter.task.Tasks;
import org.kvarter.ui.Districts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.settings.Settings;

/** Large tables and stores' files on their way into the session. */
class LargeFilesTest {

    @TempDir
    private Path folder;
    private final Session session = Districts.session();
    private Tasks tasks;
    private DatabaseModel model;

    @BeforeEach
    void start() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        Tasks inline = Districts.inline();
        tasks = new Tasks(inline.io(), inline.work(), inline.style(), Executors.newSingleThreadScheduledExecutor(), inline.fx());
        model = new DatabaseModel(Workspace.of(session, tasks, new Settings()), Districts.databases(tasks, folder));
    }

    @AfterEach
    void stop() {
        tasks.poll().shutdownNow();
    }

    private void open(Path file) {
        model.addressProperty().set(file.toString());
        model.connect();
        assertThat(model.troubleProperty().get()).isEmpty();
        model.look(model.tables().get(0));
        assertThat(model.troubleProperty().get()).isEmpty();
    }

    private SeriesSource addLarge(String name) throws Exception {
        Path csv = Files.writeString(folder.resolve(name), "building_id,read_at,energy_kwh\nB1,2025-01-01T00:00:00Z,1\nB1,2025-01-01T01:00:00Z,2\nB2,2025-01-01T00:00:00Z,4\n");
        open(csv);
        model.addSeries(() -> { });
        assertThat(model.troubleProperty().get()).isEmpty();
        return session.seriesSources().values().iterator().next();
    }

    @Test
    void aLargeTableGoesIntoTheProjectsStoreAndIsSavedWithIt() throws Exception {
        SeriesSource source = addLarge("meters.csv");
        SeriesView series = session.series().get(source.seriesId());
        assertThat(series.unit()).isEqualTo("kWh");
        assertThat(series.over(0, 2, Aggregation.SUM)).containsExactly(3, 4);
        Path saved = folder.resolve("saved/town.json");
        Files.createDirectories(saved.getParent());
        ProjectStore projects = new ProjectStore(folder.resolve("unpacked"));
        projects.save(SessionDocument.of(session).withSources(java.util.List.of(), java.util.List.of(source)), saved, Progress.NONE);
        ProjectDocument again = projects.open(saved, Progress.NONE).document();
        assertThat(Path.of(again.series().get(0).file())).isEqualTo(folder.resolve("saved/town-data/series.duckdb")).exists();
    }

    @Test
    void aSecondOneGoesIntoTheSameStore() throws Exception {
        SeriesSource first = addLarge("meters.csv");
        open(folder.resolve("meters.csv"));
        model.addSeries(() -> { });
        assertThat(session.seriesSources().values()).hasSize(2).allSatisfy(s -> assertThat(s.file()).isEqualTo(first.file()));
        session.undo().undo();
        assertThat(session.series()).hasSize(1);
    }

    @Test
    void aStoresSeriesAreAddedAsTheyAre() throws Exception {
        SeriesSource source = addLarge("meters.csv");
        Path store = Files.copy(Path.of(source.file()), folder.resolve("handed-over.duckdb"));
        session.undo().undo();
        open(store);
        model.addSeries(() -> { });
        SeriesSource added = session.seriesSources().values().iterator().next();
        assertThat(added.origin()).isEqualTo(new SeriesOrigin.InStore(store.toString(), ((SeriesOrigin.InStore) source.origin()).stored()));
        assertThat(session.series().get(added.seriesId()).keys()).containsExactly("B1", "B2");
    }

    @ParameterizedTest
    @CsvSource({"none.parquet, is not there", "none.duckdb, is not there", "broken.parquet, could not be read as a table"})
    void saysWhatIsWrong(String name, String said) throws Exception {
        Files.writeString(folder.resolve("broken.parquet"), "no parquet at all");
        model.addressProperty().set(folder.resolve(name).toString());
        model.connect();
        assertThat(model.troubleProperty().get()).contains(name).contains(said);
    }
}
