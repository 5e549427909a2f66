package org.kvarter.scene.camera;

import org.kvarter.model.Bounds;

/**
 * The four sides of what a projection shows, for leaving out what lies outside. Immutable.
 */
public final class Frustum {

    private final double[][] normals = new double[5][];
    private final double[] offsets = new double[5];

    public Frustum(Projection projection) {
        CameraPose pose = projection.pose();
        double[] f = pose.forward();
        double[] r = pose.right();
        double[] t = pose.top();
        double x = projection.width() / 2 / projection.focal();
        double y = projection.height() / 2 / projection.focal();
        normals[0] = f;
        normals[1] = sum(f, x, r, 1);
        normals[2] = sum(f, x, r, -1);
        normals[3] = sum(f, y, t, 1);
        normals[4] = sum(f, y, t, -1);
        for (int k = 0; k < 5; k++) {
            offsets[k] = normals[k][0] * pose.east() + normals[k][1] * pose.north() + normals[k][2] * pose.up();
        }
    }

    private static double[] sum(double[] a, double factorA, double[] b, double factorB) {
        return new double[] {a[0] * factorA + b[0] * factorB, a[1] * factorA + b[1] * factorB, a[2] * factorA + b[2] * factorB};
    }

    /** Whether any of a box may be seen: never wrong when it says no. */
    public boolean mayShow(Bounds box) {
        for (int k = 0; k < 5; k++) {
            double[] n = normals[k];
            double far = n[0] * (n[0] > 0 ? box.maxEast() : box.minEast()) + n[1] * (n[1] > 0 ? box.maxNorth() : box.minNorth())
                    + n[2] * (n[2] > 0 ? box.maxUp() : box.minUp());
            if (far < offsets[k]) {
                return false;
            }
        }
        return true;
    }
}
