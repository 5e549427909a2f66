package org.kvarter.task;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Executors for tests: everything runs at once on the calling thread, timed jobs never. */
public final class InlineTasks {

    private InlineTasks() {
    }

    /** All executors inline. */
    public static Tasks create() {
        return new Tasks(new Inline(), new Inline(), new Inline(), Executors.newScheduledThreadPool(0), Runnable::run);
    }

    /** An executor that runs at once, and hands on what escapes, as a handler of uncaught failures would get it. */
    public static ExecutorService catching(Consumer<Throwable> unhandled) {
        return new Inline() {
            @Override
            public void execute(Runnable work) {
                try {
                    super.execute(work);
                } catch (RuntimeException | OutOfMemoryError e) {
                    unhandled.accept(e);
                }
            }
        };
    }

    private static class Inline extends AbstractExecutorService {
        private boolean stopped;

        @Override
        public void execute(Runnable work) {
            work.run();
        }

        @Override
        public void shutdown() {
            stopped = true;
        }

        @Override
        public List<Runnable> shutdownNow() {
            stopped = true;
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return stopped;
        }

        @Override
        public boolean isTerminated() {
            return stopped;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
