package org.kvarter.ui.measure;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A measurement as it reads, in the display language.
 *
 * @param headline the result; empty where there is none yet
 * @param rows     what more is to say
 * @param remark   what a person should know of it; empty for nothing
 */
public record Reading(String headline, List<Row> rows, String remark) {

    /**
     * A named value.
     *
     * @param name  what it is
     * @param value number and unit
     */
    public record Row(String name, String value) {
    }

    /** Nothing to read. */
    public static final Reading NONE = new Reading("", List.of(), "");

    public Reading {
        rows = List.copyOf(rows);
    }

    public boolean isEmpty() {
        return headline.isEmpty() && rows.isEmpty();
    }

    /** As lines of text for a clipboard: name and value with a tab between them, so that a table takes them. */
    public String text(String title) {
        String first = headline.isEmpty() ? "" : title + "\t" + headline + "\n";
        return first + rows.stream().map(r -> r.name + "\t" + r.value + "\n").collect(Collectors.joining());
    }
}
