package org.kvarter.remote.layer;

import com.fasterxml.jackson.databind.JsonNode;
import org.kvarter.geo.Geocentric;

/** Whether tiles of 3D Tiles reach into an area, by the volumes around them (OGC 22-025r4, 7.4). Generous: what cannot be told does. Stateless. */
final class TileReach {

    /** No change, by columns. */
    static final double[] IDENTITY = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};

    private static final double RADIUS = 6_378_137;

    private TileReach() {
    }

    /** A transform and one within it; four by four numbers by columns. */
    static double[] times(double[] outer, JsonNode inner) {
        if (inner.size() != 16) {
            return outer;
        }
        double[] result = new double[16];
        for (int c = 0; c < 4; c++) {
            for (int r = 0; r < 4; r++) {
                for (int k = 0; k < 4; k++) {
                    result[4 * c + r] += outer[4 * k + r] * inner.get(4 * c + k).asDouble();
                }
            }
        }
        return result;
    }

    /** Whether a tile may have something in an area. @param above transform of the tiles above it; @param area {@code null} for everywhere */
    static boolean touches(JsonNode tile, double[] above, Area area) {
        JsonNode volume = tile.path("boundingVolume");
        if (area == null) {
            return true;
        }
        JsonNode region = volume.path("region");
        if (region.size() == 6) { // radians, whatever the transform
            return Math.toDegrees(region.get(0).asDouble()) <= area.east() && Math.toDegrees(region.get(2).asDouble()) >= area.west()
                    && Math.toDegrees(region.get(1).asDouble()) <= area.north() && Math.toDegrees(region.get(3).asDouble()) >= area.south();
        }
        double[] transform = times(above, tile.path("transform"));
        JsonNode box = volume.path("box");
        JsonNode ball = box.size() == 12 ? box : volume.path("sphere");
        if (ball.size() != 12 && ball.size() != 4) {
            return true;
        }
        double radius = 0;
        for (int axis = 3; axis < ball.size(); axis += 3) {
            radius += ball.size() == 4 ? ball.get(3).asDouble() : Math.sqrt(square(ball.get(axis)) + square(ball.get(axis + 1)) + square(ball.get(axis + 2)));
        }
        radius *= Math.cbrt(Math.abs(volumeOf(transform)));
        double[] at = new double[3];
        for (int r = 0; r < 3; r++) {
            at[r] = transform[12 + r];
            for (int k = 0; k < 3; k++) {
                at[r] += transform[4 * k + r] * ball.get(k).asDouble();
            }
        }
        if (Math.hypot(Math.hypot(at[0], at[1]), at[2]) < 0.9 * RADIUS) {
            return true; // not on the earth: a model of its own metres
        }
        Geocentric.toGeographic(at);
        double longitude = at[0];
        double latitude = at[1];
        double north = Math.toDegrees(radius / RADIUS) + 0.001;
        double east = north / Math.max(0.01, Math.cos(Math.toRadians(latitude)));
        return longitude - east <= area.east() && longitude + east >= area.west() && latitude - north <= area.north() && latitude + north >= area.south();
    }

    private static double square(JsonNode n) {
        return n.asDouble() * n.asDouble();
    }

    private static double volumeOf(double[] m) {
        return m[0] * (m[5] * m[10] - m[6] * m[9]) - m[4] * (m[1] * m[10] - m[2] * m[9]) + m[8] * (m[1] * m[6] - m[2] * m[5]);
    }
}
