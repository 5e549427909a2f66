package org.kvarter.importing.pipeline;

/** Splits the reading thread's time over the phases, and looks at the heap as it goes. One thread. */
final class PhaseClock {

    enum Phase {
        PROBE, READ, PLACE, MESH
    }

    private final long started = System.nanoTime();
    private final long[] nanos = new long[Phase.values().length];
    private Phase current = Phase.PROBE;
    private long since = started;
    private long peakHeap;

    /** Changes the phase and answers the one before. */
    Phase enter(Phase next) {
        long now = System.nanoTime();
        nanos[current.ordinal()] += now - since;
        since = now;
        Phase before = current;
        current = next;
        lookAtHeap();
        return before;
    }

    /** From any thread. */
    synchronized void lookAtHeap() {
        Runtime runtime = Runtime.getRuntime();
        peakHeap = Math.max(peakHeap, runtime.totalMemory() - runtime.freeMemory());
    }

    synchronized long peakHeap() {
        return peakHeap;
    }

    PhaseTimes times() {
        enter(current);
        return new PhaseTimes(nanos[0] / 1e6, nanos[1] / 1e6, nanos[2] / 1e6, nanos[3] / 1e6, (System.nanoTime() - started) / 1e6);
    }
}
