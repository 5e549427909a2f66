package org.kvarter.mobility;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the day that stands for the others. Stateless. */
final class TypicalDay {

    private static final Set<DayOfWeek> ORDINARY = EnumSet.range(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY);
    /** Longer spans are looked at for so many days about their middle. */
    private static final int MOST_DAYS = 800;

    private TypicalDay() {
    }

    static LocalDate of(Timetable timetable, LocalDate first, LocalDate last) {
        LocalDate middle = LocalDate.ofEpochDay((first.toEpochDay() + last.toEpochDay()) / 2);
        LocalDate from = first.isBefore(middle.minusDays(MOST_DAYS / 2)) ? middle.minusDays(MOST_DAYS / 2) : first;
        LocalDate to = last.isAfter(middle.plusDays(MOST_DAYS / 2)) ? middle.plusDays(MOST_DAYS / 2) : last;
        Map<LocalDate, Integer> counts = new HashMap<>();
        from.datesUntil(to.plusDays(1)).forEach(d -> counts.put(d, timetable.runsOn(d)));
        List<Integer> ordinary = new ArrayList<>();
        counts.forEach((day, runs) -> {
            if (ORDINARY.contains(day.getDayOfWeek()) && runs > 0) {
                ordinary.add(runs);
            }
        });
        Comparator<LocalDate> nearest = Comparator.comparingLong(d -> Math.abs(d.toEpochDay() - middle.toEpochDay()));
        if (ordinary.isEmpty()) {
            return counts.keySet().stream().min(Comparator.<LocalDate>comparingInt(d -> -counts.get(d)).thenComparing(nearest)).orElse(middle);
        }
        ordinary.sort(null);
        int median = ordinary.get(ordinary.size() / 2);
        return counts.keySet().stream().filter(d -> ORDINARY.contains(d.getDayOfWeek()))
                .min(Comparator.<LocalDate>comparingInt(d -> Math.abs(counts.get(d) - median)).thenComparing(nearest)
                        .thenComparing(Comparator.naturalOrder())).orElse(middle);
    }
}
