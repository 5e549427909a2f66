package org.kvarter.scene.tile;

/**
 * How many triangles a frame may attach: the same number per second whatever the frame rate, so that the district grows as fast where
 * drawing is slow. Not thread-safe.
 */
public final class AttachPace {

    private static final double TRIANGLES_PER_SECOND = 1_800_000;
    private static final double SHORTEST_SECONDS = 1 / 60.0;
    private static final double LONGEST_SECONDS = 0.4;

    private long lastFrame;

    /** The budget of the frame that begins now. */
    public double triangles() {
        long now = System.nanoTime();
        double seconds = (now - lastFrame) / 1e9;
        lastFrame = now;
        return TRIANGLES_PER_SECOND * Math.max(SHORTEST_SECONDS, Math.min(LONGEST_SECONDS, seconds));
    }
}
