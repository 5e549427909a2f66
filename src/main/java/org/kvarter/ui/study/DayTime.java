package org.kvarter.ui.study;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/** Times of day as people write them. Stateless. */
final class DayTime {

    private DayTime() {
    }

    /** A time written as 8, 8:30, 08.30 or 24, which is midnight; {@code null} for what is none. */
    static LocalTime read(String written) {
        String t = written.strip().replace('.', ':');
        if (t.matches("\\d{1,2}")) {
            t += ":00";
        }
        if (t.equals("24:00")) {
            return LocalTime.MIDNIGHT;
        }
        try {
            return LocalTime.parse(t.length() == 4 ? "0" + t : t);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
