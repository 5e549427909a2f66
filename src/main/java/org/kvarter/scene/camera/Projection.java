package org.kvarter.scene.camera;

/**
 * A pose with a lens and a picture: places to pixels and back. Immutable.
 *
 * @param pose        the eye
 * @param width       of the picture, pixels
 * @param height      of the picture, pixels
 * @param fieldOfView vertical, radians
 */
public record Projection(CameraPose pose, double width, double height, double fieldOfView) {

    /** Pixels per unit of tangent. */
    public double focal() {
        return height / 2 / Math.tan(fieldOfView / 2);
    }

    /**
     * The pixel of a place.
     *
     * @return x, y and depth in metres along the view; depth ≤ 0 lies behind the eye and has no pixel
     */
    public double[] toScreen(double east, double north, double up) {
        double e = east - pose.east();
        double n = north - pose.north();
        double u = up - pose.up();
        double[] f = pose.forward();
        double[] r = pose.right();
        double[] t = pose.top();
        double depth = e * f[0] + n * f[1] + u * f[2];
        if (depth <= 0) {
            return new double[] {Double.NaN, Double.NaN, depth};
        }
        double scale = focal() / depth;
        return new double[] {width / 2 + scale * (e * r[0] + n * r[1] + u * r[2]),
            height / 2 - scale * (e * t[0] + n * t[1] + u * t[2]), depth};
    }

    /** Unit vector from the eye through a pixel. */
    public double[] ray(double x, double y) {
        double[] f = pose.forward();
        double[] r = pose.right();
        double[] t = pose.top();
        double a = (x - width / 2) / focal();
        double b = (height / 2 - y) / focal();
        double length = Math.sqrt(1 + a * a + b * b);
        double[] ray = new double[3];
        for (int k = 0; k < 3; k++) {
            ray[k] = (f[k] + a * r[k] + b * t[k]) / length;
        }
        return ray;
    }

    /** Row of pixels where the level horizon lies; may be far outside the picture. */
    public double horizonY() {
        double limited = Math.max(-1.5, Math.min(1.5, pose.pitch()));
        return height / 2 + Math.tan(limited) * focal();
    }

    /** Metres that one pixel covers at a distance along the view. */
    public double metresPerPixel(double depth) {
        return depth / focal();
    }
}
