package org.kvarter.importing.ifc.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kvarter.importing.ifc.shape.Affine;
import org.kvarter.importing.ifc.shape.Vectors;

/** Places for a profile along a line: across it, in the bisecting plane where it bends, stretched there so that sides stay even. */
final class PathFrames {

    /** Bends beyond this are cut off, as a share of the profile. */
    private static final double SHARPEST = 4;

    private PathFrames() {
    }

    static boolean isRing(double[] path) {
        int n = path.length;
        return n >= 12 && Math.abs(path[0] - path[n - 3]) + Math.abs(path[1] - path[n - 2]) + Math.abs(path[2] - path[n - 1]) < 1e-6;
    }

    /**
     * One place per point; of a ring the last, which is the first again, is left out.
     *
     * @param reference where the profile's x axis points to as far as it can; {@code null} where the profile is round: it is then
     *                  carried along without turning about the line
     */
    static List<Affine> along(double[] path, double[] reference, Affine position) {
        boolean ring = isRing(path);
        int n = path.length / 3 - (ring ? 1 : 0);
        List<Affine> places = new ArrayList<>(n);
        double[] carried = null;
        for (int i = 0; i < n; i++) {
            double[] p = Arrays.copyOfRange(path, 3 * i, 3 * i + 3);
            double[] out = i + 1 < n || ring ? step(path, i, (i + 1) % n) : step(path, i - 1, i);
            double[] in = i > 0 || ring ? step(path, (i + n - 1) % n, i) : out;
            double[] along = Vectors.unit(Vectors.plus(in, out, 1), out);
            double[] towards = reference != null ? reference : carried != null ? carried : Vectors.across(along);
            Affine frame = Placements.frame(p, along, towards);
            double[] x = frame.vector(1, 0, 0);
            double[] y = frame.vector(0, 1, 0);
            carried = x;
            double stretch = Math.min(SHARPEST, 1 / Math.max(1e-3, Vectors.dot(along, out)));
            double[] bend = Vectors.unit(Vectors.plus(Vectors.minus(out, in), along, -Vectors.dot(Vectors.minus(out, in), along)),
                    new double[3]);
            double more = stretch - 1;
            places.add(position.times(Affine.of(p, Vectors.plus(x, bend, more * Vectors.dot(x, bend)),
                    Vectors.plus(y, bend, more * Vectors.dot(y, bend)), along)));
        }
        return places;
    }

    private static double[] step(double[] path, int from, int to) {
        double[] d = {path[3 * to] - path[3 * from], path[3 * to + 1] - path[3 * from + 1], path[3 * to + 2] - path[3 * from + 2]};
        return Vectors.unit(d, new double[] {0, 0, 1});
    }
}
