package org.kvarter.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeocentricTest {

    /** Axes of the ellipsoid (WGS 84), and the worked example of IOGP guidance note 7-2, 4.1.1: 53°48'33.82" N, 2°07'46.38" E, 73.0 m. */
    @ParameterizedTest
    @CsvSource({"6378137, 0, 0, 0, 0, 0", "0, 6378137, 0, 90, 0, 0", "0, 0, 6356752.314245, 0, 90, 0", "0, 0, -6356752.314245, 0, -90, 0",
        "3771793.968, 140253.342, 5124304.349, 2.12955, 53.80939444, 73.0"})
    void turnsKnownPlaces(double x, double y, double z, double longitude, double latitude, double height) {
        double[] place = {x, y, z};
        double[] back = {longitude, latitude, height};
        Geocentric.toCentred(back);
        assertThat(back).containsExactly(place, within(0.02));
        assertThat(Geocentric.isNearSurface(x, y, z)).isTrue();
        Geocentric.toGeographic(place);
        assertThat(place[0]).isCloseTo(longitude, within(1e-7));
        assertThat(place[1]).isCloseTo(latitude, within(1e-7));
        assertThat(place[2]).isCloseTo(height, within(2e-3));
    }

    @Property(tries = 300)
    void comesBackFromTheClosedFormula(@ForAll @DoubleRange(min = -180, max = 180) double longitude, @ForAll @DoubleRange(min = -90, max = 90) double latitude,
                                       @ForAll @DoubleRange(min = -500, max = 9000) double height) {
        double l = Math.toRadians(longitude);
        double p = Math.toRadians(latitude);
        double f = 1 / 298.257223563;
        double e2 = f * (2 - f);
        double n = 6_378_137 / Math.sqrt(1 - e2 * Math.pow(Math.sin(p), 2));
        double[] place = {(n + height) * Math.cos(p) * Math.cos(l), (n + height) * Math.cos(p) * Math.sin(l), (n * (1 - e2) + height) * Math.sin(p)};
        Geocentric.toGeographic(place);
        assertThat(Math.sin(Math.toRadians(place[0] - longitude)) * Math.cos(p)).isCloseTo(0, within(1e-14));
        assertThat(place[1]).isCloseTo(latitude, within(1e-11));
        assertThat(place[2]).isCloseTo(height, within(1e-6));
    }
}
