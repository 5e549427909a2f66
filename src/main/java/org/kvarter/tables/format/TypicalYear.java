package org.kvarter.tables.format;

import java.time.LocalDateTime;
import org.kvarter.tables.TableNote;
import org.kvarter.tables.TableOptions;
import org.kvarter.text.Texts;

/**
 * Moves a year that is put together of months of several years to one year, so that it is a year in time.
 *
 * @param year to which it is moved; 0 to leave times as they are
 */
record TypicalYear(int year) {

    static final TypicalYear AS_IS = new TypicalYear(0);

    /** Typical years have no leap day, so that a year without one is without a gap. */
    private static final int USUAL = 2025;
    private static final Texts TEXTS = Texts.in(TypicalYear.class);

    static TypicalYear of(TableOptions options) {
        int year = options.number(TableOptions.YEAR).orElse(USUAL);
        return new TypicalYear(year >= 1900 && year <= 2200 ? year : USUAL);
    }

    TableOptions into(TableOptions options) {
        return year == 0 ? options : options.with(TableOptions.YEAR, Integer.toString(year));
    }

    TableNote note() {
        return new TableNote(TableNote.Topic.TIME, TEXTS.get("typical.year", Integer.toString(year)));
    }

    /** The same day and time in the year; 29 February becomes 1 March where there is none. */
    LocalDateTime move(LocalDateTime time) {
        return year == 0 ? time : time.getMonthValue() == 2 && time.getDayOfMonth() == 29 && !java.time.Year.isLeap(year)
                ? LocalDateTime.of(year, 3, 1, time.getHour(), time.getMinute()) : time.withYear(year);
    }
}
