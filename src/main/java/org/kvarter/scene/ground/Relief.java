package org.kvarter.scene.ground;

import java.util.List;
import java.util.Optional;
import org.kvarter.mesh.pick.TerrainRays;
import org.kvarter.model.Bounds;
import org.kvarter.model.Terrain;
import org.kvarter.scene.pick.Pick;

/**
 * The shape of the ground, above and below water. Immutable and thread-safe.
 *
 * @param domain what is painted; beyond it lies the far land
 * @param land   heights of the land, carried on under the water from the nearest shore, so that it can be cut along the shore line;
 *               {@code null} for a level plane
 * @param seen   heights of what one sees: land, or the water's level; {@code null} for a level plane
 * @param plane  height of the plane, and of places beyond all data
 * @param waters sheets of water that cut the land; empty on a plane
 */
record Relief(Bounds domain, Terrain land, Terrain seen, double plane, List<WaterBody> waters) {

    /** So far beyond the terrain's edge the far plane begins, metres. */
    private static final double LEVELS_WITHIN = 80;

    Relief {
        waters = List.copyOf(waters);
    }

    /** Height of the land, also where water lies over it. */
    double landAt(double east, double north) {
        return land == null ? plane : clamped(land, east, north);
    }

    /** Whether water lies over a place. */
    boolean isWater(double east, double north) {
        return seen != land && Math.abs(heightAt(east, north) - landAt(east, north)) > 0.02
                && waters.stream().anyMatch(w -> Math.abs(w.level() - heightAt(east, north)) < 0.02);
    }

    /** Height of what one sees and stands on. */
    double heightAt(double east, double north) {
        return seen == null ? plane : clamped(seen, east, north);
    }

    /** How much a place belongs to the district: 1 within, falling to 0 at the edge of what is known. */
    double belonging(double east, double north) {
        double inside = Math.min(Math.min(east - domain.minEast(), domain.maxEast() - east),
                Math.min(north - domain.minNorth(), domain.maxNorth() - north));
        double t = Math.max(0, Math.min(1, inside / fade()));
        return t * t * (3 - 2 * t);
    }

    /** Width of the strip along the edge in which the district fades into the far land, metres. */
    double fade() {
        return Math.min(70, 0.06 * Math.max(domain.width(), domain.depth()));
    }

    Optional<Terrain> visibleTerrain() {
        return Optional.ofNullable(seen);
    }

    /** Where a ray meets the ground from above; beyond the terrain a plane. {@code null} where it does not. */
    Pick hit(double[] o, double[] d, double reach) {
        if (seen != null) {
            var distance = TerrainRays.nearest(seen, o, d, reach);
            if (distance.isPresent()) {
                return pick(o, d, distance.getAsDouble());
            }
        }
        if (d[2] < -1e-6) {
            double distance = (plane - o[2]) / d[2];
            if (distance > 0 && distance < reach) {
                return pick(o, d, distance);
            }
        }
        return null;
    }

    private static Pick pick(double[] o, double[] d, double at) {
        return new Pick(null, -1, o[0] + at * d[0], o[1] + at * d[1], o[2] + at * d[2], at);
    }

    /** Height of a terrain; beyond its edge the edge's height, going over into the plane. */
    private double clamped(Terrain t, double east, double north) {
        double e = Math.max(t.west(), Math.min(t.west() + (t.columns() - 1) * t.cell() * (1 - 1e-9), east));
        double n = Math.max(t.south(), Math.min(t.south() + (t.rows() - 1) * t.cell() * (1 - 1e-9), north));
        double up = t.heightAt(e, n);
        double beyond = Math.min(1, Math.hypot(east - e, north - n) / LEVELS_WITHIN);
        return beyond == 0 ? up : up + (plane - up) * beyond * beyond * (3 - 2 * beyond);
    }
}
