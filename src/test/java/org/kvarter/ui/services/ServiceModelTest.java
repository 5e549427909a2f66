package org.kvarter.ui.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvarter.remote.FakeService.json;
import static org.kvarter.remote.FakeService.status;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.model.Layer;
import org.kvarter.project.ProjectSource;
import org.kvarter.project.ProjectStore;
import org.kvarter.remote.FakeService;
import org.kvarter.remote.http.Credential;
import org.kvarter.remote.layer.LayerSource;
import org.kvarter.remote.preset.Preset;
import org.kvarter.remote.service.Offer;
import org.kvarter.session.Session;
import org.kvarter.session.loading.DistrictLoader;
import org.kvarter.session.loading.LoadOutcome;
import org.kvarter.ui.Districts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.feeds.FeedDesk;
import org.kvarter.ui.feeds.FeedSetupModel;
import org.kvarter.ui.loading.FileChoices;
import org.kvarter.ui.loading.LoadingModel;

/** Choosing a service, seeing what it has, bringing it in, and fetching it again: against a real server, without a window. */
class ServiceModelTest {

    private static final String ITEMS = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":\"%s\",\"properties\":{\"name\":\"Bench\"},"
            + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[18.0005,59.3325]}}]}";

    @TempDir
    Path folder;

    private final Session session = Districts.session();
    private FakeService service;
    private Workspace workspace;
    private FeedDesk desk;
    private LoadingModel loading;
    private ServiceModel model;

    @BeforeEach
    void start() throws Exception {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        service = new FakeService();
        workspace = Districts.workspace(session);
        desk = Districts.feeds(session, workspace.tasks(), folder);
        DistrictLoader loader = new DistrictLoader(session, workspace.tasks(), ImportPipeline.over(ImportPipeline.discover(), workspace.tasks()),
                new ProjectStore(folder.resolve("unpacked")));
        loading = new LoadingModel(workspace, loader, List.of());
        loading.setHost(new LoadingModel.Host() {

            @Override
            public void ask(List<FileChoices> files) {
                throw new AssertionError("nothing to ask about " + files);
            }

            @Override
            public void loaded(LoadOutcome outcome, boolean first) {
            }

            @Override
            public void zoomTo(Layer layer) {
            }

            @Override
            public void remove(Layer layer) {
            }

            @Override
            public void showReport() {
            }
        });
        model = new ServiceModel(workspace, desk.services(), new FeedSetupModel(workspace, desk, null));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private void at(String path) {
        model.request().requestProperty().set(model.request().requestProperty().get().withUrl(service.url(path)));
    }

    private ProjectSource bring() {
        service.at("/api/collections", json("{\"attribution\":\"© Town\",\"collections\":[{\"id\":\"benches\",\"title\":\"Benches\",\"links\":[{\"rel\":\"items\",\"href\":\"/items\"}]}]}"));
        at("/api");
        model.look();
        assertThat(model.troubleProperty().get()).isEmpty();
        model.fetch((Offer.Layer) model.serviceProperty().get().offers().get(0), loading::readAs);
        assertThat(model.troubleProperty().get()).isEmpty();
        return session.sources().get(session.sources().size() - 1);
    }

    private List<String> ids(ProjectSource source) {
        return List.of(session.layer(source.layers().get(0)).orElseThrow().features().ids());
    }

    /** A ready service that asks for a key: the form knows how it is sent; a key that is on this machine is taken, and not for what asks for none. */
    @Test
    void theCredentialOfAReadyServiceIsKnown() {
        Preset preset = new Preset("k", Map.of("en", "Keyed"), "", org.kvarter.remote.service.ServiceKind.WMTS, service.url("/token/{key}/caps"), "", List.of(), 0, Optional.empty(),
                Optional.of(new Preset.Needs(Credential.Scheme.PATH, "", "https://x.example")), "", "", Map.of(), "");
        model.choose(preset);
        assertThat(model.request().needs()).get().extracting(Preset.Needs::scheme).isEqualTo(Credential.Scheme.PATH);
        assertThat(model.request().requestProperty().get().credential()).isEmpty();
        assertThat(model.request().keep("mine", Credential.Scheme.PATH, "", "0123456789", "")).isEmpty();
        model.choose(null);
        model.choose(preset);
        assertThat(model.request().requestProperty().get().credential()).isEqualTo("mine");
        model.choose(null);
        assertThat(model.request().needs()).isEmpty();
    }

    /** A picture lies beneath what is drawn on the ground: that is said, and what covers it is hidden and shown again in one step. */
    @Test
    void aPictureThatIsCoveredIsSaidToBeAndCanBeUncovered() {
        String roads = "streets";
        session.districtProperty().set(session.district().with(new org.kvarter.model.VectorLayer(roads, "Streets", org.kvarter.model.LayerKind.STREETS,
                new org.kvarter.model.SourceRef("t", "", "t", "", ""), org.kvarter.model.FeatureTable.empty(), new org.locationtech.jts.geom.Geometry[0], new org.kvarter.model.Bounds(0, 0, 0, 9, 9, 0), List.of())));
        CoveredPicture.tell(workspace, "Ortho");
        var told = workspace.notices().shown().get(workspace.notices().shown().size() - 1);
        assertThat(told.message()).startsWith("Ortho lies on the ground, beneath Streets");
        told.ways().get(0).run().run();
        assertThat(session.style(roads).visible()).isFalse();
        session.undo().undo();
        assertThat(session.style(roads).visible()).isTrue();
        session.styles().put(roads, session.style(roads).withVisible(false));
        workspace.notices().dismiss(told);
        CoveredPicture.tell(workspace, "Ortho");
        assertThat(workspace.notices().shown()).as("nothing covers it").noneMatch(n -> n.message().startsWith("Ortho"));
    }

    /** What stands at the stations of bikes belongs to the stations: they come first, once. */
    @Test
    void theStationsOfBikesComeWithWhatStandsAtThem() {
        service.at("/gbfs.json", json("{\"version\":\"2.3\",\"data\":{\"en\":{\"feeds\":[{\"name\":\"station_information\",\"url\":\"" + service.url("/si.json")
                + "\"},{\"name\":\"station_status\",\"url\":\"" + service.url("/ss.json") + "\"}]}}}"));
        service.at("/si.json", json("{\"last_updated\":1700000000,\"ttl\":60,\"version\":\"2.3\",\"data\":{\"stations\":[{\"station_id\":\"s1\",\"name\":\"Quay\",\"lat\":59.3325,\"lon\":18.0005,"
                + "\"capacity\":12}]}}"));
        at("/gbfs.json");
        model.look();
        assertThat(model.troubleProperty().get()).isEmpty();
        Offer.Readings status = model.serviceProperty().get().offers().stream().filter(Offer.Readings.class::isInstance).map(Offer.Readings.class::cast).findFirst().orElseThrow();
        Offer.Layer stations = model.placesOf(status).orElseThrow();
        boolean[] then = new boolean[1];
        model.fetch(stations, request -> loading.readAs(request, () -> then[0] = true));
        assertThat(then[0]).isTrue();
        assertThat(ids(session.sources().get(session.sources().size() - 1))).containsExactly("s1");
        assertThat(model.placesOf(status)).as("they are there now").isEmpty();
    }

    @Test
    void aFilterThatIsNotUnderstoodIsToldAndNothingIsAsked() {
        service.at("/api/collections", json("{\"collections\":[{\"id\":\"benches\",\"links\":[{\"rel\":\"items\",\"href\":\"/items\"}]}]}"));
        at("/api");
        model.look();
        model.filterProperty().set("name like x");
        int asked = service.asked().size();
        model.fetch((Offer.Layer) model.serviceProperty().get().offers().get(0), loading::readAs);
        assertThat(model.troubleProperty().get()).contains("like x");
        assertThat(service.asked()).hasSize(asked);
    }

    @Test
    void readingsOfSensorThingsAreFilteredByTheService() {
        Offer.Readings offer = new Offer.Readings("t", "", model.request().requestProperty().get().withUrl("https://x.example/v1.1/Datastreams?$top=200&$filter=ObservedProperty/name%20eq%20'T'&$expand=Y"),
                org.kvarter.remote.FeedMapping.EMPTY);
        model.filterProperty().set("Thing/properties/owner = 'Town'");
        FeedSetupModel feed = new FeedSetupModel(workspace, desk, null);
        model.prefill(feed, offer);
        assertThat(feed.requestProperty().get().url()).contains("$filter=Thing%2Fproperties%2Fowner%20eq%20%27Town%27%20and%20ObservedProperty/name%20eq%20'T'&$expand=Y");
    }

    @Test
    void aLayerComesInLikeAFileWithWhereItIsFromAndGoesByUndo() {
        service.at("/items", json(ITEMS.formatted("b1")));
        int before = session.district().layers().size();
        ProjectSource source = bring();
        assertThat(session.district().layers()).hasSize(before + 1);
        assertThat(ids(source)).containsExactly("b1");
        LayerSource from = ServiceLayers.of(source).orElseThrow();
        assertThat(from.title()).isEqualTo("Benches");
        assertThat(from.attribution()).isEqualTo("© Town");
        assertThat(from.area()).isNotNull();
        assertThat(ServiceLayers.age(source, Instant.parse("2026-01-15T12:00:30Z"))).isEqualTo("just now");
        assertThat(ServiceLayers.age(source, Instant.parse("2026-01-15T15:00:00Z"))).isEqualTo("3 h ago");
        session.undo().undo();
        assertThat(session.district().layers()).hasSize(before);
        assertThat(session.sources()).isEmpty();
    }

    @Test
    void aRefreshReplacesTheLayerAndAFailedOneLeavesIt() {
        service.inTurn("/items", json(ITEMS.formatted("b1")), status(503, "text/plain", "down"), json(ITEMS.formatted("b2")));
        ProjectSource source = bring();
        ServiceLayers layers = new ServiceLayers(workspace, desk.services(), loading);
        layers.refresh(source);
        assertThat(layers.failure(source).orElseThrow()).contains("503");
        assertThat(ids(source)).containsExactly("b1");
        layers.refresh(source);
        assertThat(layers.failure(source)).isEmpty();
        ProjectSource after = session.sources().get(session.sources().size() - 1);
        assertThat(after.file()).isEqualTo(source.file());
        assertThat(after.layers()).isEqualTo(source.layers());
        assertThat(ids(after)).containsExactly("b2");
        assertThat(session.sources()).hasSize(1);
    }

    @Test
    void aProjectFromElsewhereCannotHaveAnyFileWrittenOver() throws Exception {
        service.at("/items", json(ITEMS.formatted("b1")));
        ProjectSource source = bring();
        Path precious = java.nio.file.Files.writeString(folder.resolve("precious.txt"), "mine");
        ProjectSource forged = source.withFile(precious.toString());
        ServiceLayers layers = new ServiceLayers(workspace, desk.services(), loading);
        layers.refresh(forged);
        assertThat(layers.failure(forged).orElseThrow()).contains("not written over");
        assertThat(java.nio.file.Files.readString(precious)).isEqualTo("mine");
        session.projectFileProperty().set(folder.resolve("kvarter.json"));
        layers.refresh(forged);
        assertThat(layers.failure(forged)).as("beside the project it is the project's own").isEmpty();
    }

    @Test
    void withoutTheNetworkWhatWasFetchedBeforeIsOffered() {
        service.inTurn("/items", json(ITEMS.formatted("b1")), status(503, "text/plain", "down"));
        bring();
        session.undo().undo();
        model.fetch((Offer.Layer) model.serviceProperty().get().offers().get(0), r -> { });
        assertThat(model.troubleProperty().get()).contains("503");
        assertThat(model.keptProperty().get()).isNotNull();
        model.takeKept(loading::readAs);
        assertThat(ids(session.sources().get(0))).containsExactly("b1");
    }

    @Test
    void readingsGoOnToTheSettingUpOfAFeedThatIsReady() {
        service.at("/list", json("[{\"id\":\"a\",\"value\":3,\"lat\":59.3325,\"lon\":18.0005}]"));
        at("/list");
        model.look();
        FeedSetupModel feed = new FeedSetupModel(workspace, desk, null);
        model.prefill(feed, (Offer.Readings) model.serviceProperty().get().offers().get(0));
        assertThat(feed.obstacle()).isEmpty();
        assertThat(feed.isPrefilled()).isTrue();
        feed.finish();
        assertThat(session.feeds()).hasSize(1);
        assertThat(session.layer(session.feeds().get(0).layerId())).isPresent();
    }

    @Test
    void aPresetAsksAboutTheDistrictAndOneWithAMappingNeedsNoLooking() {
        Preset weather = model.presets().stream().filter(p -> p.id().equals("pvgis")).findFirst().orElseThrow();
        model.choose(weather);
        assertThat(model.request().requestProperty().get().url()).contains("lat=59.33").contains("lon=18.00").doesNotContain("{lat}");
        model.look();
        assertThat(model.serviceProperty().get().offers()).singleElement().isInstanceOf(Offer.Readings.class);
        assertThat(service.asked()).isEmpty();
        model.areaProperty().set("");
        model.look();
        assertThat(model.troubleProperty().get()).contains("four numbers");
    }

    @Test
    void whatIsNoServiceIsSaid() {
        service.at("/", status(200, "text/html", "<html></html>"));
        at("/page");
        model.look();
        assertThat(model.serviceProperty().get()).isNull();
        assertThat(model.busyProperty().get()).isFalse();
        assertThat(model.troubleProperty().get()).contains("text/html");
    }
}
