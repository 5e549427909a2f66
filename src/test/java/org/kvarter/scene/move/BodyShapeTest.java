package org.kvarter.scene.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrows: as long and as wide as asked for, whichever way they go and are looked at, and never below the ground they stand on. */
class BodyShapeTest {

    @ParameterizedTest
    @CsvSource({"1,0, 0,0,500", "0,1, 300,10,5", "0.6,0.8, -400,200,30", "1,0, 0,900,1", "-0.8,0.6, 20,-700,300"})
    void anArrowPointsAheadAndTurnsItsWidthToTheEye(float headingEast, float headingNorth, float eyeEast, float eyeNorth, float eyeUp) {
        float[] corners = new float[18];
        BodyShape.arrow(corners, 1, 100, 50, 7, headingEast, headingNorth, 9, 4, eyeEast, eyeNorth, eyeUp);
        double[] base = new double[3];
        double[] ahead = new double[3];
        for (int c = 0; c < 3; c++) {
            base[c] = corners[15 + c] - corners[12 + c];
            ahead[c] = corners[9 + c] - (corners[12 + c] + corners[15 + c]) / 2;
        }
        assertThat(Math.sqrt(dot(base, base))).isEqualTo(4, within(1e-3));
        assertThat(ahead[0]).isEqualTo(9 * headingEast, within(1e-3));
        assertThat(ahead[1]).isEqualTo(9 * headingNorth, within(1e-3));
        assertThat(dot(base, new double[] {headingEast, headingNorth, 0})).as("across the heading").isEqualTo(0, within(1e-2));
        assertThat(dot(base, new double[] {eyeEast, eyeNorth, eyeUp})).as("across the line of sight").isEqualTo(0, within(0.5));
        assertThat(Math.min(corners[14], corners[17])).isEqualTo(7, within(1e-3f));
        assertThat(corners).startsWith(new float[9]);
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
