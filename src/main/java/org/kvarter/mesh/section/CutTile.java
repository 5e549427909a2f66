package org.kvarter.mesh.section;

import java.util.Arrays;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.Bounds;
import org.kvarter.model.PartTable;

/**
 * What a section leaves of a tile. Arrays are not copied.
 *
 * @param points     3 × n local east, north, up in metres
 * @param corners    3 × t point indices of what is left of the tile's triangles
 * @param parts      the tile part of each of these triangles
 * @param sources    the tile's triangle that each of them is a piece of
 * @param capCorners 3 × c point indices of the triangles that fill cut faces
 * @param capRows    the feature row of each of these
 */
public record CutTile(float[] points, int[] corners, int[] parts, int[] sources, int[] capCorners, int[] capRows) {

    /**
     * Where the corners of a piece lie in the triangle it was cut from.
     *
     * @param t one of the triangles that are left
     * @return of each of its corners the weights of the three corners of the tile's triangle; they sum to 1
     */
    public double[][] weights(TileMesh tile, int t) {
        double[][] at = new double[3][3];
        for (int c = 0; c < 3; c++) {
            int corner = tile.corners()[3 * sources[t] + c];
            for (int k = 0; k < 3; k++) {
                at[c][k] = tile.points()[3 * corner + k];
            }
        }
        double[] ab = minus(at[1], at[0]);
        double[] ac = minus(at[2], at[0]);
        double bb = dot(ab, ab);
        double bc = dot(ab, ac);
        double cc = dot(ac, ac);
        double size = bb * cc - bc * bc;
        double[][] weights = new double[3][];
        for (int c = 0; c < 3; c++) {
            int point = 3 * corners[3 * t + c];
            double[] ap = {points[point] - at[0][0], points[point + 1] - at[0][1], points[point + 2] - at[0][2]};
            double toB = size == 0 ? 0 : (cc * dot(ap, ab) - bc * dot(ap, ac)) / size;
            double toC = size == 0 ? 0 : (bb * dot(ap, ac) - bc * dot(ap, ab)) / size;
            weights[c] = new double[] {1 - toB - toC, toB, toC};
        }
        return weights;
    }

    private static double[] minus(double[] p, double[] q) {
        return new double[] {p[0] - q[0], p[1] - q[1], p[2] - q[2]};
    }

    private static double dot(double[] p, double[] q) {
        return p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
    }

    /** The cut faces as a tile of their own, one part for all of a feature, for rays and for their rims; {@code null} where there are none. */
    public TileMesh caps() {
        if (capRows.length == 0) {
            return null;
        }
        int[] rows = Arrays.stream(capRows).distinct().toArray(); // ascending, as features are
        int[] ends = new int[rows.length];
        int part = 0;
        for (int t = 0; t < capRows.length; t++) {
            part = capRows[t] == rows[part] ? part : part + 1;
            ends[part] = t + 1;
        }
        Bounds box = Bounds.EMPTY;
        for (int corner : capCorners) {
            box = box.include(points[3 * corner], points[3 * corner + 1], points[3 * corner + 2]);
        }
        int n = rows.length;
        return new TileMesh(0, new PartTable(rows, new byte[n], new int[n], new float[3 * n], new float[3 * n], new float[n]), points, capCorners,
                ends, box, false);
    }
}
