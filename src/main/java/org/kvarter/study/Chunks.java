package org.kvarter.study;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.kvarter.task.Progress;

/** Work cut into pieces that workers do a few at a time, so that other work comes between. Thread-safe. */
public final class Chunks {

    private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

    private Chunks() {
    }

    /**
     * Does all pieces.
     *
     * @param workers  one piece at a time is given to it, few at once
     * @param count    number of pieces
     * @param piece    does one; must not touch what another writes
     * @param progress told after each piece; when cancelled, no further piece begins
     * @return completes when all are done; exceptionally with the first failure, or with
     *         {@link org.kvarter.task.WorkCancelledException} when cancelled
     */
    public static CompletableFuture<Void> run(Executor workers, int count, IntConsumer piece, Progress progress) {
        CompletableFuture<Void> all = new CompletableFuture<>();
        if (count == 0) {
            all.complete(null);
            return all;
        }
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < Math.min(AT_ONCE, count); i++) {
            begin(workers, count, piece, progress, next, done, all);
        }
        return all;
    }

    private static void begin(Executor workers, int count, IntConsumer piece, Progress progress, AtomicInteger next, AtomicInteger done,
                              CompletableFuture<Void> all) {
        int number = next.getAndIncrement();
        if (number >= count || all.isDone()) {
            return;
        }
        workers.execute(() -> {
            try {
                progress.checkCancelled();
                piece.accept(number);
                int finished = done.incrementAndGet();
                progress.report((double) finished / count, "");
                if (finished == count) {
                    all.complete(null);
                }
            } catch (RuntimeException | OutOfMemoryError e) {
                all.completeExceptionally(e);
            }
            begin(workers, count, piece, progress, next, done, all);
        });
    }
}
