package org.kvarter.scene.ground;

import java.util.Arrays;
import org.kvarter.model.Bounds;
import org.kvarter.scene.tile.MeshArrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The triangles of a square of ground: a grid of the land with a skirt around, so that no crack shows beside a coarser neighbour, and
 * level sheets of water. For worker threads; stateless.
 *
 * @param land  grid and skirt
 * @param water {@code null} where no water lies
 * @param box   around the land and the water
 */
record GroundSquare(MeshArrays land, MeshArrays water, Bounds box) {

    /** Texels of a picture across and down. */
    static final int TEXELS = 512;
    /** Texels of the picture that lie beyond the square on each side, so that filtering never meets the other edge. */
    static final int BORDER = 2;
    private static final int CELLS = 32;

    /** What the picture of a square covers: the square and its border. */
    static Bounds pictureArea(Bounds square) {
        double east = square.width() * BORDER / (TEXELS - 2 * BORDER);
        double north = square.depth() * BORDER / (TEXELS - 2 * BORDER);
        return new Bounds(square.minEast() - east, square.minNorth() - north, 0, square.maxEast() + east, square.maxNorth() + north, 0);
    }

    /** The square of a relief. */
    static GroundSquare of(Relief relief, Bounds square) {
        int cells = relief.land() == null ? 1 : CELLS;
        int side = cells + 1;
        int inner = side * side;
        int around = 4 * cells;
        float[] points = new float[3 * (inner + around)];
        float[] texCoords = new float[2 * (inner + around)];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int r = 0; r < side; r++) {
            for (int c = 0; c < side; c++) {
                double e = square.minEast() + square.width() * c / cells;
                double n = square.minNorth() + square.depth() * r / cells;
                double up = relief.landAt(e, n);
                low = Math.min(low, up);
                high = Math.max(high, up);
                int i = r * side + c;
                points[3 * i] = (float) e;
                points[3 * i + 1] = (float) n;
                points[3 * i + 2] = (float) up;
                texCoords[2 * i] = texel((double) c / cells);
                texCoords[2 * i + 1] = texel(1 - (double) r / cells);
            }
        }
        double drop = Math.max(0.5, 0.6 * square.width() / cells);
        int[] rim = rim(side);
        for (int k = 0; k < around; k++) {
            System.arraycopy(points, 3 * rim[k], points, 3 * (inner + k), 3);
            System.arraycopy(texCoords, 2 * rim[k], texCoords, 2 * (inner + k), 2);
            points[3 * (inner + k) + 2] -= (float) drop;
        }
        MeshArrays land = new MeshArrays(points, texCoords, faces(side, cells, rim, inner));
        MeshArrays water = water(relief, square);
        for (WaterBody body : relief.waters()) {
            low = Math.min(low, body.level());
        }
        return new GroundSquare(land, water, new Bounds(square.minEast(), square.minNorth(), low, square.maxEast(), square.maxNorth(), high));
    }

    private static float texel(double share) {
        return (float) ((BORDER + share * (TEXELS - 2 * BORDER)) / TEXELS);
    }

    /** Points of the edge, counter-clockwise from the south-west. */
    private static int[] rim(int side) {
        int cells = side - 1;
        int[] rim = new int[4 * cells];
        for (int k = 0; k < cells; k++) {
            rim[k] = k;
            rim[cells + k] = k * side + cells;
            rim[2 * cells + k] = cells * side + cells - k;
            rim[3 * cells + k] = (cells - k) * side;
        }
        return rim;
    }

    private static int[] faces(int side, int cells, int[] rim, int inner) {
        int[] faces = new int[6 * (2 * cells * cells + 2 * rim.length)];
        int at = 0;
        for (int r = 0; r < cells; r++) {
            for (int c = 0; c < cells; c++) {
                int i = r * side + c;
                at = triangle(faces, at, i, i + 1, i + side + 1);
                at = triangle(faces, at, i, i + side + 1, i + side);
            }
        }
        for (int k = 0; k < rim.length; k++) {
            int next = (k + 1) % rim.length;
            at = triangle(faces, at, inner + k, inner + next, rim[next]);
            at = triangle(faces, at, inner + k, rim[next], rim[k]);
        }
        return faces;
    }

    private static int triangle(int[] faces, int at, int a, int b, int c) {
        faces[at] = faces[at + 1] = a;
        faces[at + 2] = faces[at + 3] = b;
        faces[at + 4] = faces[at + 5] = c;
        return at + 6;
    }

    private static MeshArrays water(Relief relief, Bounds square) {
        float[] points = new float[12 * relief.waters().size()];
        float[] texCoords = new float[8 * relief.waters().size()];
        int[] faces = new int[12 * relief.waters().size()];
        int n = 0;
        for (WaterBody body : relief.waters()) {
            var box = body.area().getEnvelopeInternal();
            double[] e = {Math.max(square.minEast(), box.getMinX()), Math.min(square.maxEast(), box.getMaxX())};
            double[] no = {Math.max(square.minNorth(), box.getMinY()), Math.min(square.maxNorth(), box.getMaxY())};
            if (e[0] >= e[1] || no[0] >= no[1] || !body.prepared().intersects(
                    new GeometryFactory().toGeometry(new Envelope(e[0], e[1], no[0], no[1])))) {
                continue;
            }
            for (int k = 0; k < 4; k++) {
                int i = 4 * n + k;
                double east = e[k == 1 || k == 2 ? 1 : 0];
                double north = no[k >> 1];
                points[3 * i] = (float) east;
                points[3 * i + 1] = (float) north;
                points[3 * i + 2] = (float) body.level();
                texCoords[2 * i] = texel((east - square.minEast()) / square.width());
                texCoords[2 * i + 1] = texel((square.maxNorth() - north) / square.depth());
            }
            triangle(faces, 12 * n, 4 * n, 4 * n + 1, 4 * n + 2);
            triangle(faces, 12 * n + 6, 4 * n, 4 * n + 2, 4 * n + 3);
            n++;
        }
        return n == 0 ? null : new MeshArrays(Arrays.copyOf(points, 12 * n), Arrays.copyOf(texCoords, 8 * n), Arrays.copyOf(faces, 12 * n));
    }
}
