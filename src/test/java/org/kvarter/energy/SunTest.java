package org.kvarter.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SunTest {

    /** Example of the Solar Position Algorithm's report (Reda and Andreas, NREL/TP-560-34302): azimuth 194.34°, zenith 50.11°. */
    @Test
    void agreesWithThePublishedExample() {
        Sun sun = Sun.at(Instant.parse("2003-10-17T19:30:30Z"), 39.742476, -105.1786);
        assertThat(sun.azimuthDegrees()).isEqualTo(194.34, within(0.02));
        assertThat(sun.elevationDegrees()).isEqualTo(90 - 50.11, within(0.05));
    }

    /** At solar noon of the solstice the sun stands at 90° − latitude + 23.44°. */
    @Test
    void midsummerNoonInStockholm() {
        Sun sun = Sun.at(Instant.parse("2025-06-21T10:50:00Z"), 59.33, 18.07);
        assertThat(sun.elevationDegrees()).isEqualTo(90 - 59.33 + 23.44, within(0.1));
        assertThat(sun.azimuthDegrees()).isEqualTo(180, within(1.5));
    }

    @Test
    void studioLightComesFromTheSouthWest() {
        double[] direction = Sun.STUDIO.direction();
        assertThat(direction[0]).isNegative();
        assertThat(direction[1]).isNegative();
        assertThat(Math.toDegrees(Math.asin(direction[2]))).isEqualTo(33, within(1e-9));
    }
}
