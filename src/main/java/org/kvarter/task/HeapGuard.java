package org.kvarter.task;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;

/**
 * Gives up a long piece of work before the heap is so full that other threads, the window's among them, fail as well. Cheap while there
 * is room: only where nearly all of the heap seems used it lets the garbage be collected and looks again. Thread-safe.
 */
public final class HeapGuard {

    /** Share of the heap in use, garbage included, from which on it is worth looking closer. */
    private static final double LOOK = 0.90;

    /** Share of the heap in use after a collection that is too much. */
    private static final double MOST = 0.86;
    private static final long BETWEEN = TimeUnit.SECONDS.toNanos(1);

    private final DoubleSupplier used;
    private final Runnable collect;
    private final AtomicLong looked = new AtomicLong(Long.MIN_VALUE);
    private volatile boolean full;

    /** Over this program's heap. */
    public HeapGuard() {
        this(HeapGuard::share, System::gc);
    }

    /**
     * @param used    share of the heap in use, 0 … 1
     * @param collect collects garbage
     */
    HeapGuard(DoubleSupplier used, Runnable collect) {
        this.used = used;
        this.collect = collect;
    }

    /** @throws OutOfHeapException where what is held would soon not fit */
    public void check() {
        if (!full && used.getAsDouble() > LOOK) {
            look();
        }
        if (full) {
            throw new OutOfHeapException();
        }
    }

    private synchronized void look() {
        long now = System.nanoTime();
        long last = looked.get();
        if (last == Long.MIN_VALUE || now - last > BETWEEN) {
            collect.run();
            full = used.getAsDouble() > MOST;
            looked.set(System.nanoTime());
        }
    }

    private static double share() {
        Runtime runtime = Runtime.getRuntime();
        return (double) (runtime.totalMemory() - runtime.freeMemory()) / runtime.maxMemory();
    }
}
