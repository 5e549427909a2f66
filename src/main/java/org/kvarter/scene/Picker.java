package org.kvarter.scene;

import org.kvarter.mesh.TileMesh;
import org.kvarter.model.FeatureKey;
import org.kvarter.scene.camera.Projection;
import org.kvarter.scene.ground.GroundScene;
import org.kvarter.scene.pick.Pick;
import org.kvarter.scene.tile.SolidScene;
import org.kvarter.task.Tasks;

/** Rays through all visible solids and the ground. JavaFX thread only. */
final class Picker {

    private static final double REACH = 40_000;

    private final SolidScene solids;
    private final GroundScene ground;

    Picker(SolidScene solids, GroundScene ground, Tasks tasks) {
        this.solids = solids;
        this.ground = ground;
    }

    /** Solids have come, gone, or been shown or hidden. */
    public void changed() {
    }

    /** What is under a pixel; {@code null} in the sky. */
    public Pick pick(Projection projection, double x, double y) {
        var pose = projection.pose();
        return pick(new double[] {pose.east(), pose.north(), pose.up()}, projection.ray(x, y));
    }

    /** The first thing a ray meets; {@code null} where it meets nothing. */
    public Pick pick(double[] origin, double[] direction) {
        Pick nearest = ground.surface().hit(origin, direction, REACH);
        for (String layer : solids.layerIds()) {
            for (TileMesh tile : solids.visibleTiles(layer)) {
                nearest = nearer(nearest, layer, tile, origin, direction);
            }
        }
        return nearest;
    }

    private Pick nearer(Pick nearest, String layer, TileMesh tile, double[] o, double[] d) {
        double best = nearest == null ? REACH : nearest.distance();
        int triangle = -1;
        float[] p = tile.points();
        int[] c = tile.corners();
        for (int t = 0; t < tile.triangleCount(); t++) {
            double at = distance(p, 3 * c[3 * t], 3 * c[3 * t + 1], 3 * c[3 * t + 2], o, d);
            if (at < best) {
                best = at;
                triangle = t;
            }
        }
        if (triangle < 0) {
            return nearest;
        }
        int part = tile.partOfTriangle(triangle);
        return new Pick(new FeatureKey(layer, tile.parts().feature()[part]), tile.firstPart() + part, o[0] + best * d[0],
                o[1] + best * d[1], o[2] + best * d[2], best);
    }

    private static double distance(float[] p, int a, int b, int c, double[] o, double[] d) {
        double e1x = p[b] - p[a];
        double e1y = p[b + 1] - p[a + 1];
        double e1z = p[b + 2] - p[a + 2];
        double e2x = p[c] - p[a];
        double e2y = p[c + 1] - p[a + 1];
        double e2z = p[c + 2] - p[a + 2];
        double px = d[1] * e2z - d[2] * e2y;
        double py = d[2] * e2x - d[0] * e2z;
        double pz = d[0] * e2y - d[1] * e2x;
        double det = e1x * px + e1y * py + e1z * pz;
        if (Math.abs(det) < 1e-12) {
            return Double.POSITIVE_INFINITY;
        }
        double tx = o[0] - p[a];
        double ty = o[1] - p[a + 1];
        double tz = o[2] - p[a + 2];
        double u = (tx * px + ty * py + tz * pz) / det;
        double qx = ty * e1z - tz * e1y;
        double qy = tz * e1x - tx * e1z;
        double qz = tx * e1y - ty * e1x;
        double v = (d[0] * qx + d[1] * qy + d[2] * qz) / det;
        double t = (e2x * qx + e2y * qy + e2z * qz) / det;
        return u >= 0 && v >= 0 && u + v <= 1 && t > 1e-4 ? t : Double.POSITIVE_INFINITY;
    }
}
