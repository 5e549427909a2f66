package org.kvarter.scene.ground;

import org.kvarter.model.Bounds;
import org.kvarter.scene.pick.Pick;

/** Where the ground is. Immutable and thread-safe. */
public interface GroundSurface {

    /** Height under a place, metres; always finite. */
    double heightAt(double east, double north);

    /** Box around the ground that is known; empty where there is none. */
    Bounds bounds();

    /** A level plane. */
    static GroundSurface plane(double up) {
        return new GroundSurface() {
            @Override
            public double heightAt(double east, double north) {
                return up;
            }

            @Override
            public Bounds bounds() {
                return Bounds.EMPTY;
            }
        };
    }

    /**
     * Where a ray first goes under the ground, by steps that grow with the distance and a bisection.
     *
     * @param reach how far to look, metres
     * @return the place, or {@code null}
     */
    default Pick hit(double[] origin, double[] direction, double reach) {
        double before = 0;
        double step = 1;
        for (double at = step; before < reach; at += step) {
            at = Math.min(at, reach);
            if (isUnder(origin, direction, at)) {
                return bisect(origin, direction, before, at);
            }
            before = at;
            step = Math.max(1, at * 0.01);
        }
        return null;
    }

    private boolean isUnder(double[] o, double[] d, double at) {
        return o[2] + at * d[2] < heightAt(o[0] + at * d[0], o[1] + at * d[1]);
    }

    private Pick bisect(double[] o, double[] d, double low, double high) {
        for (int k = 0; k < 30; k++) {
            double middle = (low + high) / 2;
            if (isUnder(o, d, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return new Pick(null, -1, o[0] + high * d[0], o[1] + high * d[1], o[2] + high * d[2], high);
    }
}
