package org.kvarter.sample;

import java.time.LocalDateTime;
import org.kvarter.sample.Draft.Function;

/**
 * A year of hourly electricity and heat for one building: a load shape by use, clock and calendar, heat by the weather, scaled to an
 * annual demand per floor area that follows from use, year of construction and energy class.
 */
final class Demand {
    /** Hourly shares of a household's electricity on a working day, local clock. */
    private static final double[] HOME = {.50, .45, .42, .41, .42, .50, .78, 1.0, .92, .76, .70, .72, .80, .76, .74, .82, 1.05, 1.45, 1.70, 1.72, 1.55, 1.30, .98, .68};
    private static final double[] HOME_WEEKEND = {.62, .52, .46, .43, .42, .44, .52, .68, .92, 1.15, 1.22, 1.22, 1.25, 1.20, 1.12, 1.12, 1.22, 1.48, 1.62, 1.60, 1.45, 1.25, 1.02, .78};
    private static final double[] OFFICE = {.30, .29, .28, .28, .29, .34, .55, 1.0, 1.55, 1.80, 1.85, 1.82, 1.70, 1.78, 1.80, 1.70, 1.40, .95, .62, .46, .40, .36, .33, .31};
    private static final double[] SHOP = {.34, .33, .33, .33, .34, .38, .50, .75, 1.05, 1.45, 1.60, 1.65, 1.70, 1.68, 1.66, 1.68, 1.72, 1.70, 1.50, 1.00, .60, .45, .38, .35};
    private static final double[] SCHOOL = {.25, .25, .25, .25, .26, .35, .80, 1.55, 2.15, 2.30, 2.30, 2.20, 2.10, 2.05, 1.80, 1.25, .80, .60, .55, .50, .40, .30, .26, .25};
    private static final double[] HOTEL = {.62, .56, .53, .52, .55, .72, 1.05, 1.35, 1.30, 1.10, 1.0, .98, 1.02, .98, .95, 1.0, 1.12, 1.30, 1.42, 1.45, 1.35, 1.18, .95, .75};
    private static final double[] CULTURE = {.30, .29, .28, .28, .28, .30, .36, .50, .70, 1.0, 1.25, 1.35, 1.40, 1.40, 1.38, 1.36, 1.35, 1.45, 1.62, 1.65, 1.50, 1.15, .70, .42};
    /** Hot water, local clock. */
    private static final double[] TAP = {.35, .22, .16, .14, .20, .65, 1.55, 1.90, 1.45, 1.05, .90, .85, .90, .85, .80, .90, 1.10, 1.40, 1.65, 1.75, 1.65, 1.45, 1.10, .68};

    /** More lamps in winter: a factor by day of the year. */
    private static final double[] DARKNESS = new double[366];

    static {
        for (int day = 0; day < DARKNESS.length; day++) {
            DARKNESS[day] = 1 + 0.16 * StrictMath.cos(2 * StrictMath.PI * (day - 3) / 365);
        }
    }

    private Demand() {
    }

    /** Annual electricity, kWh per m² floor area, without heat pumps. */
    static double electricityPerArea(Building b) {
        double use = switch (b.draft().function()) {
            case RESIDENTIAL -> 33;
            case MIXED -> 41;
            case VILLA -> 36;
            case ROW_HOUSE -> 35;
            case OFFICE -> 53;
            case RETAIL -> 58;
            case HOTEL -> 56;
            case SCHOOL -> 40;
            case PRESCHOOL -> 42;
            case CULTURE -> 45;
            case PARKING, ANCILLARY -> 31;
            case CHURCH -> 30;
        };
        return Math.max(30, Math.min(60, use * Dice.of(b.id() + " use").between(0.9, 1.12)));
    }

    /** Annual heat, space and tap water, kWh per m² floor area. */
    static double heatPerArea(Building b) {
        double[] byClass = {62, 72, 84, 103, 126, 150, 172};
        return byClass[b.energyClass().charAt(0) - 'A'] * Dice.of(b.id() + " heat").between(0.97, 1.04);
    }

    /** Hourly electricity, kWh. */
    static double[] electricity(Building b, Weather weather, double[] heat) {
        Dice dice = Dice.of(b.id() + " electricity");
        double homes = Math.max(1, b.apartments());
        double restless = b.draft().function().dwelling() ? Math.max(0.035, 0.32 / StrictMath.sqrt(homes)) : 0.035;
        double shift = dice.between(-0.5, 0.5);
        double drift = 0;
        double[] out = new double[Year.HOURS];
        for (int h = 0; h < out.length; h++) {
            LocalDateTime t = Year.local(h);
            drift = 0.55 * drift + 0.83 * dice.bell();
            out[h] = Math.max(0.08, shape(b.draft().function(), h, t, shift) * DARKNESS[h / 24] * (1 + restless * drift));
        }
        scale(out, electricityPerArea(b) * b.grossArea());
        if (b.heating().endsWith("heat pump")) {
            for (int h = 0; h < out.length; h++) {
                out[h] += heat[h] / cop(b.heating(), weather.temperature[h]);
            }
        }
        return out;
    }

    /** Coefficient of performance of a heat pump against the air temperature. */
    private static double cop(String heating, double celsius) {
        return heating.startsWith("ground") ? 3.3 + 0.015 * celsius : Math.max(1.7, 2.7 + 0.05 * celsius);
    }

    /** Hourly heat, kWh. */
    static double[] heat(Building b, Weather weather) {
        Function f = b.draft().function();
        double[] out = new double[Year.HOURS];
        if (b.heating().equals("none")) {
            return out;
        }
        Dice dice = Dice.of(b.id() + " warmth");
        boolean old = b.draft().year() < 1975;
        double balance = "ABC".contains(b.energyClass()) ? 13.5 : old ? 16.5 : 15.5;
        double lag = old ? 10 : 18;
        double felt = weather.temperature[0];
        double[] tap = new double[Year.HOURS];
        for (int h = 0; h < out.length; h++) {
            LocalDateTime t = Year.local(h);
            felt += (weather.temperature[h] - felt) / lag;
            double sun = weather.global[h] * (f.dwelling() ? 0.006 : 0.008);
            double draught = 1 + 0.018 * (weather.wind[h] - 3.5) * (old ? 1 : 0.4);
            double setback = f.dwelling() || f == Function.HOTEL ? (t.getHour() < 5 ? 0.93 : 1)
                    : Year.workday(h) && t.getHour() >= 5 && t.getHour() < 19 ? (t.getHour() < 8 ? 1.22 : 1.04) : 0.84;
            out[h] = Math.max(0, balance - felt - sun) * draught * setback * (1 + 0.02 * dice.bell());
            tap[h] = TAP[t.getHour()] * (1 - 0.8 * Year.away(t)) * (Year.workday(h) || f.dwelling() ? 1 : 0.5) * (1 + 0.06 * dice.bell());
        }
        double perArea = heatPerArea(b);
        double water = f.dwelling() || f == Function.HOTEL ? 24 : f == Function.CHURCH ? 2 : 7;
        scale(out, (perArea - water) * b.grossArea());
        scale(tap, water * b.grossArea());
        for (int h = 0; h < out.length; h++) {
            out[h] += tap[h];
        }
        return out;
    }

    private static double shape(Function f, int hour, LocalDateTime t, double shift) {
        boolean work = Year.workday(hour);
        boolean saturday = Year.saturday(t);
        double away = Year.away(t);
        double home = read(work ? HOME : HOME_WEEKEND, t, shift) * (1 - 0.55 * away);
        double office = work ? read(OFFICE, t, shift) * (1 - 0.6 * away) : read(OFFICE, t, shift) * 0.14 + 0.24;
        return switch (f) {
            case RESIDENTIAL, VILLA, ROW_HOUSE -> home;
            case MIXED -> 0.72 * home + 0.28 * shop(t, work, saturday, false, shift);
            case OFFICE -> office;
            case RETAIL -> shop(t, work, saturday, true, shift);
            case HOTEL -> read(HOTEL, t, shift) * (1 + 0.35 * away);
            case SCHOOL, PRESCHOOL -> Year.term(t) || f == Function.PRESCHOOL && work && away < 0.3 ? read(SCHOOL, t, 0) : 0.28;
            case CULTURE -> read(CULTURE, t, shift) * (work ? 0.9 : 1.25);
            case CHURCH -> 0.4 + (t.getDayOfWeek() == java.time.DayOfWeek.SUNDAY && t.getHour() >= 9 && t.getHour() < 13 ? 3 : 0) + (t.getHour() > 15 && t.getHour() < 22 ? 0.5 : 0);
            case ANCILLARY, PARKING -> 0.7 + 0.3 * home;
        };
    }

    /** Shops; the market hall is busiest on Friday and Saturday and closed on Sunday. */
    private static double shop(LocalDateTime t, boolean work, boolean saturday, boolean hall, double shift) {
        double open = read(SHOP, t, shift);
        double quiet = 0.36;
        double busy = work ? (hall && t.getDayOfWeek() == java.time.DayOfWeek.FRIDAY ? 1.18 : 1) : saturday ? (hall ? 1.22 : 0.95) : hall ? 0 : 0.7;
        return quiet + (open - quiet) * busy;
    }

    private static double read(double[] day, LocalDateTime t, double shift) {
        double at = t.getHour() + shift + 24;
        int i = (int) at;
        double f = at - i;
        return day[i % 24] * (1 - f) + day[(i + 1) % 24] * f;
    }

    private static void scale(double[] values, double total) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] *= total / sum;
        }
    }
}
