package org.kvarter.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvarter.TestPictures;
import org.kvarter.mesh.MeshIssues;
import org.kvarter.mesh.MeshPlan;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.Appearance;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.ImageSource;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.PolygonSetBuilder;
import org.kvarter.model.SurfaceKind;
import org.kvarter.model.Texture;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.scene.palette.Argb;
import org.kvarter.scene.snapshot.Picture;
import org.kvarter.task.Tasks;

/**
 * Two walls of 20 × 20 m that face south, 60 m apart, with one picture: blue above red, its upper right quarter a hole on the second wall.
 */
class TexturedViewTest {

    private static final int RED = 0xFFE02020;
    private static final int BLUE = 0xFF2040E0;

    private static Tasks tasks;
    private static DistrictView view;

    private static TileMesh walls() {
        PolygonSetBuilder set = new PolygonSetBuilder();
        byte[] solid = TestPictures.png(new int[] {BLUE, BLUE}, new int[] {RED, RED});
        byte[] holed = TestPictures.png(new int[] {BLUE, 0}, new int[] {RED, RED});
        for (int feature = 0; feature < 2; feature++) {
            double west = feature == 0 ? -10 : 50;
            set.corner(set.vertex(west, -10, 0), 0, 1);
            set.corner(set.vertex(west + 20, -10, 0), 1, 1);
            set.corner(set.vertex(west + 20, -10, 20), 1, 0);
            set.corner(set.vertex(west, -10, 20), 0, 0);
            set.endRing();
            set.endPolygon(feature, SurfaceKind.WALL, 0);
            byte[] png = feature == 0 ? solid : holed;
            set.texture(new Texture("picture", new ImageSource.InMemory(png, 0, png.length)));
        }
        return MeshPlan.of(set.build(), 2).mesh(0, 0, new MeshIssues()).get(0);
    }

    @BeforeAll
    static void open() {
        FxStage.start();
        tasks = Tasks.start(Platform::runLater);
        view = FxStage.on(() -> new DistrictView(tasks));
        FxStage.run(() -> {
            new Scene(view, 480, 300);
            view.attach("walls", LayerKind.BUILDINGS, walls());
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
            view.setStyle("walls", LayerStyle.DEFAULT);
            view.setFeatureColours("walls", null);
            view.setFeatureStates("walls", null);
            view.setSelection(List.of());
            view.camera().jumpTo(new CameraPose(30, -160, 10, 0, 0));
        });
    }

    private static Picture picture() {
        CompletableFuture<Picture> wanted = FxStage.on(() -> view.snapshot(480, 300));
        return wanted.orTimeout(40, TimeUnit.SECONDS).join();
    }

    private static int at(Picture picture, double east, double up) {
        double[] at = FxStage.on(() -> view.camera().projection().toScreen(east, -10, up));
        return picture.argb()[(int) at[1] * picture.width() + (int) at[0]];
    }

    private static boolean isBlue(int argb) {
        return Argb.blue(argb) > 2 * Argb.red(argb) && Argb.blue(argb) > 60;
    }

    private static boolean isRed(int argb) {
        return Argb.red(argb) > 2 * Argb.blue(argb) && Argb.red(argb) > 60;
    }

    @Test
    void aPictureStandsUprightOnItsWallAndItsHolesLetThrough() {
        Picture picture = picture();
        assertThat(at(picture, 0, 15)).matches(TexturedViewTest::isBlue, "blue above");
        assertThat(at(picture, 0, 5)).matches(TexturedViewTest::isRed, "red below");
        assertThat(at(picture, 55, 15)).matches(TexturedViewTest::isBlue, "blue above");
        int hole = at(picture, 65, 15);
        assertThat(isBlue(hole) || isRed(hole)).as("a hole").isFalse();
        assertThat(Argb.red(hole)).as("the sky behind, not a dark veil").isGreaterThan(150);
    }

    @Test
    void dataColoursOneWallAndTheOtherKeepsItsPicture() {
        FxStage.run(() -> view.setFeatureColours("walls", new int[] {0xFF20C040, 0}));
        Picture picture = picture();
        for (double up : new double[] {5, 15}) {
            int data = at(picture, 0, up);
            assertThat(Argb.green(data)).isGreaterThan(Argb.red(data) + 40).isGreaterThan(Argb.blue(data) + 40);
        }
        assertThat(at(picture, 60, 5)).matches(TexturedViewTest::isRed);
        FxStage.run(() -> view.setFeatureColours("walls", null));
        assertThat(at(picture(), 0, 15)).matches(TexturedViewTest::isBlue, "the picture is back");
    }

    @Test
    void aWhiteModelHasNoPicturesAndMaterialsAreTheirMean() {
        FxStage.run(() -> view.setStyle("walls", LayerStyle.DEFAULT.withAppearance(Appearance.WHITE)));
        int white = at(picture(), 0, 15);
        assertThat(Math.abs(Argb.red(white) - Argb.blue(white))).isLessThan(40);
        FxStage.run(() -> view.setStyle("walls", LayerStyle.DEFAULT.withAppearance(Appearance.MATERIALS)));
        Picture means = picture();
        assertThat(at(means, 0, 15)).isEqualTo(at(means, 0, 5));
        assertThat(Argb.green(at(means, 0, 15))).isLessThan(Argb.red(at(means, 0, 15)) / 2);
    }

    @Test
    void aHiddenWallTakesItsPictureAlongAndASelectedOneShinesThrough() {
        FxStage.run(() -> {
            view.setFeatureStates("walls", new byte[] {(byte) FeatureState.HIDDEN.ordinal(), 0});
            view.setSelection(List.of(new FeatureKey("walls", 1)));
        });
        Picture picture = picture();
        int sky = at(picture, 0, 15);
        assertThat(isBlue(sky) || isRed(sky)).isFalse();
        int selected = at(picture, 60, 5);
        assertThat(Argb.green(selected)).isGreaterThan(Argb.red(selected));
    }

    @Test
    void fromAfarAWallIsTheMeanOfItsPictureOrThePicture() {
        FxStage.run(() -> view.camera().jumpTo(new CameraPose(0, -4000, 10, 0, 0)));
        picture();
        FxStage.run(() -> view.camera().jumpTo(new CameraPose(30, -160, 10, 0, 0)));
        assertThat(at(picture(), 0, 15)).matches(TexturedViewTest::isBlue, "near again, the picture is there");
    }
}
