package org.kvarter.series.store.duck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.duckdb.DuckDBConnection;
import org.kvarter.series.store.SqlRun;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.StoreException.Kind;

/**
 * A store's file as one program has it open: for reading, which several programs may; while something is written it is this program's alone.
 * Writers come one after the other, whichever object of this program they have; questions go on being answered. Thread-safe.
 */
public final class DuckFile {

    /** Who writes to a file, whichever object of this program it is. */
    private static final Map<Path, ReentrantLock> WRITERS = new ConcurrentHashMap<>();

    private final Path path;
    private final DuckLimits limits;
    private final Runnable forget;
    private final SqlRun maintaining = new SqlRun();
    private final ReentrantLock writers;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private DuckDatabase database;

    /**
     * Nothing is opened before the first question.
     *
     * @param path   absolute
     * @param forget is called when what was read of the file's own tables may not be true any more
     */
    DuckFile(Path path, DuckLimits limits, Runnable forget) {
        this.path = path;
        this.limits = limits;
        this.forget = forget;
        this.writers = writers(path);
    }

    private static ReentrantLock writers(Path path) {
        return WRITERS.computeIfAbsent(path, p -> new ReentrantLock());
    }

    Path path() {
        return path;
    }

    /** Something done with a store's file. */
    public interface Still<T> {

        /** Does it. */
        T use() throws IOException;
    }

    /** Does something with a store's file while nothing in this program writes to it; waits for a load or the arranging of one. */
    public static <T> T still(Path path, Still<T> use) throws IOException {
        ReentrantLock writers = writers(path.toAbsolutePath().normalize());
        writers.lock();
        try {
            return use.use();
        } finally {
            writers.unlock();
        }
    }

    /** A change of the file. */
    interface Step {
        void take() throws StoreException;
    }

    /** Does something unless another writes to the file. @return whether it was done */
    boolean unlessWritten(Step step) throws StoreException {
        if (!writers.tryLock()) {
            return false;
        }
        try {
            step.take();
            return true;
        } finally {
            writers.unlock();
        }
    }

    /** Something asked of the open file. */
    interface Question<T> {
        T ask(DuckDBConnection connection) throws SQLException, StoreException;
    }

    /** Asks it; opened for reading where it is not open. */
    <T> T ask(Question<T> question) throws StoreException {
        lock.readLock().lock();
        try (DuckDBConnection connection = open().connect()) {
            return question.ask(connection);
        } catch (SQLException e) {
            throw DuckErrors.of(path, e);
        } finally {
            lock.readLock().unlock();
        }
    }

    private synchronized DuckDatabase open() throws StoreException {
        if (database == null) {
            database = DuckDatabase.reading(path, limits);
        }
        return database;
    }

    /** What is changed at once. */
    interface Change {
        void make() throws SQLException;
    }

    /** Makes a change seen, all of it at once: no question is asked meanwhile that knows of the tables before. */
    void publish(DuckDBConnection connection, Change change) throws SQLException {
        lock.writeLock().lock();
        try {
            connection.setAutoCommit(false);
            change.make();
            connection.commit();
        } finally {
            forget.run();
            connection.setAutoCommit(true);
            lock.writeLock().unlock();
        }
    }

    /** Opens the file for writing. */
    interface Opening {
        DuckDatabase open(DuckLimits limits) throws StoreException;
    }

    /** What is done with the file open for writing. */
    interface Writing<T> {
        T write(DuckDBConnection connection, Statement statement) throws SQLException, StoreException;
    }

    /** As {@link #writing}, with nothing else to be read. */
    <T> T changing(Writing<T> work) throws StoreException {
        try {
            return writing(l -> DuckDatabase.writing(path, l, ZoneOffset.UTC, Optional.empty()), work);
        } catch (SQLException e) {
            throw DuckErrors.of(path, e);
        }
    }

    /** One after the other; questions go on being answered. */
    <T> T writing(Opening opening, Writing<T> work) throws SQLException, StoreException {
        writers.lock();
        try {
            Files.createDirectories(path.getParent());
            exchange(Optional.of(opening));
            try (DuckDBConnection connection = open().connect(); Statement statement = connection.createStatement()) {
                DuckTables.prepare(statement, path);
                return tidily(connection, () -> maintaining.run(statement, () -> {
                    try {
                        return work.write(connection, statement);
                    } catch (StoreException e) {
                        throw new Told(e);
                    }
                }));
            } catch (Told e) {
                throw e.sentence();
            } finally {
                exchange(Optional.empty());
            }
        } catch (IOException e) {
            throw new StoreException(Kind.FAILED, DuckErrors.TEXTS.get("store.unwritable", path, e.getMessage()), e);
        } finally {
            writers.unlock();
        }
    }

    /** What fails leaves no table behind. */
    private static <T> T tidily(DuckDBConnection connection, SqlRun.Work<T> work) throws SQLException {
        try {
            return work.run();
        } catch (SQLException | RuntimeException e) {
            try (Statement another = connection.createStatement()) {
                DuckTables.tidy(another);
            } catch (SQLException worse) {
                e.addSuppressed(worse); // the next load tidies
            }
            throw e;
        }
    }

    /** Closes the file and opens it for writing; without {@code opening} the next question opens it for reading. */
    private void exchange(Optional<Opening> opening) throws StoreException {
        lock.writeLock().lock();
        try {
            closeDatabase();
            if (opening.isPresent()) {
                DuckDatabase opened = opening.get().open(limits);
                synchronized (this) {
                    database = opened;
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private synchronized void closeDatabase() {
        forget.run();
        if (database != null) {
            database.close();
            database = null;
        }
    }

    /** Ends what is being written, and closes the file. */
    void close() {
        maintaining.cancel();
        writers.lock();
        lock.writeLock().lock();
        try {
            closeDatabase();
        } finally {
            lock.writeLock().unlock();
            writers.unlock();
        }
    }
}
