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
 * @param capCorners 3 × c point indices of the triangles that fill cut faces
 * @param capRows    the feature row of each of these
 */
public record CutTile(float[] points, int[] corners, int[] parts, int[] capCorners, int[] capRows) {

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
