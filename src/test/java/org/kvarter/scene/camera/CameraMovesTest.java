package org.kvarter.scene.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.kvarter.model.Bounds;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.Viewpoint;

class CameraMovesTest {

    private static final double LENS = Math.toRadians(36);

    private static Projection shown(CameraPose pose) {
        return new Projection(pose, 1600, 900, LENS);
    }

    private static double[] pixel(CameraPose pose, double[] place) {
        return shown(pose).toScreen(place[0], place[1], place[2]);
    }

    @Test
    void straightAheadIsTheMiddleAndTheAxesPointAsOnAMap() {
        CameraPose north = new CameraPose(0, 0, 0, 0, 0);
        assertThat(pixel(north, new double[] {0, 100, 0})).containsExactly(new double[] {800, 450, 100}, within(1e-9));
        assertThat(pixel(north, new double[] {10, 100, 0})[0]).as("east is right").isGreaterThan(800);
        assertThat(pixel(north, new double[] {0, 100, 10})[1]).as("up is up").isLessThan(450);
        assertThat(pixel(north, new double[] {0, -1, 0})[2]).as("behind").isNegative();
        CameraPose east = new CameraPose(0, 0, 0, Math.PI / 2, 0);
        assertThat(pixel(east, new double[] {100, 0, 0})).containsExactly(new double[] {800, 450, 100}, within(1e-9));
    }

    @Test
    void halfTheLensReachesTheUpperEdge() {
        double up = 100 * Math.tan(LENS / 2);
        assertThat(pixel(new CameraPose(0, 0, 0, 0, 0), new double[] {0, 100, up})[1]).isCloseTo(0, within(1e-9));
    }

    @Property(tries = 100)
    void aRayThroughAPixelComesBackToIt(@ForAll @DoubleRange(min = 0, max = 1600) double x, @ForAll @DoubleRange(min = 0, max = 900) double y,
                                        @ForAll @DoubleRange(min = -3, max = 3) double yaw,
                                        @ForAll @DoubleRange(min = -1.5, max = 1.2) double pitch) {
        CameraPose pose = new CameraPose(12, -7, 80, yaw, pitch);
        double[] ray = shown(pose).ray(x, y);
        double[] at = pixel(pose, new double[] {12 + 300 * ray[0], -7 + 300 * ray[1], 80 + 300 * ray[2]});
        assertThat(at[0]).isCloseTo(x, within(1e-6));
        assertThat(at[1]).isCloseTo(y, within(1e-6));
    }

    @Property(tries = 100)
    void turningKeepsThePivotInItsPlaceInThePicture(@ForAll @DoubleRange(min = -2, max = 2) double dYaw,
                                                    @ForAll @DoubleRange(min = -0.6, max = 0.6) double dPitch) {
        CameraPose pose = new CameraPose(-200, -300, 250, 0.6, -0.5);
        double[] pivot = {30, 60, 8};
        double[] before = pixel(pose, pivot);
        CameraPose turned = CameraMoves.orbit(pose, pivot, dYaw, dPitch);
        assertThat(pixel(turned, pivot)).containsExactly(before, within(1e-6));
        assertThat(turned.yaw() - pose.yaw()).isCloseTo(dYaw, within(1e-12));
    }

    @Test
    void zoomingKeepsThePointAndStopsAtItsLimits() {
        CameraPose pose = new CameraPose(-200, -300, 250, 0.6, -0.5);
        double[] point = {30, 60, 8};
        CameraPose nearer = CameraMoves.zoom(pose, point, 0.5, 3, 5000);
        assertThat(CameraMoves.distance(nearer, point)).isCloseTo(CameraMoves.distance(pose, point) / 2, within(1e-9));
        assertThat(pixel(nearer, point)[0]).isCloseTo(pixel(pose, point)[0], within(1e-6));
        assertThat(CameraMoves.distance(CameraMoves.zoom(pose, point, 1e-6, 3, 5000), point)).isCloseTo(3, within(1e-9));
        assertThat(CameraMoves.distance(CameraMoves.zoom(pose, point, 1e6, 3, 5000), point)).isCloseTo(5000, within(1e-6));
    }

    @Test
    void panningBringsTheGrabbedPlaceUnderThePointerAtTheSameHeight() {
        CameraPose pose = new CameraPose(-200, -300, 250, 0.6, -0.7);
        double[] grabbed = {20, 40, 3};
        CameraPose panned = CameraMoves.pan(shown(pose), grabbed, 500, 600);
        assertThat(panned.up()).isEqualTo(250);
        double[] at = pixel(panned, grabbed);
        assertThat(at[0]).isCloseTo(500, within(1e-6));
        assertThat(at[1]).isCloseTo(600, within(1e-6));
    }

    @Property(tries = 60)
    void fittingShowsAllOfABoxAndFillsThePictureOneWay(@ForAll @DoubleRange(min = 10, max = 3000) double width,
                                                       @ForAll @DoubleRange(min = 10, max = 3000) double depth,
                                                       @ForAll @DoubleRange(min = 0, max = 120) double height,
                                                       @ForAll @DoubleRange(min = -3, max = 3) double yaw) {
        Bounds box = new Bounds(100, 200, 5, 100 + width, 200 + depth, 5 + height);
        CameraPose pose = CameraMoves.fit(box, yaw, -0.5, LENS, 16 / 9.0, 0.94);
        double left = 1600;
        double right = 0;
        double top = 900;
        double bottom = 0;
        for (int corner = 0; corner < 8; corner++) {
            double[] at = shown(pose).toScreen((corner & 1) == 0 ? box.minEast() : box.maxEast(),
                    (corner & 2) == 0 ? box.minNorth() : box.maxNorth(), (corner & 4) == 0 ? box.minUp() : box.maxUp());
            assertThat(at[2]).isPositive();
            left = Math.min(left, at[0]);
            right = Math.max(right, at[0]);
            top = Math.min(top, at[1]);
            bottom = Math.max(bottom, at[1]);
        }
        assertThat(left).isBetween(0.0, 1600.0);
        assertThat(right).isBetween(0.0, 1600.0);
        assertThat(top).isBetween(0.0, 900.0);
        assertThat(bottom).isBetween(0.0, 900.0);
        assertThat(left + right).as("in the middle").isCloseTo(1600, within(1.0));
        assertThat(top + bottom).as("in the middle").isCloseTo(900, within(1.0));
        assertThat(Math.max((right - left) / 1600, (bottom - top) / 900)).isBetween(0.6, 0.941);
    }

    @Test
    void flightsTurnTheShortWay() {
        CameraPose from = new CameraPose(0, 0, 0, Math.toRadians(350), 0);
        CameraPose to = new CameraPose(0, 0, 0, Math.toRadians(10), 0);
        assertThat(Math.toDegrees(CameraMoves.between(from, to, 0.5).yaw())).isCloseTo(360, within(1e-9));
        assertThat(CameraMoves.ease(0)).isZero();
        assertThat(CameraMoves.ease(0.5)).isCloseTo(0.5, within(1e-12));
        assertThat(CameraMoves.ease(1)).isEqualTo(1);
    }

    @Test
    void viewpointsAreInTheFramesCoordinates() {
        LocalFrame frame = new LocalFrame("EPSG:3011", 153_200, 6_579_400, 2);
        Viewpoint view = new CameraPose(10, 20, 30, -Math.PI / 2, -0.1).toViewpoint("quay", frame);
        assertThat(view.east()).isEqualTo(153_210);
        assertThat(view.north()).isEqualTo(6_579_420);
        assertThat(view.height()).isEqualTo(32);
        assertThat(view.yawDegrees()).isCloseTo(270, within(1e-9));
        assertThat(CameraPose.of(view, frame).north()).isEqualTo(20);
    }

    @Test
    void theFrustumLeavesOutWhatIsBehindAndBeside() {
        Frustum frustum = new Frustum(shown(new CameraPose(0, 0, 10, 0, 0)));
        assertThat(frustum.mayShow(new Bounds(-5, 100, 0, 5, 110, 20))).isTrue();
        assertThat(frustum.mayShow(new Bounds(-5, -110, 0, 5, -100, 20))).isFalse();
        assertThat(frustum.mayShow(new Bounds(200, 100, 0, 210, 110, 20))).isFalse();
        assertThat(frustum.mayShow(new Bounds(-5, 100, 200, 5, 110, 220))).isFalse();
        assertThat(frustum.mayShow(new Bounds(-500, -500, 0, 500, 500, 20))).as("the eye is within").isTrue();
    }

    @Test
    void theHorizonRisesInThePictureWhenLookingDown() {
        assertThat(shown(new CameraPose(0, 0, 0, 0, 0)).horizonY()).isEqualTo(450);
        assertThat(shown(new CameraPose(0, 0, 0, 0, -LENS / 2)).horizonY()).isCloseTo(0, within(1e-9));
    }
}
