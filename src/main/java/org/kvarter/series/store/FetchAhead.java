package org.kvarter.series.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The last answers to questions, and those that were asked before they are needed. Whoever needs an answer that nobody has begun with works it out
 * on their own thread, so that a full executor never holds them up. Thread-safe.
 *
 * @param <K> a question
 * @param <V> its answer; not {@code null}
 */
final class FetchAhead<K, V> {

    /** After a failure nobody waits for the store again for this long. */
    static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** Finds an answer. */
    interface Fetch<K, V> {
        V fetch(K question) throws StoreException;
    }

    private final Fetch<K, V> fetch;
    private final Executor ahead;
    private final Consumer<StoreException> onFailure;
    private final Pause pause;
    private final Map<K, FutureTask<V>> kept;

    /** Whether a store that failed is left alone for now; shared by all that ask it. Thread-safe. */
    static final class Pause {
        private final LongSupplier nanos;
        private long failedAt;
        private boolean failed;

        Pause(LongSupplier nanos) {
            this.nanos = nanos;
        }

        /** @return whether it answered before, so that a failure is told once however long it lasts */
        private synchronized boolean begin() {
            boolean first = !failed;
            failed = true;
            failedAt = nanos.getAsLong();
            return first;
        }

        private synchronized void end() {
            failed = false;
        }

        private synchronized boolean lasts() {
            return failed && nanos.getAsLong() - failedAt < PAUSE_NANOS;
        }
    }

    /** @param most answers kept, the least recently used go first */
    FetchAhead(Fetch<K, V> fetch, int most, Executor ahead, Consumer<StoreException> onFailure, Pause pause) {
        this.fetch = fetch;
        this.ahead = ahead;
        this.onFailure = onFailure;
        this.pause = pause;
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, FutureTask<V>> eldest) {
                return size() > most;
            }
        };
    }

    /** Whether a question was asked already. */
    synchronized boolean isThere(K question) {
        return kept.containsKey(question);
    }

    /** Asks for what may be needed soon; answers at once. */
    void ask(K question) {
        FutureTask<V> task;
        synchronized (this) {
            if (kept.containsKey(question) || pause.lasts()) {
                return;
            }
            task = task(question);
            kept.put(question, task);
        }
        try {
            ahead.execute(task);
        } catch (RejectedExecutionException e) {
            forget(question, task); // the program is ending
        }
    }

    /** The answer; {@code null} where there is none for now. */
    V get(K question) {
        FutureTask<V> task;
        synchronized (this) {
            task = kept.get(question);
            if (task == null) {
                if (pause.lasts()) {
                    return null;
                }
                task = task(question);
                kept.put(question, task);
            }
        }
        task.run(); // nothing where another thread has begun
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException e) {
            forget(question, task);
            if (e.getCause() instanceof StoreException told) {
                if (pause.begin()) {
                    onFailure.accept(told);
                }
                return null;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private FutureTask<V> task(K question) {
        return new FutureTask<>(() -> {
            V answer = fetch.fetch(question);
            pause.end();
            return answer;
        });
    }

    private synchronized void forget(K question, FutureTask<V> task) {
        kept.remove(question, task);
    }
}
