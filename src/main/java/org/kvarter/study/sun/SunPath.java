package org.kvarter.study.sun;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.kvarter.energy.Sun;

/**
 * Where the sun stands through the hours of a rule: the day in steps, each counted as its middle. Immutable.
 *
 * @param steps those in which the sun counts, in order of time
 */
public record SunPath(List<Step> steps) {

    /** Length of a step, minutes: hours come out true to about one step for each time a place goes in or out of shade. */
    public static final int STEP_MINUTES = 10;

    /** Steps of that length and longer are looked at by threes, shorter ones by fives. */
    private static final double SHORT_HOURS = 5.0 / 60 - 1e-9;

    /**
     * A step.
     *
     * @param time      its middle
     * @param direction unit vector towards the sun: east, north, up
     * @param hours     its length
     */
    public record Step(ZonedDateTime time, double[] direction, double hours) {
    }

    public SunPath {
        steps = List.copyOf(steps);
    }

    /**
     * The path over a place.
     *
     * @param zone      whose clock the rule's times are of
     * @param latitude  degrees north
     * @param longitude degrees east
     */
    public static SunPath of(SunRule rule, ZoneId zone, double latitude, double longitude) {
        return of(rule, zone, latitude, longitude, STEP_MINUTES);
    }

    /** As above, in other steps. @param stepMinutes 1 … 60 */
    public static SunPath of(SunRule rule, ZoneId zone, double latitude, double longitude, int stepMinutes) {
        List<Step> steps = new ArrayList<>();
        // Minutes that pass, not those on the clock: a day on which the clock is put forward has 23 hours.
        ZonedDateTime from = rule.day().atTime(rule.from()).atZone(zone);
        ZonedDateTime to = rule.toMinute() == 24 * 60 ? rule.day().plusDays(1).atStartOfDay(zone) : rule.day().atTime(rule.to()).atZone(zone);
        for (ZonedDateTime at = from; at.isBefore(to); at = at.plusMinutes(stepMinutes)) {
            ZonedDateTime end = at.plusMinutes(stepMinutes).isBefore(to) ? at.plusMinutes(stepMinutes) : to;
            double seconds = Duration.between(at, end).toSeconds();
            ZonedDateTime middle = at.plusSeconds((long) (seconds / 2));
            Sun sun = Sun.at(middle.toInstant(), latitude, longitude);
            if (sun.isUp() && sun.elevationDegrees() >= rule.leastDegrees()) {
                steps.add(new Step(middle, sun.direction(), seconds / 3600));
            }
        }
        return new SunPath(steps);
    }

    /**
     * Hours of sun at a place. Every third step is looked at, of steps shorter than five minutes every fifth, and those between where two
     * of them differ: what comes and goes within half an hour of ten-minute steps, or five minutes of one-minute steps, may be passed over.
     *
     * @param shines whether the sun of a step reaches the place past all that is solid, by number of the step
     * @param place  east, north, up
     * @param trees  what they let through counts by its share
     */
    double hours(IntPredicate shines, double[] place, TreeShade trees) {
        double[] shares = shares(shines);
        trees.dim(place, shares);
        double hours = 0;
        for (int i = 0; i < shares.length; i++) {
            hours += shares[i] * steps.get(i).hours();
        }
        return hours;
    }

    private double[] shares(IntPredicate shines) {
        double[] shares = new double[steps.size()];
        int stride = steps.isEmpty() || steps.get(0).hours() >= SHORT_HOURS ? 3 : 5;
        boolean before = false;
        int from = 0;
        for (int next = 0; from < steps.size(); next = Math.min(next + stride, steps.size() - 1)) {
            boolean now = shines.test(next);
            for (int i = from; i < next; i++) {
                shares[i] = (now == before ? now : shines.test(i)) ? 1 : 0;
            }
            shares[next] = now ? 1 : 0;
            before = now;
            from = next + 1;
        }
        return shares;
    }

    /** Hours of sun that an open place has. */
    public double hours() {
        return steps.stream().mapToDouble(Step::hours).sum();
    }
}
