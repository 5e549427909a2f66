package org.kvarter.importing.ifc.geometry;

/** Places along a line of points, counted in points. */
final class PolylineFoot {

    private PolylineFoot() {
    }

    static double[] at(double[] points, double place) {
        int last = points.length / 3 - 1;
        int i = (int) Math.max(0, Math.min(last - 1, Math.floor(place)));
        double t = place - i;
        double[] p = new double[3];
        for (int k = 0; k < 3; k++) {
            p[k] = points[3 * i + k] + t * (points[3 * i + 3 + k] - points[3 * i + k]);
        }
        return p;
    }

    /**
     * The place nearest to a point.
     *
     * @param along direction in which distance does not count, or {@code null}
     */
    static double nearest(double[] points, double[] point, double[] along) {
        double best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i + 5 < points.length; i += 3) {
            double[] d = across(points[i + 3] - points[i], points[i + 4] - points[i + 1], points[i + 5] - points[i + 2], along);
            double[] p = across(point[0] - points[i], point[1] - points[i + 1], point[2] - points[i + 2], along);
            double dd = d[0] * d[0] + d[1] * d[1] + d[2] * d[2];
            double t = dd > 0 ? Math.max(0, Math.min(1, (p[0] * d[0] + p[1] * d[1] + p[2] * d[2]) / dd)) : 0;
            double x = p[0] - t * d[0];
            double y = p[1] - t * d[1];
            double z = p[2] - t * d[2];
            double distance = x * x + y * y + z * z;
            if (distance < least) {
                least = distance;
                best = i / 3.0 + t;
            }
        }
        return best;
    }

    private static double[] across(double x, double y, double z, double[] along) {
        if (along == null) {
            return new double[] {x, y, z};
        }
        double s = x * along[0] + y * along[1] + z * along[2];
        return new double[] {x - s * along[0], y - s * along[1], z - s * along[2]};
    }
}
