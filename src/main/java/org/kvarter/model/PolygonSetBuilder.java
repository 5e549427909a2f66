package org.kvarter.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Grows a {@link PolygonSet}: vertices, then per polygon {@code ring…} calls closed by {@link #endPolygon}, after which it may get a
 * {@link #texture}. Not thread-safe.
 */
public final class PolygonSetBuilder {

    private double[] vertices = new double[3 * 256];
    private int vertexCount;
    private int[] corners = new int[1024];
    private int cornerCount;
    private int[] ringEnds = new int[256];
    private int ringCount;
    private int[] polygonRingEnds = new int[256];
    private int[] polygonFeature = new int[256];
    private byte[] polygonKind = new byte[256];
    private int[] polygonArgb = new int[256];
    private int polygonCount;
    private final List<Texture> textures = new ArrayList<>();
    private final Map<Texture, Integer> textureNumbers = new HashMap<>();
    private float[] uv;
    private int[] polygonTexture;

    /** Adds a vertex and answers its index. */
    public int vertex(double east, double north, double up) {
        if (3 * vertexCount + 3 > vertices.length) {
            vertices = Arrays.copyOf(vertices, vertices.length * 2);
        }
        int at = 3 * vertexCount;
        vertices[at] = east;
        vertices[at + 1] = north;
        vertices[at + 2] = up;
        return vertexCount++;
    }

    /** Adds a corner to the ring under way. */
    public void corner(int vertex) {
        if (cornerCount == corners.length) {
            corners = Arrays.copyOf(corners, corners.length * 2);
        }
        corners[cornerCount++] = vertex;
    }

    /** Adds a corner that lies at a place of the polygon's picture, see {@link Texturing}. */
    public void corner(int vertex, float u, float v) {
        corner(vertex);
        if (uv == null) {
            uv = new float[2 * corners.length];
        } else if (uv.length < 2 * corners.length) {
            uv = Arrays.copyOf(uv, 2 * corners.length);
        }
        uv[2 * cornerCount - 2] = u;
        uv[2 * cornerCount - 1] = v;
    }

    /** Gives the polygon ended last a picture. */
    public void texture(Texture texture) {
        if (polygonTexture == null) {
            polygonTexture = new int[polygonFeature.length];
            Arrays.fill(polygonTexture, -1);
        } else if (polygonTexture.length < polygonFeature.length) {
            int before = polygonTexture.length;
            polygonTexture = Arrays.copyOf(polygonTexture, polygonFeature.length);
            Arrays.fill(polygonTexture, before, polygonTexture.length, -1);
        }
        polygonTexture[polygonCount - 1] = textureNumbers.computeIfAbsent(texture, t -> {
            textures.add(t);
            return textures.size() - 1;
        });
    }

    /** Ends the ring under way; one with fewer than three corners is taken back and {@code false} answered. */
    public boolean endRing() {
        int start = ringCount == 0 ? 0 : ringEnds[ringCount - 1];
        if (cornerCount - start < 3) {
            cornerCount = start;
            return false;
        }
        if (ringCount == ringEnds.length) {
            ringEnds = Arrays.copyOf(ringEnds, ringEnds.length * 2);
        }
        ringEnds[ringCount++] = cornerCount;
        return true;
    }

    /** Ends the polygon of the rings since the last one; without any ring nothing is added and {@code false} answered. */
    public boolean endPolygon(int feature, SurfaceKind kind, int argb) {
        int start = polygonCount == 0 ? 0 : polygonRingEnds[polygonCount - 1];
        if (ringCount == start) {
            return false;
        }
        if (polygonCount == polygonRingEnds.length) {
            int size = polygonCount * 2;
            polygonRingEnds = Arrays.copyOf(polygonRingEnds, size);
            polygonFeature = Arrays.copyOf(polygonFeature, size);
            polygonKind = Arrays.copyOf(polygonKind, size);
            polygonArgb = Arrays.copyOf(polygonArgb, size);
        }
        polygonRingEnds[polygonCount] = ringCount;
        polygonFeature[polygonCount] = feature;
        polygonKind[polygonCount] = (byte) kind.ordinal();
        polygonArgb[polygonCount++] = argb;
        return true;
    }

    /** Adds a polygon of one ring. */
    public boolean polygon(int feature, SurfaceKind kind, int argb, int... ring) {
        for (int v : ring) {
            corner(v);
        }
        return endRing() && endPolygon(feature, kind, argb);
    }

    public int vertexCount() {
        return vertexCount;
    }

    public int polygonCount() {
        return polygonCount;
    }

    /** The set so far, with the builder's own vertices. */
    public PolygonSet build() {
        return build(Arrays.copyOf(vertices, 3 * vertexCount));
    }

    /** The set so far over vertices kept elsewhere, such as a file's shared vertex list. */
    public PolygonSet build(double[] sharedVertices) {
        return new PolygonSet(sharedVertices, Arrays.copyOf(corners, cornerCount), Arrays.copyOf(ringEnds, ringCount),
                Arrays.copyOf(polygonRingEnds, polygonCount), Arrays.copyOf(polygonFeature, polygonCount),
                Arrays.copyOf(polygonKind, polygonCount), Arrays.copyOf(polygonArgb, polygonCount), texturing());
    }

    private Texturing texturing() {
        if (polygonTexture == null) {
            return null;
        }
        int[] of = Arrays.copyOf(polygonTexture, polygonCount);
        if (polygonTexture.length < polygonCount) {
            Arrays.fill(of, polygonTexture.length, polygonCount, -1);
        }
        return new Texturing(textures, of, uv == null ? new float[2 * cornerCount] : Arrays.copyOf(uv, 2 * cornerCount));
    }
}
