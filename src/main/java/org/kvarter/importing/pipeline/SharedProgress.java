package org.kvarter.importing.pipeline;

import org.kvarter.task.HeapGuard;
import org.kvarter.task.Progress;

/** Joins the progress of files that are read at the same time into one that never goes back. Thread-safe. */
final class SharedProgress {

    private final Progress whole;
    private final PhaseClock clock;
    private final HeapGuard guard;
    private final long[] sizes;
    private final double[] done;
    private final long total;

    /** @param sizes bytes of each file */
    SharedProgress(Progress whole, PhaseClock clock, HeapGuard guard, long[] sizes) {
        this.whole = whole;
        this.clock = clock;
        this.guard = guard;
        this.sizes = sizes;
        this.done = new double[sizes.length];
        long sum = 0;
        for (long size : sizes) {
            sum += size;
        }
        this.total = Math.max(1, sum);
    }

    /** The progress of one file; it also looks at the heap, and gives up where that is full. */
    Progress of(int file) {
        return new Progress() {
            @Override
            public void report(double fraction, String message) {
                clock.lookAtHeap();
                guard.check();
                tell(file, fraction, message);
            }

            @Override
            public boolean isCancelled() {
                return whole.isCancelled();
            }
        };
    }

    /** One at a time, so that a later report never comes before an earlier one. */
    private synchronized void tell(int file, double fraction, String message) {
        if (fraction > done[file]) {
            done[file] = Math.min(1, fraction);
        }
        double sum = 0;
        for (int i = 0; i < sizes.length; i++) {
            sum += sizes[i] * done[i];
        }
        whole.report(Math.min(1, sum / total), message);
    }
}
