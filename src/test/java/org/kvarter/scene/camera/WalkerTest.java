package org.kvarter.scene.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.mesh.pick.RayIndex;
import org.kvarter.model.Bounds;
import org.kvarter.scene.Blocks;

/** Walking through small worlds of boxes on a level ground. */
class WalkerTest {

    private static final double EASTWARDS = 90;

    /** Boxes on a ground at height 0, which ends at {@code edge} and goes on 10 m lower. */
    private static final class World implements Surroundings {
        private final RayIndex rays = new RayIndex();
        private final double edge;
        private double slope;

        World(Blocks blocks, double edge) {
            this.edge = edge;
            if (blocks != null) {
                rays.add("w", blocks.tile());
            }
        }

        @Override
        public double groundAt(double east, double north) {
            return east > edge ? -10 : Math.max(0, slope * east);
        }

        @Override
        public double[] hit(double[] o, double[] d) {
            throw new UnsupportedOperationException("walkers feel near things only");
        }

        @Override
        public double clear(double[] o, double[] d, double reach) {
            double first = rays.nearest(o, d, reach, RayIndex.Filter.ALL).map(h -> h.distance()).orElse(reach);
            if (slope > 0 && d[0] > 0) { // the plane up = slope × east
                double at = (o[2] - slope * o[0]) / (slope * d[0] - d[2]);
                return at >= 0 ? Math.min(first, at) : first;
            }
            double down = d[2] < 0 ? (o[2] - groundAt(o[0], o[1])) / -d[2] : reach;
            return Math.min(first, down);
        }

        @Override
        public Bounds bounds() {
            return new Bounds(-50, -50, 0, 50, 50, 10);
        }
    }

    private static Walker at(World world, double east, double north, double feet) {
        Walker walker = new Walker(world);
        walker.place(east, north, feet);
        return walker;
    }

    /** Walks with a second's time for every metre and a half. */
    private static void walk(Walker walker, double yaw, double metres) {
        double left = metres;
        while (left > 0) {
            double step = Math.min(0.05, left);
            walker.go(step * Math.sin(Math.toRadians(yaw)), step * Math.cos(Math.toRadians(yaw)));
            walker.rest(step / 1.5);
            left -= step;
        }
    }

    @Test
    void onOpenGroundOneGoesAsFarAsOneWants() {
        Walker walker = at(new World(null, 100), 0, 0, 0);
        walk(walker, EASTWARDS, 7);
        assertThat(walker.east()).isCloseTo(7, within(1e-6));
        assertThat(walker.eye()).isCloseTo(1.65, within(1e-6));
    }

    @Test
    void aWallStopsAPersonBeforeItsNose() {
        Walker walker = at(new World(new Blocks().box(5, -10, 1, 20, 3), 100), 0, 0, 0);
        walk(walker, EASTWARDS, 20);
        assertThat(walker.east()).isBetween(5 - Walker.RADIUS - 0.2, 5 - Walker.RADIUS + 0.01);
        assertThat(walker.feet()).isEqualTo(0);
    }

    /** However sharply one walks against it, a wall is slid along and never gone through. */
    @ParameterizedTest
    @ValueSource(doubles = {20, 35, 50, 65, 75})
    void oneSlidesAlongAWall(double yaw) {
        Walker walker = at(new World(new Blocks().box(5, -100, 1, 400, 3), 100), 0, 0, 0);
        walk(walker, yaw, 30);
        assertThat(walker.east()).isLessThan(5 - 0.3);
        assertThat(walker.north()).isGreaterThan(30 * Math.cos(Math.toRadians(yaw)) * 0.7);
    }

    /** Fast and in long frames, too. */
    @Test
    void noFrameIsLongEnoughToPassAWall() {
        Walker walker = at(new World(new Blocks().box(5, -10, 0.1, 20, 3), 100), 0, 0, 0);
        for (int k = 0; k < 5; k++) {
            walker.go(4, 0.5);
            walker.rest(0.5);
        }
        assertThat(walker.east()).isLessThan(5);
    }

    @Test
    void stairsAreClimbedAndGoneDown() {
        Blocks stair = new Blocks();
        for (int k = 0; k < 10; k++) {
            stair.box(2 + 0.3 * k, -2, 5 - 0.3 * k, 4, 0.17 * (k + 1));
        }
        Walker walker = at(new World(stair, 100), 0, 0, 0);
        walk(walker, EASTWARDS, 6);
        assertThat(walker.feet()).isCloseTo(1.7, within(1e-3));
        walk(walker, -EASTWARDS, 6);
        walker.rest(1);
        assertThat(walker.feet()).isCloseTo(0, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({"0.2, true", "0.5, true", "0.8, false", "1.2, false"})
    void aLowEdgeIsAStepAndAHighOneAWall(double height, boolean stepped) {
        Walker walker = at(new World(new Blocks().box(3, -5, 10, 10, height), 100), 0, 0, 0);
        walk(walker, EASTWARDS, 6);
        assertThat(walker.feet() > 0).isEqualTo(stepped);
        assertThat(walker.east() > 3).isEqualTo(stepped);
    }

    @ParameterizedTest
    @CsvSource({"10, true", "35, true", "75, false"})
    void aSlopeIsClimbedUnlessItIsSteep(double degrees, boolean climbed) {
        World world = new World(null, 100);
        world.slope = Math.tan(Math.toRadians(degrees));
        Walker walker = at(world, -3, 0, 0);
        walk(walker, EASTWARDS, 8);
        assertThat(walker.east() > 4).isEqualTo(climbed);
        if (climbed) {
            assertThat(walker.feet()).isCloseTo(walker.east() * world.slope, within(0.3));
        }
    }

    /** Between two walls. */
    @ParameterizedTest
    @CsvSource({"0.9, true", "1.2, true", "0.5, false"})
    void aDoorIsPassedAndASlitIsNot(double gap, boolean passed) {
        Blocks walls = new Blocks().box(5, gap / 2, 0.3, 20, 3).box(5, -gap / 2 - 20, 0.3, 20, 3);
        Walker walker = at(new World(walls, 100), 0, 0, 0);
        walk(walker, EASTWARDS, 10);
        assertThat(walker.east() > 6).isEqualTo(passed);
    }

    /** In a floor that stands over a deep. */
    @ParameterizedTest
    @CsvSource({"0.15, true", "2, false"})
    void aJointIsWalkedOverAndAHoleIsFallenInto(double gap, boolean carried) {
        Blocks floors = new Blocks().box(-5, -5, 7, 10, 6).box(2 + gap, -5, 30, 10, 6);
        Walker walker = at(new World(floors, 100), 0, 0, 6);
        walk(walker, EASTWARDS, 3.2);
        walker.rest(0.2);
        assertThat(walker.feet() == 6).isEqualTo(carried);
    }

    @Test
    void overAnEdgeOneFallsAndLandsWithoutGoingThrough() {
        Walker walker = at(new World(null, 4), 0, 0, 0);
        walk(walker, EASTWARDS, 6);
        for (int k = 0; k < 60; k++) {
            walker.rest(0.1);
            assertThat(walker.feet()).isGreaterThanOrEqualTo(-10);
        }
        assertThat(walker.feet()).isEqualTo(-10);
        assertThat(walker.eye()).isCloseTo(-10 + Walker.EYE, within(1e-6));
    }

    /** A storey up: the floor is what carries, not the ground or the roof. */
    @Test
    void indoorsOneStandsOnTheFloor() {
        Blocks house = new Blocks().box(0, 0, 10, 10, 3).box(0, 0, 10, 10, 6);
        Walker walker = at(new World(house, 100), 5, 5, 3.2);
        walker.rest(1);
        assertThat(walker.feet()).isEqualTo(3);
    }
}
