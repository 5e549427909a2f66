package org.kvarter.model;

/**
 * What of the twin is cut away, in the coordinates of the frame: east, north and height in metres. Immutable.
 */
public sealed interface Section {

    /**
     * A plane, everything beyond which is cut away: what is above a level one, what is to the right of an upright one.
     *
     * @param east      of a place on the plane
     * @param north     of that place
     * @param height    of that place; it tells where a level plane lies
     * @param direction of an upright plane seen from above, degrees clockwise from north
     * @param level     whether it is level rather than upright
     * @param flipped   whether the other side is cut away
     */
    record Plane(double east, double north, double height, double direction, boolean level, boolean flipped) implements Section {

        public Plane {
            finite(east, north, height, direction);
        }

        /** The same plane, the other side cut away. */
        public Plane flip() {
            return new Plane(east, north, height, direction, level, !flipped);
        }
    }

    /**
     * A box, everything outside of which is cut away.
     *
     * @param east   of its middle
     * @param north  of its middle
     * @param foot   height of its lower side
     * @param width  across, metres, &gt; 0
     * @param depth  along, metres, &gt; 0
     * @param tall   upwards, metres, &gt; 0
     * @param turn   degrees clockwise seen from above
     */
    record Box(double east, double north, double foot, double width, double depth, double tall, double turn) implements Section {

        public Box {
            finite(east, north, foot, turn);
            if (!(width > 0 && depth > 0 && tall > 0) || width + depth + tall == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("a box has a width, a depth and a height");
            }
        }
    }

    private static void finite(double... values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a section stands somewhere");
            }
        }
    }
}
