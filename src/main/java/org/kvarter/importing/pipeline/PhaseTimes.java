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
}
