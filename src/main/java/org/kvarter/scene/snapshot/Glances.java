package org.kvarter.scene.snapshot;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.kvarter.scene.camera.CameraPose;

/**
 * Small pictures from where the camera is not, one per frame, of what is there anyway: nothing is loaded or sharpened for them, and the
 * screen does not change. JavaFX thread only.
 */
public final class Glances {

    /** Draws a picture from a pose. */
    @FunctionalInterface
    public interface Taker {
        Picture take(CameraPose pose, int width, int height);
    }

    private record Wanted(CameraPose pose, int width, int height, CompletableFuture<Picture> result) {
    }

    /** Frames the view must have been drawn in one window; a picture from its first frame in another shows bare ground. */
    private static final int FRAMES_AT_HOME = 3;

    private final Deque<Wanted> waiting = new ArrayDeque<>();
    private Object home;
    private int framesAtHome;

    /** Asks for a picture; cancel it where it is no longer of use. @param width 1 … 1,000 @param height 1 … 1,000 */
    public CompletableFuture<Picture> ask(CameraPose pose, int width, int height) {
        if (width < 1 || height < 1 || width > 1_000 || height > 1_000) {
            throw new IllegalArgumentException("a glance has 1 to 1,000 pixels each way");
        }
        Wanted wanted = new Wanted(pose, width, height, new CompletableFuture<>());
        waiting.add(wanted);
        return wanted.result;
    }

    /**
     * One frame in which a picture may be taken.
     *
     * @param window where the view is drawn; while it has just come there, none is taken
     */
    public void frame(Object window, Taker taker) {
        if (window != home) {
            home = window;
            framesAtHome = 0;
        }
        if (++framesAtHome <= FRAMES_AT_HOME) {
            return;
        }
        Wanted next = waiting.poll();
        while (next != null && next.result.isDone()) {
            next = waiting.poll();
        }
        if (next == null) {
            return;
        }
        try {
            next.result.complete(taker.take(next.pose, next.width, next.height));
        } catch (RuntimeException | OutOfMemoryError e) {
            next.result.completeExceptionally(e);
        }
    }
}
