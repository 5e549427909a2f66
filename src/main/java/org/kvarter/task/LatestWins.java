package org.kvarter.task;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Recomputes something whenever its inputs change: at most one computation runs, at most one waits, and a newer request replaces
 * the one that waits. A result is delivered only while no newer one has been asked for.
 *
 * @param <T> what is computed
 */
public final class LatestWins<T> {

    private record Request<T>(Supplier<T> compute, Consumer<T> deliver) {
    }

    private final Executor worker;
    private final Executor receiver;
    private final AtomicReference<Request<T>> waiting = new AtomicReference<>();
    private volatile Request<T> newest;

    /**
     * @param worker   computes, one request after the other
     * @param receiver gets the results; for the window, the JavaFX thread
     */
    public LatestWins(Executor worker, Executor receiver) {
        this.worker = worker;
        this.receiver = receiver;
    }

    /** Asks for {@code compute}, whose result goes to {@code deliver} unless something newer is asked for meanwhile. */
    public void request(Supplier<T> compute, Consumer<T> deliver) {
        Request<T> request = new Request<>(compute, deliver);
        newest = request;
        if (waiting.getAndSet(request) == null) {
            worker.execute(this::runWaiting);
        }
    }

    private void runWaiting() {
        Request<T> request = waiting.getAndSet(null);
        if (request == null) {
            return;
        }
        T result = request.compute().get();
        receiver.execute(() -> {
            if (newest == request) {
                request.deliver().accept(result);
            }
        });
    }
}
