package org.kvarter.geo;

/**
 * A place in the UTM zone it lies in, and how the grid lies there: for models that know only their latitude and longitude. By the Krüger
 * series to the fourth order (Karney 2011, eq. 35), right to a millimetre, without opening the EPSG database.
 *
 * @param crs         {@code EPSG:25832} and the like: ETRS89 in Europe, WGS 84 elsewhere
 * @param east        metres
 * @param north       metres
 * @param convergence radians from grid north clockwise to true north
 * @param scale       metres of the grid per metre on the ellipsoid
 */
public record UtmPlace(String crs, double east, double north, double convergence, double scale) {

    private static final double A = 6_378_137;
    private static final double F = 1 / 298.257222101;
    private static final double K0 = 0.9996;
    private static final double STEP = 1e-6;

    /**
     * The place of a longitude and latitude.
     *
     * @param longitude degrees east
     * @param latitude  degrees north, −84 … 84
     */
    public static UtmPlace of(double longitude, double latitude) {
        String crs = FrameChooser.utmZone(longitude, latitude);
        int zone = Integer.parseInt(crs.substring(crs.length() - 2));
        double falseNorthing = crs.startsWith("EPSG:327") ? 10_000_000 : 0;
        double away = Math.toRadians(Math.IEEEremainder(longitude - (6.0 * zone - 183), 360));
        double[] here = project(Math.toRadians(latitude), away);
        double[] up = project(Math.toRadians(latitude) + STEP, away);
        double de = up[0] - here[0];
        double dn = up[1] - here[1];
        double sin = Math.sin(Math.toRadians(latitude));
        double e2 = F * (2 - F);
        double meridianRadius = A * (1 - e2) / Math.pow(1 - e2 * sin * sin, 1.5);
        return new UtmPlace(crs, 500_000 + here[0], falseNorthing + here[1], Math.atan2(de, dn), Math.hypot(de, dn) / (meridianRadius * STEP));
    }

    private static double[] project(double latitude, double away) {
        double n = F / (2 - F);
        double radius = A / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64);
        double[] alpha = {n / 2 - 2 * n * n / 3 + 5 * n * n * n / 16 + 41 * n * n * n * n / 180,
            13 * n * n / 48 - 3 * n * n * n / 5 + 557 * n * n * n * n / 1440, 61 * n * n * n / 240 - 103 * n * n * n * n / 140,
            49_561 * n * n * n * n / 161_280};
        double sin = Math.sin(latitude);
        double c = 2 * Math.sqrt(n) / (1 + n);
        double t = Math.sinh(atanh(sin) - c * atanh(c * sin));
        double xi = Math.atan2(t, Math.cos(away));
        double eta = atanh(Math.sin(away) / Math.sqrt(1 + t * t));
        double east = eta;
        double north = xi;
        for (int j = 1; j <= 4; j++) {
            east += alpha[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
            north += alpha[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
        }
        return new double[] {K0 * radius * east, K0 * radius * north};
    }

    private static double atanh(double x) {
        return Math.log((1 + x) / (1 - x)) / 2;
    }
}
