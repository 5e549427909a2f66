package org.kvarter.scene.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.mesh.tree.Tree;

/**
 * The form of a crown about its own middle: unit vectors to its points, how far out each point lies, and triangles counter-clockwise
 * from outside. Immutable.
 *
 * @param directions 3 × n unit vectors
 * @param radii      n lengths, about 1
 * @param triangles  3 × t point numbers
 */
record CrownShape(float[] directions, float[] radii, int[] triangles) {

    /** Near and far form of each shape. */
    static final Map<Tree.Shape, CrownShape> NEAR = shapes(1);
    static final Map<Tree.Shape, CrownShape> FAR = shapes(0);

    private static Map<Tree.Shape, CrownShape> shapes(int divisions) {
        Map<Tree.Shape, CrownShape> shapes = new HashMap<>();
        for (Tree.Shape shape : Tree.Shape.values()) {
            shapes.put(shape, ball(divisions, shape));
        }
        return shapes;
    }

    private static CrownShape ball(int divisions, Tree.Shape shape) {
        List<double[]> points = new ArrayList<>();
        double t = (1 + Math.sqrt(5)) / 2;
        double[][] icosahedron = {{-1, t, 0}, {1, t, 0}, {-1, -t, 0}, {1, -t, 0}, {0, -1, t}, {0, 1, t}, {0, -1, -t}, {0, 1, -t},
            {t, 0, -1}, {t, 0, 1}, {-t, 0, -1}, {-t, 0, 1}};
        for (double[] p : icosahedron) {
            points.add(unit(p));
        }
        int[] triangles = {0, 11, 5, 0, 5, 1, 0, 1, 7, 0, 7, 10, 0, 10, 11, 1, 5, 9, 5, 11, 4, 11, 10, 2, 10, 7, 6, 7, 1, 8, 3, 9, 4, 3, 4,
            2, 3, 2, 6, 3, 6, 8, 3, 8, 9, 4, 9, 5, 2, 4, 11, 6, 2, 10, 8, 6, 7, 9, 8, 1};
        for (int k = 0; k < divisions; k++) {
            triangles = divided(points, triangles);
        }
        float[] directions = new float[3 * points.size()];
        float[] radii = new float[points.size()];
        for (int i = 0; i < points.size(); i++) {
            double[] p = points.get(i);
            for (int k = 0; k < 3; k++) {
                directions[3 * i + k] = (float) p[k];
            }
            radii[i] = (float) radius(shape, p, i);
        }
        return new CrownShape(directions, radii, triangles);
    }

    /** How far out a crown reaches in a direction: lumpy for the leafy ones, pointed for a conifer. */
    private static double radius(Tree.Shape shape, double[] d, int i) {
        double around = Math.atan2(d[1], d[0]);
        double lumps = Math.sin(3 * around + 1.7 * d[2]) * 0.05 + Math.sin(5 * around - 4 * d[2] + 1) * 0.035 + (i * 7919 % 11 - 5) * 0.008;
        return switch (shape) {
            case ROUND -> 1 + lumps * 1.2;
            case BROAD -> 1 + lumps * 2.1 + 0.05 * Math.abs(d[2]);
            case OVAL -> 1 + lumps * 1.1 - 0.10 * d[2] * Math.abs(d[2]);
            case CONIFER -> 1 + lumps * 0.4;
        };
    }

    /** Level width of a crown at a height: 1 but for conifers, which taper. @param up −1 at the bottom … 1 at the top */
    static double taper(Tree.Shape shape, double up) {
        return shape == Tree.Shape.CONIFER ? 0.62 + 0.75 * Math.max(0, -up) - 0.42 * Math.max(0, up) : 1;
    }

    private static int[] divided(List<double[]> points, int[] triangles) {
        Map<Long, Integer> middles = new HashMap<>();
        int[] finer = new int[4 * triangles.length];
        int at = 0;
        for (int t = 0; t < triangles.length; t += 3) {
            int a = triangles[t];
            int b = triangles[t + 1];
            int c = triangles[t + 2];
            int ab = middle(points, middles, a, b);
            int bc = middle(points, middles, b, c);
            int ca = middle(points, middles, c, a);
            for (int corner : new int[] {a, ab, ca, b, bc, ab, c, ca, bc, ab, bc, ca}) {
                finer[at++] = corner;
            }
        }
        return finer;
    }

    private static int middle(List<double[]> points, Map<Long, Integer> middles, int a, int b) {
        long key = (long) Math.min(a, b) << 32 | Math.max(a, b);
        return middles.computeIfAbsent(key, k -> {
            double[] p = points.get(a);
            double[] q = points.get(b);
            points.add(unit(new double[] {p[0] + q[0], p[1] + q[1], p[2] + q[2]}));
            return points.size() - 1;
        });
    }

    private static double[] unit(double[] p) {
        double length = Math.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]);
        return new double[] {p[0] / length, p[1] / length, p[2] / length};
    }
}
