package org.kvarter.ui.study;

import java.time.LocalDate;
import java.time.LocalTime;
import org.kvarter.study.sun.SunRule;

/**
 * Rules people quote, to begin from.
 *
 * <p>EN 17037:2018 (Daylight in buildings) recommends 1.5, 3 or 4 hours of sun on a day between 1 February and 21 March for at least one
 * habitable room; Boverket's advice <i>Solklart</i> (1991) five hours between 9 and 17 at the equinoxes for places to play and sit
 * outdoors.
 */
enum SunPreset {
    MARCH(0, 24, 2.5), EN_MINIMUM(0, 24, 1.5), EN_MEDIUM(0, 24, 3), EN_HIGH(0, 24, 4), SOLKLART(9, 17, 5);

    private final int from;
    private final int to;
    private final double hours;

    SunPreset(int from, int to, double hours) {
        this.from = from;
        this.to = to;
        this.hours = hours;
    }

    /** The rule in a year. @param text what it is called */
    SunRule rule(int year, String text) {
        return new SunRule(text, LocalDate.of(year, 3, 21), LocalTime.of(from, 0), LocalTime.of(to % 24, 0), hours, 0.5, 0);
    }
}
