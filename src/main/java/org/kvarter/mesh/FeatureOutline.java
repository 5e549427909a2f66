package org.kvarter.mesh;

import java.util.Arrays;
import java.util.BitSet;
import org.kvarter.mesh.MeshIssues.Issue;
import org.kvarter.model.PolygonSet;
import org.kvarter.model.SurfaceKind;

/**
 * The polygons of one feature, cleaned: shared points, rings without repeated corners, plane of each polygon, and whether the whole is
 * closed and how it faces. Reused from feature to feature; not thread-safe.
 *
 * <p>Closed means that each edge is walked as often one way as the other; windows and doors set before a closed shell leave it closed.
 * Edges add up to a sum of signed 64-bit hashes, which is zero
 * for a closed surface and practically never otherwise. Facing is the sign of Σ c·N over all polygons (divergence theorem: three
 * times the volume), c being a polygon's corner and N its area vector by Newell's method; {@link Shells} decides it shell by shell.
 */
final class FeatureOutline {

    /** Smallest area that is a surface, m². */
    static final double SMALLEST_AREA = 1e-6;

    /** Most corners of one polygon that are cut. */
    static final int MOST_CORNERS = 200_000;

    /** Local coordinates beyond this are damage, metres. */
    private static final double FARTHEST = 5e6;

    /** Below this share of outward looking surfaces one shell may be two that touch. */
    private static final double DOUBTFUL = 0.9;

    final PointIndex points = new PointIndex();
    int[] corners = new int[1024];
    /** Of a set with pictures, the corner of the set that each corner is; untouched otherwise. */
    int[] cornerSource = {};
    int[] ringEnds = new int[256];
    /** First ring, exclusive last ring and first corner of each kept polygon. */
    int[] firstRing = new int[256];
    int[] lastRing = new int[256];
    int[] firstCorner = new int[256];
    /** Number of each kept polygon in the set. */
    int[] source = new int[256];
    /** Unit normal and area of each kept polygon. */
    double[] planes = new double[4 * 256];
    int polygons;
    boolean closed;
    boolean inward;
    /** Per kept polygon whether its shell faces the other way than the rest; {@code null} where all face {@link #inward} or not. */
    boolean[] turned;

    private int cornerCount;
    private int ringCount;
    private long edgeSum;
    /** The same of all but windows and doors. */
    private long shellSum;
    private int openings;
    private boolean textured;
    private final double[] newell = new double[3];
    private final Shells shells = new Shells(this);

    /** Takes in the polygons {@code from … to-1} of {@code order} (or of the set where {@code null}), raised by {@code lift} metres. */
    void load(PolygonSet set, int[] order, int from, int to, double lift, int featureRow, MeshIssues issues) {
        points.clear();
        cornerCount = 0;
        ringCount = 0;
        polygons = 0;
        edgeSum = 0;
        shellSum = 0;
        openings = 0;
        textured = set.texturing() != null;
        for (int i = from; i < to; i++) {
            Issue issue = loadPolygon(set, order == null ? i : order[i], lift);
            if (issue != null && issues != null) {
                issues.add(issue, featureRow);
            }
        }
        closed = edgeSum == 0 && polygons >= 4 || shellSum == 0 && polygons - openings >= 4;
        decideFacing(set);
    }

    private Issue loadPolygon(PolygonSet set, int p, double lift) {
        int ringsBefore = ringCount;
        int cornersBefore = cornerCount;
        int vertexCount = set.vertexCount();
        int size = set.endCornerOfPolygon(p) - set.firstCornerOfPolygon(p);
        if (size > MOST_CORNERS) {
            return Issue.TOO_LARGE;
        }
        SurfaceKind kind = SurfaceKind.of(set.polygonKind()[p]);
        boolean opening = kind == SurfaceKind.WINDOW || kind == SurfaceKind.DOOR;
        long edgesBefore = edgeSum;
        ensure(size, set.polygonRingEnds()[p] - set.firstRing(p));
        for (int r = set.firstRing(p); r < set.polygonRingEnds()[p]; r++) {
            int ringStart = cornerCount;
            for (int c = set.firstCorner(r); c < set.ringEnds()[r]; c++) {
                int v = set.corners()[c];
                if (v < 0 || v >= vertexCount || !usable(set.vertices(), v)) {
                    ringCount = ringsBefore;
                    cornerCount = cornersBefore;
                    return Issue.NOT_FINITE;
                }
                int n = points.number(set.vertices()[3 * v], set.vertices()[3 * v + 1], set.vertices()[3 * v + 2] + lift);
                if (cornerCount == ringStart || corners[cornerCount - 1] != n) {
                    if (textured) {
                        cornerSource[cornerCount] = c;
                    }
                    corners[cornerCount++] = n;
                }
            }
            while (cornerCount - ringStart > 1 && corners[cornerCount - 1] == corners[ringStart]) {
                cornerCount--;
            }
            addEdges(ringStart);
            if (cornerCount - ringStart >= 3) {
                ringEnds[ringCount++] = cornerCount;
            } else {
                cornerCount = ringStart;
                if (r == set.firstRing(p)) {
                    return Issue.NO_AREA;
                }
            }
        }
        double area = ringsBefore == ringCount ? 0 : plane(ringsBefore, cornersBefore);
        if (!(area > SMALLEST_AREA)) {
            ringCount = ringsBefore;
            cornerCount = cornersBefore;
            return Issue.NO_AREA;
        }
        keep(p, ringsBefore, cornersBefore);
        if (opening) {
            openings++;
        } else {
            shellSum += edgeSum - edgesBefore;
        }
        return null;
    }

    private static boolean usable(double[] vertices, int v) {
        double x = vertices[3 * v];
        double y = vertices[3 * v + 1];
        double z = vertices[3 * v + 2];
        return Math.abs(x) < FARTHEST && Math.abs(y) < FARTHEST && Math.abs(z) < FARTHEST;
    }

    private void addEdges(int start) {
        for (int c = start; c < cornerCount; c++) {
            int a = corners[c];
            int b = corners[c + 1 == cornerCount ? start : c + 1];
            if (a < b) {
                edgeSum += mix((long) a << 32 | b);
            } else if (b < a) {
                edgeSum -= mix((long) b << 32 | a);
            }
        }
    }

    /** Finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    static long mix(long z) {
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** Newell normal of the outer ring and area less holes, written for the next polygon; answers the area. */
    private double plane(int ring, int start) {
        double outer = newell(start, ringEnds[ring]);
        double nx = newell[0];
        double ny = newell[1];
        double nz = newell[2];
        double area = outer;
        for (int r = ring + 1; r < ringCount; r++) {
            area -= newell(ringEnds[r - 1], ringEnds[r]);
        }
        if (4 * polygons + 4 > planes.length) {
            planes = Arrays.copyOf(planes, planes.length * 2);
        }
        int at = 4 * polygons;
        planes[at] = nx / outer;
        planes[at + 1] = ny / outer;
        planes[at + 2] = nz / outer;
        planes[at + 3] = area;
        return area;
    }

    private double newell(int from, int to) {
        double[] xyz = points.points();
        int o = 3 * corners[from];
        double x0 = xyz[o];
        double y0 = xyz[o + 1];
        double z0 = xyz[o + 2];
        double nx = 0;
        double ny = 0;
        double nz = 0;
        int b = 3 * corners[to - 1];
        double bx = xyz[b] - x0;
        double by = xyz[b + 1] - y0;
        double bz = xyz[b + 2] - z0;
        for (int c = from; c < to; c++) {
            int a = 3 * corners[c];
            double ax = xyz[a] - x0;
            double ay = xyz[a + 1] - y0;
            double az = xyz[a + 2] - z0;
            nx += (by - ay) * (bz + az);
            ny += (bz - az) * (bx + ax);
            nz += (bx - ax) * (by + ay);
            bx = ax;
            by = ay;
            bz = az;
        }
        newell[0] = nx / 2;
        newell[1] = ny / 2;
        newell[2] = nz / 2;
        return Math.sqrt(nx * nx + ny * ny + nz * nz) / 2;
    }

    private void keep(int p, int ring, int corner) {
        if (polygons == source.length) {
            int size = polygons * 2;
            source = Arrays.copyOf(source, size);
            firstRing = Arrays.copyOf(firstRing, size);
            lastRing = Arrays.copyOf(lastRing, size);
            firstCorner = Arrays.copyOf(firstCorner, size);
        }
        source[polygons] = p;
        firstRing[polygons] = ring;
        lastRing[polygons] = ringCount;
        firstCorner[polygons++] = corner;
    }

    private void ensure(int moreCorners, int moreRings) {
        if (cornerCount + moreCorners > corners.length) {
            corners = Arrays.copyOf(corners, Math.max(cornerCount + moreCorners, corners.length * 2));
        }
        if (textured && cornerSource.length < corners.length) {
            cornerSource = Arrays.copyOf(cornerSource, corners.length);
        }
        if (ringCount + moreRings > ringEnds.length) {
            ringEnds = Arrays.copyOf(ringEnds, Math.max(ringCount + moreRings, ringEnds.length * 2));
        }
    }

    /** Whether a kept polygon is to be turned. */
    boolean turns(int p) {
        return turned == null ? inward : turned[p];
    }

    /** The polygons of the set that are to be turned. */
    BitSet turnedPolygons() {
        BitSet all = new BitSet();
        for (int p = 0; p < polygons; p++) {
            all.set(source[p], turns(p));
        }
        return all;
    }

    private void decideFacing(PolygonSet set) {
        inward = false;
        turned = null;
        if (polygons < 4) {
            return;
        }
        double[] xyz = points.points();
        double cx = 0;
        double cy = 0;
        double cz = 0;
        int n = points.count();
        for (int i = 0; i < n; i++) {
            cx += xyz[3 * i] / n;
            cy += xyz[3 * i + 1] / n;
            cz += xyz[3 * i + 2] / n;
        }
        double outward = 0;
        double absolute = 0;
        for (int p = 0; p < polygons; p++) {
            if (!closed && FeatureMesher.liesFlat(SurfaceKind.of(set.polygonKind()[source[p]]))) {
                continue;
            }
            int v = 3 * corners[firstCorner[p]];
            double flux = planes[4 * p + 3] * ((xyz[v] - cx) * planes[4 * p] + (xyz[v + 1] - cy) * planes[4 * p + 1]
                    + (xyz[v + 2] - cz) * planes[4 * p + 2]);
            outward += flux;
            absolute += Math.abs(flux);
        }
        // An open surface has no volume, so that only a clear majority counts.
        inward = outward < (closed ? -1e-6 : -0.6) * absolute && absolute > 1e-3;
        if (closed && polygons >= 8) {
            turned = shells.turned(Math.abs(outward) < DOUBTFUL * absolute);
        }
    }
}
