package org.kvarter.sample;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;

/** The hours of 2025 in UTC, with what people's clocks and calendars in Sweden say then. */
final class Year {
    /** Hours of the year. */
    static final int HOURS = 8760;
    private static final LocalDateTime START = LocalDateTime.of(2025, 1, 1, 0, 0);
    /** First hour of summer time: 30 March, 01:00 UTC. */
    private static final int SUMMER_BEGINS = (int) java.time.Duration.between(START, LocalDateTime.of(2025, 3, 30, 1, 0)).toHours();
    /** First hour of winter time: 26 October, 01:00 UTC. */
    private static final int SUMMER_ENDS = (int) java.time.Duration.between(START, LocalDateTime.of(2025, 10, 26, 1, 0)).toHours();
    /** Public holidays and their eves, month times 100 plus day. */
    private static final Set<Integer> HOLIDAYS = Set.of(101, 106, 418, 421, 501, 529, 606, 620, 1224, 1225, 1226, 1231);

    private static final LocalDateTime[] LOCAL = new LocalDateTime[HOURS];
    private static final boolean[] WORKDAY = new boolean[HOURS];

    static {
        for (int h = 0; h < HOURS; h++) {
            LOCAL[h] = START.plusHours(h + (h >= SUMMER_BEGINS && h < SUMMER_ENDS ? 2 : 1));
            WORKDAY[h] = workday(LOCAL[h]);
        }
    }

    private Year() {
    }

    /** The hour's start in UTC, for example {@code 2025-01-01T00:00Z}. */
    static String stamp(int hour) {
        return START.plusHours(hour).atOffset(ZoneOffset.UTC).toString();
    }

    /** The hour's start on the clock of Stockholm. */
    static LocalDateTime local(int hour) {
        return LOCAL[hour];
    }

    /** True from Monday to Friday where the hour's day is no public holiday. */
    static boolean workday(int hour) {
        return WORKDAY[hour];
    }

    private static boolean workday(LocalDateTime t) {
        return t.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !HOLIDAYS.contains(t.getMonthValue() * 100 + t.getDayOfMonth());
    }

    static boolean saturday(LocalDateTime t) {
        return t.getDayOfWeek() == DayOfWeek.SATURDAY;
    }

    /** True on days when schools teach. */
    static boolean term(LocalDateTime t) {
        int day = t.getMonthValue() * 100 + t.getDayOfMonth();
        boolean inTerm = day >= 108 && day <= 613 || day >= 819 && day <= 1219;
        boolean off = day >= 224 && day <= 228 || day >= 414 && day <= 421 || day >= 1027 && day <= 1031;
        return inTerm && !off && workday(t);
    }

    /** Share of people away on holiday, 0 to about 0.4. */
    static double away(LocalDateTime t) {
        int day = t.getMonthValue() * 100 + t.getDayOfMonth();
        return day >= 630 && day <= 803 ? 0.38 : day >= 620 && day <= 815 ? 0.2 : day >= 1223 ? 0.25 : 0;
    }
}
