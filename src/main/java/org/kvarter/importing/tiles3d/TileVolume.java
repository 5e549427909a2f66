package org.kvarter.importing.tiles3d;

import com.fasterxml.jackson.databind.JsonNode;
import org.kvarter.geo.Geocentric;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.models.Matrix;

/** What a tile's bounding volume tells: whether it may have anything in the box that is asked for, how far it is from an eye. Stateless. */
public final class TileVolume {

    /** Metres of a degree of latitude, rather too few. */
    private static final double DEGREE = 110_000;
    /** By this the measure of {@link #scale} is too long for a matrix that lengthens all alike. */
    private static final double SQRT3 = Math.sqrt(3);

    private TileVolume() {
    }

    /** What is asked for. */
    public interface Reach {

        /** Whether anything between these degrees in WGS 84 is wanted. */
        boolean accepts(double west, double south, double east, double north);

        /** The same of a tileset that stands nowhere on Earth, in its own metres. */
        default boolean acceptsMetres(double west, double south, double east, double north) {
            return accepts(west, south, east, north);
        }
    }

    /**
     * Asks a volume; one that is missing or unknown may hold anything.
     *
     * @param matrix from the tile's coordinates to the tileset's; regions are not moved by it
     */
    static boolean mayMeet(JsonNode volume, Matrix matrix, ReadOptions options) {
        return options.bbox().isEmpty() || mayMeet(volume, matrix, options::accepts);
    }

    /**
     * Asks a volume; one that is missing or unknown may hold anything (OGC 22-025r4, 7.4).
     *
     * @param matrix from the tile's coordinates to the tileset's; regions are not moved by it
     */
    public static boolean mayMeet(JsonNode volume, Matrix matrix, Reach reach) {
        JsonNode region = volume.path("region");
        if (region.size() == 6) {
            double west = degrees(region, 0);
            double east = degrees(region, 2);
            // a region across the antimeridian is not worth the trouble
            return west > east || reach.accepts(west, degrees(region, 1), east, degrees(region, 3));
        }
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
        double[] centre = centre(box.size() == 12 ? box : sphere, matrix);
        radius *= scale(matrix);
        if (!Double.isFinite(centre[0] + centre[1] + centre[2] + radius)) {
            return true;
        }
        if (!Geocentric.isNearSurface(centre[0], centre[1], centre[2])) {
            return radius > 1e6 || reach.acceptsMetres(centre[0] - radius, centre[1] - radius, centre[0] + radius, centre[1] + radius);
        }
        Geocentric.toGeographic(centre);
        double north = radius / DEGREE;
        double east = north / Math.max(0.01, Math.cos(Math.toRadians(centre[1])));
        return reach.accepts(centre[0] - east, centre[1] - north, centre[0] + east, centre[1] + north);
    }

    /**
     * How far a volume is from an eye, metres; 0 within it, and for one that is missing or unknown.
     *
     * @param matrix from the tile's coordinates to the tileset's; regions are not moved by it
     * @param eye    longitude, latitude and height for volumes that are earth-centred or regions, else in the tileset's metres
     */
    static double distance(JsonNode volume, Matrix matrix, double[] eye) {
        JsonNode region = volume.path("region");
        if (region.size() == 6) {
            double latitude = eye[1];
            double north = outside(latitude, degrees(region, 1), degrees(region, 3)) * DEGREE;
            double east = outside(eye[0], degrees(region, 0), degrees(region, 2)) * DEGREE * Math.cos(Math.toRadians(latitude));
            return Math.sqrt(north * north + east * east + square(outside(eye[2], region.path(4).asDouble(), region.path(5).asDouble())));
        }
        JsonNode box = volume.path("box");
        JsonNode sphere = volume.path("sphere");
        if (box.size() != 12 && sphere.size() != 4) {
            return 0;
        }
        double[] centre = centre(box.size() == 12 ? box : sphere, matrix);
        double[] from = eye.clone();
        // metres of a tileset's own do not go so far; the middle of a large part of the Earth lies well below its surface
        if (Math.sqrt(square(centre[0]) + square(centre[1]) + square(centre[2])) > 1e6) {
            Geocentric.toCentred(from);
        }
        double[] towards = {from[0] - centre[0], from[1] - centre[1], from[2] - centre[2]};
        double distance = box.size() == 12 ? fromBox(box, matrix, towards)
                : Math.max(0, Math.sqrt(square(towards[0]) + square(towards[1]) + square(towards[2])) - sphere.path(3).asDouble() * scale(matrix) / SQRT3);
        return Double.isFinite(distance) ? distance : 0;
    }

    /** The middle of a box or sphere in the tileset's coordinates. */
    private static double[] centre(JsonNode boxOrSphere, Matrix matrix) {
        double[] centre = {boxOrSphere.path(0).asDouble(), boxOrSphere.path(1).asDouble(), boxOrSphere.path(2).asDouble()};
        matrix.apply(centre);
        return centre;
    }

    /** The distance from a box to a point, given from the box's middle; half axes are taken as upright on each other. */
    private static double fromBox(JsonNode box, Matrix matrix, double[] towards) {
        double inside = 0;
        double all = 0;
        double[] m = matrix.m();
        for (int axis = 0; axis < 3; axis++) {
            double x = box.path(3 + 3 * axis).asDouble();
            double y = box.path(4 + 3 * axis).asDouble();
            double z = box.path(5 + 3 * axis).asDouble();
            double length = 0;
            double along = 0;
            for (int k = 0; k < 3; k++) {
                double half = m[4 * k] * x + m[4 * k + 1] * y + m[4 * k + 2] * z;
                length += half * half;
                along += half * towards[k];
                all += axis == 0 ? square(towards[k]) : 0;
            }
            length = Math.sqrt(length);
            along = length > 0 ? Math.abs(along) / length : 0;
            inside += square(along) - square(Math.max(0, along - length));
        }
        return Math.sqrt(Math.max(0, all - inside));
    }

    private static double outside(double value, double least, double most) {
        return least > most ? 0 : Math.max(0, Math.max(least - value, value - most));
    }

    private static double square(double value) {
        return value * value;
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
