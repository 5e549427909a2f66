package org.kvarter.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kvarter.geo.GroundFit.Placement;
import org.kvarter.model.Terrain;

/** Six houses, each of three samples a metre apart, on a slope that rises a metre every ten to the east. */
class GroundFitTest {

    private static final int HOUSES = 6;
    private static final Terrain SLOPE = slope();

    @Test
    void heightsThatFitAreLeft() {
        GroundFit fit = fit(0, 0.4, -0.3, 1.1, -0.5, 0.2);

        assertThat(fit.placement()).isEqualTo(Placement.FITS);
        assertThat(fit.offsets()).containsOnly(0);
        assertThat(fit.moved()).isZero();
    }

    @Test
    void oneWrongHouseAmongManyDoesNotMoveTheOthers() {
        assertThat(fit(0, 0.4, -0.3, 30, -0.5, 0.2).placement()).isEqualTo(Placement.FITS);
    }

    /** 31.2 m is what lies between the ellipsoid and the sea about Stockholm's longitude. */
    @Test
    void oneShiftOfHeightSystemMovesAllAlike() {
        GroundFit fit = fit(31.2, 31.5, 30.9, 31.3, 30.8, 31.2);

        assertThat(fit.placement()).isEqualTo(Placement.SHIFTED);
        assertThat(fit.offsets()).containsOnly(fit.offsets()[0]);
        assertThat((double) fit.offsets()[0]).isCloseTo(-31.2, within(1e-4));
        assertThat(fit.moved()).isEqualTo(HOUSES);
    }

    @Test
    void heightsWithoutSystemAreDroppedOneByOneToTheLowestGround() {
        float[] bases = new float[HOUSES];
        GroundFit fit = GroundFit.of(SLOPE, bases, ends(), samples());

        assertThat(fit.placement()).isEqualTo(Placement.DROPPED);
        for (int h = 0; h < HOUSES; h++) {
            assertThat((double) fit.offsets()[h]).as("house %d", h).isCloseTo(5 + h * 2, within(1e-4));
        }
        assertThat(fit.largestMove()).isCloseTo(15, within(1e-4));
        assertThat(fit.medianGap()).isCloseTo(-10.1, within(1e-4));
    }

    @Test
    void aPersonsRuleIsFollowed() {
        float[] bases = new float[HOUSES];
        GroundFit kept = GroundFit.of(SLOPE, bases, ends(), samples(), GroundFit.Rule.FILE);
        assertThat(kept.offsets()).containsOnly(0);
        assertThat(kept.medianGap()).isCloseTo(-10.1, within(1e-4));
        assertThat(kept.spread()).as("gaps of 5, 7 … 15 m").isCloseTo(3, within(1e-3));
        GroundFit shifted = GroundFit.of(SLOPE, bases, ends(), samples(), GroundFit.Rule.SHIFT);
        assertThat(shifted.placement()).isEqualTo(Placement.SHIFTED);
        assertThat((double) shifted.offsets()[0]).isCloseTo(10.1, within(1e-4));
        assertThat(GroundFit.of(SLOPE, new float[] {5, 7, 9, 11, 13, 15}, ends(), samples(), GroundFit.Rule.GROUND).placement()).isEqualTo(Placement.DROPPED);
        assertThat(GroundFit.Rule.of(GroundFit.Rule.SHIFT.text())).isEqualTo(GroundFit.Rule.SHIFT);
        assertThat(GroundFit.Rule.of("whatever")).isEqualTo(GroundFit.Rule.FIT);
    }

    @Test
    void offTheTerrainAndUnknownHousesStay() {
        float[] bases = {0, Float.NaN, 0};
        double[] samples = {10, 10, 5000, 5000};
        GroundFit fit = GroundFit.of(SLOPE, bases, new int[] {1, 2, 2}, samples);

        assertThat(fit.compared()).isEqualTo(1);
        assertThat(fit.offsets()[0]).isEqualTo(6);
        assertThat(fit.offsets()[1]).isZero();
        assertThat(fit.offsets()[2]).isZero();
    }

    @Test
    void nothingToCompareMovesNothing() {
        GroundFit fit = GroundFit.of(SLOPE, new float[0], new int[0], new double[0]);
        assertThat(fit.placement()).isEqualTo(Placement.FITS);
        assertThat(fit.medianGap()).isNaN();
    }

    @Test
    void heightsAboveTheGroundGoToTheGroundEvenWhereItIsNear() {
        Terrain low = new Terrain(0, 0, 100, 2, 2, new float[] {0.5f, 0.5f, 0.5f, 0.5f});
        GroundFit fit = GroundFit.onGround(low, new float[] {0}, new int[] {1}, new double[] {10, 10});
        assertThat(fit.offsets()).containsExactly(0.5f);
    }

    private static GroundFit fit(double... gaps) {
        float[] bases = new float[HOUSES];
        for (int h = 0; h < HOUSES; h++) {
            bases[h] = (float) (5.1 + h * 2 + gaps[h]);
        }
        return GroundFit.of(SLOPE, bases, ends(), samples());
    }

    private static int[] ends() {
        int[] ends = new int[HOUSES];
        for (int h = 0; h < HOUSES; h++) {
            ends[h] = 3 * (h + 1);
        }
        return ends;
    }

    private static double[] samples() {
        double[] samples = new double[6 * HOUSES];
        for (int i = 0; i < 3 * HOUSES; i++) {
            samples[2 * i] = i / 3 * 20 + i % 3;
            samples[2 * i + 1] = 30;
        }
        return samples;
    }

    private static Terrain slope() {
        float[] heights = new float[21 * 11];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = 5 + i % 21;
        }
        return new Terrain(0, 0, 10, 21, 11, heights);
    }
}
