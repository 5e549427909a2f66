package org.kvarter.ui.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.importing.gtfs.FeedDraft;
import org.kvarter.importing.pipeline.ImportListener;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.importing.pipeline.ImportResult;
import org.kvarter.model.District;
import org.kvarter.model.MovingLayer;
import org.kvarter.session.Session;
import org.kvarter.task.InlineTasks;
import org.kvarter.task.Progress;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.settings.Settings;

/** A feed of 2025 beside a clock that stands in it, or elsewhere. */
class MobilityModelTest {

    @TempDir
    Path folder;

    private final Session session = new Session();
    private MobilityModel model;
    private MovingLayer vehicles;

    @BeforeEach
    void open() throws Exception {
        model = new MobilityModel(session, InlineTasks.create());
        ImportResult result = ImportPipeline.over(ImportPipeline.discover(), InlineTasks.create()).run(
                List.of(ImportRequest.of(FeedDraft.sound().zip(folder.resolve("a.zip")))), District.EMPTY, ImportListener.NONE, Progress.NONE);
        session.districtProperty().set(result.district());
        vehicles = (MovingLayer) result.layers().get(2).layer();
    }

    @Test
    void aClockElsewhereIsToldAndMetInOneStepThatCanBeUndone() {
        session.clock().startProperty().set(Instant.parse("2020-01-01T00:00:00Z"));
        session.clock().endProperty().set(Instant.parse("2021-01-01T00:00:00Z"));
        session.clock().timeProperty().set(Instant.parse("2020-06-01T00:00:00Z"));
        assertThat(model.unmet(List.of(vehicles))).contains(vehicles);
        assertThat(model.cards().get(0).outside()).isTrue();

        model.useTypicalDay(vehicles);
        assertThat(model.unmet(List.of(vehicles))).isEmpty();
        assertThat(session.clock().time().atZone(vehicles.movement().zone()).getHour()).isEqualTo(8);
        assertThat(session.clock().zoneProperty().get().getId()).isEqualTo("Europe/Stockholm");

        session.undo().undo();
        assertThat(session.clock().time()).isEqualTo(Instant.parse("2020-06-01T00:00:00Z"));
    }

    @Test
    void ofAHiddenLayerNothingIsToldUntilItIsShown() {
        session.clock().startProperty().set(Instant.parse("2020-01-01T00:00:00Z"));
        session.clock().endProperty().set(Instant.parse("2021-01-01T00:00:00Z"));
        session.clock().timeProperty().set(Instant.parse("2020-06-01T00:00:00Z"));
        Workspace workspace = Workspace.of(session, InlineTasks.create(), new Settings());
        AtomicInteger met = new AtomicInteger();
        UnmetTimes unmet = new UnmetTimes(workspace, model, met::incrementAndGet);
        session.styles().put(vehicles.id(), session.style(vehicles.id()).withVisible(false));
        unmet.tell(session.district().layers());
        assertThat(workspace.notices().shown()).isEmpty();

        session.styles().put(vehicles.id(), session.style(vehicles.id()).withVisible(true));
        assertThat(workspace.notices().shown()).hasSize(1);
        workspace.notices().shown().get(0).ways().get(0).run().run();
        assertThat(model.unmet(List.of(vehicles))).isEmpty();
        assertThat(met).hasValue(1);
    }

    @Test
    void aRangeThatComesStartFirstIsNoError() {
        session.clock().endProperty().set(Instant.parse("2021-01-01T00:00:00Z"));
        session.clock().startProperty().set(Instant.parse("2030-01-01T00:00:00Z"));
        session.clock().endProperty().set(Instant.parse("2031-01-01T00:00:00Z"));
        assertThat(model.cards().get(0).outside()).isTrue();
    }

    @Test
    void serviceIsShownWithItsLayerAndTakenBack() {
        session.styles().put("a-routes", session.style("a-routes").withVisible(false));
        model.toggleService("a-routes", "Service");
        assertThat(model.showsService("a-routes")).isTrue();
        assertThat(session.style("a-routes").visible()).isTrue();

        session.undo().undo();
        assertThat(session.overlays()).isEmpty();
        assertThat(session.style("a-routes").visible()).isFalse();
    }
}
