package org.kvarter.importing.pipeline;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.kvarter.geo.CoordinateTransform;
import org.kvarter.task.Progress;
import org.kvarter.task.WorkCancelledException;

/** Transforms long vertex arrays on the workers and the calling thread together. Thread-safe. */
final class ParallelPlace {

    private static final int CHUNK = 20_000;

    private final Executor workers;
    private final Progress progress;

    ParallelPlace(Executor workers, Progress progress) {
        this.workers = workers;
        this.progress = progress;
    }

    /** Transforms all of {@code 3 × n} coordinates in place. */
    void toLocal(CoordinateTransform transform, double[] xyz) {
        int count = xyz.length / 3;
        int chunks = (count + CHUNK - 1) / CHUNK;
        if (chunks <= 2) {
            transform.toLocal(xyz, 0, count);
            return;
        }
        AtomicInteger next = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(chunks);
        Runnable work = () -> {
            for (int c = next.getAndIncrement(); c < chunks; c = next.getAndIncrement()) {
                try {
                    if (!progress.isCancelled()) {
                        transform.toLocal(xyz, c * CHUNK, Math.min(CHUNK, count - c * CHUNK));
                    }
                } finally {
                    done.countDown();
                }
            }
        };
        workers.execute(work);
        work.run();
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkCancelledException();
        }
        progress.checkCancelled();
    }
}
