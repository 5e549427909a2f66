package org.kvarter.study.sun;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;

/**
 * How much sun is wanted: so many hours on a day between two times. A façade meets the rule where its places do; a building where enough
 * of its façades does.
 *
 * @param text          what the rule is called, as people quote it; may be empty
 * @param day           the day
 * @param from          local time the sun counts from
 * @param to            local time it counts to; midnight is the end of the day; after {@code from}
 * @param hours         hours of sun wanted, 0 … 24
 * @param facadeShare   share of a building's façades that must have them, 0 … 1
 * @param leastDegrees  elevation below which the sun does not count, 0 … 60 degrees above the horizon
 */
public record SunRule(String text, LocalDate day, LocalTime from, LocalTime to, double hours, double facadeShare, double leastDegrees) {

    private static final int DAY = 24 * 60;

    public SunRule {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(day, "day");
        if (minutes(to, true) <= minutes(from, false)) {
            throw new IllegalArgumentException("the hours of a rule end after they begin");
        }
        if (!(hours >= 0 && hours <= 24) || !(facadeShare >= 0 && facadeShare <= 1) || !(leastDegrees >= 0 && leastDegrees <= 60)) {
            throw new IllegalArgumentException("hours 0 … 24, share 0 … 1, elevation 0 … 60 degrees");
        }
    }

    /** Two and a half hours on a day, whenever the sun is up, on half of the façades. */
    public static SunRule on(LocalDate day) {
        return new SunRule("", day, LocalTime.MIN, LocalTime.MIDNIGHT, 2.5, 0.5, 0);
    }

    /** Minute of the day the sun counts from, 0 … 1,439. */
    public int fromMinute() {
        return minutes(from, false);
    }

    /** Minute of the day it counts to, 1 … 1,440. */
    public int toMinute() {
        return minutes(to, true);
    }

    private static int minutes(LocalTime time, boolean end) {
        int minutes = time.toSecondOfDay() / 60;
        return end && minutes == 0 ? DAY : minutes;
    }

    /** This rule on another day. */
    public SunRule withDay(LocalDate other) {
        return new SunRule(text, other, from, to, hours, facadeShare, leastDegrees);
    }
}
