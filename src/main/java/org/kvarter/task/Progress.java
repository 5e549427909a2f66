package org.kvarter.task;

/**
 * How a long piece of work tells how far it is and learns that it is no longer wanted. Thread-safe.
 */
public interface Progress {

    /** Tells nobody and is never cancelled. */
    Progress NONE = new Progress() {
        @Override
        public void report(double fraction, String message) {
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /**
     * Says how far the work is. Cheap enough for a call per thousand features; may be called from any thread.
     *
     * @param fraction 0 … 1, or NaN where the total is not known
     * @param message  what is being done, one short sentence in the display language
     */
    void report(double fraction, String message);

    /** Whether the work should stop; from any thread. */
    boolean isCancelled();

    /** @throws WorkCancelledException when the work should stop: call it at least every few thousand records */
    default void checkCancelled() {
        if (isCancelled()) {
            throw new WorkCancelledException();
        }
    }

    /** The part of this progress from {@code from} to {@code to} (both 0 … 1), seen as a progress of its own from 0 to 1. */
    default Progress part(double from, double to) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void report(double fraction, String message) {
                whole.report(from + (to - from) * fraction, message);
            }

            @Override
            public boolean isCancelled() {
                return whole.isCancelled();
            }
        };
    }
}
