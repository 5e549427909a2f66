package org.kvarter.mesh.light;

import java.util.Optional;
import org.kvarter.mesh.TileMesh;
import org.kvarter.mesh.pick.RayIndex;
import org.kvarter.model.Bounds;
import org.kvarter.model.PartTable;
import org.kvarter.model.SurfaceKind;
import org.kvarter.model.Terrain;

/** Projects tiles along the sun into a band of a shadow mask. One band, one thread. */
final class ShadowPainter {

    /** A lower sun casts shadows as if it stood here, degrees; bounds their length to 14 times the height. */
    private static final double LOWEST_SUN = 4;

    /** Level features lower than this cast none, metres. */
    private static final double LOWEST_CASTER = 0.3;

    /** How much lower than a tile's foot the terrain around may lie, metres. */
    private static final double DEEPEST_FALL = 100;

    private static final int MOST_STEPS = 10;

    private final CoverageBand band;
    private final double west;
    private final double north;
    private final double scale;
    private final double[] sun;
    private final Optional<Terrain> terrain;
    private final RayIndex.Filter casters;
    private final double slopeEast;
    private final double slopeNorth;
    private double minEast;
    private double maxEast;
    private double minNorth;
    private double maxNorth;
    private float[] flat = new float[2 * 1024];

    ShadowPainter(CoverageBand band, double west, double north, double cell, double[] sun, Optional<Terrain> terrain,
                  RayIndex.Filter casters) {
        this.band = band;
        this.west = west;
        this.north = north;
        this.scale = 1 / cell;
        this.sun = sun;
        this.terrain = terrain;
        this.casters = casters;
        double rise = Math.max(sun[2], Math.hypot(sun[0], sun[1]) * Math.tan(Math.toRadians(LOWEST_SUN)));
        this.slopeEast = -sun[0] / rise;
        this.slopeNorth = -sun[1] / rise;
    }

    /** Starts on some rows of a mask of {@code width} pixels. */
    void rows(int first, int count, int width) {
        minEast = west;
        maxEast = west + width / scale;
        maxNorth = north - first / scale;
        minNorth = north - (first + count) / scale;
    }

    void tile(String layerId, TileMesh tile) {
        Bounds b = tile.bounds();
        double reach = b.height() + (terrain.isPresent() ? DEEPEST_FALL : 0);
        if (outside(b.minEast() + Math.min(0, slopeEast * reach), b.minNorth() + Math.min(0, slopeNorth * reach),
                b.maxEast() + Math.max(0, slopeEast * reach), b.maxNorth() + Math.max(0, slopeNorth * reach))) {
            return;
        }
        PartTable parts = tile.parts();
        for (int from = 0; from < parts.size(); ) {
            int to = from + 1;
            while (to < parts.size() && parts.feature()[to] == parts.feature()[from]) {
                to++;
            }
            feature(layerId, tile, from, to);
            from = to;
        }
    }

    private boolean outside(double e0, double n0, double e1, double n1) {
        return e1 < minEast || e0 > maxEast || n1 < minNorth || n0 > maxNorth;
    }

    private void feature(String layerId, TileMesh tile, int from, int to) {
        float[] p = tile.points();
        int[] corners = tile.corners();
        int start = 3 * tile.firstTriangle(from);
        int end = 3 * tile.partTriangleEnds()[to - 1];
        int lowestPoint = Integer.MAX_VALUE;
        int highestPoint = 0;
        float foot = Float.POSITIVE_INFINITY;
        float top = Float.NEGATIVE_INFINITY;
        for (int i = start; i < end; i++) {
            int point = corners[i];
            lowestPoint = Math.min(lowestPoint, point);
            highestPoint = Math.max(highestPoint, point);
            float up = p[3 * point + 2];
            foot = Math.min(foot, up);
            top = Math.max(top, up);
        }
        if (top - foot < LOWEST_CASTER && liesFlat(tile.parts().kindOf(from))) {
            return;
        }
        project(p, lowestPoint, highestPoint, foot);
        float[] n = tile.parts().normals();
        for (int part = from; part < to; part++) {
            // Of a closed solid the sunny side alone casts the whole shadow.
            boolean sunny = n[3 * part] * sun[0] + n[3 * part + 1] * sun[1] + n[3 * part + 2] * sun[2] > 0;
            if (tile.closed() && !sunny || casters != RayIndex.Filter.ALL && !casters.sees(layerId, tile, part)) {
                continue;
            }
            for (int i = 3 * tile.firstTriangle(part); i < 3 * tile.partTriangleEnds()[part]; i += 3) {
                int a = 2 * (corners[i] - lowestPoint);
                int b = 2 * (corners[i + 1] - lowestPoint);
                int c = 2 * (corners[i + 2] - lowestPoint);
                band.triangle(flat[a], flat[a + 1], flat[b], flat[b + 1], flat[c], flat[c + 1]);
            }
        }
    }

    private static boolean liesFlat(SurfaceKind kind) {
        return switch (kind) {
            case WATER, LAND, STREET, GREEN, TERRAIN, RAIL -> true;
            default -> false;
        };
    }

    /** Pixels at which the sun throws the points {@code from … to} of a feature, whose own lie next to each other. */
    private void project(float[] p, int from, int to, double foot) {
        if (2 * (to - from + 1) > flat.length) {
            flat = new float[4 * (to - from + 1)];
        }
        for (int point = from; point <= to; point++) {
            double e = p[3 * point];
            double n = p[3 * point + 1];
            double up = p[3 * point + 2];
            double drop = Math.max(0, up - foot);
            if (terrain.isPresent()) {
                drop = fall(e, n, up, drop);
            }
            int at = 2 * (point - from);
            flat[at] = (float) ((e + slopeEast * drop - west) * scale);
            flat[at + 1] = (float) ((north - n - slopeNorth * drop) * scale);
        }
    }

    /** How far a ray falls before it meets the terrain, by fixed point: converges where the ground is gentler than the sun. */
    private double fall(double e, double n, double up, double guess) {
        double drop = guess;
        for (int i = 0; i < MOST_STEPS; i++) {
            double ground = terrain.get().heightAt(e + slopeEast * drop, n + slopeNorth * drop);
            double next = Double.isNaN(ground) ? drop : Math.max(0, up - ground);
            if (Math.abs(next - drop) < 0.02) {
                return next;
            }
            drop = next;
        }
        return Math.min(drop, guess + DEEPEST_FALL);
    }
}
