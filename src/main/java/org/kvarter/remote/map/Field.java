package org.kvarter.remote.map;

/**
 * Something that records hold.
 *
 * @param pointer  from a record
 * @param kind     what it looks like
 * @param sample   the first value, shortened
 * @param present  number of looked-at records that have it
 * @param distinct number of different values among them
 */
public record Field(String pointer, Kind kind, String sample, int present, int distinct) {

    /** What a field looks like. */
    public enum Kind {
        NUMBER, TEXT, TRUTH, TIME, GEOMETRY
    }

    /** Its own name: the last step of the pointer, or the one before where that says nothing ({@code /temperature/value}). */
    public String name() {
        String[] steps = pointer.split("/");
        String last = steps[steps.length - 1];
        boolean hollow = last.equals("value") || last.equals("object") || last.matches("\\d+");
        return hollow && steps.length > 2 ? steps[steps.length - 2] : last;
    }
}
