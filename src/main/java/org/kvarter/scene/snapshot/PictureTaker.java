package org.kvarter.scene.snapshot;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.kvarter.scene.camera.Projection;
import org.kvarter.scene.sky.SkyGradient;

/**
 * Takes pictures one after the other: while one is wanted, the view prepares for its size; when all is there, it is taken in parts and
 * put over the sky. JavaFX thread only.
 */
public final class PictureTaker {

    /** Frames drawn for a picture's size before "all is there" is believed. */
    private static final int FRAMES_BEFORE = 3;

    /** Draws one part of a projection on transparent ground. */
    @FunctionalInterface
    public interface PartCamera {
        WritableImage take(Projection whole, PictureParts.Part part);
    }

    private record Wanted(int width, int height, CompletableFuture<Picture> result) {
    }

    private final Deque<Wanted> waiting = new ArrayDeque<>();
    private int frames;

    /** Asks for a picture; the result comes on the JavaFX thread. @param width 1 … 20,000 @param height 1 … 20,000 */
    public CompletableFuture<Picture> ask(int width, int height) {
        if (width < 1 || height < 1 || width > 20_000 || height > 20_000 || (long) width * height > 200_000_000L) {
            throw new IllegalArgumentException("a picture has 1 to 20,000 pixels each way and at most 200 million");
        }
        Wanted wanted = new Wanted(width, height, new CompletableFuture<>());
        waiting.add(wanted);
        return wanted.result;
    }

    /** What to prepare for: the picture that is wanted, or else what is on the screen. */
    public Projection projection(Projection onScreen) {
        Wanted next = waiting.peek();
        return next == null ? onScreen : new Projection(onScreen.pose(), next.width, next.height, onScreen.fieldOfView());
    }

    /** One frame, after everything else: takes the picture when {@code settled}. */
    public void frame(Projection onScreen, boolean settled, PartCamera camera, Function<Projection, SkyGradient> sky) {
        Wanted next = waiting.peek();
        if (next == null) {
            return;
        }
        if (next.result.isDone()) {
            finish();
            return;
        }
        if (++frames < FRAMES_BEFORE || !settled) {
            return;
        }
        Projection whole = projection(onScreen);
        try {
            Picture picture = picture(whole, camera, sky.apply(whole));
            finish();
            next.result.complete(picture);
        } catch (RuntimeException | OutOfMemoryError e) {
            finish();
            next.result.completeExceptionally(e);
        }
    }

    private void finish() {
        waiting.poll();
        frames = 0;
    }

    /** Whether no picture is wanted. */
    public boolean isIdle() {
        return waiting.isEmpty();
    }

    /** A picture of a projection at once, over the sky. */
    public static Picture picture(Projection whole, PartCamera camera, SkyGradient sky) {
        int width = (int) whole.width();
        int height = (int) whole.height();
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            Arrays.fill(argb, y * width, (y + 1) * width, sky.argb(y + 0.5));
        }
        for (PictureParts.Part part : PictureParts.of(width, height)) {
            WritableImage image = camera.take(whole, part);
            int[] pixels = new int[part.width() * part.height()];
            image.getPixelReader().getPixels(0, 0, part.width(), part.height(), PixelFormat.getIntArgbPreInstance(), pixels, 0,
                    part.width());
            PictureParts.over(pixels, part, argb, width);
        }
        return new Picture(width, height, argb);
    }
}
