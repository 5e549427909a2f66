package org.kvarter.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.model.LocalFrame;

/** Against GeoTools' transverse Mercator, whose series is right to some millimetres, and against the length of the meridian. */
class UtmPlaceTest {

    @ParameterizedTest
    @CsvSource({"18.07, 59.33, EPSG:25834", "8.436539, 49.100435, EPSG:25832", "5.33, 60.39, EPSG:25832", "-87.639, 41.874, EPSG:32616",
        "151.2, -33.87, EPSG:32756", "-179.9, 10, EPSG:32601", "0.001, 51.5, EPSG:25831", "12, 0.5, EPSG:32633"})
    void agreesWithGeoTools(double longitude, double latitude, String crs) throws CrsException {
        CoordinateTransform transform = new CoordinateSystems().toFrame("EPSG:4326", new LocalFrame(crs, 0, 0, 0));
        double step = 1e-4;
        double[] places = {longitude, latitude, 0, longitude, latitude + step, 0};
        transform.toLocal(places, 0, 2);

        UtmPlace place = UtmPlace.of(longitude, latitude);

        assertThat(place.crs()).isEqualTo(crs);
        assertThat(place.east()).isCloseTo(places[0], within(0.006));
        assertThat(place.north()).isCloseTo(places[1], within(0.006));
        assertThat(place.convergence()).isCloseTo(Math.atan2(places[3] - places[0], places[4] - places[1]), within(1e-6));
        assertThat(place.scale()).isBetween(0.9995, 1.0011);
    }

    /** On the central meridian the northing is 0.9996 of the arc from the equator, here by Simpson's rule. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 30, 49.1, 59.33, 83})
    void isAsFarNorthAsTheMeridianIsLong(double latitude) {
        double f = 1 / 298.257222101;
        double e2 = f * (2 - f);
        int n = 2000;
        double h = Math.toRadians(latitude) / n;
        double sum = 0;
        for (int i = 0; i <= n; i++) {
            double sin = Math.sin(i * h);
            sum += (i == 0 || i == n ? 1 : i % 2 == 1 ? 4 : 2) * 6_378_137 * (1 - e2) / Math.pow(1 - e2 * sin * sin, 1.5);
        }

        assertThat(UtmPlace.of(15, latitude).north()).isCloseTo(0.9996 * sum * h / 3, within(1e-4));
        assertThat(UtmPlace.of(15, latitude).east()).isCloseTo(500_000, within(1e-6));
        assertThat(UtmPlace.of(15, latitude).scale()).isCloseTo(0.9996, within(1e-7));
    }
}
