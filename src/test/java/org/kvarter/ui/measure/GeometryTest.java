package org.kvarter.ui.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lengths, areas and angles against what school geometry says. */
class GeometryTest {

    private static List<double[]> ring(double... xyz) {
        List<double[]> ring = new ArrayList<>();
        for (int k = 0; k < xyz.length; k += 3) {
            ring.add(new double[] {xyz[k], xyz[k + 1], xyz[k + 2]});
        }
        return ring;
    }

    @Test
    void aLengthGoesThroughSpace() {
        assertThat(Geometry.length(new double[] {0, 0, 0}, new double[] {3, 4, 12})).isEqualTo(13);
        assertThat(Geometry.level(new double[] {0, 0, 0}, new double[] {3, 4, 12})).isEqualTo(5);
    }

    @Test
    void aPathIsTheSumOfItsStretchesAndARingGoesBack() {
        List<double[]> square = ring(0, 0, 0, 10, 0, 0, 10, 10, 0, 0, 10, 0);
        assertThat(Geometry.length(square, false)).isEqualTo(30);
        assertThat(Geometry.length(square, true)).isEqualTo(40);
    }

    @Test
    void anUprightFacadeHasAnAreaButNoneInThePlan() {
        double[] area = Geometry.vectorArea(ring(5, 5, 0, 15, 5, 0, 15, 5, 8, 5, 5, 8));
        assertThat(Geometry.size(area)).isCloseTo(80, within(1e-9));
        assertThat(area[2]).isCloseTo(0, within(1e-9));
        assertThat(Geometry.tilt(area)).isCloseTo(90, within(1e-9));
    }

    /** The area of a roof is its plan divided by the cosine of its pitch. */
    @ParameterizedTest
    @CsvSource({"0", "27", "45", "60"})
    void aRoofIsLargerThanItsPlan(double pitch) {
        double rise = 6 * Math.tan(Math.toRadians(pitch));
        double[] area = Geometry.vectorArea(ring(0, 0, 5, 10, 0, 5, 10, 6, 5 + rise, 0, 6, 5 + rise));
        assertThat(Math.abs(area[2])).isCloseTo(60, within(1e-9));
        assertThat(Geometry.size(area)).isCloseTo(60 / Math.cos(Math.toRadians(pitch)), within(1e-9));
        assertThat(Geometry.tilt(area)).isCloseTo(pitch, within(1e-9));
    }

    @Test
    void aHollowShapeIsLessThanItsHull() {
        double[] area = Geometry.vectorArea(ring(0, 0, 0, 10, 0, 0, 10, 4, 0, 4, 4, 0, 4, 10, 0, 0, 10, 0));
        assertThat(area[2]).isEqualTo(64);
    }

    /** Far from the origin and in whatever direction it is turned, an area stays itself. */
    @Property(tries = 200)
    void turnedAndMovedAnAreaStays(@ForAll @DoubleRange(min = -180, max = 180) double turn, @ForAll @DoubleRange(min = -90, max = 90) double tilt,
            @ForAll @IntRange(min = -20_000, max = 20_000) int away) {
        double c = Math.cos(Math.toRadians(turn));
        double s = Math.sin(Math.toRadians(turn));
        double ct = Math.cos(Math.toRadians(tilt));
        double st = Math.sin(Math.toRadians(tilt));
        List<double[]> turned = new ArrayList<>();
        for (double[] p : ring(0, 0, 0, 12, 0, 0, 12, 5, 0, 7, 5, 0, 7, 9, 0, 0, 9, 0)) {
            double y = p[1] * ct;
            turned.add(new double[] {away + c * p[0] - s * y, -away + s * p[0] + c * y, p[1] * st});
        }
        assertThat(Geometry.size(Geometry.vectorArea(turned))).isCloseTo(12 * 5 + 7 * 4, within(1e-6));
        assertThat(Geometry.offPlane(turned)).isCloseTo(0, within(1e-6));
        assertThat(Geometry.crossesItself(turned)).isFalse();
    }

    @Test
    void aRingThatCrossesItselfIsTold() {
        assertThat(Geometry.crossesItself(ring(0, 0, 0, 10, 0, 0, 0, 8, 0, 10, 10, 0))).isTrue();
        assertThat(Geometry.crossesItself(ring(0, 0, 0, 10, 0, 0, 10, 10, 0, 0, 8, 0))).isFalse();
    }

    @Test
    void aCornerOffThePlaneIsTold() {
        assertThat(Geometry.offPlane(ring(0, 0, 0, 10, 0, 0, 10, 10, 1, 0, 10, 0))).isCloseTo(0.25, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"10, 0, 0, 0", "10, 10, 0, 45", "0, 10, 0, 90", "-10, 0, 0, 180", "-10, 10, 0, 135", "0, 0, 7, 90", "10, 1e-7, 0, 5.7e-7"})
    void anAngleIsBetweenTwoDirections(double east, double north, double up, double degrees) {
        double[] corner = {100, 200, 3};
        assertThat(Geometry.angle(corner, new double[] {130, 200, 3}, new double[] {100 + east, 200 + north, 3 + up}))
                .isCloseTo(degrees, within(1e-8));
    }

    @Test
    void noDirectionHasNoAngle() {
        double[] corner = {1, 2, 3};
        assertThat(Geometry.angle(corner, corner.clone(), new double[] {5, 5, 5})).isNaN();
    }
}
