package org.kvarter.scene;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** A window for tests: starts JavaFX once, runs things on its thread, takes pictures. */
public final class FxStage {

    private static final AtomicBoolean STARTED = new AtomicBoolean();
    private Stage stage;

    public static void start() {
        if (STARTED.compareAndSet(false, true)) {
            try {
                Platform.startup(() -> Platform.setImplicitExit(false));
            } catch (IllegalStateException alreadyRunning) {
                // another test class has started it
            }
        }
    }

    public static <T> T on(Callable<T> work) {
        start();
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception | Error e) {
                result.completeExceptionally(e);
            }
        });
        return result.orTimeout(60, TimeUnit.SECONDS).join();
    }

    public static void run(Runnable work) {
        on(() -> {
            work.run();
            return null;
        });
    }

    void show(Parent content, int width, int height) {
        run(() -> {
            stage = new Stage();
            stage.setScene(new Scene(content, width, height));
            stage.show();
        });
    }

    void close() {
        run(() -> stage.close());
    }

    /** Waits until a condition of the JavaFX thread holds, then for the frames that show it. */
    public static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!on(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not settle within a minute");
            }
            pause(15);
        }
        pause(120);
    }

    public static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    WritableImage picture() {
        return on(() -> stage.getScene().snapshot(null));
    }

    public static void save(WritableImage image, File file) throws IOException {
        int w = (int) image.getWidth();
        int h = (int) image.getHeight();
        int[] argb = new int[w * h];
        image.getPixelReader().getPixels(0, 0, w, h, javafx.scene.image.PixelFormat.getIntArgbInstance(), argb, 0, w);
        BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        out.setRGB(0, 0, w, h, argb, 0, w);
        ImageIO.write(out, "png", file);
    }
}
