package org.kvarter.model;

import java.util.Objects;

/**
 * The district's own frame: metres east, north and up of an origin near the district, small enough for {@code float}.
 *
 * @param crs         horizontal coordinate reference system of the origin, as {@code EPSG:n} or WKT; projected, metres
 * @param originEast  easting of the origin in that system, metres
 * @param originNorth northing of the origin, metres
 * @param originHeight height of the origin in the height system of the data, metres
 */
public record LocalFrame(String crs, double originEast, double originNorth, double originHeight) {

    public LocalFrame {
        Objects.requireNonNull(crs, "crs");
        if (!Double.isFinite(originEast) || !Double.isFinite(originNorth) || !Double.isFinite(originHeight)) {
            throw new IllegalArgumentException("origin must be finite");
        }
    }

    /** Local x of an easting, metres. */
    public double toLocalEast(double easting) {
        return easting - originEast;
    }

    /** Local y of a northing, metres. */
    public double toLocalNorth(double northing) {
        return northing - originNorth;
    }

    /** Local z of a height, metres. */
    public double toLocalUp(double height) {
        return height - originHeight;
    }
}
