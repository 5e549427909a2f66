package org.kvarter.importing.ifc.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kvarter.importing.ifc.shape.FaceSet;
import org.kvarter.importing.ifc.shape.ParameterPatch;
import org.kvarter.importing.ifc.shape.Vectors;

/**
 * The part of a curved surface within loops: the loops are taken to the surface's parameters, followed round where those come round,
 * cut by a grid there, and the pieces taken back.
 */
final class SurfacePatch {

    private final CurvedSurface surface;
    private final boolean sameSense;

    SurfacePatch(CurvedSurface surface, boolean sameSense) {
        this.surface = surface;
        this.sameSense = sameSense;
    }

    void emit(List<double[]> loops, int colour, FaceSet out) {
        List<double[]> rings = new ArrayList<>();
        List<double[]> winding = new ArrayList<>();
        for (double[] loop : loops) {
            double[] uv = unrolled(loop);
            if (uv.length < 6) {
                continue;
            }
            double drift = surface.uPeriod() == 0 ? 0 : uv[uv.length - 2] - uv[0];
            (Math.abs(drift) > surface.uPeriod() / 2 && surface.uPeriod() > 0 ? winding : rings).add(uv);
        }
        closeWinding(winding, rings);
        ParameterPatch.Grid grid = new ParameterPatch.Grid(surface.uStep(), surface.vStep());
        for (double[] piece : ParameterPatch.cut(rings, grid)) {
            for (int i = 0; i < piece.length; i += 2) {
                int at = sameSense ? i : piece.length - 2 - i;
                double[] p = surface.at(piece[at], piece[at + 1]);
                out.corner(out.vertex(p[0], p[1], p[2]));
            }
            if (out.endRing()) {
                out.endFace(colour);
            }
        }
    }

    /** Parameters of a closed loop, the first repeated at the end, without jumps where they come round. */
    private double[] unrolled(double[] loop) {
        int n = loop.length / 3;
        boolean repeats = n > 1 && Vectors.length(new double[] {loop[0] - loop[3 * n - 3], loop[1] - loop[3 * n - 2], loop[2] - loop[3 * n - 1]}) < 1e-7;
        n -= repeats ? 1 : 0;
        double[] uv = new double[2 * (n + 1)];
        int size = 0;
        for (int i = 0; i <= n; i++) {
            double[] p = surface.parameters(Arrays.copyOfRange(loop, 3 * (i % n), 3 * (i % n) + 3));
            if (Double.isNaN(p[0])) {
                if (size == 0 || i == n) {
                    continue;
                }
                p[0] = uv[size - 2];
            }
            if (size > 0) {
                p[0] = near(p[0], uv[size - 2], surface.uPeriod());
                p[1] = near(p[1], uv[size - 1], surface.vPeriod());
            }
            uv[size++] = p[0];
            uv[size++] = p[1];
        }
        return Arrays.copyOf(uv, size);
    }

    private static double near(double value, double before, double period) {
        return period == 0 ? value : value - period * Math.rint((value - before) / period);
    }

    /** Loops that go once round: two enclose a belt, one a cap up to the pole or rim. */
    private void closeWinding(List<double[]> winding, List<double[]> rings) {
        for (int i = 0; i < winding.size(); i += 2) {
            double[] a = winding.get(i);
            double[] b = i + 1 < winding.size() ? winding.get(i + 1) : null;
            double side = a[a.length - 2] > a[0] == sameSense ? 1 : 0;
            double[] other;
            if (b == null) {
                double v = surface.vRange()[(int) side];
                if (!Double.isFinite(v)) {
                    continue;
                }
                other = new double[] {a[a.length - 2], v, a[0], v};
            } else {
                boolean opposite = b[b.length - 2] > b[0] != a[a.length - 2] > a[0];
                other = opposite ? b : reversed(b);
                double shift = a[a.length - 2] - other[0];
                other = other.clone();
                for (int k = 0; k < other.length; k += 2) {
                    other[k] += shift;
                }
            }
            double[] ring = Arrays.copyOf(a, a.length + other.length);
            System.arraycopy(other, 0, ring, a.length, other.length);
            rings.add(ring);
        }
    }

    private static double[] reversed(double[] uv) {
        double[] out = new double[uv.length];
        for (int i = 0; i < uv.length; i += 2) {
            out[i] = uv[uv.length - 2 - i];
            out[i + 1] = uv[uv.length - 1 - i];
        }
        return out;
    }
}
