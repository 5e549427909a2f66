package org.kvarter.scene.tile;

/**
 * Lets something happen at most once in a while, however often it is asked for: what refines a picture that is whole already need not
 * draw it anew for every little piece. Not thread-safe.
 */
public final class Beat {

    private final double seconds;
    private long last = System.nanoTime();
    private boolean hurried = true;

    /** @param seconds between two beats, at least */
    public Beat(double seconds) {
        this.seconds = seconds;
    }

    /** Whether it is time; if so, the next time comes after the interval. */
    public boolean isDue() {
        long now = System.nanoTime();
        if (!hurried && (now - last) / 1e9 < seconds) {
            return false;
        }
        hurried = false;
        last = now;
        return true;
    }

    /** The next time comes after the interval, counted from now. */
    public void restart() {
        hurried = false;
        last = System.nanoTime();
    }

    /** The next time is now. */
    public void hurry() {
        hurried = true;
    }
}
