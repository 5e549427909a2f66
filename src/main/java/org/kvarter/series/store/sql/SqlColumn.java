package org.kvarter.series.store.sql;

import java.util.Locale;

/**
 * A column of a table or view.
 *
 * @param name its name
 * @param type its type as the server names it
 */
public record SqlColumn(String name, String type) {

    /** What a column may serve for. */
    public enum Kind {
        /** A moment with its offset. */
        INSTANT,
        /** A date and time without one. */
        LOCAL_TIME, DATE, NUMBER, WHOLE_NUMBER, TEXT, GEOMETRY, OTHER
    }

    /** By the name of the type, of both engines. */
    public Kind kind() {
        String t = type.toLowerCase(Locale.ROOT);
        if (t.equals("timestamptz") || t.startsWith("timestamp") && t.contains("with time zone") && !t.contains("without")) {
            return Kind.INSTANT;
        }
        if (t.startsWith("timestamp")) {
            return Kind.LOCAL_TIME;
        }
        if (t.equals("date")) {
            return Kind.DATE;
        }
        if (t.matches("(small|big|)int(eger)?[248]?|tinyint|(small|big|)serial")) {
            return Kind.WHOLE_NUMBER;
        }
        if (t.matches("(float[48]?|real|double( precision)?|numeric|decimal)(\\(.*\\))?")) {
            return Kind.NUMBER;
        }
        if (t.matches("(text|varchar|bpchar|char|character( varying)?|name|uuid)(\\(.*\\))?")) {
            return Kind.TEXT;
        }
        return t.replace("\"", "").matches("(.*\\.)?(geometry|geography|sphericalgeography)(\\(.*\\))?") ? Kind.GEOMETRY : Kind.OTHER;
    }

    public boolean isTime() {
        return kind() == Kind.INSTANT || kind() == Kind.LOCAL_TIME || kind() == Kind.DATE;
    }

    public boolean isNumber() {
        return kind() == Kind.NUMBER || kind() == Kind.WHOLE_NUMBER;
    }
}
