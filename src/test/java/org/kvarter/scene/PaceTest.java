package org.kvarter.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kvarter.scene.camera.CameraPose;

class PaceTest {

    private final Pace pace = new Pace();
    private double east;

    private boolean moving(int frames, double seconds) {
        boolean hurried = false;
        for (int k = 0; k < frames; k++) {
            hurried = pace.isHurried(new CameraPose(east++, 0, 0, 0, 0), false, seconds);
        }
        return hurried;
    }

    private boolean resting(int frames, double seconds) {
        boolean hurried = false;
        for (int k = 0; k < frames; k++) {
            hurried = pace.isHurried(new CameraPose(east, 0, 0, 0, 0), false, seconds);
        }
        return hurried;
    }

    @Test
    void quickFramesAreNeverInAHurry() {
        assertThat(moving(200, 0.016)).isFalse();
    }

    @Test
    void oneSlowFrameIsNoReason() {
        moving(20, 0.016);
        assertThat(moving(1, 0.1)).isFalse();
    }

    @Test
    void slowFramesHurryUntilTheCameraHasRested() {
        assertThat(moving(30, 0.08)).isTrue();
        assertThat(pace.isTurning()).isTrue();
        assertThat(moving(30, 0.016)).as("no flipping while it moves").isTrue();
        assertThat(resting(3, 0.08)).isTrue();
        assertThat(resting(6, 0.08)).isFalse();
    }

    @Test
    void whatMovesBeforeARestingCameraHurriesToo() {
        boolean hurried = false;
        for (int k = 0; k < 30; k++) {
            hurried = pace.isHurried(new CameraPose(0, 0, 0, 0, 0), true, 0.08);
        }
        assertThat(hurried).isTrue();
        assertThat(pace.isTurning()).as("the camera rests").isFalse();
        assertThat(resting(8, 0.08)).isFalse();
    }

    @Test
    void slowFramesAtRestDoNotMatter() {
        assertThat(resting(50, 0.1)).isFalse();
    }
}
