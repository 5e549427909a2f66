package org.kvarter.mesh;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.model.PolygonSet;
import org.kvarter.model.PolygonSetBuilder;
import org.kvarter.model.SurfaceKind;
import org.kvarter.task.Progress;

/** A small language for solids whose areas and volumes are known by hand. */
public final class Solids {

    private final PolygonSetBuilder set = new PolygonSetBuilder();
    private int feature = -1;

    /** Begins the next feature. */
    public Solids feature() {
        feature++;
        return this;
    }

    /** A polygon of rings of x, y, z triples. */
    public Solids polygon(SurfaceKind kind, double[]... rings) {
        for (double[] ring : rings) {
            for (int i = 0; i < ring.length; i += 3) {
                set.corner(set.vertex(ring[i], ring[i + 1], ring[i + 2]));
            }
            set.endRing();
        }
        set.endPolygon(feature, kind, 0);
        return this;
    }

    /** A closed box, its six faces outwards, as a feature of its own. */
    public Solids box(double x0, double y0, double z0, double x1, double y1, double z1) {
        return feature().prism(new double[] {x0, y0, x1, y0, x1, y1, x0, y1}, z0, z1);
    }

    /** Floor, roof and walls over a counter-clockwise ring of x, y pairs, in the current feature. */
    public Solids prism(double[] ring, double z0, double z1) {
        int n = ring.length / 2;
        double[] roof = new double[3 * n];
        double[] floor = new double[3 * n];
        for (int i = 0; i < n; i++) {
            put(roof, i, ring[2 * i], ring[2 * i + 1], z1);
            put(floor, n - 1 - i, ring[2 * i], ring[2 * i + 1], z0);
        }
        polygon(SurfaceKind.ROOF, roof);
        polygon(SurfaceKind.GROUND, floor);
        walls(ring, z0, z1);
        return this;
    }

    /** Walls along a ring of x, y pairs. */
    public Solids walls(double[] ring, double z0, double z1) {
        int n = ring.length / 2;
        for (int i = 0; i < n; i++) {
            int j = (i + 1) % n;
            double ax = ring[2 * i];
            double ay = ring[2 * i + 1];
            double bx = ring[2 * j];
            double by = ring[2 * j + 1];
            polygon(SurfaceKind.WALL, new double[] {ax, ay, z0, bx, by, z0, bx, by, z1, ax, ay, z1});
        }
        return this;
    }

    private static void put(double[] xyz, int i, double x, double y, double z) {
        xyz[3 * i] = x;
        xyz[3 * i + 1] = y;
        xyz[3 * i + 2] = z;
    }

    public PolygonSet set() {
        return set.build();
    }

    public int features() {
        return feature + 1;
    }

    /** All tiles, meshed on the calling thread. */
    public LayerMesh mesh() {
        return mesh(new ArrayList<>());
    }

    /** As {@link #mesh()}, with what was left out. */
    public LayerMesh mesh(List<MeshIssues> issues) {
        LayerMesher mesher = new LayerMesher(Runnable::run, Progress.NONE, tile -> { });
        mesher.add(MeshPlan.of(set(), features()), 0);
        issues.add(mesher.issues());
        return mesher.finish("test");
    }

    /** Sum of the areas of a tile's triangles, by the cross product. */
    public static double area(TileMesh tile) {
        double sum = 0;
        for (int t = 0; t < tile.triangleCount(); t++) {
            double[] n = cross(tile, t);
            sum += Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]) / 2;
        }
        return sum;
    }

    /** Volume enclosed by a tile's triangles: sum of the tetrahedra over the frame's origin. */
    public static double volume(TileMesh tile) {
        double sum = 0;
        for (int t = 0; t < tile.triangleCount(); t++) {
            double[] n = cross(tile, t);
            int a = 3 * tile.corners()[3 * t];
            sum += (n[0] * tile.points()[a] + n[1] * tile.points()[a + 1] + n[2] * tile.points()[a + 2]) / 6;
        }
        return sum;
    }

    /** Twice the area vector of a triangle. */
    public static double[] cross(TileMesh tile, int t) {
        float[] p = tile.points();
        int a = 3 * tile.corners()[3 * t];
        int b = 3 * tile.corners()[3 * t + 1];
        int c = 3 * tile.corners()[3 * t + 2];
        double ux = p[b] - p[a];
        double uy = p[b + 1] - p[a + 1];
        double uz = p[b + 2] - p[a + 2];
        double vx = p[c] - p[a];
        double vy = p[c + 1] - p[a + 1];
        double vz = p[c + 2] - p[a + 2];
        return new double[] {uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx};
    }
}
