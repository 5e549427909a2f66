package org.kvarter.mesh.light;

import java.util.Optional;
import org.kvarter.mesh.TileMesh;
import org.kvarter.mesh.pick.RayIndex;
import org.kvarter.mesh.pick.TerrainCeiling;
import org.kvarter.mesh.pick.TerrainRays;
import org.kvarter.model.PartTable;
import org.kvarter.model.Terrain;
import org.kvarter.task.Progress;

/**
 * Computes the light on the parts of a tile. Immutable and thread-safe; the ray stages are for workers.
 *
 * <p>Two stages: {@link #direct} at once, from normals alone, then {@link #sunShare} and {@link #skyView} with rays against all that
 * stands around. When the sun moves only {@code sunShare} is asked for again.
 */
public final class LightBaker {

    /** Farthest that anything shades, metres. */
    private static final double FARTHEST = 4_000;

    /** Farthest that a neighbour dims the sky, metres. */
    private static final double NEIGHBOURHOOD = 60;

    /** Height at which a wall no longer feels the ground, metres. */
    private static final double FREE_HEIGHT = 25;

    private static final double FOOT = 0.75;

    private final RayIndex rays;
    private final RayIndex.Filter casters;
    private final Optional<Terrain> terrain;
    private final double summit;
    private final TerrainCeiling ceiling;

    /**
     * @param rays    everything that stands around
     * @param casters which of it casts shade
     * @param terrain ground that shades as well, where hills are high enough to matter
     */
    public LightBaker(RayIndex rays, RayIndex.Filter casters, Optional<Terrain> terrain) {
        this.rays = rays;
        this.casters = casters;
        this.terrain = terrain;
        this.summit = terrain.map(t -> t.bounds().maxUp()).orElse(Double.NaN);
        this.ceiling = terrain.map(TerrainCeiling::of).orElse(null);
    }

    /**
     * Light without shade: cosine of the sun, and the sky dimmed towards the foot of walls.
     *
     * @param sun unit vector towards the sun: east, north, up
     */
    public static PartLight direct(TileMesh tile, double[] sun) {
        return new PartLight(directSun(tile, sun), footSky(tile));
    }

    /** Cosine of the sun on each part, 0 where it looks away or the sun is below the horizon. */
    public static float[] directSun(TileMesh tile, double[] sun) {
        float[] n = tile.parts().normals();
        float[] share = new float[tile.parts().size()];
        if (sun[2] > 0) {
            for (int p = 0; p < share.length; p++) {
                share[p] = (float) Math.max(0, n[3 * p] * sun[0] + n[3 * p + 1] * sun[1] + n[3 * p + 2] * sun[2]);
            }
        }
        return share;
    }

    private static float[] footSky(TileMesh tile) {
        PartTable parts = tile.parts();
        float[] sky = new float[parts.size()];
        for (int from = 0; from < sky.length; ) {
            int to = from;
            float base = Float.POSITIVE_INFINITY;
            while (to < sky.length && parts.feature()[to] == parts.feature()[from]) {
                for (int i = 3 * tile.firstTriangle(to); i < 3 * tile.partTriangleEnds()[to]; i++) {
                    base = Math.min(base, tile.points()[3 * tile.corners()[i] + 2]);
                }
                to++;
            }
            for (int p = from; p < to; p++) {
                double up = parts.normals()[3 * p + 2];
                double height = Math.max(0, Math.min(1, (parts.centroids()[3 * p + 2] - base) / FREE_HEIGHT));
                double steep = 1 - Math.max(0, up);
                sky[p] = (float) ((0.5 + 0.5 * up) * (1 - steep * (1 - FOOT) * (1 - height)));
            }
            from = to;
        }
        return sky;
    }

    /**
     * Cosine of the sun on each part × the share of it that the sun reaches.
     *
     * @param sun unit vector towards the sun: east, north, up
     * @throws org.kvarter.task.WorkCancelledException when cancelled
     */
    public float[] sunShare(TileMesh tile, double[] sun, Progress progress) {
        float[] share = directSun(tile, sun);
        Samples samples = new Samples(tile);
        for (int p = 0; p < share.length; p++) {
            if (share[p] > 0.003f) {
                if ((p & 255) == 0) {
                    progress.checkCancelled();
                }
                samples.spread(p, 1);
                int open = 0;
                for (int i = 0; i < samples.count; i++) {
                    open += isShaded(samples.xyz, 3 * i, sun) ? 0 : 1;
                }
                share[p] *= (float) open / samples.count;
            }
        }
        return share;
    }

    /**
     * Whether something, or the land, stands between a place and the sun.
     *
     * @param xyz places, local metres
     * @param at  where in it the place begins
     * @param sun unit vector towards the sun, above the horizon
     */
    public boolean isShaded(double[] xyz, int at, double[] sun) {
        if (rays.any(xyz[at], xyz[at + 1], xyz[at + 2], sun[0], sun[1], sun[2], FARTHEST, casters)) {
            return true;
        }
        if (terrain.isEmpty()) {
            return false;
        }
        double ground = terrain.get().heightAt(xyz[at], xyz[at + 1]);
        // A place under the ground is not seen; shade it as the air above it.
        double up = Double.isNaN(ground) ? xyz[at + 2] : Math.max(xyz[at + 2], ground + 0.3);
        double reach = Math.min(FARTHEST, (summit - up) / sun[2]);
        return reach > 0 && ceiling.mayMeet(xyz[at], xyz[at + 1], up, sun, reach) && TerrainRays.nearest(terrain.get(), new double[] {xyz[at], xyz[at + 1], up}, sun, reach).isPresent();
    }

    /**
     * The sky seen from each part, neighbours within {@value #NEIGHBOURHOOD} m dimming it.
     *
     * @param raysPerPart directions tried per part, 4 … 32
     * @throws org.kvarter.task.WorkCancelledException when cancelled
     */
    public float[] skyView(TileMesh tile, int raysPerPart, Progress progress) {
        PartTable parts = tile.parts();
        float[] sky = new float[parts.size()];
        double[] way = new double[3];
        for (int p = 0; p < sky.length; p++) {
            if ((p & 255) == 0) {
                progress.checkCancelled();
            }
            float[] n = parts.normals();
            double up = n[3 * p + 2];
            int tried = 0;
            int open = 0;
            for (int i = 0; i < raysPerPart; i++) {
                cosineDirection(n, 3 * p, (i + 0.5) / raysPerPart, i * 0.6180339887498949 + p * 0.3819660112501051, way);
                if (way[2] > 0.02) {
                    tried++;
                    float[] c = parts.centroids();
                    open += rays.any(c[3 * p] + 0.05 * n[3 * p], c[3 * p + 1] + 0.05 * n[3 * p + 1], c[3 * p + 2] + 0.05 * up,
                            way[0], way[1], way[2], NEIGHBOURHOOD, casters) ? 0 : 1;
                }
            }
            double view = tried == 0 ? 0.5 : (double) open / tried;
            sky[p] = (float) ((0.5 + 0.5 * up) * (FOOT - 0.2 + (1.2 - FOOT) * view));
        }
        return sky;
    }

    /** A direction about a normal, as likely as light from there counts (Malley: a disc lifted to the hemisphere). */
    private static void cosineDirection(float[] n, int at, double radiusSquared, double turn, double[] out) {
        double r = Math.sqrt(radiusSquared);
        double angle = 2 * Math.PI * turn;
        double x = r * Math.cos(angle);
        double y = r * Math.sin(angle);
        double z = Math.sqrt(1 - radiusSquared);
        double nx = n[at];
        double ny = n[at + 1];
        double nz = n[at + 2];
        // Orthonormal basis without branches (Duff et al. 2017).
        double s = Math.copySign(1, nz);
        double a = -1 / (s + nz);
        double b = nx * ny * a;
        out[0] = x * (1 + s * nx * nx * a) + y * b + z * nx;
        out[1] = x * s * b + y * (s + ny * ny * a) + z * ny;
        out[2] = -x * s * nx - y * ny + z * nz;
    }
}
