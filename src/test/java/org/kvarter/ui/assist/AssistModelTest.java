package org.kvarter.ui.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.assist.JoinRule;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.model.Layer;
import org.kvarter.project.OpenedProject;
import org.kvarter.project.ProjectDocument;
import org.kvarter.project.ProjectStore;
import org.kvarter.series.SeriesView;
import org.kvarter.session.Session;
import org.kvarter.session.loading.DistrictLoader;
import org.kvarter.session.loading.SessionDocument;
import org.kvarter.tables.ColumnRole;
import org.kvarter.ui.Districts;
import org.kvarter.ui.Workspace;

/** A table of two houses, from the file to the twin, undone, kept in a project and read again by it. */
class AssistModelTest {

    private static final String HOUSES = """
            {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:3011"}},"features":[
            {"type":"Feature","id":"a","properties":{"building":"yes","height":9,"adress":"Storgatan 1"},
             "geometry":{"type":"Polygon","coordinates":[[[150000,6580000],[150010,6580000],[150010,6580010],[150000,6580010],[150000,6580000]]]}},
            {"type":"Feature","id":"b","properties":{"building":"yes","height":9,"adress":"Storgatan 3"},
             "geometry":{"type":"Polygon","coordinates":[[[150020,6580000],[150030,6580000],[150030,6580010],[150020,6580010],[150020,6580000]]]}}]}
            """;

    @TempDir
    Path folder;

    private final Session session = Districts.session();
    private final Workspace workspace = Districts.workspace(session);
    private DistrictLoader loader;

    @BeforeEach
    void houses() throws Exception {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        loader = new DistrictLoader(session, workspace.tasks(), new ImportPipeline(ImportPipeline.discover(), new CoordinateSystems(), Runnable::run),
                new ProjectStore(folder.resolve("unpacked")));
        loader.open(new OpenedProject(folder.resolve("empty.kvarter.json"), ProjectDocument.EMPTY)).join();
        loader.add(List.of(ImportRequest.of(Files.writeString(folder.resolve("houses.geojson"), HOUSES)))).join();
        session.clock().zoneProperty().set(ZoneId.of("Europe/Stockholm"));
    }

    private AssistModel table(String name, String text) throws Exception {
        return AssistModel.open(workspace, Districts.databases(workspace.tasks(), folder), Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8)).join();
    }

    private String energy() throws Exception {
        StringBuilder rows = new StringBuilder("Adress;Tid;Energi [kWh]\n");
        for (int hour = 0; hour < 48; hour++) {
            rows.append(String.format(Locale.ROOT, "Storg. 1;2025-01-%02d %02d:00;1,5%n", 6 + hour / 24, hour % 24));
            rows.append(String.format(Locale.ROOT, "STORGATAN 3;2025-01-%02d %02d:00;%d%n", 6 + hour / 24, hour % 24, hour));
        }
        return rows.toString();
    }

    private Layer layer() {
        return session.district().layers().get(0);
    }

    private SeriesView series() {
        assertThat(session.series()).hasSize(1);
        return session.series().values().iterator().next();
    }

    @Test
    void aTableOfAddressesBecomesASeriesOfTheHousesAndIsUndone() throws Exception {
        AssistModel model = table("energi.csv", energy());
        model.show(AssistModel.Page.CHECKS);

        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(model.joinProperty().get().rule().kind()).isEqualTo(JoinRule.Kind.ADDRESS);
        AssistAdd.add(session, model.ready().orElseThrow());
        assertThat(series().title()).isEqualTo("Energi");
        assertThat(series().keys()).containsExactlyInAnyOrder(layer().features().ids());
        assertThat(session.seriesTarget(series().id()).orElseThrow().layerId()).isEqualTo(layer().id());
        assertThat(session.activeOverlay().orElseThrow().layerId()).isEqualTo(layer().id());
        assertThat(session.clock().startProperty().get()).isEqualTo("2025-01-05T23:00:00Z");

        session.undo().undo();
        assertThat(session.series()).isEmpty();
        assertThat(session.activeOverlay()).isEmpty();
        assertThat(SessionDocument.of(session).recipes()).isEmpty();
        session.undo().redo();
        assertThat(SessionDocument.of(session).recipes()).hasSize(1);
    }

    @Test
    void theProjectReadsItAgain() throws Exception {
        AssistModel model = table("energi.csv", energy());
        model.show(AssistModel.Page.CHECKS);
        model.rename(model.recipeProperty().get().withName("Winter").withPersonal(true));
        AssistAdd.add(session, model.ready().orElseThrow());
        String id = series().id();
        ProjectDocument kept = SessionDocument.of(session);

        loader.open(new OpenedProject(folder.resolve("again.kvarter.json"), kept)).join();

        assertThat(session.series()).containsOnlyKeys(id);
        assertThat(session.dataBook().record(id).personal()).isTrue();
        double[] moment = new double[2];
        series().read(3, moment);
        assertThat(moment).as("two households are fewer than five").containsOnly(Double.NaN);
    }

    @Test
    void aTableThatIsGoneStaysInTheProject() throws Exception {
        AssistModel model = table("energi.csv", energy());
        model.show(AssistModel.Page.CHECKS);
        AssistAdd.add(session, model.ready().orElseThrow());
        ProjectDocument kept = SessionDocument.of(session);
        Files.delete(folder.resolve("energi.csv"));

        loader.open(new OpenedProject(folder.resolve("again.kvarter.json"), kept)).join();

        assertThat(session.diagnostics()).anyMatch(d -> d.message().contains("energi.csv"));
        assertThat(SessionDocument.of(session).recipes()).isEqualTo(kept.recipes());
    }

    /** A table without times gives attributes; they come back when the layer is read again. */
    @Test
    void attributesStayWithALayerThatIsReadAgain() throws Exception {
        AssistModel model = table("owners.csv", "id,owner,households\na,Anna,3\nb,Bo,7\n");
        assertThat(model.recipeProperty().get().of(ColumnRole.TIME)).isEmpty();
        model.show(AssistModel.Page.CHECKS);
        assertThat(model.problemProperty().get()).isEmpty();
        AssistAdd.add(session, model.ready().orElseThrow());
        assertThat(layer().features().attributes().value("households", 1)).isEqualTo(7L);

        loader.reload(layer().id()).join();
        assertThat(layer().features().attributes().value("owner", 0)).isEqualTo("Anna");
        session.undo().undo(); // the reading
        session.undo().undo(); // the import
        assertThat(layer().features().attributes().column("owner")).isEmpty();
    }

    @Test
    void anotherColumnMakesItReadAgainAndAnotherNameDoesNot() throws Exception {
        AssistModel model = table("energi.csv", energy());
        model.show(AssistModel.Page.CHECKS);
        model.rename(model.recipeProperty().get().withName("x"));
        assertThat(model.outcomeProperty().get()).isNotNull();
        model.setRecipe(model.recipeProperty().get().withUse(model.recipeProperty().get().use("Energi").withUnit("MWh")));
        assertThat(model.outcomeProperty().get()).isNull();
        assertThat(model.surveyProperty().get()).isNull();
    }

    @Test
    void pairsThatAPersonAcceptsCount() throws Exception {
        AssistModel model = table("energi.csv", energy().replace("STORGATAN 3", "Strogatan 3"));
        model.show(AssistModel.Page.PLACES);
        model.setJoin(JoinRule.address(layer().id(), "adress"));
        assertThat(model.joinProperty().get().unmatchedPlaces()).containsExactly("Strogatan 3");
        assertThat(model.joinProperty().get().proposals()).anyMatch(p -> p.place().equals("Strogatan 3"));

        model.setJoin(model.recipeProperty().get().join().accepting("Strogatan 3", layer().features().ids()[1]));
        assertThat(model.joinProperty().get().rate()).isEqualTo(1);
    }

    @Test
    void aRecipeOpensItsTableAndTellsWhatChanged() throws Exception {
        AssistModel first = table("energy.csv", energy());
        first.show(AssistModel.Page.CHECKS);
        Path recipe = Files.write(folder.resolve("energy.recipe.json"), org.kvarter.assist.RecipeJson.write(first.ready().orElseThrow().recipe()));
        Files.writeString(folder.resolve("energy.csv"), energy().replace("Energi [kWh]", "Energi [MWh]").replaceFirst("Storg[^\n]*\n", ""));
        AssistModel again = AssistModel.open(workspace, Districts.databases(workspace.tasks(), folder), recipe).join();
        assertThat(again.openedProperty().get().isKept()).isTrue();
        assertThat(again.openedProperty().get().changes()).anySatisfy(c -> assertThat(c.sentence()).contains("kWh", "MWh"));
        again.show(AssistModel.Page.CHECKS);
        assertThat(again.outcomeProperty().get().diagnostics()).anySatisfy(d -> assertThat(d.message()).contains("96 rows before, 95 now"));
        assertThat(again.joinProperty().get().rule()).isEqualTo(first.joinProperty().get().rule());
        assertThat(again.outcomeProperty().get().join().matched()).isEqualTo(2);
    }

    @Test
    void whatDoesNotFitIntoMemoryIsCheckedThenStoredThenTakenBack() throws Exception {
        System.setProperty("kvarter.table.values", "10");
        try {
            AssistModel model = table("energy.csv", energy());
            model.show(AssistModel.Page.CHECKS);
            assertThat(model.problemProperty().get()).isEmpty();
            assertThat(model.outcomeProperty().get().checks()).extracting(c -> c.kind().name()).contains("JOIN", "UNIT", "RANGE", "OUTLIERS", "MISSING", "CONSTANT", "TOTAL");
            model.rename(model.recipeProperty().get().withName("Hours").withOrigin(org.kvarter.scenario.Origin.MODELLED));
            java.util.List<AssistStored> stored = new java.util.ArrayList<>();
            model.store(stored::add);
            assertThat(stored).hasSize(1);
            stored.get(0).add(session, true);
            SeriesView view = session.series().values().iterator().next();
            assertThat(view.title()).isEqualTo("Hours");
            assertThat(view.keys()).hasSize(2);
            assertThat(session.dataBook().record(view.id()).origin()).isEqualTo(org.kvarter.scenario.Origin.MODELLED);
            session.undo().undo();
            assertThat(session.series()).isEmpty();
        } finally {
            System.clearProperty("kvarter.table.values");
        }
    }

    @Test
    void whatCannotBeReadIsSaid() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        Optional<Throwable> failure = AssistModel.open(workspace, Districts.databases(workspace.tasks(), folder), empty).handle((model, e) -> Optional.ofNullable(e)).join();

        assertThat(AssistModel.sentence(failure.orElseThrow())).contains("empty.csv");
        assertThat(AssistModel.sentence(new IllegalStateException("bug"))).contains("The table cannot be read");
    }
}
