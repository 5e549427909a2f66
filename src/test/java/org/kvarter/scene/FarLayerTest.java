package org.kvarter.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvarter.model.Bounds;
import org.kvarter.model.LayerKind;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.scene.snapshot.Picture;
import org.kvarter.task.Tasks;

/** What lies half the globe away, and pictures from where the camera is not. */
class FarLayerTest {

    private static final Bounds TOWN = new Bounds(-10, -10, 0, 10, 10, 20);
    private static final Bounds FAR = new Bounds(8_999_990, -10, 0, 9_000_010, 10, 20);

    private Tasks tasks;
    private DistrictView view;

    @BeforeEach
    void open() {
        FxStage.start();
        tasks = Tasks.start(Platform::runLater);
        view = FxStage.on(() -> new DistrictView(tasks));
        FxStage.run(() -> new Scene(view, 240, 150));
    }

    @AfterEach
    void close() {
        FxStage.run(() -> view.getScene().setRoot(new javafx.scene.Group()));
        tasks.close();
    }

    private void town() {
        FxStage.run(() -> {
            view.attach("town", LayerKind.BUILDINGS, new Blocks().box(-10, -10, 20, 20, 20).tile());
            view.setLayerBoxes(List.of(TOWN));
        });
    }

    private Bounds world() {
        return FxStage.on(() -> view.worldBounds());
    }

    @Test
    void theTwinStaysWithTheDistrictUntilOneGoesThere() {
        town();
        CameraPose home = FxStage.on(() -> view.camera().homePose());
        FxStage.run(() -> {
            view.attach("far", LayerKind.BUILDINGS, new Blocks().box(8_999_990, -10, 20, 20, 20).tile());
            view.setLayerBoxes(List.of(FAR, TOWN));
        });
        assertThat(world().maxEast()).isEqualTo(10);
        assertThat(FxStage.on(() -> view.camera().homePose())).isEqualTo(home);
        FxStage.run(() -> view.flyToBox(FAR));
        assertThat(world().minEast()).isCloseTo(8_999_990, within(1.0));
        assertThat(FxStage.on(() -> view.camera().pose()).east()).isCloseTo(9e6, within(500.0));
        FxStage.run(() -> view.home());
        assertThat(world().maxEast()).isEqualTo(10);
        assertThat(FxStage.on(() -> view.camera().pose()).east()).isCloseTo(home.east(), within(1.0));
    }

    @Test
    void layersWithoutBuildingsAreSeenWholeBeforeThereIsGround() {
        Bounds roads = new Bounds(-3_000, -2_000, 0, 3_000, 2_000, 0);
        FxStage.run(() -> view.setLayerBoxes(List.of(roads)));
        assertThat(world()).isEqualTo(roads);
    }

    @Test
    void aGlanceShowsWhatIsElsewhereAndTheCameraStays() {
        town();
        CameraPose away = new CameraPose(0, -120, 10, Math.PI, 0);
        FxStage.run(() -> view.camera().jumpTo(away));
        Picture sky = glance(away);
        Picture house = glance(new CameraPose(0, -120, 10, 0, 0));
        assertThat(middle(house)).as("a wall, not the sky").isNotEqualTo(middle(sky));
        assertThat(FxStage.on(() -> view.camera().pose())).isEqualTo(away);
        Picture after = FxStage.on(() -> view.snapshot(240, 150)).orTimeout(40, TimeUnit.SECONDS).join();
        assertThat(middle(after)).as("the screen is as it was").isEqualTo(middle(sky));
    }

    /** A column of pixels from over the horizon to under it. */
    private static List<Integer> middle(Picture picture) {
        return IntStream.range(60, 90).mapToObj(y -> picture.argb()[y * 240 + 120]).toList();
    }

    /** Outside of a window JavaFX draws no other size than the scene's. */
    private Picture glance(CameraPose pose) {
        CompletableFuture<Picture> wanted = FxStage.on(() -> view.glance(pose, 240, 150));
        return wanted.orTimeout(40, TimeUnit.SECONDS).join();
    }
}
