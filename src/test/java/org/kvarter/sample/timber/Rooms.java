package org.kvarter.sample.timber;

/** Inner walls, doors and rooms of a storey: a hall in the south with the stairs, and rooms on either side of a corridor. */
final class Rooms {
    /** Where the hall ends, and the corridor's sides. */
    static final double HALL = 10;
    private static final double WEST = 5.18;
    private static final double EAST = 6.82;
    private static final double NORTH = TimberHouse.LENGTH - Wall.OUTER;
    private static final double INSIDE = Wall.OUTER;

    private Rooms() {
    }

    /**
     * Draws a storey's plan.
     *
     * @param number first digit of the rooms' numbers
     * @param south  inner face of the southern outer wall
     * @param height of the rooms
     * @param west   names of the rooms in the west from the south, between the walls at {@code atWest}
     */
    static void draw(Model m, Fittings fittings, Storey storey, int number, double south, double height, String hall, double[] atWest, String[] west, double[] atEast, String[] east) {
        Parts parts = new Parts(m);
        double right = TimberHouse.WIDTH - INSIDE;
        Fitting door = fittings.innerDoor(1.0, 2.1);
        Wall cross = Wall.inner("Hall wall", storey, Spot.at(INSIDE, HALL, 0), Wall.rectangle(right - INSIDE, height)).with((WEST + EAST) / 2 - INSIDE, 0, door);
        cross.draw(m);
        Wall left = Wall.inner("Corridor wall west", storey, Spot.heading(WEST + Wall.INNER, HALL + Wall.INNER, 0, 0, 1), Wall.rectangle(NORTH - HALL - Wall.INNER, height));
        Wall other = Wall.inner("Corridor wall east", storey, Spot.heading(EAST, HALL + Wall.INNER, 0, 0, 1), Wall.rectangle(NORTH - HALL - Wall.INNER, height));
        rooms(parts, m, storey, left, door, atWest, west, number * 100 + 10, INSIDE, WEST - INSIDE, height);
        rooms(parts, m, storey, other, door, atEast, east, number * 100 + 20, EAST, right - EAST, height);
        left.draw(m);
        other.draw(m);
        parts.room(storey, String.valueOf(number * 100 + 1), hall, INSIDE, south, right - INSIDE, HALL - south, height);
        parts.room(storey, String.valueOf(number * 100 + 2), "Corridor", WEST + Wall.INNER, HALL + Wall.INNER, EAST - WEST - 2 * Wall.INNER, NORTH - HALL - Wall.INNER, height);
    }

    private static void rooms(Parts parts, Model m, Storey storey, Wall corridor, Fitting door, double[] at, String[] names, int number, double x, double wide, double height) {
        double from = HALL + Wall.INNER;
        for (int i = 0; i < names.length; i++) {
            double to = i < at.length ? at[i] : NORTH;
            corridor.with((from + to) / 2 - HALL - Wall.INNER, 0, door);
            parts.room(storey, String.valueOf(number + i), names[i], x, from, wide, to - from, height);
            if (i < at.length) {
                Wall.inner("Partition " + (number + i), storey, Spot.at(x, to, 0), Wall.rectangle(wide, height)).draw(m);
                from = to + Wall.INNER;
            }
        }
    }
}
