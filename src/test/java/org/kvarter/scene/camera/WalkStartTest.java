package org.kvarter.scene.camera;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kvarter.model.Bounds;

/** A house of 20 × 20 m and 10 m high in the middle of a level plane. */
class WalkStartTest {

    private static final Surroundings HOUSE = new Surroundings() {
        @Override
        public double groundAt(double east, double north) {
            return 0;
        }

        @Override
        public double[] hit(double[] o, double[] d) {
            for (double at = 0.05; at < 200; at += 0.05) {
                double[] p = {o[0] + at * d[0], o[1] + at * d[1], o[2] + at * d[2]};
                boolean within = Math.abs(p[0]) <= 10 && Math.abs(p[1]) <= 10 && p[2] <= 10;
                boolean shell = within && (Math.abs(p[0]) > 9.8 || Math.abs(p[1]) > 9.8 || p[2] > 9.8);
                if (shell) {
                    return p;
                }
            }
            return null;
        }

        @Override
        public Bounds bounds() {
            return new Bounds(-10, -10, 0, 10, 10, 10);
        }
    };

    @Test
    void inTheOpenOneStartsWhereOnePoints() {
        assertThat(WalkStart.near(HOUSE, 50, 50, 0)).containsExactly(50, 50);
    }

    @Test
    void oneDoesNotStartInAHouseNorWithTheFaceToItsWall() {
        for (double yaw : new double[] {0, Math.PI / 2, 2.5}) {
            double[] start = WalkStart.near(HOUSE, 2, -3, yaw);
            assertThat(Math.max(Math.abs(start[0]), Math.abs(start[1]))).isGreaterThan(12.9);
        }
        double[] before = WalkStart.near(HOUSE, 0, -15, 0);
        assertThat(Math.abs(before[0]) > 10 || before[1] > 0).as("looking north, the house stands in the way").isTrue();
    }
}
