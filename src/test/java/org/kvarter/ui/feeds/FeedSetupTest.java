package org.kvarter.ui.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvarter.remote.FakeService.json;
import static org.kvarter.remote.FakeService.status;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.model.District;
import org.kvarter.model.LayerKind;
import org.kvarter.model.VectorLayer;
import org.kvarter.project.ProjectDocument;
import org.kvarter.remote.FakeService;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.FeedSource;
import org.kvarter.remote.FeedState;
import org.kvarter.session.Session;
import org.kvarter.session.live.FeedChanges;
import org.kvarter.session.loading.SessionDocument;
import org.kvarter.ui.Districts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.layers.LayersModel;
import org.kvarter.ui.overlays.OverlaysModel;
import org.kvarter.ui.overlays.PaintingModel;

/** From an address to data in the twin, and back by undo, over a real server and without a window. */
class FeedSetupTest {

    /** Around the origin of the small district, SWEREF 99 18 00 150 000 E 6 580 000 N. */
    private static final String SENSORS = "{\"sensors\":["
            + "{\"id\":\"s1\",\"name\":\"Quay\",\"time\":\"2026-01-15T11:58:00Z\",\"temperature\":-2.5,\"lat\":59.3417,\"lon\":18.0010},"
            + "{\"id\":\"s2\",\"name\":\"Park\",\"time\":\"2026-01-15T11:58:00Z\",\"temperature\":1.5,\"lat\":59.3420,\"lon\":18.0020},"
            + "{\"id\":\"s3\",\"name\":\"Oslo\",\"time\":\"2026-01-15T11:58:00Z\",\"temperature\":4.5,\"lat\":59.9,\"lon\":10.7}]}";
    private static final String METERS = "[{\"building\":\"A\",\"time\":\"2026-01-15T11:00:00Z\",\"power\":12},"
            + "{\"building\":\"c\",\"time\":\"2026-01-15T11:00:00Z\",\"power\":30},{\"building\":\"zz\",\"time\":\"2026-01-15T11:00:00Z\",\"power\":1}]";

    @TempDir
    Path folder;

    private final Session session = Districts.session();
    private final Workspace workspace = Districts.workspace(session);
    private FakeService service;
    private FeedDesk desk;

    @BeforeEach
    void start() throws IOException {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        service = new FakeService();
        desk = Districts.feeds(session, workspace.tasks(), folder);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private FeedSetupModel look(String path) {
        FeedSetupModel model = new FeedSetupModel(workspace, desk, null);
        model.requestProperty().set(FeedRequest.of(service.url(path)));
        model.fetch();
        return model;
    }

    private VectorLayer points() {
        return (VectorLayer) session.district().layers().stream().filter(l -> l.kind() == LayerKind.SENSORS).findFirst().orElse(null);
    }

    @Test
    void proposesShowsAndAddsPointsWithAnOverlayInOneStep() {
        service.at("/s", json(SENSORS));
        FeedSetupModel model = look("/s");
        assertThat(model.titleProperty().get()).isEqualTo("Temperature");
        assertThat(model.previewProperty().get().values()).isEqualTo(3);
        assertThat(model.targetProperty().get().isPoints()).isTrue();
        assertThat(model.obstacle()).isEmpty();
        assertThat(model.fields()).extracting(org.kvarter.remote.map.Field::pointer).contains("/temperature", "/lat");
        model.finish();
        VectorLayer layer = points();
        assertThat(layer.features().ids()).as("Oslo is no part of the district").containsExactly("s1", "s2");
        assertThat(layer.diagnostics()).filteredOn(d -> !d.object().isEmpty()).singleElement().satisfies(d -> assertThat(d.message()).contains("s3 lies").contains("km from the district"));
        assertThat(layer.features().attributes().row(0)).containsEntry("name", "Quay").containsEntry("Temperature", -2.5);
        assertThat(desk.live().state(session.feeds().get(0).id())).isInstanceOf(FeedState.Live.class);
        assertThat(session.activeOverlay()).get().satisfies(o -> assertThat(o.layerId()).isEqualTo(layer.id()));
        assertThat(session.clock().time()).as("the clock stands at now").isEqualTo(desk.live().now());
        session.undo().undo();
        assertThat(points()).isNull();
        assertThat(session.feeds()).isEmpty();
        assertThat(session.series()).isEmpty();
        assertThat(session.overlays()).isEmpty();
        session.undo().redo();
        assertThat(points()).isNotNull();
    }

    @Test
    void rowsThatNameBuildingsColourThemAtTheClocksTime() {
        service.at("/m", json(METERS));
        FeedSetupModel model = look("/m");
        assertThat(model.targetProperty().get().layerId()).isEqualTo("buildings");
        assertThat(model.join()).get().satisfies(j -> {
            assertThat(j.matched()).isEqualTo(2);
            assertThat(j.unmatchedPlaces()).containsExactly("zz");
        });
        model.finish();
        PaintingModel painting = new PaintingModel(session, workspace.tasks());
        int[] colours = painting.paintedProperty().get().argb();
        assertThat(painting.paintedProperty().get().layerId()).isEqualTo("buildings");
        int noData = colours[1];
        assertThat(colours[0]).isNotEqualTo(noData);
        assertThat(colours[3]).isNotEqualTo(noData).isNotEqualTo(colours[0]);
        assertThat(new OverlaysModel(session).choices(session.layer("buildings").orElseThrow())).extracting(OverlaysModel.Choice::title).contains("Power");
    }

    @Test
    void saysWhyAnAddressGivesNothing() {
        service.at("/p", status(200, "text/html", "<html></html>")).at("/n", json("[1,2]"));
        assertThat(look("/p").troubleProperty().get()).contains("text/html instead of data");
        assertThat(look("/n").troubleProperty().get()).contains("holds no records");
        FeedSetupModel model = new FeedSetupModel(workspace, desk, null);
        model.requestProperty().set(FeedRequest.of("https://a.b/c?api_key=1"));
        model.fetch();
        assertThat(model.troubleProperty().get()).contains("choose a credential instead");
    }

    @Test
    void choicesShowAtOnceWhatTheyGive() {
        service.at("/s", json(SENSORS));
        FeedSetupModel model = look("/s");
        model.setMapping(m -> new org.kvarter.remote.FeedMapping(m.records(), m.layout(), m.id(), m.name(), m.time(), m.zone(), "/name", "", "", m.latitude(),
                m.longitude(), m.geometry(), m.quantity()));
        assertThat(model.previewProperty().get().lines().get(0).issues()).containsExactly("Quay at /name is not a number.");
        model.setMapping(m -> new org.kvarter.remote.FeedMapping("/gone", m.layout(), m.id(), m.name(), m.time(), m.zone(), "/x", "", "", "", "", "", ""));
        assertThat(model.obstacle()).contains("no /gone");
    }

    @Test
    void pausingChangingAndRemovingAreUndone() {
        service.at("/s", json(SENSORS));
        look("/s").finish();
        FeedSource feed = session.feeds().get(0);
        FeedChanges.setPaused(session, feed, true);
        assertThat(desk.live().state(feed.id())).isInstanceOf(FeedState.Paused.class);
        assertThat(points()).as("a paused feed keeps its points").isNotNull();
        session.undo().undo();
        assertThat(desk.live().state(feed.id())).isInstanceOf(FeedState.Live.class);
        FeedSetupModel edit = new FeedSetupModel(workspace, desk, feed);
        edit.fetch();
        edit.setTitle("Air");
        edit.finish();
        assertThat(session.feeds().get(0).title()).isEqualTo("Air");
        new LayersModel(session).remove(points());
        assertThat(session.feeds()).isEmpty();
        assertThat(session.overlays()).isEmpty();
        session.undo().undo();
        assertThat(session.feeds()).hasSize(1);
        assertThat(points()).isNotNull();
    }

    @Test
    void aDistrictOfBeforeGetsItsPointsBack() {
        District before = session.district();
        service.at("/s", json(SENSORS));
        look("/s").finish();
        session.districtProperty().set(before); // as undoing an import does
        assertThat(points()).isNotNull();
    }

    @Test
    void aProjectKeepsTheFeedAndShowsTheCacheWhereTheServiceIsGone() throws IOException {
        service.inTurn("/s", json(SENSORS), json(SENSORS), status(503, "text/plain", ""));
        look("/s").finish();
        ProjectDocument kept = SessionDocument.of(session);
        assertThat(kept.feeds()).hasSize(1);
        Session later = Districts.session();
        FeedDesk laterDesk = Districts.feeds(later, workspace.tasks(), folder);
        later.feeds().setAll(kept.feeds());
        assertThat(laterDesk.live().state(kept.feeds().get(0).id())).isInstanceOfSatisfying(FeedState.Stale.class,
                s -> assertThat(s.why()).contains("503"));
        assertThat(later.district().layers()).anyMatch(l -> l.kind() == LayerKind.SENSORS && l.features().size() == 2);
        assertThat(later.series()).hasSize(1);
    }

    @Test
    void credentialsAreKeptOutsideTheProject() throws IOException {
        service.at("/s", e -> (("Bearer s3cret").equals(e.getRequestHeaders().getFirst("Authorization")) ? json(SENSORS) : status(401, "text/plain", ""))
                .to(e));
        FeedSetupModel model = look("/s");
        assertThat(model.troubleProperty().get()).contains("asks for a credential");
        assertThat(model.keep("city", org.kvarter.remote.http.Credential.Scheme.BEARER, "", "", "")).isNotEmpty();
        assertThat(model.keep("city", org.kvarter.remote.http.Credential.Scheme.BEARER, "", "s3cret", "")).isEmpty();
        model.fetch();
        model.finish();
        assertThat(points()).isNotNull();
        assertThat(SessionDocument.of(session).toString()).contains("city").doesNotContain("s3cret");
    }
}
