package org.kvarter.mesh.light;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightModelTest {

    /** The art direction's formula worked by hand: 200 × (0.52·0.5 + 0.36·0.5 + 0.30) = 148, and so on. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.5, 148, 147, 147", "0, 0.5, 96, 97, 103", "1, 1, 236, 234, 232", "0, 0, 60, 60, 62"})
    void dayFollowsTheArtDirection(float sun, float sky, int r, int g, int b) {
        assertThat(LightModel.DAY.lit(0xFFC8C8C8, sun, sky)).isEqualTo(0xFF000000 | r << 16 | g << 8 | b);
    }

    @Test
    void brightColoursAreClampedAndAlphaKept() {
        assertThat(LightModel.DAY.lit(0x40FFFFFF, 1, 1)).isEqualTo(0x40FFFFFF);
    }

    @Test
    void dataKeepsHalfOfTheLight() {
        // 200 × (1 + (0.74 − 1) / 2) = 174
        assertThat(LightModel.DAY.forData().lit(0xFFC8C8C8, 0.5f, 0.5f) >> 16 & 255).isEqualTo(174);
    }

    @Test
    void highSunIsWhiteLowSunIsRedAndNightIsBlueAndDim() {
        assertThat(LightModel.of(33).lit(0xFFC8C8C8, 0.5f, 0.5f)).isEqualTo(LightModel.DAY.lit(0xFFC8C8C8, 0.5f, 0.5f));
        int evening = LightModel.of(4).lit(0xFFC8C8C8, 0.5f, 0.5f);
        assertThat(evening >> 16 & 255).isGreaterThan((evening & 255) + 20);
        int night = LightModel.of(-20).lit(0xFFC8C8C8, 1, 1);
        assertThat(night >> 16 & 255).isBetween(30, 90).isLessThan(night & 255);
    }

    @Test
    void shadowsAreCoolAndVanishWithTheSun() {
        assertThat(LightModel.DAY.shaded(0xFFC8C8C8, 0)).isEqualTo(0xFFC8C8C8);
        // 200 × 0.66, 0.69, 0.75
        assertThat(LightModel.DAY.shaded(0xFFC8C8C8, 255)).isEqualTo(0xFF000000 | 132 << 16 | 138 << 8 | 150);
        assertThat(LightModel.of(-1).shaded(0xFFC8C8C8, 255)).isEqualTo(0xFFC8C8C8);
    }
}
