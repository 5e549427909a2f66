package org.kvarter.app.studio;

import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;

/**
 * Waits for the first full frame of what is being loaded, in its home view. JavaFX thread only.
 */
final class FirstFrame extends AnimationTimer {

    /** JavaFX begins a frame while it still draws the last one, but no two: then the full one is on the screen. */
    private static final int FRAMES_UNTIL_DRAWN = 2;

    private final Twin twin;
    private final CompletableFuture<?> load;
    private final CompletableFuture<Long> shown;
    private boolean home;
    private int full;

    /**
     * @param load  what is being loaded; where it fails there is nothing to wait for
     * @param shown gets {@link System#nanoTime} of when the frame was on the screen
     */
    FirstFrame(Twin twin, CompletableFuture<?> load, CompletableFuture<Long> shown) {
        this.twin = twin;
        this.load = load;
        this.shown = shown;
    }

    @Override
    public void handle(long now) {
        boolean there = !twin.session().district().layers().isEmpty();
        if (there && !home) {
            home = true;
            twin.view().camera().jumpTo(twin.view().camera().homePose());
        } else {
            full = there && twin.view().isFirstFrameComplete() ? full + 1 : 0;
        }
        if (full > FRAMES_UNTIL_DRAWN || load.isCompletedExceptionally() || load.isDone() && !there) {
            stop();
            shown.complete(System.nanoTime());
        }
    }
}
