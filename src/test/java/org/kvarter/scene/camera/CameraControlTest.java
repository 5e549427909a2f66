package org.kvarter.scene.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kvarter.model.Bounds;

/** A camera over a level plane at height 0. */
class CameraControlTest {

    private final CameraControl camera = new CameraControl(new Surroundings() {
        @Override
        public double groundAt(double east, double north) {
            return 0;
        }

        @Override
        public double[] hit(double[] origin, double[] direction) {
            return null;
        }

        @Override
        public Bounds bounds() {
            return new Bounds(-500, -500, 0, 500, 500, 20);
        }
    });

    @Test
    void anOrbitPushedUnderTheGroundKeepsItsPivotInSight() {
        double[] pivot = {0, 0, 2};
        camera.jumpTo(CameraPose.lookingAt(0, 0, 2, 200, 0.4, Math.toRadians(-20)));
        for (int i = 0; i < 60; i++) {
            camera.orbit(pivot, 0.01, 0.02);
        }
        CameraPose pose = camera.poseProperty().get();
        double[] seen = new Projection(pose, 1600, 1000, CameraControl.FIELD_OF_VIEW).toScreen(0, 0, 2);
        assertThat(seen[0]).isCloseTo(800, within(0.5));
        assertThat(seen[1]).isCloseTo(500, within(0.5));
        assertThat(pose.up()).isGreaterThanOrEqualTo(CameraControl.EYE_HEIGHT);
        assertThat(pose.pitch()).isLessThan(Math.toRadians(5));
    }
}
