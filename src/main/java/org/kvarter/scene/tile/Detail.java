package org.kvarter.scene.tile;

import org.kvarter.model.Bounds;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.scene.camera.Projection;

/** Levels of detail of a tile, finest first: how far its surfaces may be off. */
enum Detail {
    FULL(0), HALF_METRE(0.5), METRE(1), TWO_METRES(2), FOUR_METRES(4), EIGHT_METRES(8);

    /** What is off by no more than this on the screen is not seen; most is off by much less. */
    private static final double PIXELS = 1;
    /** A level is kept while it fits so nearly, lest a camera that hovers about a limit flips it. */
    private static final double LENIENCE = 1.15;

    private final double tolerance;

    Detail(double tolerance) {
        this.tolerance = tolerance;
    }

    /** How far a surface may be off, metres; 0 where nothing is left out. */
    double tolerance() {
        return tolerance;
    }

    /** The coarsest level whose loss is not seen in a box this far away; {@code now} where that is nearly it, {@code null} for none yet. */
    static Detail of(Bounds box, Projection projection, Detail now) {
        double unseen = PIXELS * projection.metresPerPixel(distance(projection.pose(), box));
        Detail best = FULL;
        for (Detail level : values()) {
            if (level.tolerance <= unseen) {
                best = level;
            }
        }
        boolean near = now != null && now.ordinal() == best.ordinal() + 1 && now.tolerance <= unseen * LENIENCE;
        return near ? now : best;
    }

    /** From the eye to the nearest place of a box, metres; 0 within it. */
    static double distance(CameraPose pose, Bounds box) {
        double e = Math.max(0, Math.max(box.minEast() - pose.east(), pose.east() - box.maxEast()));
        double n = Math.max(0, Math.max(box.minNorth() - pose.north(), pose.north() - box.maxNorth()));
        double u = Math.max(0, Math.max(box.minUp() - pose.up(), pose.up() - box.maxUp()));
        return Math.sqrt(e * e + n * n + u * u);
    }
}
