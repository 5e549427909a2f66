package org.kvarter.task;

/** A piece of work was given up because the heap would not bear it; what it held is free again. The program lives on. */
public final class OutOfHeapException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Without a stack: it is a way out, not a bug. */
    public OutOfHeapException() {
        super("the heap is full", null, false, false);
    }

    /** Megabytes (2²⁰ bytes) that the program may use at most. */
    public static long heapMegabytes() {
        return Runtime.getRuntime().maxMemory() >> 20;
    }
}
