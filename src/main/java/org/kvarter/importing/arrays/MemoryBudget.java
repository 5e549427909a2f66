package org.kvarter.importing.arrays;

/**
 * How many bytes of arrays a reader may hold, so that an absurd file ends in a sentence and not in a dead program. Not thread-safe.
 */
public final class MemoryBudget {

    /** More was asked for than the heap bears. */
    public static final class ExceededException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** Without a stack: it is a way out, not a bug. */
        public ExceededException() {
            super("memory budget exceeded", null, false, false);
        }
    }

    /** Arrays are copied once when they are handed over, and the rest of the program lives in the same heap. */
    private static final double SHARE = 0.45;

    /** Of what is free after a collection. */
    private static final double SHARE_OF_FREE = 0.6;

    private final long limit;
    private long held;

    /** @param limit bytes */
    public MemoryBudget(long limit) {
        this.limit = limit;
    }

    /** The share of this program's heap that reading may take beside what is held already. */
    public static MemoryBudget ofHeap() {
        long most = Runtime.getRuntime().maxMemory();
        if (free() < most / 2) {
            System.gc();
        }
        return new MemoryBudget((long) Math.min(SHARE * most, SHARE_OF_FREE * free()));
    }

    private static long free() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }

    /** Takes {@code bytes} more, or gives back where negative. */
    public void claim(long bytes) {
        held += bytes;
        if (held > limit) {
            throw new ExceededException();
        }
    }

    /** Size for an array of {@code length} elements that must hold {@code needed}: claims the difference. */
    public int grow(int length, int needed, int bytesPerElement) {
        long wanted = Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, length + (long) (length >> 1) + 16));
        if (needed > wanted) {
            throw new ExceededException();
        }
        claim((wanted - length) * bytesPerElement);
        return (int) wanted;
    }
}
