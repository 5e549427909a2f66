package org.kvarter.series.store.duck;

import java.lang.management.ManagementFactory;

/**
 * What DuckDB may take of the machine.
 *
 * @param threads   its threads, at least 1
 * @param megabytes its memory beside the heap, in units of 10⁶ bytes; more goes to a temporary folder beside the file
 */
public record DuckLimits(int threads, long megabytes) {

    private static final long LEAST = 512;
    private static final long MOST = 6_000;

    public DuckLimits {
        if (threads < 1 || megabytes < 64) {
            throw new IllegalArgumentException("at least one thread and 64 MB");
        }
    }

    /** All processors up to four and a quarter of the memory. */
    public static DuckLimits ofMachine() {
        long bytes = ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getTotalMemorySize() : 0;
        return new DuckLimits(Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors())),
                Math.max(LEAST, Math.min(MOST, bytes / 4_000_000)));
    }
}
