package org.kvarter.importing.ifc.shape;

import java.util.ArrayList;
import java.util.List;

/**
 * A flat shape to be swept: an outline with holes, or an open line. Points are x, y in turn, metres, without repetition of the first.
 *
 * @param outline counter-clockwise where closed
 * @param holes   clockwise
 * @param closed  whether it encloses an area
 */
public record Profile(double[] outline, List<double[]> holes, boolean closed) {

    private static final double SAME = 1e-7;

    /** A closed profile, turned as the record demands and without repeated points; {@code null} where no area is left. */
    public static Profile area(double[] outline, List<double[]> holes) {
        double[] outer = turned(clean(outline), true);
        if (outer.length < 6) {
            return null;
        }
        List<double[]> inner = new ArrayList<>();
        for (double[] hole : holes) {
            double[] ring = turned(clean(hole), false);
            if (ring.length >= 6) {
                inner.add(ring);
            }
        }
        return new Profile(outer, inner, true);
    }

    /** An open profile. */
    public static Profile line(double[] points) {
        return new Profile(points, List.of(), false);
    }

    private static double[] clean(double[] ring) {
        double[] kept = new double[ring.length];
        int n = 0;
        for (int i = 0; i + 1 < ring.length; i += 2) {
            if (n == 0 || Math.hypot(ring[i] - kept[n - 2], ring[i + 1] - kept[n - 1]) > SAME) {
                kept[n] = ring[i];
                kept[n + 1] = ring[i + 1];
                n += 2;
            }
        }
        while (n > 2 && Math.hypot(kept[0] - kept[n - 2], kept[1] - kept[n - 1]) <= SAME) {
            n -= 2;
        }
        return java.util.Arrays.copyOf(kept, n);
    }

    private static double[] turned(double[] ring, boolean counterClockwise) {
        if (area(ring) > 0 == counterClockwise) {
            return ring;
        }
        double[] turned = new double[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            turned[i] = ring[ring.length - 2 - i];
            turned[i + 1] = ring[ring.length - 1 - i];
        }
        return turned;
    }

    /** Signed area of a ring, m². */
    public static double area(double[] ring) {
        double sum = 0;
        for (int i = 0, j = ring.length - 2; i + 1 < ring.length; j = i, i += 2) {
            sum += ring[j] * ring[i + 1] - ring[i] * ring[j + 1];
        }
        return sum / 2;
    }

    /** This profile under a flat map: x′ = m0·x + m1·y + m2, y′ = m3·x + m4·y + m5. */
    public Profile moved(double[] m) {
        if (!closed) {
            return line(moved(outline, m));
        }
        return area(moved(outline, m), holes.stream().map(h -> moved(h, m)).toList());
    }

    private static double[] moved(double[] ring, double[] m) {
        double[] out = new double[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            out[i] = m[0] * ring[i] + m[1] * ring[i + 1] + m[2];
            out[i + 1] = m[3] * ring[i] + m[4] * ring[i + 1] + m[5];
        }
        return out;
    }
}
