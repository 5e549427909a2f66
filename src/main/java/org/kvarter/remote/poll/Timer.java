package org.kvarter.remote.poll;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.kvarter.task.Tasks;

/** Runs something later on a thread for input and output. Tests bring their own and turn the hands. */
@FunctionalInterface
public interface Timer {

    /**
     * Runs {@code work} after {@code delay}.
     *
     * @return takes it back while it has not begun; harmless afterwards
     */
    Runnable after(Duration delay, Runnable work);

    /** Times on {@code kvarter-poll}, works on {@code kvarter-io}: two at a time, so that slow services leave a thread to read files. */
    static Timer of(Tasks tasks) {
        Semaphore lanes = new Semaphore(2);
        return (delay, work) -> {
            ScheduledFuture<?> due = tasks.poll().schedule(() -> whenFree(tasks, lanes, work), delay.toMillis(), TimeUnit.MILLISECONDS);
            return () -> due.cancel(false);
        };
    }

    private static void whenFree(Tasks tasks, Semaphore lanes, Runnable work) {
        if (!lanes.tryAcquire()) {
            tasks.poll().schedule(() -> whenFree(tasks, lanes, work), 200, TimeUnit.MILLISECONDS);
            return;
        }
        tasks.io().execute(() -> {
            try {
                work.run();
            } finally {
                lanes.release();
            }
        });
    }
}
