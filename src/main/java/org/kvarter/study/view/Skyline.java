package org.kvarter.study.view;

import java.util.Arrays;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.Terrain;
import org.kvarter.study.StudySite;
import org.kvarter.task.Progress;

/**
 * The outline of what stands against the sky, all around an eye. Arrays are not copied.
 *
 * <p>Over a direction the highest angle of a triangle lies on one of its edges, so that edges alone are looked at, and exactly; a spire
 * thinner than a step is one step wide.
 *
 * @param buildings elevation of solids by direction, degrees; NaN where none stands
 * @param land      elevation of the land, degrees; NaN where there is none
 */
public record Skyline(float[] buildings, float[] land) {

    /** Directions in a full turn: every quarter of a degree from north on, clockwise. */
    public static final int STEPS = 1440;

    private static final double NEAREST = 0.05;

    /** Degrees clockwise from north of a direction. */
    public static double azimuth(int step) {
        return 360.0 * step / STEPS;
    }

    /**
     * The skyline around an eye. For a worker; a second for a million triangles.
     *
     * @throws org.kvarter.task.WorkCancelledException when cancelled
     */
    public static Skyline of(StudySite site, Eye eye, Progress progress) {
        float[] buildings = new float[STEPS];
        Arrays.fill(buildings, Float.NaN);
        for (StudySite.Solid solid : site.solids()) {
            for (TileMesh tile : solid.mesh().tiles()) {
                progress.checkCancelled();
                for (int p = 0; p < tile.parts().size(); p++) {
                    if (!solid.gone().get(tile.parts().feature()[p])) {
                        for (int t = tile.firstTriangle(p); t < tile.partTriangleEnds()[p]; t++) {
                            triangle(tile, t, eye, buildings);
                        }
                    }
                }
            }
        }
        return new Skyline(buildings, site.terrain().map(t -> land(t, eye)).orElseGet(() -> none()));
    }

    private static float[] none() {
        float[] none = new float[STEPS];
        Arrays.fill(none, Float.NaN);
        return none;
    }

    private static void triangle(TileMesh tile, int triangle, Eye eye, float[] out) {
        double[][] p = new double[3][3];
        for (int k = 0; k < 3; k++) {
            int at = 3 * tile.corners()[3 * triangle + k];
            p[k][0] = tile.points()[at] - eye.east();
            p[k][1] = tile.points()[at + 1] - eye.north();
            p[k][2] = tile.points()[at + 2] - eye.up();
        }
        for (int k = 0; k < 3; k++) {
            corner(p[k], out);
            edge(p[k], p[(k + 1) % 3], out);
        }
    }

    private static void corner(double[] p, float[] out) {
        double flat = Math.hypot(p[0], p[1]);
        if (flat > NEAREST) {
            int step = (int) Math.floorMod(Math.round(Math.toDegrees(Math.atan2(p[0], p[1])) * STEPS / 360), (long) STEPS);
            raise(out, step, Math.atan2(p[2], flat));
        }
    }

    /** All directions an edge crosses: its place in the upright plane of each. */
    private static void edge(double[] a, double[] b, float[] out) {
        double from = Math.toDegrees(Math.atan2(a[0], a[1])) * STEPS / 360;
        double turn = Math.IEEEremainder(Math.toDegrees(Math.atan2(b[0], b[1])) * STEPS / 360 - from, STEPS);
        double low = Math.min(from, from + turn);
        double high = Math.max(from, from + turn);
        for (int step = (int) Math.ceil(low); step <= high; step++) {
            double angle = 2 * Math.PI * step / STEPS;
            double x = Math.sin(angle);
            double y = Math.cos(angle);
            double crossA = x * a[1] - y * a[0];
            double crossB = x * b[1] - y * b[0];
            double t = crossA == crossB ? 0 : crossA / (crossA - crossB);
            if (t >= -1e-9 && t <= 1 + 1e-9) {
                double flat = x * (a[0] + t * (b[0] - a[0])) + y * (a[1] + t * (b[1] - a[1]));
                if (flat > NEAREST) {
                    raise(out, Math.floorMod(step, STEPS), Math.atan2(a[2] + t * (b[2] - a[2]), flat));
                }
            }
        }
    }

    private static void raise(float[] out, int step, double radians) {
        float degrees = (float) Math.toDegrees(radians);
        if (!(out[step] >= degrees)) {
            out[step] = degrees;
        }
    }

    private static float[] land(Terrain terrain, Eye eye) {
        float[] land = none();
        double reach = Math.hypot(terrain.columns(), terrain.rows()) * terrain.cell();
        for (int step = 0; step < STEPS; step++) {
            double angle = 2 * Math.PI * step / STEPS;
            for (double d = 2 * terrain.cell(); d < reach; d += terrain.cell()) {
                double h = terrain.heightAt(eye.east() + d * Math.sin(angle), eye.north() + d * Math.cos(angle));
                if (!Double.isNaN(h)) {
                    raise(land, step, Math.atan2(h - eye.up(), d));
                }
            }
        }
        return land;
    }

    /** The higher of buildings and land; NaN where there is neither. */
    public float top(int step) {
        float b = buildings[step];
        float l = land[step];
        return Float.isNaN(b) ? l : Float.isNaN(l) ? b : Math.max(b, l);
    }
}
