package org.kvarter.mesh.light;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.kvarter.mesh.TileMesh;
import org.kvarter.task.Progress;
import org.kvarter.task.WorkCancelledException;

/**
 * Refines the light of many tiles on workers, one job per tile, until cancelled or done. Thread-safe.
 */
public final class LightBake {

    private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

    /**
     * A tile and the light it has.
     *
     * @param layerId layer
     * @param tile    tile
     * @param light   light so far; its sky is kept where only the sun is asked for
     */
    public record Item(String layerId, TileMesh tile, PartLight light) {
    }

    /** Gets refined light on a worker, tile by tile; not after a cancel has returned true to {@code isCancelled}. */
    @FunctionalInterface
    public interface Receiver {
        void refined(Item item, PartLight light);
    }

    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final Progress progress = new Progress() {
        @Override
        public void report(double fraction, String message) {
        }

        @Override
        public boolean isCancelled() {
            return cancelled.get();
        }
    };

    /**
     * Starts refining.
     *
     * @param items    tiles, most wanted first
     * @param sun      unit vector towards the sun
     * @param skyRays  rays per part for the sky; 0 keeps the sky each item has
     * @param workers  one job per tile is given to it, few at a time, so that other work comes between
     * @param receiver gets each tile's light
     * @return to cancel it with
     */
    public static LightBake start(List<Item> items, LightBaker baker, double[] sun, int skyRays, Executor workers, Receiver receiver) {
        LightBake bake = new LightBake();
        Iterator<Item> queue = items.iterator();
        for (int i = 0; i < AT_ONCE; i++) {
            bake.next(queue, workers, item -> bake.refine(item, baker, sun, skyRays, receiver));
        }
        return bake;
    }

    private void next(Iterator<Item> queue, Executor workers, Consumer<Item> work) {
        Item item;
        synchronized (queue) {
            if (cancelled.get() || !queue.hasNext()) {
                return;
            }
            item = queue.next();
        }
        workers.execute(() -> {
            try {
                work.accept(item);
            } finally {
                next(queue, workers, work);
            }
        });
    }

    private void refine(Item item, LightBaker baker, double[] sun, int skyRays, Receiver receiver) {
        if (cancelled.get()) {
            return;
        }
        try {
            float[] share = baker.sunShare(item.tile(), sun, progress);
            float[] sky = skyRays > 0 ? baker.skyView(item.tile(), skyRays, progress) : item.light().sky();
            if (!cancelled.get()) {
                receiver.refined(item, new PartLight(share, sky));
            }
        } catch (WorkCancelledException e) {
            // Nobody wants it any more.
            return;
        }
    }

    /** Stops at the next check; what has been received stays valid. */
    public void cancel() {
        cancelled.set(true);
    }

    public boolean isCancelled() {
        return cancelled.get();
    }
}
