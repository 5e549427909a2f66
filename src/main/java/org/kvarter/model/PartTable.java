package org.kvarter.model;

/**
 * The parts of some features: planar pieces of one surface kind, each with one colour (texel) and one light value. Arrays are not
 * copied.
 *
 * @param feature   feature row (within the layer) of each part, ascending
 * @param kind      {@link SurfaceKind} ordinal of each part
 * @param argb      material colour of each part, 0 where the kind decides
 * @param normals   3 × n unit normals: east, north, up
 * @param centroids 3 × n centroids in the local frame, metres
 * @param areas     m²
 */
public record PartTable(int[] feature, byte[] kind, int[] argb, float[] normals, float[] centroids, float[] areas) {

    public PartTable {
        int n = feature.length;
        if (kind.length != n || argb.length != n || normals.length != 3 * n || centroids.length != 3 * n || areas.length != n) {
            throw new IllegalArgumentException("part columns differ in length");
        }
    }

    public int size() {
        return feature.length;
    }

    /** The part after those of the feature that {@code first} is of. @param first a part */
    public int endOfFeature(int first) {
        int end = first + 1;
        while (end < feature.length && feature[end] == feature[first]) {
            end++;
        }
        return end;
    }

    /** The kind of a part. */
    public SurfaceKind kindOf(int part) {
        return SurfaceKind.of(kind[part]);
    }
}
