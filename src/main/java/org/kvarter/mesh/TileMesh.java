package org.kvarter.mesh;

import org.kvarter.model.Bounds;
import org.kvarter.model.PartTable;
import org.kvarter.model.Texturing;

/**
 * The triangles of some neighbouring features of one layer, ready for the graphics card but free of any toolkit.
 *
 * <p>Triangles are grouped by part in ascending order; every corner of a part shares the part's normal and the part's texel. Tile part
 * {@code p} is part {@code firstPart + p} of the layer. Counter-clockwise seen from outside. Arrays are not copied.
 *
 * @param firstPart        number of the tile's first part within the layer
 * @param parts            the tile's parts; feature rows are rows of the layer
 * @param points           3 × n local east, north, up in metres
 * @param corners          3 × t point indices
 * @param partTriangleEnds exclusive end of each part's triangles
 * @param bounds           around all points
 * @param closed           whether every feature is a closed solid, so that back faces may be culled
 * @param texturing        pictures by part and triangle corner; {@code null} where there are none
 */
public record TileMesh(int firstPart, PartTable parts, float[] points, int[] corners, int[] partTriangleEnds, Bounds bounds,
                       boolean closed, Texturing texturing) {

    /** A tile without pictures. */
    public TileMesh(int firstPart, PartTable parts, float[] points, int[] corners, int[] partTriangleEnds, Bounds bounds, boolean closed) {
        this(firstPart, parts, points, corners, partTriangleEnds, bounds, closed, null);
    }

    public TileMesh {
        if (partTriangleEnds.length != parts.size()) {
            throw new IllegalArgumentException("one triangle end per part expected");
        }
        if (texturing != null && (texturing.of().length != parts.size() || texturing.uv().length != 2 * corners.length)) {
            throw new IllegalArgumentException("texturing of " + texturing.of().length + " parts for " + parts.size());
        }
    }

    public int triangleCount() {
        return corners.length / 3;
    }

    /** First triangle of a tile part. */
    public int firstTriangle(int part) {
        return part == 0 ? 0 : partTriangleEnds[part - 1];
    }

    /** The tile part that owns a triangle. */
    public int partOfTriangle(int triangle) {
        int low = 0;
        int high = partTriangleEnds.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (partTriangleEnds[middle] <= triangle) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
