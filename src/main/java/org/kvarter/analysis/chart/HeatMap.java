package org.kvarter.analysis.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.kvarter.series.TimeAxis;

/**
 * A series by hour of the day and day, as clocks in a zone show them. The hour that is left out in spring has no value, the one that comes twice in
 * autumn the mean of both.
 *
 * @param first  the first day
 * @param days   how many there are
 * @param values 24 per day, NaN where missing; not copied
 */
public record HeatMap(LocalDate first, int days, double[] values) {

    /** Nothing. */
    public static final HeatMap NOTHING = new HeatMap(LocalDate.EPOCH, 0, new double[0]);
    private static final int MOST_DAYS = 3_660;

    /**
     * The map of a series.
     *
     * @param axis    when its values are
     * @param values  one per interval, NaN where missing
     * @param adds    whether values add up over time, as energies do: shorter intervals are summed to an hour, longer ones shared among their
     *                hours; other values are averaged
     * @param zone    whose clocks
     */
    public static HeatMap of(TimeAxis axis, double[] values, boolean adds, ZoneId zone) {
        LocalDate first = axis.start().atZone(zone).toLocalDate();
        long span = ChronoUnit.DAYS.between(first, axis.end().minusMillis(1).atZone(zone).toLocalDate()) + 1;
        int days = (int) Math.min(MOST_DAYS, span);
        double[] sum = new double[days * 24];
        int[] hours = new int[days * 24];
        Instant hour = axis.start().atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
        Instant end = axis.end();
        double perHour = Duration.ofHours(1).toMillis() / (double) axis.step().toMillis();
        for (; hour.isBefore(end); hour = hour.plus(1, ChronoUnit.HOURS)) {
            ZonedDateTime local = hour.atZone(zone);
            long day = ChronoUnit.DAYS.between(first, local.toLocalDate());
            double value = in(axis, values, hour, perHour, adds);
            if (day < days && !Double.isNaN(value)) {
                int cell = (int) day * 24 + local.getHour();
                sum[cell] += value;
                hours[cell]++;
            }
        }
        for (int cell = 0; cell < sum.length; cell++) {
            sum[cell] = hours[cell] == 0 ? Double.NaN : sum[cell] / hours[cell];
        }
        return new HeatMap(first, days, sum);
    }

    private static double in(TimeAxis axis, double[] values, Instant hour, double perHour, boolean adds) {
        int from = Math.max(0, axis.indexOf(hour));
        if (perHour <= 1) {
            return axis.indexOf(hour) < 0 || from >= values.length ? Double.NaN : adds ? values[from] * perHour : values[from];
        }
        double sum = 0;
        int present = 0;
        int end = Math.min(values.length, axis.indexOf(hour.plus(1, ChronoUnit.HOURS)));
        for (int i = from; i < end; i++) {
            if (!Double.isNaN(values[i])) {
                sum += values[i];
                present++;
            }
        }
        return present == 0 ? Double.NaN : adds ? sum : sum / present;
    }

    /** The value of an hour, 0 … 23, of a day; NaN where missing. */
    public double value(int day, int hour) {
        return values[day * 24 + hour];
    }

    /** The day of a number. */
    public LocalDate day(int day) {
        return first.plusDays(day);
    }

    /** The smallest value; NaN where there is none. */
    public double least() {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).min().orElse(Double.NaN);
    }

    /** The largest value; NaN where there is none. */
    public double most() {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElse(Double.NaN);
    }
}
