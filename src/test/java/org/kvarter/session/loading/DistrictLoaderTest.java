package org.kvarter.session.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.assist.ImportRecipe;
import org.kvarter.assist.JoinRule;
import org.kvarter.assist.Recognition;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.model.Bounds;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerKind;
import org.kvarter.model.SolidLayer;
import org.kvarter.project.ProjectDocument;
import org.kvarter.project.ProjectException;
import org.kvarter.project.ProjectStore;
import org.kvarter.series.LayerSeries;
import org.kvarter.series.SeriesTable;
import org.kvarter.session.SeriesTarget;
import org.kvarter.session.Session;
import org.kvarter.tables.TableFormats;
import org.kvarter.task.InlineTasks;
import org.kvarter.task.Progress;

/** Loading with everything inline: a house from GeoJSON, and a terrain that comes later. */
class DistrictLoaderTest {

    @TempDir
    Path folder;

    private final Session session = new Session();
    private ProjectStore store;
    private DistrictLoader loader;

    @BeforeEach
    void loader() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        store = new ProjectStore(folder.resolve("unpacked"));
        CoordinateSystems systems = new CoordinateSystems();
        loader = new DistrictLoader(session, InlineTasks.create(),
                new ImportPipeline(ImportPipeline.discover(), systems, Runnable::run), store);
    }

    private Path house(String name, double height) throws IOException {
        return Files.writeString(folder.resolve(name), """
                {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3011"}},"features":[
                {"type":"Feature","id":"H1","properties":{"building":"yes","height":%s},"geometry":{"type":"Polygon","coordinates":
                [[[153000,6579000],[153010,6579000],[153010,6579020],[153000,6579020],[153000,6579000]]]}}]}""".formatted(height));
    }

    private Path terrain() throws IOException {
        Files.writeString(folder.resolve("ground.prj"), "EPSG:3011");
        return Files.writeString(folder.resolve("ground.asc"), """
                ncols 4
                nrows 4
                xllcorner 152980
                yllcorner 6578980
                cellsize 20
                NODATA_value -9999
                7 7 7 7
                7 7 7 7
                7 7 7 7
                7 7 7 7
                """);
    }

    private static <T> T done(CompletableFuture<T> future) {
        assertThat(future).isDone();
        return future.join();
    }

    private SolidLayer solid() {
        return (SolidLayer) session.district().layers().stream().filter(SolidLayer.class::isInstance).findFirst().orElseThrow();
    }

    @Test
    void addingIsOneStepThatCanBeTakenBack() throws Exception {
        LoadOutcome outcome = done(loader.add(List.of(ImportRequest.of(house("houses.geojson", 9)))));
        assertThat(outcome.failures()).isEmpty();
        assertThat(solid().kind()).isEqualTo(LayerKind.BUILDINGS);
        assertThat(solid().bounds().height()).isEqualTo(9);
        assertThat(session.meshes()).containsKey(solid().id());
        assertThat(session.sources()).singleElement().extracting("layers").asList().containsExactly(solid().id());
        session.undo().undo();
        assertThat(session.district().layers()).isEmpty();
        assertThat(session.meshes()).isEmpty();
        assertThat(session.sources()).isEmpty();
        session.undo().redo();
        assertThat(session.district().layers()).hasSize(1);
        assertThat(session.meshes()).hasSize(1);
    }

    /** Metres of its own, far from their zero: the frame is chosen about the model, and reading it again finds the same place. */
    @Test
    void aModelWithoutPlaceStaysWhereItIsWhenReadAgain() throws Exception {
        Path file = Files.writeString(folder.resolve("shed.obj"), "v 5000 0 -3000\nv 5004 0 -3000\nv 5000 4 -3000\nv 5000 0 -3004\nf 1 2 3\nf 1 2 4\n");
        done(loader.add(List.of(ImportRequest.of(file).withCrs(ImportRequest.LOCAL))));
        Bounds first = solid().bounds();
        done(loader.reload(solid().id()));
        assertThat(solid().bounds()).isEqualTo(first);
    }

    /** A house in CityGML whose heat comes with it. */
    private Path houseWithHeat() throws IOException {
        return Files.writeString(folder.resolve("house.gml"), """
                <core:CityModel xmlns:core="http://www.opengis.net/citygml/2.0" xmlns:gml="http://www.opengis.net/gml"
                 xmlns:bldg="http://www.opengis.net/citygml/building/2.0" xmlns:energy="http://www.sig3d.org/citygml/2.0/energy/1.0">
                <gml:boundedBy><gml:Envelope srsName="EPSG:3011"/></gml:boundedBy><core:cityObjectMember><bldg:Building gml:id="H1"><energy:demands>
                <energy:EnergyDemand><energy:energyAmount><energy:RegularTimeSeries><energy:temporalExtent><gml:TimePeriod><gml:beginPosition>
                2022-01-01T00:00:00Z</gml:beginPosition></gml:TimePeriod></energy:temporalExtent><energy:timeInterval unit="hour">1</energy:timeInterval>
                <energy:values uom="kWh">1 2 3</energy:values></energy:RegularTimeSeries></energy:energyAmount><energy:endUse>heat</energy:endUse>
                </energy:EnergyDemand></energy:demands><bldg:lod1MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon><gml:exterior>
                <gml:LinearRing><gml:posList>153000 6579000 9 153010 6579000 9 153010 6579020 9 153000 6579000 9</gml:posList></gml:LinearRing>
                </gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod1MultiSurface></bldg:Building></core:cityObjectMember>
                </core:CityModel>""");
    }

    @Test
    void seriesOfALayersOwnSourceComeAndGoWithItAndAreSavedByIt() throws Exception {
        done(loader.add(List.of(ImportRequest.of(houseWithHeat()))));
        SeriesTable heat = (SeriesTable) session.series().values().iterator().next();
        assertThat(session.seriesTarget(heat.id())).contains(new SeriesTarget(solid().id(), ""));
        assertThat(heat.keys()).containsExactly("H1");
        assertThat(heat.trace(0)).containsExactly(1, 2, 3);
        assertThat(session.scenarioEngine().base().layerOf(heat.id())).isPresent();
        session.undo().undo();
        assertThat(session.series()).isEmpty();
        session.undo().redo();
        assertThat(session.series()).containsOnlyKeys(heat.id());
        Path project = folder.resolve("kvarter.json");
        store.save(SessionDocument.of(session), project, Progress.NONE);
        done(loader.open(project));
        assertThat(session.series()).containsOnlyKeys(heat.id());
        assertThat(ProjectData.read(SessionDocument.of(session), new ImportPipeline(ImportPipeline.discover(), new CoordinateSystems(),
                Runnable::run), Progress.NONE).base().series()).containsOnlyKeys(heat.id());
    }

    @Test
    void aRefusedFileLeavesWhatIsOpen() throws Exception {
        done(loader.add(List.of(ImportRequest.of(house("houses.geojson", 9)))));
        Path broken = Files.writeString(folder.resolve("broken.geojson"), "{\"type\":\"FeatureColl");
        LoadOutcome outcome = done(loader.add(List.of(ImportRequest.of(broken))));
        assertThat(outcome.failures()).singleElement().extracting("message").asString().contains("broken.geojson");
        assertThat(session.district().layers()).hasSize(1);
        assertThat(session.undo().undoTitleProperty().get()).contains("houses.geojson");
    }

    @Test
    void aProjectStandsBeforeWhatMovesInItIsRead() throws Exception {
        Path trips = Files.writeString(folder.resolve("trips.geojson"), """
                {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3011"}},"features":[
                {"type":"Feature","id":"T1","properties":{"times":["2026-01-16T08:00:00Z","2026-01-16T08:01:00Z"]},"geometry":
                {"type":"LineString","coordinates":[[153000,6579000],[153010,6579000]]}}]}""");
        Path project = folder.resolve("kvarter.json");
        Files.writeString(project, """
                {"format":"kvarter-project","version":1,"name":"Two","sources":[{"file":"%s"},{"file":"%s"}]}""".formatted(trips.getFileName(),
                house("houses.geojson", 9).getFileName()));
        List<String> standing = new java.util.ArrayList<>();
        loader.addGrowth(new Growth() {
            @Override
            public void stands() {
                session.district().layers().forEach(l -> standing.add(l.source().format()));
            }
        });
        LoadOutcome outcome = done(loader.open(project));
        assertThat(standing).containsExactly("GeoJSON 2008");
        assertThat(session.district().layers()).hasSize(2).anyMatch(org.kvarter.model.MovingLayer.class::isInstance);
        assertThat(DistrictLoader.layersOf(outcome)).hasSize(2);
        assertThat(session.sources()).extracting("layers").doesNotContain(List.of());
    }

    @Test
    void housesReadBeforeTheTerrainAreSetOnItWhenItComes() throws Exception {
        done(loader.add(List.of(ImportRequest.of(house("houses.geojson", 9)))));
        assertThat(solid().bounds().minUp()).isZero();
        done(loader.add(List.of(ImportRequest.of(terrain()).withCrs("EPSG:3011"))));
        assertThat(session.district().terrain()).isPresent();
        assertThat(solid().bounds().minUp()).isEqualTo(7);
        assertThat(solid().bounds().height()).isEqualTo(9);
    }

    @Test
    void reloadingTakesWhatTheFileSaysNow() throws Exception {
        done(loader.add(List.of(ImportRequest.of(house("houses.geojson", 9)))));
        String id = solid().id();
        house("houses.geojson", 30);
        done(loader.reload(id));
        assertThat(session.district().layers()).hasSize(1);
        assertThat(solid().id()).isEqualTo(id);
        assertThat(solid().bounds().height()).isEqualTo(30);
    }

    @Test
    void reloadingKeepsTheOrder() throws Exception {
        done(loader.add(List.of(ImportRequest.of(house("houses.geojson", 9)), ImportRequest.of(house("more.geojson", 4)),
                ImportRequest.of(terrain()).withCrs("EPSG:3011"))));
        List<Layer> turned = new java.util.ArrayList<>(session.district().layers());
        java.util.Collections.reverse(turned);
        session.districtProperty().set(session.district().withLayers(turned));
        done(loader.reload(turned.get(1).id()));
        assertThat(session.district().layers()).extracting(Layer::id).containsExactlyElementsOf(turned.stream().map(Layer::id).toList());
    }

    @Test
    void whatWasRemovedStaysAwayWhenItsFileIsReadAgainButComesWhenItIsAdded() throws Exception {
        Path file = house("houses.geojson", 9);
        done(loader.add(List.of(ImportRequest.of(file))));
        String id = solid().id();
        session.sources().setAll(session.sources().stream().map(s -> s.withRemoved(List.of(id))).toList());
        session.districtProperty().set(session.district().without(id));
        done(loader.reload(id));
        assertThat(session.district().layers()).isEmpty();
        assertThat(session.sources()).singleElement().extracting("removed").asList().containsExactly(id);
        done(loader.add(List.of(ImportRequest.of(file))));
        assertThat(solid().id()).isEqualTo(id);
        assertThat(session.sources()).singleElement().extracting("removed").asList().isEmpty();
    }

    @Test
    void whatIsSavedOpensAgain() throws Exception {
        done(loader.add(List.of(ImportRequest.of(house("houses.geojson", 9)), ImportRequest.of(terrain()).withCrs("EPSG:3011"))));
        session.pinned().add(new FeatureKey(solid().id(), 0));
        session.styles().put(solid().id(), session.style(solid().id()).withOpacity(0.5));
        session.filterProperty().set("height > 5");
        ProjectDocument saved = SessionDocument.of(session);
        for (String name : List.of("kvarter.json", "all.kvarter")) {
            Path file = folder.resolve(name);
            store.save(saved, file, Progress.NONE);
            List<String> before = session.district().layers().stream().map(Layer::id).toList();
            done(loader.open(file));
            assertThat(session.district().layers()).extracting(Layer::id).containsExactlyElementsOf(before);
            assertThat(session.pinned()).containsExactly(new FeatureKey(solid().id(), 0));
            assertThat(session.style(solid().id()).opacity()).isEqualTo(0.5);
            assertThat(session.filterProperty().get()).isEqualTo("height > 5");
            assertThat(session.undo().dirtyProperty().get()).isFalse();
        }
    }

    @Test
    void importedTablesAreReadAgainWithTheirProjectAndKeptWhereTheyAreMissing() throws Exception {
        done(loader.add(List.of(ImportRequest.of(house("houses.geojson", 9)))));
        Path heat = Files.writeString(folder.resolve("heat.csv"), "time;house;Heat [kWh]\n2025-01-01T00:00Z;h1;3\n2025-01-01T01:00Z;h1;4\n");
        Path owners = Files.writeString(folder.resolve("owners.csv"), "id;owner\nH1;Bo\n");
        List<ImportRecipe> recipes = new ArrayList<>();
        for (Path table : List.of(heat, owners)) {
            recipes.add(Recognition.of(TableFormats.open(table).tables().get(0), ZoneId.of("UTC")).recipe().withJoin(JoinRule.key(solid().id(), "")));
        }
        Path file = folder.resolve("kvarter.json");
        store.save(SessionDocument.of(session).withRecipes(recipes), file, Progress.NONE);
        done(loader.open(file));
        assertThat(session.series().get(LayerSeries.id(solid().id(), "heat")).keys()).containsExactly("H1");
        assertThat(solid().features().attributes().value("owner", 0)).isEqualTo("Bo");
        assertThat(session.seriesTarget(LayerSeries.id(solid().id(), "heat"))).isPresent();
        assertThat(session.undo().dirtyProperty().get()).isFalse();

        Files.delete(owners);
        done(loader.open(file));
        assertThat(session.diagnostics()).anySatisfy(d -> assertThat(d.message()).contains("owners.csv"));
        assertThat(SessionDocument.of(session).recipes()).extracting(ImportRecipe::id).containsExactly("heat", "owners");
        SessionDocument.clear(session);
        assertThat(SessionDocument.of(session).recipes()).isEmpty();
    }

    @Test
    void aProjectsTitlesAreShownInTheDisplayLanguageAndOutliveAReload() throws Exception {
        done(loader.add(List.of(ImportRequest.of(house("houses.geojson", 9)))));
        Path file = folder.resolve("kvarter.json");
        store.save(SessionDocument.of(session), file, Progress.NONE);
        String written = Files.readString(file);
        String title = "\"title\" : \"" + solid().title() + "\"";
        assertThat(written).contains(title);
        Files.writeString(file, written.replace(title, "\"title\" : { \"en\" : \"By the water\", \"sv\" : \"Vid vattnet\" }"));
        Locale before = Locale.getDefault(Locale.Category.DISPLAY);
        try {
            Locale.setDefault(Locale.Category.DISPLAY, new Locale("sv"));
            done(loader.open(file));
            done(loader.reload(solid().id()));
            assertThat(solid().title()).isEqualTo("Vid vattnet");
            Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
            assertThat(solid().title()).as("without reading anything again").isEqualTo("By the water");
        } finally {
            Locale.setDefault(Locale.Category.DISPLAY, before);
        }
    }

    @Test
    void aProjectThatCannotBeOpenedLeavesWhatIsOpen() throws Exception {
        done(loader.add(List.of(ImportRequest.of(house("houses.geojson", 9)))));
        Path damaged = Files.writeString(folder.resolve("kvarter.json"), "{\"format\":\"kvarter-project\",\"version\":99}");
        assertThat(loader.open(damaged)).isCompletedExceptionally().failsWithin(java.time.Duration.ZERO)
                .withThrowableThat().withCauseInstanceOf(ProjectException.class);
        assertThat(session.district().layers()).hasSize(1);
        assertThat(loader.stateProperty().get()).isEqualTo(LoadState.IDLE);
    }

    @Test
    void aMissingSourceIsToldAndTheRestOpens() throws Exception {
        done(loader.add(List.of(ImportRequest.of(house("a.geojson", 9)), ImportRequest.of(house("b.geojson", 5)))));
        Path file = folder.resolve("kvarter.json");
        store.save(SessionDocument.of(session), file, Progress.NONE);
        Files.delete(folder.resolve("a.geojson"));
        LoadOutcome outcome = done(loader.open(file));
        assertThat(outcome.failures()).singleElement().extracting("message").asString().contains("a.geojson");
        assertThat(session.district().layers()).hasSize(1);
        assertThat(session.sources()).as("the missing one is kept for when it is back").hasSize(2);
    }
}
