package org.kvarter.importing.raster;

import java.awt.geom.AffineTransform;

/**
 * Where a raster lies.
 *
 * @param affine              six numbers, grid to source coordinates: cell (column, row) has its centre at (column + ½, row + ½)
 * @param crs                 coordinate reference system, empty where none is stated
 * @param metresPerHeightUnit to be multiplied with heights that come without a vertical system of their own
 * @param isAssumed           whether longitude and latitude of an unnamed sphere were taken for WGS 84
 */
record GeoReference(double[] affine, String crs, double metresPerHeightUnit, boolean isAssumed) {

    GeoReference withCrs(String other) {
        return new GeoReference(affine, other, metresPerHeightUnit, false);
    }

    /**
     * The affine of a raster that keeps every {@code step}-th cell from ({@code x}, {@code y}) on: the new cells have the kept
     * ones' centres.
     */
    static double[] thinned(double[] affine, double x, double y, double stepX, double stepY) {
        AffineTransform t = new AffineTransform(affine);
        t.translate(x + 0.5 - stepX / 2, y + 0.5 - stepY / 2);
        t.scale(stepX, stepY);
        double[] six = new double[6];
        t.getMatrix(six);
        return six;
    }

    /** Whether the six numbers are finite and span an area. */
    static boolean isUsable(double[] affine) {
        for (double v : affine) {
            if (!Double.isFinite(v)) {
                return false;
            }
        }
        return new AffineTransform(affine).getDeterminant() != 0;
    }
}
