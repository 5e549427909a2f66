package org.kvarter.task;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All executors of the program, made once by the composition root.
 *
 * <p>{@link #io()} reads and fetches, {@link #work()} places, meshes and simulates on all cores but one, {@link #style()} turns
 * values into colours one at a time, {@link #poll()} runs timed jobs, {@link #fx()} is the window's thread. All threads are named
 * daemons; an exception nobody caught is logged.
 *
 * @param io    read and fetch
 * @param work  place, mesh, simulate
 * @param style values to colours; one at a time
 * @param poll  timed jobs
 * @param fx    the window's thread
 */
public record Tasks(ExecutorService io, ExecutorService work, ExecutorService style, ScheduledExecutorService poll, Executor fx)
        implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);

    /** Real threads, with {@code fx} as the window's thread. */
    public static Tasks start(Executor fx) {
        int workers = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        return new Tasks(
                Executors.newFixedThreadPool(3, named("kvarter-io")),
                Executors.newFixedThreadPool(workers, named("kvarter-work")),
                Executors.newSingleThreadExecutor(named("kvarter-style")),
                Executors.newSingleThreadScheduledExecutor(named("kvarter-poll")),
                fx);
    }

    /**
     * Starts {@code work} on {@code executor}; {@code onProgress} gets fraction and message on the calling thread of the work. Where the
     * heap runs full, the result fails with an {@link OutOfHeapException} and not with an error.
     */
    public static <T> Job<T> submit(Executor executor, Function<Progress, T> work, BiConsumer<Double, String> onProgress) {
        AtomicBoolean cancelled = new AtomicBoolean();
        Progress progress = new Progress() {
            @Override
            public void report(double fraction, String message) {
                onProgress.accept(fraction, message);
            }

            @Override
            public boolean isCancelled() {
                return cancelled.get();
            }
        };
        CompletableFuture<T> result = CompletableFuture.supplyAsync(() -> {
            progress.checkCancelled();
            try {
                return work.apply(progress);
            } catch (OutOfMemoryError e) {
                // The frames that held the memory are gone by now: what follows can run.
                LOG.error("Out of memory, the job was given up", e);
                throw new OutOfHeapException();
            }
        }, executor);
        return new Job<>(result, () -> cancelled.set(true));
    }

    /** Stops all threads, waiting two seconds for work that is writing a file. */
    @Override
    public void close() {
        for (ExecutorService executor : new ExecutorService[] {poll, style, work, io}) {
            executor.shutdownNow();
        }
        try {
            if (!io.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("An input or output job did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever tells a person of what goes wrong, as a window does, hears of it; else the log. */
    private static void unhandled(Thread thread, Throwable failure) {
        Thread.UncaughtExceptionHandler teller = Thread.getDefaultUncaughtExceptionHandler();
        if (teller == null) {
            LOG.error("Unhandled in {}", thread.getName(), failure);
        } else {
            teller.uncaughtException(thread, failure);
        }
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory threads = Executors.defaultThreadFactory();
        return work -> {
            Thread thread = threads.newThread(work);
            thread.setName(name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler(Tasks::unhandled);
            return thread;
        };
    }
}
