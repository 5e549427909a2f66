package org.kvarter.ui.databases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvarter.series.store.QualitySource;
import org.kvarter.series.store.Quality;
import org.kvarter.scenario.Origin;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.importing.DatabaseLayer;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.series.SeriesValues.Aggregation;
import org.kvarter.series.SeriesView;
import org.kvarter.series.store.SeriesOrigin;
import org.kvarter.series.store.sql.PgServer;
import org.kvarter.series.store.sql.SqlCatalog;
import org.kvarter.session.Session;
import org.kvarter.ui.settings.Settings;
import org.kvarter.task.Tasks;
import org.kvarter.ui.Districts;
import org.kvarter.ui.Workspace;

/** A table of a real database on its way into the session. */
class DatabaseModelTest {

    private static PgServer server;

    @TempDir
    private Path folder;
    private final Session session = new Session();
    private DatabaseModel model;

    @BeforeAll
    static void meters() throws SQLException {
        server = PgServer.get();
        server.sql("DROP SCHEMA IF EXISTS ui CASCADE", "CREATE SCHEMA ui", "GRANT USAGE ON SCHEMA ui TO reader",
                "CREATE TABLE ui.meter_readings (building_id text, read_at timestamptz, energy_kwh float8)",
                "INSERT INTO ui.meter_readings SELECT 'h' || b, '2025-01-01T00:00:00Z'::timestamptz + h * interval '1 hour', b + h FROM generate_series(1, 2) b,"
                        + " generate_series(0, 23) h", "GRANT SELECT ON ui.meter_readings TO reader");
    }

    @BeforeEach
    void start() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        Tasks tasks = Districts.inline();
        model = new DatabaseModel(Workspace.of(session, tasks, new Settings()), Districts.databases(tasks, folder));
    }

    private void connect(String password) {
        model.addressProperty().set(server.address("").text());
        model.passwordProperty().set(password);
        model.connect();
    }

    private void lookAtReadings() {
        model.look(model.tables().stream().filter(t -> t.title().equals("ui.meter_readings")).findFirst().orElseThrow());
    }

    @Test
    void proposesWhatTheColumnsAre() {
        connect(PgServer.READER_PASSWORD);
        assertThat(model.troubleProperty().get()).isEmpty();
        assertThat(model.tables()).extracting(SqlCatalog.Table::title).contains("ui.meter_readings");
        lookAtReadings();
        TableChoice choice = model.choiceProperty().get();
        assertThat(choice.time()).isEqualTo("read_at");
        assertThat(choice.place()).isEqualTo("building_id");
        assertThat(choice.value()).isEqualTo("energy_kwh");
        assertThat(choice.unit()).isEqualTo("kWh");
        assertThat(choice.isLayer()).isFalse();
        assertThat(model.lookProperty().get().rows()).hasSize(8);
    }

    @Test
    void aSeriesComesAndGoesByUndoAndKeepsNoPassword() throws Exception {
        connect(PgServer.READER_PASSWORD);
        lookAtReadings();
        List<String> closed = new ArrayList<>();
        model.addSeries(() -> closed.add("yes"));
        assertThat(closed).hasSize(1);
        SeriesView series = session.series().values().iterator().next();
        assertThat(series.keys()).containsExactly("h1", "h2");
        assertThat(series.over(0, 24, Aggregation.SUM)).containsExactly(24 + 276, 48 + 276);
        SeriesOrigin origin = session.seriesSources().get(series.id()).origin();
        assertThat(origin.toString()).doesNotContain(PgServer.READER_PASSWORD);
        assertThat(session.clock().startProperty().get()).isEqualTo(series.axis().start());
        session.undo().undo();
        assertThat(session.series()).isEmpty();
        assertThat(session.seriesSources()).isEmpty();
        session.undo().redo();
        assertThat(session.series()).hasSize(1);
    }

    @Test
    void aKeptPasswordNeedsNotBeGivenAgainAndAWrongOneIsNotKept() {
        connect("wrong");
        assertThat(model.troubleProperty().get()).contains("does not let user reader in");
        assertThat(folder.resolve("credentials.json")).doesNotExist();
        connect(PgServer.READER_PASSWORD);
        assertThat(folder.resolve("credentials.json")).exists();
        assertThat(model.passwordProperty().get()).isEmpty();
        start();
        connect("");
        assertThat(model.troubleProperty().get()).isEmpty();
        assertThat(model.tables()).isNotEmpty();
    }

    @Test
    void aPasswordThatIsNotToBeKeptLastsForThisRun() {
        model.keepProperty().set(false);
        connect(PgServer.READER_PASSWORD);
        assertThat(folder.resolve("credentials.json")).doesNotExist();
        connect("");
        assertThat(model.tables()).isNotEmpty();
    }

    @Test
    void aLayerIsAFileThatNamesTheTable() throws Exception {
        connect(PgServer.READER_PASSWORD);
        lookAtReadings();
        model.choiceProperty().set(model.choiceProperty().get().withGeometry("energy_kwh").withTitle("Meters: all / of \u00e5 them"));
        List<ImportRequest> requests = new ArrayList<>();
        model.addLayer(requests::add);
        Path file = requests.get(0).file();
        assertThat(file.getFileName()).hasToString("Meters-all-of-\u00e5-them.database.json");
        DatabaseLayer layer = DatabaseLayer.of(Files.readAllBytes(file));
        assertThat(layer.table()).containsExactly("ui", "meter_readings");
        assertThat(Files.readString(file)).doesNotContain("password").doesNotContain(PgServer.READER_PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({"column, UNSTATED, MEASURED ASSUMED MODELLED", "MODELLED, MODELLED, MODELLED MODELLED MODELLED", "MEASURED, MEASURED, ''"})
    void valuesOfATableSayHowTheyCameAbout(String how, Origin origin, String qualities) throws Exception {
        Path file = Files.writeString(folder.resolve("readings.csv"), "time,meter,kwh,quality\n2025-01-01 00:00,a,1,measured\n2025-01-01 01:00,a,2,estimated\n2025-01-01 02:00,a,3,modellerad\n");
        model.addressProperty().set(file.toString());
        model.connect();
        model.look(model.tables().get(0));
        assertThat(model.choiceProperty().get().quality()).as("proposed").isEqualTo(QualitySource.of("quality"));
        if (!how.equals("column")) {
            model.choiceProperty().set(model.choiceProperty().get().withQuality(QualitySource.all(Quality.valueOf(how))));
        }
        List<String> closed = new ArrayList<>();
        model.addSeries(() -> closed.add("yes"));
        assertThat(model.troubleProperty().get()).isEmpty();
        SeriesView view = session.series().values().iterator().next();
        assertThat(view.qualityOf(new int[] {0})).containsExactly(qualities.isEmpty() ? new Quality[0]
                : Stream.of(qualities.split(" ")).map(Quality::valueOf).toArray(Quality[]::new));
        assertThat(session.dataBook().record(view.id()).origin()).isEqualTo(origin);
        session.undo().undo();
        assertThat(session.dataBook().record(view.id()).origin()).isEqualTo(Origin.UNSTATED);
    }

    @Test
    void saysWhatIsNoAddress() {
        model.addressProperty().set("mysql://a@b/c");
        model.connect();
        assertThat(model.troubleProperty().get()).contains("no address of a database");
        assertThat(model.busyProperty().get()).isFalse();
    }
}
