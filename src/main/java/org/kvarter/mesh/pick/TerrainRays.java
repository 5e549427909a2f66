package org.kvarter.mesh.pick;

import java.util.OptionalDouble;
import org.kvarter.model.Terrain;

/**
 * Rays against the ground: walks the cells under a ray and solves for the bilinear surface of each exactly.
 */
public final class TerrainRays {

    private TerrainRays() {
    }

    /**
     * Distance to the ground along a ray, seen from either side; empty where it does not meet it. Cells without data are open.
     *
     * @param origin      east, north, up in local metres
     * @param direction   of any length but 0
     * @param maxDistance metres
     */
    public static OptionalDouble nearest(Terrain terrain, double[] origin, double[] direction, double maxDistance) {
        Ray ray = new Ray(origin[0], origin[1], origin[2], direction[0], direction[1], direction[2], maxDistance);
        double cell = terrain.cell();
        // Everything in cells from here on, but for the distance.
        double x = (ray.ox - terrain.west()) / cell;
        double y = (ray.oy - terrain.south()) / cell;
        double dx = ray.dx / cell;
        double dy = ray.dy / cell;
        double[] span = {0, maxDistance};
        if (!clip(x, dx, terrain.columns() - 1, span) || !clip(y, dy, terrain.rows() - 1, span)) {
            return OptionalDouble.empty();
        }
        int column = clamp((int) Math.floor(x + span[0] * dx), terrain.columns() - 2);
        int row = clamp((int) Math.floor(y + span[0] * dy), terrain.rows() - 2);
        double t = span[0];
        while (t <= span[1]) {
            double toColumn = dx > 0 ? (column + 1 - x) / dx : dx < 0 ? (column - x) / dx : Double.POSITIVE_INFINITY;
            double toRow = dy > 0 ? (row + 1 - y) / dy : dy < 0 ? (row - y) / dy : Double.POSITIVE_INFINITY;
            double end = Math.min(span[1], Math.min(toColumn, toRow));
            double hit = cell(terrain, column, row, x - column, y - row, dx, dy, ray, t, end);
            if (!Double.isNaN(hit)) {
                return OptionalDouble.of(hit);
            }
            if (end >= span[1]) {
                break;
            }
            if (toColumn <= toRow) {
                column += dx > 0 ? 1 : -1;
            } else {
                row += dy > 0 ? 1 : -1;
            }
            if (column < 0 || row < 0 || column > terrain.columns() - 2 || row > terrain.rows() - 2) {
                break;
            }
            t = Math.max(t, end);
        }
        return OptionalDouble.empty();
    }

    private static int clamp(int v, int max) {
        return Math.max(0, Math.min(max, v));
    }

    private static boolean clip(double start, double step, double max, double[] span) {
        if (step == 0) {
            return start >= 0 && start <= max;
        }
        double a = -start / step;
        double b = (max - start) / step;
        span[0] = Math.max(span[0], Math.min(a, b));
        span[1] = Math.min(span[1], Math.max(a, b));
        return span[0] <= span[1];
    }

    /** Height of ray over surface is a quadratic in the distance; its first root in from … to, or NaN. */
    private static double cell(Terrain terrain, int column, int row, double u, double v, double du, double dv, Ray ray, double from,
                               double to) {
        double h00 = terrain.post(column, row);
        double h10 = terrain.post(column + 1, row) - h00;
        double h01 = terrain.post(column, row + 1) - h00;
        double h11 = terrain.post(column + 1, row + 1) - h00 - h10 - h01;
        // Start from the entry, so that a far origin costs no digits.
        double us = u + from * du;
        double vs = v + from * dv;
        double a = -h11 * du * dv;
        double b = ray.dz - h10 * du - h01 * dv - h11 * (us * dv + vs * du);
        double c = ray.oz + from * ray.dz - h00 - h10 * us - h01 * vs - h11 * us * vs;
        double length = to - from;
        double slack = 1e-9 * (1 + length);
        double root = Double.NaN;
        if (Math.abs(a) * Math.max(1, length) < 1e-12 * Math.abs(b)) {
            root = -c / b;
        } else {
            double d = b * b - 4 * a * c;
            if (d >= 0) {
                double q = -0.5 * (b + Math.copySign(Math.sqrt(d), b));
                double r1 = q / a;
                double r2 = c / q;
                double low = Math.min(r1, r2);
                double high = Math.max(r1, r2);
                root = low >= -slack ? low : high;
            }
        }
        return root >= -slack && root <= length + slack ? from + Math.max(0, root) : Double.NaN;
    }
}
