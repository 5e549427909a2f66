package org.kvarter.mesh;

import java.util.Arrays;
import org.kvarter.model.PartTable;
import org.kvarter.model.SurfaceKind;

/**
 * Fewer triangles for what is seen from afar: each feature loses vertices as long as no surface moves by more than a given distance,
 * see {@link EdgeCollapse}, and its floor on the ground. Parts stay as they are, some without triangles, so that their texels serve all
 * levels of detail; pictures go, since from afar they are seen as their mean colour. Any thread.
 */
public final class Simplification {

    private final TileMesh tile;
    private final EdgeCollapse collapse;
    private final int[] renumbered;
    private final float[] points;
    private int pointCount;
    private final int[] corners;
    private int triangleCount;

    private Simplification(TileMesh tile, double tolerance) {
        this.tile = tile;
        collapse = new EdgeCollapse(tile, tolerance);
        renumbered = new int[tile.points().length / 3];
        Arrays.fill(renumbered, -1);
        points = new float[tile.points().length];
        corners = new int[tile.corners().length];
    }

    /**
     * The tile with the same parts and fewer triangles.
     *
     * @param tolerance how far a surface may move, metres, positive
     */
    public static TileMesh of(TileMesh tile, double tolerance) {
        return new Simplification(tile, tolerance).simplified();
    }

    private TileMesh simplified() {
        PartTable parts = tile.parts();
        int[] ends = new int[parts.size()];
        int first = 0;
        while (first < ends.length) {
            int end = first + 1;
            while (end < ends.length && parts.feature()[end] == parts.feature()[first]) {
                end++;
            }
            collapse.feature(first, end);
            int at = 0;
            for (int p = first; p < end; p++) {
                int triangles = tile.partTriangleEnds()[p] - tile.firstTriangle(p);
                for (int t = at; t < at + triangles; t++) {
                    if (collapse.isAlive(t) && parts.kindOf(p) != SurfaceKind.GROUND) {
                        keep(t);
                    }
                }
                at += triangles;
                ends[p] = triangleCount;
            }
            first = end;
        }
        return new TileMesh(tile.firstPart(), parts, Arrays.copyOf(points, 3 * pointCount), Arrays.copyOf(corners, 3 * triangleCount), ends,
                tile.bounds(), tile.closed());
    }

    private void keep(int triangle) {
        for (int k = 0; k < 3; k++) {
            int vertex = collapse.corner(triangle, k);
            if (renumbered[vertex] < 0) {
                renumbered[vertex] = pointCount;
                System.arraycopy(tile.points(), 3 * vertex, points, 3 * pointCount, 3);
                pointCount++;
            }
            corners[3 * triangleCount + k] = renumbered[vertex];
        }
        triangleCount++;
    }
}
