package org.kvarter.importing.osm;

/**
 * Metres east and north of a place on the WGS 84 ellipsoid, by the length of a degree there; good for the extent of a building.
 *
 * @param longitude      degrees of the origin
 * @param latitude       degrees of the origin
 * @param metresPerEast  metres of a degree of longitude
 * @param metresPerNorth metres of a degree of latitude
 */
record LocalPlane(double longitude, double latitude, double metresPerEast, double metresPerNorth) {

    /** Footprints are kept on a grid of a tenth of a millimetre, so that what touches fits. */
    static final double GRID = 1e4;

    /** The plane at a place. The lengths are the usual series for the ellipsoid (for instance in "Length of a degree", NGA). */
    static LocalPlane at(double longitude, double latitude) {
        double phi = Math.toRadians(Math.max(-89, Math.min(89, latitude)));
        double east = 111_412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi);
        double north = 111_132.954 - 559.822 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi);
        return new LocalPlane(longitude, latitude, east, north);
    }

    double x(double lon) {
        return Math.rint((lon - longitude) * metresPerEast * GRID) / GRID + 0.0; // no negative zero: corners are keys
    }

    double y(double lat) {
        return Math.rint((lat - latitude) * metresPerNorth * GRID) / GRID + 0.0;
    }

    double lon(double x) {
        return longitude + x / metresPerEast;
    }

    double lat(double y) {
        return latitude + y / metresPerNorth;
    }
}
