package org.kvarter.importing.ifc.shape;

import java.util.List;

/** Solids from profiles: a profile in several places is joined corner by corner. */
public final class Sweep {

    private Sweep() {
    }

    /**
     * Extrudes a profile of the plane z = 0.
     *
     * @param along from the profile to its copy, metres; not in the plane
     */
    public static FaceSet extrude(Profile profile, double[] along) {
        return extrude(profile, profile, Affine.shift(along[0], along[1], along[2]));
    }

    /** Joins a profile of the plane z = 0 with another of as many corners, which is moved first. */
    public static FaceSet extrude(Profile from, Profile to, Affine move) {
        return through(from, to, List.of(Affine.IDENTITY, move), false);
    }

    /**
     * Joins a profile's copies in a row of places.
     *
     * @param places the profile's plane at each; along the row to the side of its +z
     * @param ring   whether the last is joined with the first and no ends are closed
     */
    public static FaceSet through(Profile profile, List<Affine> places, boolean ring) {
        return through(profile, profile, places, ring);
    }

    private static FaceSet through(Profile first, Profile last, List<Affine> places, boolean ring) {
        FaceSet out = new FaceSet(first.closed());
        int copies = places.size();
        int loops = 1 + first.holes().size();
        int[][] starts = new int[loops][copies];
        for (int loop = 0; loop < loops; loop++) {
            for (int i = 0; i < copies; i++) {
                double[] points = loop(i == copies - 1 && !ring ? last : first, loop);
                starts[loop][i] = out.vertexCount();
                for (int k = 0; k + 1 < points.length; k += 2) {
                    double[] p = places.get(i).point(points[k], points[k + 1], 0);
                    out.vertex(p[0], p[1], p[2]);
                }
            }
        }
        for (int loop = 0; loop < loops; loop++) {
            int n = loop(first, loop).length / 2;
            sides(out, starts[loop], n, first.closed(), ring);
        }
        if (first.closed() && !ring) {
            end(out, first, starts, 0, false);
            end(out, first, starts, copies - 1, true);
        }
        if (first.closed()) {
            out.turnOutwards();
        }
        return out;
    }

    private static double[] loop(Profile profile, int loop) {
        return loop == 0 ? profile.outline() : profile.holes().get(loop - 1);
    }

    private static void sides(FaceSet out, int[] starts, int n, boolean closed, boolean ring) {
        int copies = starts.length;
        for (int i = 0; i + (ring ? 0 : 1) < copies; i++) {
            int low = starts[i];
            int high = starts[(i + 1) % copies];
            for (int k = 0; k < (closed ? n : n - 1); k++) {
                int next = (k + 1) % n;
                out.face(0, low + k, low + next, high + next, high + k);
            }
        }
    }

    private static void end(FaceSet out, Profile profile, int[][] starts, int place, boolean top) {
        for (int loop = 0; loop < starts.length; loop++) {
            int n = loop(profile, loop).length / 2;
            for (int k = 0; k < n; k++) {
                out.corner(starts[loop][place] + (top ? k : n - 1 - k));
            }
            out.endRing();
        }
        out.endFace(0);
    }
}
