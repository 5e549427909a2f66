package org.kvarter.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriangulatorTest {

    /** A wall turned in plan with windows one above the other, in any order: no triangle may lie over a window. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.33, 1.2, 2.6})
    void keepsWindowsOneAboveTheOtherOpen(double turn) {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<double[]> windows = new ArrayList<>();
            for (int column = 0; column < 1 + seed % 4; column++) {
                for (int storey = 0; storey < 4; storey++) {
                    if (random.nextInt(4) > 0) {
                        windows.add(new double[] {1 + 2 * column, 0.1 + 0.8255 * storey, 0.819 + (storey == 3 ? 1 : 0), 0.759});
                    }
                }
            }
            Collections.shuffle(windows, random);
            holds(windows, turn, random);
        }
    }

    private static void holds(List<double[]> windows, double turn, Random random) {
        List<double[]> rings = new ArrayList<>();
        rings.add(ring(0, 0, 9, 4, true));
        double area = 36;
        for (double[] w : windows) {
            rings.add(ring(w[0], w[1], w[2], w[3], random.nextBoolean()));
            area -= w[2] * w[3];
        }
        int n = 4 * rings.size();
        double[] points = new double[3 * n];
        int[] corners = new int[n];
        int[] ends = new int[rings.size()];
        for (int r = 0; r < ends.length; r++) {
            ends[r] = 4 * r + 4;
            for (int i = 0; i < 4; i++) {
                int c = 4 * r + i;
                corners[c] = c;
                points[3 * c] = rings.get(r)[2 * i] * Math.cos(turn);
                points[3 * c + 1] = rings.get(r)[2 * i] * Math.sin(turn);
                points[3 * c + 2] = rings.get(r)[2 * i + 1];
            }
        }
        Triangulator cut = new Triangulator();
        cut.triangulate(points, corners, ends, 0, 0, ends.length, Math.sin(turn), -Math.cos(turn), 0);
        double sum = 0;
        for (int t = 0; t < cut.count(); t++) {
            double[] u = along(points, cut.triangles()[3 * t], turn);
            double[] v = along(points, cut.triangles()[3 * t + 1], turn);
            double[] w = along(points, cut.triangles()[3 * t + 2], turn);
            sum += Math.abs((v[0] - u[0]) * (w[1] - u[1]) - (v[1] - u[1]) * (w[0] - u[0])) / 2;
            for (double[] window : windows) {
                double[] middle = {window[0] + window[2] / 2, window[1] + window[3] / 2};
                assertThat(inside(middle, u, v, w)).as("window of %d", windows.size()).isFalse();
            }
        }
        assertThat(sum).isCloseTo(area, within(1e-6));
    }

    private static double[] ring(double x, double y, double width, double height, boolean counterClockwise) {
        double right = x + width;
        double top = y + height;
        return counterClockwise ? new double[] {x, y, right, y, right, top, x, top} : new double[] {x, top, right, top, right, y, x, y};
    }

    private static double[] along(double[] points, int corner, double turn) {
        return new double[] {points[3 * corner] * Math.cos(turn) + points[3 * corner + 1] * Math.sin(turn), points[3 * corner + 2]};
    }

    private static boolean inside(double[] p, double[] a, double[] b, double[] c) {
        double s = side(a, b, p);
        double t = side(b, c, p);
        double u = side(c, a, p);
        return s > 0 && t > 0 && u > 0 || s < 0 && t < 0 && u < 0;
    }

    private static double side(double[] a, double[] b, double[] p) {
        return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]);
    }
}
