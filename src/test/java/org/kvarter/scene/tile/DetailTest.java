package org.kvarter.scene.tile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.model.Bounds;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.scene.camera.Projection;

class DetailTest {

    private static final Bounds HOUSE = new Bounds(0, 100, 0, 10, 110, 10);

    /** The lens has a focal length of 500 pixels: at 500 m a pixel is a metre. */
    private static Projection from(double north) {
        return new Projection(new CameraPose(5, north, 5, 0, 0), 1000, 1000, Math.PI / 2);
    }

    @ParameterizedTest
    @CsvSource({"105, FULL", "0, FULL", "-145, FULL", "-155, HALF_METRE", "-405, METRE", "-910, TWO_METRES", "-1905, FOUR_METRES",
        "-3901, EIGHT_METRES", "-90000, EIGHT_METRES"})
    void isOffByAPixelAtMost(double north, Detail expected) {
        assertThat(Detail.of(HOUSE, from(north), null)).isEqualTo(expected);
    }

    @Test
    void staysWhereItNearlyFits() {
        assertThat(Detail.of(HOUSE, from(-380), Detail.METRE)).isEqualTo(Detail.METRE);
        assertThat(Detail.of(HOUSE, from(-380), Detail.TWO_METRES)).isEqualTo(Detail.HALF_METRE);
        assertThat(Detail.of(HOUSE, from(-300), Detail.METRE)).isEqualTo(Detail.HALF_METRE);
    }
}
