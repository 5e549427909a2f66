package org.kvarter.scene.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelPlacerTest {

    private final LabelPlacer placer = new LabelPlacer(800, 600);

    @Test
    void aLabelStandsCentredAboveItsAnchor() {
        assertThat(placer.place(new LabelPlacer.Box(400, 300, 100, 20))).isEqualTo(new LabelPlacer.Spot(350, 300 - 16 - 20));
    }

    @Test
    void aSecondOneAtTheSamePlaceGoesHigherAndAFourthHasNoRoom() {
        LabelPlacer.Box box = new LabelPlacer.Box(400, 300, 100, 20);
        double first = placer.place(box).top();
        double second = placer.place(box).top();
        assertThat(second).isLessThanOrEqualTo(first - 20);
        assertThat(placer.place(box)).isNotNull();
        assertThat(placer.place(box)).isNull();
    }

    @Test
    void labelsStayInThePictureAndAnchorsOutsideHaveNone() {
        assertThat(placer.place(new LabelPlacer.Box(5, 300, 100, 20)).left()).isEqualTo(4);
        assertThat(placer.place(new LabelPlacer.Box(-1, 300, 100, 20))).isNull();
        assertThat(placer.place(new LabelPlacer.Box(400, 10, 100, 20))).as("no room above").isNull();
    }

    @Test
    void noTwoOverlap() {
        Random random = new Random(11);
        List<double[]> placed = new ArrayList<>();
        for (int k = 0; k < 300; k++) {
            double w = 30 + random.nextInt(120);
            LabelPlacer.Spot spot = placer.place(new LabelPlacer.Box(random.nextDouble() * 800, random.nextDouble() * 600, w, 20));
            if (spot != null) {
                for (double[] other : placed) {
                    boolean apart = spot.left() >= other[0] + other[2] || spot.left() + w <= other[0] || spot.top() >= other[1] + 20
                            || spot.top() + 20 <= other[1];
                    assertThat(apart).isTrue();
                }
                placed.add(new double[] {spot.left(), spot.top(), w});
            }
        }
        assertThat(placed.size()).isGreaterThan(30);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1.9,1", "2,2", "7,5", "130,100", "4999,2000", "0.3,0.2"})
    void scaleBarsHaveRoundLengths(double most, double length) {
        assertThat(ScaleSteps.roundLength(most)).isCloseTo(length, org.assertj.core.api.Assertions.within(1e-9));
    }
}
