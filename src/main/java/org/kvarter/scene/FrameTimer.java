package org.kvarter.scene;

import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;

/** Calls once per frame with the seconds since the last one, at most a tenth so that nothing leaps after a pause. */
final class FrameTimer extends AnimationTimer {

    private static final double LONGEST = 0.1;

    private final DoubleConsumer frame;
    private long last;

    FrameTimer(DoubleConsumer frame) {
        this.frame = frame;
    }

    @Override
    public void handle(long now) {
        double seconds = last == 0 ? 0 : Math.min(LONGEST, (now - last) * 1e-9);
        last = now;
        frame.accept(seconds);
    }

    @Override
    public void stop() {
        last = 0;
        super.stop();
    }
}
