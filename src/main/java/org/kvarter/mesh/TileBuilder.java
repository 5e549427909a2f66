package org.kvarter.mesh;

import java.util.Arrays;
import java.util.List;
import org.kvarter.model.Bounds;
import org.kvarter.model.PartTable;
import org.kvarter.model.Texture;
import org.kvarter.model.Texturing;

/**
 * Grows the arrays of one {@link TileMesh} feature by feature. Not thread-safe.
 */
final class TileBuilder {

    private float[] points = new float[3 * 1024];
    private int pointCount;
    private int[] corners = new int[3 * 1024];
    private int triangleCount;
    private int[] feature = new int[512];
    private byte[] kind = new byte[512];
    private int[] argb = new int[512];
    private float[] normals = new float[3 * 512];
    private float[] centroids = new float[3 * 512];
    private float[] areas = new float[512];
    private int[] triangleEnds = new int[512];
    private int partCount;
    private int[] cursor = new int[64];
    /** Pictures; all three {@code null} until a textured part comes. */
    private List<Texture> textures;
    private float[] uv;
    private int[] texture;
    private double minE = Double.POSITIVE_INFINITY;
    private double minN = Double.POSITIVE_INFINITY;
    private double minU = Double.POSITIVE_INFINITY;
    private double maxE = Double.NEGATIVE_INFINITY;
    private double maxN = Double.NEGATIVE_INFINITY;
    private double maxU = Double.NEGATIVE_INFINITY;

    boolean isEmpty() {
        return triangleCount == 0;
    }

    /** Adds {@code n} points and answers the number of the first. */
    int addPoints(double[] xyz, int n) {
        int base = pointCount;
        if (3 * (pointCount + n) > points.length) {
            points = Arrays.copyOf(points, Math.max(3 * (pointCount + n), points.length * 2));
        }
        for (int i = 0; i < 3 * n; i += 3) {
            double e = xyz[i];
            double no = xyz[i + 1];
            double u = xyz[i + 2];
            minE = Math.min(minE, e);
            maxE = Math.max(maxE, e);
            minN = Math.min(minN, no);
            maxN = Math.max(maxN, no);
            minU = Math.min(minU, u);
            maxU = Math.max(maxU, u);
            int at = 3 * base + i;
            points[at] = (float) e;
            points[at + 1] = (float) no;
            points[at + 2] = (float) u;
        }
        pointCount += n;
        return base;
    }

    /**
     * Makes room for a feature's triangles, grouped by part, and answers where each part's first goes. The answer is the builder's own
     * array: count it up while writing, after which it holds the parts' ends.
     */
    int[] reserveTriangles(int[] partOf, int triangles, int parts) {
        if (parts > cursor.length) {
            cursor = new int[Math.max(parts, 2 * cursor.length)];
        }
        Arrays.fill(cursor, 0, parts, 0);
        for (int t = 0; t < triangles; t++) {
            cursor[partOf[t]]++;
        }
        int at = triangleCount;
        for (int p = 0; p < parts; p++) {
            int size = cursor[p];
            cursor[p] = at;
            at += size;
        }
        triangleCount = at;
        if (3 * triangleCount > corners.length) {
            corners = Arrays.copyOf(corners, Math.max(3 * triangleCount, corners.length * 2));
        }
        return cursor;
    }

    /** Writes a triangle into the place reserved for it. */
    void triangle(int at, int a, int b, int c) {
        corners[3 * at] = a;
        corners[3 * at + 1] = b;
        corners[3 * at + 2] = c;
    }

    /** Writes where on its picture a triangle lies: its corners are three of the set's, from {@code first} on in {@code setCorners}. */
    void uv(int at, Texturing texturing, int[] setCorners, int first) {
        textures = texturing.textures();
        if (uv == null || uv.length < 2 * corners.length) {
            uv = uv == null ? new float[2 * corners.length] : Arrays.copyOf(uv, 2 * corners.length);
        }
        for (int k = 0; k < 3; k++) {
            System.arraycopy(texturing.uv(), 2 * setCorners[first + k], uv, 2 * (3 * at + k), 2);
        }
    }

    /** Gives the part added last a picture. */
    void textureOfLastPart(int number) {
        int before = texture == null ? 0 : texture.length;
        if (before < feature.length) {
            texture = texture == null ? new int[feature.length] : Arrays.copyOf(texture, feature.length);
            Arrays.fill(texture, before, texture.length, -1);
        }
        texture[partCount - 1] = number;
    }

    private Texturing texturing() {
        if (texture == null) {
            return null;
        }
        int[] of = Arrays.copyOf(texture, partCount);
        Arrays.fill(of, Math.min(texture.length, partCount), partCount, -1);
        return new Texturing(textures, of, Arrays.copyOf(uv, 2 * 3 * triangleCount));
    }

    /** Adds a part whose triangles end before {@code triangleEnd}. */
    void part(int triangleEnd, int featureRow, byte surfaceKind, int colour, double nx, double ny, double nz,
              double ce, double cn, double cu, double area) {
        if (partCount == feature.length) {
            int size = partCount * 2;
            feature = Arrays.copyOf(feature, size);
            kind = Arrays.copyOf(kind, size);
            argb = Arrays.copyOf(argb, size);
            normals = Arrays.copyOf(normals, 3 * size);
            centroids = Arrays.copyOf(centroids, 3 * size);
            areas = Arrays.copyOf(areas, size);
            triangleEnds = Arrays.copyOf(triangleEnds, size);
        }
        int p = partCount++;
        feature[p] = featureRow;
        kind[p] = surfaceKind;
        argb[p] = colour;
        normals[3 * p] = (float) nx;
        normals[3 * p + 1] = (float) ny;
        normals[3 * p + 2] = (float) nz;
        centroids[3 * p] = (float) ce;
        centroids[3 * p + 1] = (float) cn;
        centroids[3 * p + 2] = (float) cu;
        areas[p] = (float) area;
        triangleEnds[p] = triangleEnd;
    }

    /** The tile with trimmed arrays, its parts counted from 0. */
    TileMesh build(boolean closed) {
        PartTable parts = new PartTable(Arrays.copyOf(feature, partCount), Arrays.copyOf(kind, partCount),
                Arrays.copyOf(argb, partCount), Arrays.copyOf(normals, 3 * partCount), Arrays.copyOf(centroids, 3 * partCount),
                Arrays.copyOf(areas, partCount));
        return new TileMesh(0, parts, Arrays.copyOf(points, 3 * pointCount), Arrays.copyOf(corners, 3 * triangleCount),
                Arrays.copyOf(triangleEnds, partCount), new Bounds(minE, minN, minU, maxE, maxN, maxU), closed,
                texturing());
    }
}
