package org.kvarter.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LayerStyle;
import org.kvarter.scene.camera.CameraControl;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.scene.palette.Argb;
import org.kvarter.scene.snapshot.Picture;
import org.kvarter.task.Tasks;

/** Pictures of two houses, read by what they mean: a box at the origin (feature 0) and one 60 m to its east (feature 1). */
class DistrictViewTest {

    private static Tasks tasks;
    private static DistrictView view;

    @BeforeAll
    static void open() {
        FxStage.start();
        tasks = Tasks.start(Platform::runLater);
        view = FxStage.on(() -> new DistrictView(tasks));
        FxStage.run(() -> {
            new Scene(view, 480, 300);
            view.attach("houses", LayerKind.BUILDINGS, new Blocks().box(-10, -10, 20, 20, 20).box(50, -10, 20, 20, 20).tile());
        });
    }

    @AfterAll
    static void close() {
        FxStage.run(() -> view.getScene().setRoot(new javafx.scene.Group()));
        tasks.close();
    }

    @BeforeEach
    void reset() {
        FxStage.run(() -> {
            view.setStyle("houses", LayerStyle.DEFAULT);
            view.setFeatureColours("houses", null);
            view.setFeatureStates("houses", null);
            view.setSelection(List.of());
            view.setHover(null);
            view.setTheme(Theme.LIGHT);
            // From the south, level with the middle of the walls, both houses in sight.
            view.camera().jumpTo(new CameraPose(30, -160, 10, 0, 0));
        });
    }

    private static Picture picture() {
        CompletableFuture<Picture> wanted = FxStage.on(() -> view.snapshot(480, 300));
        return wanted.orTimeout(40, TimeUnit.SECONDS).join();
    }

    private static int at(Picture picture, double east, double north, double up) {
        double[] at = FxStage.on(() -> view.camera().projection().toScreen(east, north, up));
        return picture.argb()[(int) at[1] * picture.width() + (int) at[0]];
    }

    private static double at18() {
        return FxStage.on(() -> view.camera().projection().toScreen(0, -10, 18))[1];
    }

    private static int brightness(int argb) {
        return Argb.red(argb) + Argb.green(argb) + Argb.blue(argb);
    }

    @Test
    void wallsStandBeforeTheSkyAndTheSkyGoesOverIntoTheHorizon() {
        Picture picture = picture();
        int wall = at(picture, 0, -10, 10);
        assertThat(Argb.red(wall)).as("a wall is warm").isGreaterThan(Argb.blue(wall));
        int sky = picture.argb()[2 * 480 + 240];
        assertThat(Argb.blue(sky)).as("the sky is blue").isGreaterThan(Argb.red(sky) + 8);
        int horizon = picture.argb()[148 * 480 + 240];
        assertThat(Argb.red(horizon)).isGreaterThan(225);
    }

    @Test
    void aHiddenFeatureLetsTheSkyThroughAndAFadedOneInPart() {
        int wall = at(picture(), 0, -10, 18);
        FxStage.run(() -> view.setFeatureStates("houses", new byte[] {(byte) FeatureState.HIDDEN.ordinal(), 0}));
        Picture hidden = picture();
        int sky = hidden.argb()[(int) at18() * 480 + 240];
        assertThat(at(hidden, 0, -10, 18)).isEqualTo(sky);
        assertThat(at(hidden, 60, -10, 18)).as("the other house stands").isNotEqualTo(sky);
        FxStage.run(() -> view.setFeatureStates("houses", new byte[] {(byte) FeatureState.FADED.ordinal(), 0}));
        int faded = at(picture(), 0, -10, 18);
        assertThat(brightness(faded)).isBetween(Math.min(brightness(wall), brightness(sky)) + 1, Math.max(brightness(wall), brightness(sky)));
        assertThat(faded).isNotEqualTo(sky);
    }

    @Test
    void selectionTakesTheAccentAndOnlyOfWhatIsSelected() {
        FxStage.run(() -> view.setSelection(List.of(new FeatureKey("houses", 1))));
        Picture picture = picture();
        int selected = at(picture, 60, -10, 10);
        assertThat(Argb.green(selected)).isGreaterThan(2 * Argb.red(selected) + 40);
        int other = at(picture, 0, -10, 10);
        assertThat(Argb.red(other)).isGreaterThan(Argb.green(other) - 20);
    }

    @Test
    void overlayColoursShowAndHiddenLayersDoNot() {
        FxStage.run(() -> view.setFeatureColours("houses", new int[] {0xFFFF0000, 0xFF0000FF}));
        Picture picture = picture();
        assertThat(Argb.red(at(picture, 0, -10, 10))).isGreaterThan(180);
        assertThat(Argb.green(at(picture, 0, -10, 10))).isZero();
        assertThat(Argb.blue(at(picture, 60, -10, 10))).isGreaterThan(180);
        FxStage.run(() -> view.setStyle("houses", LayerStyle.DEFAULT.withVisible(false)));
        int behind = at(picture(), 0, -10, 18);
        assertThat(Argb.green(behind)).as("sky").isGreaterThan(200);
    }

    @Test
    void aPictureOfPartsHasNoSeamsAndTheSizeAskedFor() {
        FxStage.run(() -> view.setStyle("houses", LayerStyle.DEFAULT.withArgb(OptionalInt.of(0xFF808080))));
        Picture small = picture();
        Picture big = FxStage.on(() -> view.snapshot(2400, 1500)).orTimeout(60, TimeUnit.SECONDS).join();
        assertThat(big.width()).isEqualTo(2400);
        for (double[] place : new double[][] {{0, -10, 10}, {60, -10, 10}, {55, -10, 4}}) {
            double[] at = FxStage.on(() -> view.camera().projection().toScreen(place[0], place[1], place[2]));
            assertThat(big.argb()[(int) (5 * at[1] + 2) * 2400 + (int) (5 * at[0] + 2)])
                    .isEqualTo(small.argb()[(int) at[1] * 480 + (int) at[0]]);
        }
    }

    @Test
    void whatIsUnderThePointerIsFoundAndHiddenThingsAreNot() {
        double[] at = FxStage.on(() -> view.camera().projection().toScreen(60, -10, 10));
        FxStage.run(() -> {
            var pick = view.pick(at[0], at[1]);
            assertThat(pick.feature()).isEqualTo(new FeatureKey("houses", 1));
            assertThat(pick.north()).isCloseTo(-10, within(1e-3));
            view.setFeatureStates("houses", new byte[] {0, (byte) FeatureState.HIDDEN.ordinal()});
            var behind = view.pick(at[0], at[1]);
            assertThat(behind == null || behind.feature() == null).isTrue();
        });
    }

    @Test
    void picturesAreTheSameAfterAHurriedTurn() {
        Picture before = picture();
        CameraPose pose = FxStage.on(() -> view.camera().pose());
        for (int k = 0; k < 12; k++) {
            double turn = 0.01 * k;
            FxStage.run(() -> {
                view.camera().jumpTo(pose.turned(turn, 0));
                FxStage.pause(110);
            });
        }
        FxStage.run(() -> view.camera().jumpTo(pose));
        assertThat(picture().argb()).isEqualTo(before.argb());
    }

    @Test
    void theEyeNeverGoesUnderTheGround() {
        picture();
        FxStage.run(() -> {
            view.camera().jumpTo(new CameraPose(0, -100, -50, 0, 0));
            assertThat(view.camera().pose().up()).isCloseTo(CameraControl.EYE_HEIGHT, within(1e-6));
        });
    }
}
