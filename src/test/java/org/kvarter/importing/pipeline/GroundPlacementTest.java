package org.kvarter.importing.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.geo.GroundFit;
import org.kvarter.importing.HeightReference;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Terrain;

class GroundPlacementTest {

    /** Heights above the ground count from the ground, wherever the lowest of them begins; absolute ones move their base to it. */
    @ParameterizedTest
    @CsvSource({"ABOVE_GROUND, 0, 0, 12", "ABOVE_GROUND, 8, 0, 12", "ABOVE_GROUND, -3, 0, 12", "ABOVE_GROUND, 11, 3, 12", "ABSOLUTE, 8, 0, 4", "ABSOLUTE, 40, 0, -28",
        "ABSOLUTE, 13, 0, 0"})
    void liftsAFeature(HeightReference reference, float base, double raised, float lift) {
        float[] heights = new float[100];
        Arrays.fill(heights, 12);
        Terrain flat = new Terrain(-50, -50, 10, 10, 10, heights);
        FeatureTable one = FeatureTable.flat(new String[] {"a"}, "Building", AttributeTable.empty(1));
        float[] lifts = new GroundPlacement(reference, Optional.of(flat), raised, GroundFit.Rule.FIT).lift(one, new float[] {-5, -5, base, 5, 5, base + 10});

        assertThat(lifts == null ? 0 : lifts[0]).isEqualTo(lift);
    }
}
