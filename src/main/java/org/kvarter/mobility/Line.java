package org.kvarter.mobility;

/**
 * A line of a timetable.
 *
 * @param id   as the source has it
 * @param name short name, or the long one where there is no short one
 * @param mode means of transport
 * @param argb colour
 */
public record Line(String id, String name, Mode mode, int argb) {
}
