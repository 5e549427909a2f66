package org.kvarter.scene.camera;

/**
 * A person on foot: stands on floors, steps and ground, steps up what is low, slides along walls, falls where nothing carries. Feels the
 * world with rays only. Mutable; one thread.
 *
 * <p>Walls are what a ray meets above the height of a step; a slope is thereby climbed up to some 50 degrees. A person is as wide as a
 * door leaves room for.
 */
final class Walker {

    /** Height of a walker's eyes over the feet, metres. */
    static final double EYE = 1.65;
    /** What is no higher than this is stepped onto, metres. */
    static final double STEP = 0.55;
    /** Half the width of a person, metres; the camera sees nothing nearer than 0.3 m. */
    static final double RADIUS = 0.36;
    private static final double STRIDE = 0.15;
    private static final double FOOT = 0.2;
    private static final double GRAVITY = 9.81;
    private static final double FASTEST_FALL = 20;
    private static final double DEEPEST = 400;
    /** Eyes follow the feet on stairs within about this time, seconds. */
    private static final double SOFT = 0.09;
    private static final double[] LEVELS = {STEP + 0.05, 1.1, EYE};
    private static final double[] TURNS = {0, 15, -15, 30, -30, 45, -45, 60, -60, 75, -75};
    private static final int AROUND = 12;

    private final Surroundings world;
    private double east;
    private double north;
    private double feet;
    private double eye;
    private double fall;

    Walker(Surroundings world) {
        this.world = world;
    }

    /** Puts the feet somewhere; they find the floor below with time. */
    void place(double newEast, double newNorth, double newFeet) {
        east = newEast;
        north = newNorth;
        feet = newFeet;
        eye = newFeet + EYE;
        fall = 0;
    }

    double east() {
        return east;
    }

    double north() {
        return north;
    }

    double feet() {
        return feet;
    }

    /** Height of the eyes, a little behind the feet's. */
    double eye() {
        return eye;
    }

    /** Goes as far of a way as walls allow, along them where they do not. */
    void go(double dEast, double dNorth) {
        double length = Math.hypot(dEast, dNorth);
        int strides = (int) Math.ceil(length / STRIDE);
        for (int k = 0; k < strides; k++) {
            stride(dEast / length, dNorth / length, length / strides);
        }
    }

    private void stride(double ahead, double aside, double length) {
        for (double turn : TURNS) {
            double cos = Math.cos(Math.toRadians(turn));
            double sin = Math.sin(Math.toRadians(turn));
            double[] way = {ahead * cos + aside * sin, aside * cos - ahead * sin, 0};
            double part = length * cos; // what of the stride goes along a wall so turned
            if (isFree(way, part)) {
                east += way[0] * part;
                north += way[1] * part;
                break;
            }
        }
        keepClear();
        stand();
    }

    /** Whether a body as wide as a person fits through. */
    private boolean isFree(double[] way, double length) {
        for (double level : LEVELS) {
            for (int side = -1; side <= 1; side++) {
                double off = side * RADIUS * 0.92;
                double[] from = {east - way[1] * off, north + way[0] * off, feet + level};
                double reach = length + (side == 0 ? RADIUS : 0.1);
                if (world.clear(from, way, reach) < reach) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Away from what is nearer than half a width, as when one slides along at a sharp angle. */
    private void keepClear() {
        double pushEast = 0;
        double pushNorth = 0;
        for (double level : LEVELS) {
            for (int k = 0; k < AROUND; k++) {
                double angle = 2 * Math.PI * k / AROUND;
                double[] way = {Math.sin(angle), Math.cos(angle), 0};
                double deep = RADIUS - world.clear(new double[] {east, north, feet + level}, way, RADIUS);
                if (deep > Math.hypot(pushEast, pushNorth)) {
                    pushEast = -way[0] * deep;
                    pushNorth = -way[1] * deep;
                }
            }
        }
        double push = Math.hypot(pushEast, pushNorth);
        if (push > 1e-6) {
            double[] back = {pushEast / push, pushNorth / push, 0};
            double room = world.clear(new double[] {east, north, feet + LEVELS[0]}, back, push + RADIUS) - RADIUS;
            double part = Math.max(0, Math.min(push, room)); // between two walls nobody is pushed into the other
            east += back[0] * part;
            north += back[1] * part;
        }
    }

    /** Steps up, or down what is no deeper than a step. */
    private void stand() {
        double floor = floor();
        if (floor > feet - STEP - 1e-9) {
            feet = floor;
            fall = 0;
        }
    }

    /** The highest floor under the feet that one could step on; a gap narrower than a foot is none. */
    private double floor() {
        double best = below(0, 0);
        for (int k = 0; k < 4; k++) {
            double angle = k * Math.PI / 2;
            best = Math.max(best, below(FOOT * Math.sin(angle), FOOT * Math.cos(angle)));
        }
        return best;
    }

    private double below(double dEast, double dNorth) {
        double[] from = {east + dEast, north + dNorth, feet + STEP};
        double deep = world.clear(from, new double[] {0, 0, -1}, DEEPEST);
        return deep < DEEPEST ? from[2] - deep : world.groundAt(from[0], from[1]);
    }

    /** Time goes by: what hangs in the air falls, eyes come after the feet. */
    void rest(double seconds) {
        double floor = floor();
        if (floor >= feet - 1e-6) {
            feet = Math.min(floor, feet + STEP);
            fall = 0;
        } else {
            fall = Math.min(FASTEST_FALL, fall + GRAVITY * seconds);
            feet = Math.max(floor, feet - fall * seconds);
        }
        eye += (feet + EYE - eye) * (1 - Math.exp(-seconds / SOFT));
        if (Math.abs(feet + EYE - eye) < 1e-3) {
            eye = feet + EYE;
        }
    }
}
