package org.kvarter.scene.texture;

import java.io.IOException;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.PhongMaterial;
import org.kvarter.model.Texture;
import org.kvarter.scene.palette.Argb;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures that are shown: each is decoded once on a worker, counted by its users and let go with the last. The more memory they take
 * together, the smaller new ones are made, so that a city of photographs fits. JavaFX thread only.
 */
public final class TextureStore {

    private static final Logger LOG = LoggerFactory.getLogger(TextureStore.class);

    /** Pixels all pictures may have together: a sixth of the heap at four bytes each. */
    private static final long PIXELS = Runtime.getRuntime().maxMemory() / 24;
    private static final int LARGEST = 4096;

    private static final class Entry {
        private int users;
        private boolean ready;
        private ShownTexture shown;
        private long pixels;
        private final List<Runnable> waiting = new ArrayList<>();
    }

    private record Decoded(Pixels pixels, Pixels small, boolean holes) {
    }

    private final Map<Texture, Entry> entries = new HashMap<>();
    private final AtomicLong used = new AtomicLong();

    /**
     * Counts a user of each picture and has those decoded that are not yet.
     *
     * @param done told on the JavaFX thread once all are there or known to be unusable
     */
    public void take(Collection<Texture> textures, Executor workers, Executor fx, Runnable done) {
        int[] left = {1};
        Runnable one = () -> {
            if (--left[0] == 0) {
                done.run();
            }
        };
        for (Texture texture : textures) {
            Entry entry = entries.get(texture);
            if (entry == null) {
                entry = new Entry();
                entries.put(texture, entry);
                start(texture, entry, workers, fx);
            }
            entry.users++;
            if (!entry.ready) {
                left[0]++;
                entry.waiting.add(one);
            }
        }
        one.run();
    }

    /** A picture that was taken; empty while it is on its way or where it cannot be read. */
    public Optional<ShownTexture> get(Texture texture) {
        return Optional.ofNullable(entries.get(texture)).map(entry -> entry.shown);
    }

    /** A user of each picture less. */
    public void release(Collection<Texture> textures) {
        for (Texture texture : textures) {
            Entry entry = entries.get(texture);
            if (entry != null && --entry.users == 0) {
                entries.remove(texture);
                used.addAndGet(-entry.pixels);
            }
        }
    }

    private void start(Texture texture, Entry entry, Executor workers, Executor fx) {
        workers.execute(() -> {
            Decoded decoded = decode(texture);
            fx.execute(() -> arrive(entry, decoded));
        });
    }

    private Decoded decode(Texture texture) {
        try {
            Pixels pixels = PictureReader.read(texture.image(), largest());
            used.addAndGet(pixels.argb().length);
            boolean holes = pixels.finish(texture);
            Pixels small = pixels.reduced();
            small = small == pixels ? new Pixels(small.width(), small.height(), small.argb().clone()) : small;
            for (int i = 0; holes && i < pixels.argb().length; i++) {
                pixels.argb()[i] = Argb.premultiplied(pixels.argb()[i]);
            }
            return new Decoded(pixels, small, holes);
        } catch (IOException | OutOfMemoryError e) {
            LOG.warn("Picture {} cannot be shown", texture.name(), e);
            return null;
        }
    }

    private int largest() {
        double share = (double) used.get() / PIXELS;
        return share < 0.5 ? LARGEST : share < 0.75 ? LARGEST / 4 : share < 0.9 ? LARGEST / 16 : LARGEST / 64;
    }

    private void arrive(Entry entry, Decoded decoded) {
        if (decoded != null && entry.users == 0) {
            used.addAndGet(-decoded.pixels.argb().length);
        } else if (decoded != null) {
            Pixels pixels = decoded.pixels;
            entry.pixels = pixels.argb().length;
            PhongMaterial material = new PhongMaterial(Color.WHITE);
            material.setDiffuseMap(new WritableImage(new PixelBuffer<>(pixels.width(), pixels.height(),
                    IntBuffer.wrap(pixels.argb()), PixelFormat.getIntArgbPreInstance())));
            material.setSpecularColor(Color.TRANSPARENT);
            entry.shown = new ShownTexture(material, decoded.small, decoded.holes);
        }
        entry.ready = true;
        List<Runnable> waiting = List.copyOf(entry.waiting);
        entry.waiting.clear();
        waiting.forEach(Runnable::run);
    }
}
