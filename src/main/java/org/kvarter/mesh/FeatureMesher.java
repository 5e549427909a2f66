package org.kvarter.mesh;

import java.util.Arrays;
import org.kvarter.mesh.MeshIssues.Issue;
import org.kvarter.model.PolygonSet;
import org.kvarter.model.SurfaceKind;
import org.kvarter.model.Texturing;

/**
 * Turns the polygons of one feature after the other into parts and triangles of a tile. One per worker; not thread-safe.
 *
 * <p>Polygons of equal kind, colour and picture whose planes differ by less than about one degree and half a metre become one part, so that a
 * wall cut in pieces gets one light while two walls of one direction may stand in different shade. Ground is merged a little and leaves
 * and furniture much more boldly: nobody looks for a leaf's own light.
 */
final class FeatureMesher {

    /** How far corners may lie off their polygon's plane, as a share of its extent, before its triangles get normals of their own. */
    private static final double BUMPY = 0.02;

    /** Parts of a feature looked at for a polygon to join; bounds the work for features of very many surfaces. */
    private static final int LOOK_BACK = 48;

    private static final int STRIDE = 11;

    final FeatureOutline outline = new FeatureOutline();
    private final Triangulator triangulator = new Triangulator();
    private int[] triangles = new int[3 * 1024];
    private int[] trianglePart = new int[1024];
    private int triangleCount;
    /** Per part: seed normal 0–2, seed distance 3, Σ area vector 4–6, Σ area·centroid 7–9, Σ area 10. */
    private double[] parts = new double[STRIDE * 64];
    private byte[] partKind = new byte[64];
    private int[] partArgb = new int[64];
    private int[] partTexture = new int[64];
    /** Of a set with pictures, the set's corner at each triangle corner; untouched otherwise. */
    private int[] triangleCorners = {};
    private boolean textured;
    private int partCount;

    /**
     * Loads a feature into {@link #outline}, so that the caller can choose the tile by whether it is closed; then {@link #emit}.
     */
    void load(PolygonSet set, int[] order, int from, int to, double lift, int featureRow, MeshIssues issues) {
        outline.load(set, order, from, to, lift, featureRow, issues);
    }

    /** Writes the loaded feature into {@code tile}; without any surface nothing is written. */
    void emit(PolygonSet set, TilePlan.Facing facing, int featureRow, TileBuilder tile, MeshIssues issues) {
        triangleCount = 0;
        partCount = 0;
        textured = set.texturing() != null;
        boolean closed = facing == null ? outline.closed : facing.closed();
        boolean anyTurned = false;
        for (int p = 0; p < outline.polygons; p++) {
            boolean turn = facing == null ? outline.turns(p) : facing.turned().get(outline.source[p]);
            anyTurned |= turn;
            SurfaceKind kind = SurfaceKind.of(set.polygonKind()[outline.source[p]]);
            boolean down = !closed && liesFlat(kind) && outline.planes[4 * p + 2] < 0 != turn && outline.planes[4 * p + 2] != 0;
            int texture = set.texturing() == null ? -1 : set.texturing().of()[outline.source[p]];
            polygon(p, kind, set.polygonArgb()[outline.source[p]], texture, turn != down, featureRow, issues);
        }
        if (anyTurned && facing == null) {
            issues.add(Issue.TURNED, featureRow);
        }
        if (triangleCount > 0) {
            write(featureRow, set.texturing(), tile);
        }
    }

    /** Kinds that are seen from above, whichever way they were drawn. */
    static boolean liesFlat(SurfaceKind kind) {
        return switch (kind) {
            case WATER, LAND, STREET, GREEN, TERRAIN, RAIL -> true;
            default -> false;
        };
    }

    private void polygon(int p, SurfaceKind kind, int argb, int texture, boolean mirrored, int featureRow, MeshIssues issues) {
        double nx = outline.planes[4 * p];
        double ny = outline.planes[4 * p + 1];
        double nz = outline.planes[4 * p + 2];
        double area = outline.planes[4 * p + 3];
        double[] xyz = outline.points.points();
        triangulator.triangulate(xyz, outline.corners, outline.ringEnds, outline.firstCorner[p], outline.firstRing[p],
                outline.lastRing[p], nx, ny, nz);
        int n = triangulator.count();
        int[] cut = triangulator.triangles();
        int first = outline.firstCorner[p];
        int[] points = outline.corners;
        boolean bumpy = n > 1 && isBumpy(p, xyz);
        double sign = mirrored ? -1 : 1;
        int part = -1;
        double sum = 0;
        for (int t = 0; t < n; t++) {
            int a = 3 * points[first + cut[3 * t]];
            int b = 3 * points[first + cut[3 * t + 1]];
            int c = 3 * points[first + cut[3 * t + 2]];
            double ux = xyz[b] - xyz[a];
            double uy = xyz[b + 1] - xyz[a + 1];
            double uz = xyz[b + 2] - xyz[a + 2];
            double vx = xyz[c] - xyz[a];
            double vy = xyz[c + 1] - xyz[a + 1];
            double vz = xyz[c + 2] - xyz[a + 2];
            double tx = sign * (uy * vz - uz * vy) / 2;
            double ty = sign * (uz * vx - ux * vz) / 2;
            double tz = sign * (ux * vy - uy * vx) / 2;
            double size = Math.sqrt(tx * tx + ty * ty + tz * tz);
            if (!(size > 1e-9)) {
                continue;
            }
            sum += size;
            if (bumpy) {
                part = partFor(kind, argb, texture, tx / size, ty / size, tz / size, xyz[a], xyz[a + 1], xyz[a + 2]);
            } else if (part < 0) {
                part = partFor(kind, argb, texture, sign * nx, sign * ny, sign * nz, xyz[a], xyz[a + 1], xyz[a + 2]);
            }
            addTriangle(part, first + cut[3 * t], first + cut[3 * t + (mirrored ? 2 : 1)], first + cut[3 * t + (mirrored ? 1 : 2)]);
            int at = STRIDE * part;
            parts[at + 4] += tx;
            parts[at + 5] += ty;
            parts[at + 6] += tz;
            parts[at + 7] += size * (xyz[a] + xyz[b] + xyz[c]) / 3;
            parts[at + 8] += size * (xyz[a + 1] + xyz[b + 1] + xyz[c + 1]) / 3;
            parts[at + 9] += size * (xyz[a + 2] + xyz[b + 2] + xyz[c + 2]) / 3;
            parts[at + 10] += size;
        }
        if (!bumpy && Math.abs(sum - area) > 0.01 * area + 1e-3) {
            issues.add(Issue.CROSSES_ITSELF, featureRow);
        }
    }

    private boolean isBumpy(int p, double[] xyz) {
        int start = outline.firstCorner[p];
        int end = outline.ringEnds[outline.lastRing[p] - 1];
        if (end - start == 3) {
            return false;
        }
        double nx = outline.planes[4 * p];
        double ny = outline.planes[4 * p + 1];
        double nz = outline.planes[4 * p + 2];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int c = start; c < end; c++) {
            int v = 3 * outline.corners[c];
            double d = xyz[v] * nx + xyz[v + 1] * ny + xyz[v + 2] * nz;
            low = Math.min(low, d);
            high = Math.max(high, d);
        }
        return high - low > 0.02 + BUMPY * Math.sqrt(outline.planes[4 * p + 3]);
    }

    private int partFor(SurfaceKind kind, int argb, int texture, double nx, double ny, double nz, double x, double y, double z) {
        boolean loose = kind == SurfaceKind.TREE || kind == SurfaceKind.FURNITURE;
        double cosine = loose ? 0.94 : liesFlat(kind) ? 0.9986 : 0.99985;
        double reach = loose ? Double.POSITIVE_INFINITY : liesFlat(kind) ? 5 : 0.5;
        for (int i = partCount - 1; i >= Math.max(0, partCount - LOOK_BACK); i--) {
            int at = STRIDE * i;
            if (partKind[i] == kind.ordinal() && partArgb[i] == argb && partTexture[i] == texture
                    && parts[at] * nx + parts[at + 1] * ny + parts[at + 2] * nz >= cosine
                    && Math.abs(parts[at] * x + parts[at + 1] * y + parts[at + 2] * z - parts[at + 3]) <= reach) {
                return i;
            }
        }
        if (partCount == partKind.length) {
            partKind = Arrays.copyOf(partKind, partCount * 2);
            partArgb = Arrays.copyOf(partArgb, partCount * 2);
            partTexture = Arrays.copyOf(partTexture, partCount * 2);
            parts = Arrays.copyOf(parts, STRIDE * partCount * 2);
        }
        int at = STRIDE * partCount;
        Arrays.fill(parts, at, at + STRIDE, 0);
        parts[at] = nx;
        parts[at + 1] = ny;
        parts[at + 2] = nz;
        parts[at + 3] = nx * x + ny * y + nz * z;
        partKind[partCount] = (byte) kind.ordinal();
        partArgb[partCount] = argb;
        partTexture[partCount] = texture;
        return partCount++;
    }

    /** Adds a triangle of three of the outline's corners. */
    private void addTriangle(int part, int a, int b, int c) {
        if (triangleCount == trianglePart.length) {
            trianglePart = Arrays.copyOf(trianglePart, triangleCount * 2);
            triangles = Arrays.copyOf(triangles, 3 * triangleCount * 2);
        }
        trianglePart[triangleCount] = part;
        triangles[3 * triangleCount] = outline.corners[a];
        triangles[3 * triangleCount + 1] = outline.corners[b];
        triangles[3 * triangleCount + 2] = outline.corners[c];
        if (textured) {
            if (triangleCorners.length < triangles.length) {
                triangleCorners = Arrays.copyOf(triangleCorners, triangles.length);
            }
            triangleCorners[3 * triangleCount] = outline.cornerSource[a];
            triangleCorners[3 * triangleCount + 1] = outline.cornerSource[b];
            triangleCorners[3 * triangleCount + 2] = outline.cornerSource[c];
        }
        triangleCount++;
    }

    private void write(int featureRow, Texturing texturing, TileBuilder tile) {
        int base = tile.addPoints(outline.points.points(), outline.points.count());
        int[] at = tile.reserveTriangles(trianglePart, triangleCount, partCount);
        for (int t = 0; t < triangleCount; t++) {
            int to = at[trianglePart[t]]++;
            tile.triangle(to, base + triangles[3 * t], base + triangles[3 * t + 1], base + triangles[3 * t + 2]);
            if (texturing != null && partTexture[trianglePart[t]] >= 0) {
                tile.uv(to, texturing, triangleCorners, 3 * t);
            }
        }
        for (int i = 0; i < partCount; i++) {
            int p = STRIDE * i;
            double length = Math.sqrt(parts[p + 4] * parts[p + 4] + parts[p + 5] * parts[p + 5] + parts[p + 6] * parts[p + 6]);
            // A loosely merged part may cancel out; its first surface then speaks for it.
            int n = length > 1e-3 * parts[p + 10] ? p + 4 : p;
            double unit = n == p ? 1 : length;
            double area = parts[p + 10];
            tile.part(at[i], featureRow, partKind[i], partArgb[i], parts[n] / unit, parts[n + 1] / unit, parts[n + 2] / unit,
                    parts[p + 7] / area, parts[p + 8] / area, parts[p + 9] / area, area);
            if (texturing != null && partTexture[i] >= 0) {
                tile.textureOfLastPart(partTexture[i]);
            }
        }
    }
}
