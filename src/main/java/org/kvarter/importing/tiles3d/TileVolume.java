package org.kvarter.importing.tiles3d;

import com.fasterxml.jackson.databind.JsonNode;
import org.kvarter.geo.Geocentric;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.models.Matrix;

/** Whether a tile may have anything in the box that is asked for, by its bounding volume. Stateless. */
final class TileVolume {

    /** Metres of a degree of latitude, rather too few. */
    private static final double DEGREE = 110_000;

    private TileVolume() {
    }

    /**
     * Asks a volume; one that is missing or unknown may hold anything.
     *
     * @param matrix from the tile's coordinates to the tileset's; regions are not moved by it
     */
    static boolean mayMeet(JsonNode volume, Matrix matrix, ReadOptions options) {
        if (options.bbox().isEmpty()) {
            return true;
        }
        JsonNode region = volume.path("region");
        if (region.size() == 6) {
            double west = degrees(region, 0);
            double east = degrees(region, 2);
            // a region across the antimeridian is not worth the trouble
            return west > east || options.accepts(west, degrees(region, 1), east, degrees(region, 3));
        }
        double[] centre = new double[3];
        double radius;
        JsonNode box = volume.path("box");
        JsonNode sphere = volume.path("sphere");
        if (box.size() == 12) {
            double sum = 0;
            for (int i = 3; i < 12; i++) {
                sum += box.path(i).asDouble() * box.path(i).asDouble();
            }
            radius = Math.sqrt(sum);
        } else if (sphere.size() == 4) {
            radius = sphere.path(3).asDouble();
        } else {
            return true;
        }
        for (int k = 0; k < 3; k++) {
            centre[k] = (box.size() == 12 ? box : sphere).path(k).asDouble();
        }
        matrix.apply(centre);
        radius *= scale(matrix);
        if (!Double.isFinite(centre[0] + centre[1] + centre[2] + radius)) {
            return true;
        }
        if (!Geocentric.isNearSurface(centre[0], centre[1], centre[2])) {
            return radius > 1e6 || options.accepts(centre[0] - radius, centre[1] - radius, centre[0] + radius, centre[1] + radius);
        }
        Geocentric.toGeographic(centre);
        double north = radius / DEGREE;
        double east = north / Math.max(0.01, Math.cos(Math.toRadians(centre[1])));
        return options.accepts(centre[0] - east, centre[1] - north, centre[0] + east, centre[1] + north);
    }

    private static double degrees(JsonNode region, int at) {
        return Math.toDegrees(region.path(at).asDouble());
    }

    /** No less than the most that a matrix lengthens anything: the root of the sum of its squares. */
    private static double scale(Matrix matrix) {
        double sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += i % 4 == 3 ? 0 : matrix.m()[i] * matrix.m()[i];
        }
        return Math.sqrt(sum);
    }
}
