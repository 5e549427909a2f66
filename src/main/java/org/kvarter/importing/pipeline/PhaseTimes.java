package org.kvarter.importing.pipeline;

/**
 * Milliseconds of wall-clock time on the reading thread, by phase. Workers mesh beside it: {@code mesh} is what the reading thread
 * helped and waited.
 *
 * @param probe looking at heads
 * @param read  in the importers
 * @param place transforming and setting on the ground
 * @param mesh  helping with triangles and waiting for them
 * @param total all
 */
public record PhaseTimes(double probe, double read, double place, double mesh, double total) {

    /** This and what took its time after it. */
    PhaseTimes and(PhaseTimes later) {
        return new PhaseTimes(probe + later.probe, read + later.read, place + later.place, mesh + later.mesh, total + later.total);
    }
}
