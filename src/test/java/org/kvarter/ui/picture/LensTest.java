package org.kvarter.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.scene.camera.Projection;

class LensTest {

    @Test
    void aBarIsAsLongAsTheMetresItStandsFor() {
        // Straight down from 200 m: what lies 50 m to the east is so many pixels away from the middle.
        Projection projection = new Projection(new CameraPose(0, 0, 200, 0, -Math.PI / 2), 1600, 900, Math.toRadians(36));
        Lens lens = new Lens(0, -90, Math.toRadians(36), OptionalDouble.of(200));
        assertThat(lens.isPlan()).isTrue();
        assertThat(50 / lens.metresPerPixel(900)).isCloseTo(projection.toScreen(50, 0, 0)[0] - 800, within(1e-6));
    }

    @Test
    void northPointsWhereAPlaceToTheNorthOfTheMiddleIs() {
        for (double yaw = 0; yaw < 360; yaw += 30) {
            for (double pitch : new double[] {-90, -60, -30}) {
                CameraPose pose = CameraPose.lookingAt(0, 0, 0, 500, Math.toRadians(yaw), Math.toRadians(pitch));
                double[] place = new Projection(pose, 1600, 900, Math.toRadians(36)).toScreen(0, 0.01, 0);
                double[] arrow = new Lens(yaw, pitch, Math.toRadians(36), OptionalDouble.of(500)).onPicture(0);
                double scale = 0.01 * 450 / Math.tan(Math.toRadians(18)) / 500;
                assertThat(arrow[0]).isCloseTo((place[0] - 800) / scale, within(1e-3));
                assertThat(arrow[1]).isCloseTo((place[1] - 450) / scale, within(1e-3));
            }
        }
    }

    @Test
    void aSlantedPictureIsNoPlanAndTheSkyHasNoScale() {
        assertThat(new Lens(0, -60, 0.6, OptionalDouble.empty()).isPlan()).isFalse();
        assertThat(new Lens(0, -60, 0.6, OptionalDouble.empty()).metresPerPixel(900)).isNaN();
    }
}
