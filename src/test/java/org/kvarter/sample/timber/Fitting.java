package org.kvarter.sample.timber;

/**
 * A kind of window or door.
 *
 * @param isDoor whether one walks through it
 * @param name   of the kind
 * @param width  of its opening, metres
 * @param height of its opening, metres
 * @param map    its shape: x along the wall, y inwards from the frame's face, z up
 * @param type   the IFC type
 * @param depth  of the frame's face behind the wall's, metres
 */
record Fitting(boolean isDoor, String name, double width, double height, String map, String type, double depth) {
}
