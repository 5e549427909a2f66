package org.kvarter.series.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.kvarter.task.Progress;
import org.kvarter.task.WorkCancelledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Statements under way, so that they can be stopped from another thread: a driver waits in the engine or for the network and hears nothing
 * of an interruption. Thread-safe.
 */
public final class SqlRun {

    private static final Logger LOG = LoggerFactory.getLogger(SqlRun.class);
    private static final long LOOK_MILLIS = 100;

    private final Set<Statement> running = ConcurrentHashMap.newKeySet();

    /** What a statement does. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws SQLException;
    }

    /** Runs {@code work} with {@code statement}, which {@link #cancel()} stops meanwhile. */
    public <T> T run(Statement statement, Work<T> work) throws SQLException {
        running.add(statement);
        try {
            return work.run();
        } finally {
            running.remove(statement);
        }
    }

    /** Stops all statements under way. */
    public void cancel() {
        running.forEach(SqlRun::stop);
    }

    /**
     * Runs {@code work} with {@code statement}, which is stopped once {@code progress} is cancelled.
     *
     * @param watch looks at {@code progress} from time to time
     * @throws WorkCancelledException where it was cancelled
     */
    public static <T> T watched(Statement statement, Progress progress, ScheduledExecutorService watch, Work<T> work) throws SQLException {
        progress.checkCancelled();
        AtomicBoolean stopped = new AtomicBoolean();
        ScheduledFuture<?> look = watch.scheduleWithFixedDelay(() -> {
            if (progress.isCancelled()) {
                stopped.set(true);
                stop(statement);
            }
        }, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        try {
            return work.run();
        } catch (SQLException e) {
            if (stopped.get()) {
                throw new WorkCancelledException();
            }
            throw e;
        } finally {
            look.cancel(false);
        }
    }

    private static void stop(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            LOG.debug("A statement could not be stopped", e); // it ended by itself in this moment
        }
    }
}
