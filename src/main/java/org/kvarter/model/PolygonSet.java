package org.kvarter.model;

import java.util.Objects;

/**
 * Polygons in space in compact arrays: what readers yield and the mesher consumes, after which it is dropped.
 *
 * <p>Vertices are shared by index. Polygon {@code p} owns rings {@code polygonRingEnds[p-1] … polygonRingEnds[p]-1} (first the
 * outer ring, then holes), ring {@code r} owns corners {@code ringEnds[r-1] … ringEnds[r]-1}; rings do not repeat their first
 * vertex. Polygons of a feature are contiguous and features ascend. The arrays are not copied: whoever makes a set gives them away.
 *
 * @param vertices        3 × n coordinates: east, north, up in the frame the holder names
 * @param corners         vertex index of each ring corner
 * @param ringEnds        exclusive end of each ring in {@code corners}
 * @param polygonRingEnds exclusive end of each polygon in {@code ringEnds}
 * @param polygonFeature  feature row of each polygon, ascending
 * @param polygonKind     {@link SurfaceKind} ordinal of each polygon
 * @param polygonArgb     material colour of each polygon, 0 where the kind decides
 */
public record PolygonSet(double[] vertices, int[] corners, int[] ringEnds, int[] polygonRingEnds, int[] polygonFeature,
                         byte[] polygonKind, int[] polygonArgb, Texturing texturing) {

    /** A set without pictures. */
    public PolygonSet(double[] vertices, int[] corners, int[] ringEnds, int[] polygonRingEnds, int[] polygonFeature,
                      byte[] polygonKind, int[] polygonArgb) {
        this(vertices, corners, ringEnds, polygonRingEnds, polygonFeature, polygonKind, polygonArgb, null);
    }

    public PolygonSet {
        Objects.requireNonNull(vertices, "vertices");
        int n = polygonRingEnds.length;
        if (polygonFeature.length != n || polygonKind.length != n || polygonArgb.length != n) {
            throw new IllegalArgumentException("polygon columns differ in length");
        }
        if (texturing != null && (texturing.of().length != n || texturing.uv().length != 2 * corners.length)) {
            throw new IllegalArgumentException("texturing of " + texturing.of().length + " polygons for " + n);
        }
    }

    public int polygonCount() {
        return polygonRingEnds.length;
    }

    public int vertexCount() {
        return vertices.length / 3;
    }

    /** First ring of polygon {@code p}. */
    public int firstRing(int p) {
        return p == 0 ? 0 : polygonRingEnds[p - 1];
    }

    /** First corner of ring {@code r}. */
    public int firstCorner(int r) {
        return r == 0 ? 0 : ringEnds[r - 1];
    }

    /** First corner of polygon {@code p}. */
    public int firstCornerOfPolygon(int p) {
        return firstCorner(firstRing(p));
    }

    /** Exclusive last corner of polygon {@code p}. */
    public int endCornerOfPolygon(int p) {
        return ringEnds[polygonRingEnds[p] - 1];
    }

    /** Box around all vertices in use or not. */
    public Bounds bounds() {
        return Bounds.of(vertices, 0, vertexCount());
    }
}
