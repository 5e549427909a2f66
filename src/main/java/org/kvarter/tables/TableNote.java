package org.kvarter.tables;

/**
 * Something that was recognised, for people to see and to overrule.
 *
 * @param topic    what it is about
 * @param sentence in the display language of the time it was opened
 */
public record TableNote(Topic topic, String sentence) {

    /** What a note is about. */
    public enum Topic {
        FORMAT, ENCODING, DELIMITER, DECIMAL, HEADER, LAYOUT, TIME, UNIT, CAUTION
    }
}
