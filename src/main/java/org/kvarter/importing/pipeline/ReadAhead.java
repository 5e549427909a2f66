package org.kvarter.importing.pipeline;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.kvarter.importing.ElevationBatch;
import org.kvarter.importing.FlowBatch;
import org.kvarter.importing.ImageBatch;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.MovementBatch;
import org.kvarter.importing.SolidBatch;
import org.kvarter.importing.SourceDescription;
import org.kvarter.importing.VectorBatch;
import org.kvarter.importing.pipeline.SourceProbe.Chosen;
import org.kvarter.model.Diagnostic;
import org.kvarter.task.Progress;
import org.kvarter.task.WorkCancelledException;

/**
 * Reads one source on a thread of its own, a few batches ahead of the thread that places them. What comes is handed over in the order in
 * which it was read, so that the outcome is the same as without reading ahead. Where no thread has begun by the time the source is
 * wanted, {@link #deliver} reads it itself: nothing waits for a thread that never comes.
 */
final class ReadAhead implements LayerSink {

    /** Batches that may wait. */
    private static final int AHEAD = 2;
    private static final long PATIENCE_MILLIS = 50;

    private final Chosen file;
    private final Progress progress;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final BlockingQueue<Consumer<LayerSink>> queue = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(AHEAD);
    private Throwable failure;
    private volatile boolean ended;
    private volatile boolean stopped;

    ReadAhead(Chosen file, Progress progress) {
        this.file = file;
        this.progress = progress;
    }

    /** Reads, unless that has begun elsewhere. */
    void begin() {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        try {
            file.importer().read(file.head(), file.request().readOptions(), this, stoppable());
        } catch (ImportException | RuntimeException | Error e) {
            failure = e;
        } finally {
            ended = true;
        }
    }

    /** Hands everything to {@code sink} on the calling thread, as {@link org.kvarter.importing.Importer#read} does. */
    void deliver(LayerSink sink) throws ImportException {
        if (begun.compareAndSet(false, true)) {
            file.importer().read(file.head(), file.request().readOptions(), sink, stoppable());
            return;
        }
        while (true) {
            progress.checkCancelled();
            boolean last = ended;
            Consumer<LayerSink> next = last ? queue.poll() : poll();
            if (next != null) {
                next.accept(sink);
            } else if (last) {
                rethrow();
                return;
            }
        }
    }

    /** Asks the reading to end; what was not delivered is forgotten. */
    void stop() {
        stopped = true;
        begun.set(true);
        queue.clear();
    }

    private Consumer<LayerSink> poll() {
        try {
            return queue.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkCancelledException();
        }
    }

    private void rethrow() throws ImportException {
        if (failure instanceof ImportException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    private Progress stoppable() {
        return new Progress() {
            @Override
            public void report(double fraction, String message) {
                progress.report(fraction, message);
            }

            @Override
            public boolean isCancelled() {
                return stopped || progress.isCancelled();
            }
        };
    }

    /** Waits for room, so that a slow placing bounds what is held. */
    private void batch(Consumer<LayerSink> batch) {
        try {
            while (!room.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                stoppable().checkCancelled();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkCancelledException();
        }
        stoppable().checkCancelled();
        queue.add(sink -> {
            room.release();
            batch.accept(sink);
        });
    }

    @Override
    public void source(SourceDescription description) {
        queue.add(sink -> sink.source(description));
    }

    @Override
    public void solids(SolidBatch batch) {
        batch(sink -> sink.solids(batch));
    }

    @Override
    public void vectors(VectorBatch batch) {
        batch(sink -> sink.vectors(batch));
    }

    @Override
    public void elevation(ElevationBatch batch) {
        batch(sink -> sink.elevation(batch));
    }

    @Override
    public void image(ImageBatch batch) {
        batch(sink -> sink.image(batch));
    }

    @Override
    public void movement(MovementBatch batch) {
        batch(sink -> sink.movement(batch));
    }

    @Override
    public void flows(FlowBatch batch) {
        batch(sink -> sink.flows(batch));
    }

    @Override
    public void count(String type, int number) {
        queue.add(sink -> sink.count(type, number));
    }

    @Override
    public void diagnostic(Diagnostic diagnostic) {
        queue.add(sink -> sink.diagnostic(diagnostic));
    }
}
