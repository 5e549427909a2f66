package org.kvarter.geo;

/**
 * Earth-centred, earth-fixed coordinates (EPSG:4978, WGS 84) as longitude, latitude and height above the ellipsoid. Stateless.
 *
 * <p>Bowring's formula with one refinement (B. R. Bowring, Transformation from spatial to geographical coordinates, Survey Review XXIII,
 * 1976); within ten kilometres of the ellipsoid it is exact to less than a micrometre.
 */
public final class Geocentric {

    private static final double A = 6_378_137;
    private static final double F = 1 / 298.257223563;
    private static final double B = A * (1 - F);
    private static final double E2 = F * (2 - F);
    private static final double SECOND_E2 = E2 / (1 - E2);
    /** Places on the Earth lie this far from its centre, metres. */
    private static final double LEAST = 6_300_000;
    private static final double MOST = 6_450_000;

    private Geocentric() {
    }

    /** Whether coordinates may be of a place near the Earth's surface. */
    public static boolean isNearSurface(double x, double y, double z) {
        double distance = Math.sqrt(x * x + y * y + z * z);
        return distance > LEAST && distance < MOST;
    }

    /** Turns x, y, z in metres into longitude and latitude in degrees and height in metres, in place. */
    public static void toGeographic(double[] xyz) {
        double x = xyz[0];
        double y = xyz[1];
        double z = xyz[2];
        double p = Math.hypot(x, y);
        double latitude = bowring(p, z, Math.atan2(z * A, p * B));
        latitude = bowring(p, z, Math.atan2(B * Math.sin(latitude), A * Math.cos(latitude)));
        double sine = Math.sin(latitude);
        double n = A / Math.sqrt(1 - E2 * sine * sine);
        // p cos φ + z sin φ is safe at poles and at the equator alike
        double height = p * Math.cos(latitude) + z * sine - A * A / n;
        xyz[0] = Math.toDegrees(Math.atan2(y, x));
        xyz[1] = Math.toDegrees(latitude);
        xyz[2] = height;
    }

    /** Turns longitude and latitude in degrees and height in metres into x, y, z in metres, in place. */
    public static void toCentred(double[] place) {
        double longitude = Math.toRadians(place[0]);
        double latitude = Math.toRadians(place[1]);
        double n = A / Math.sqrt(1 - E2 * Math.sin(latitude) * Math.sin(latitude));
        double p = (n + place[2]) * Math.cos(latitude);
        place[2] = ((1 - E2) * n + place[2]) * Math.sin(latitude);
        place[0] = p * Math.cos(longitude);
        place[1] = p * Math.sin(longitude);
    }

    private static double bowring(double p, double z, double reduced) {
        double s = Math.sin(reduced);
        double c = Math.cos(reduced);
        return Math.atan2(z + SECOND_E2 * B * s * s * s, p - E2 * A * c * c * c);
    }
}
