package org.kvarter.importing;

import org.kvarter.model.Diagnostic;

/**
 * Takes what an importer reads, in source coordinates, batch by batch. Called from the reading thread only.
 *
 * <p>Batches with the same {@code layer} name belong to one layer and are appended; rows count from 0 in each batch.
 */
public interface LayerSink {

    /** What the source says of itself; once, before the first batch. */
    void source(SourceDescription description);

    /** Features with surfaces in space. */
    void solids(SolidBatch batch);

    /** Flat features. */
    void vectors(VectorBatch batch);

    /** Ground heights. */
    void elevation(ElevationBatch batch);

    /** A picture of the ground. */
    void image(ImageBatch batch);

    /** Things that move; one batch per layer. */
    void movement(MovementBatch batch);

    /** How much goes where; one batch per layer. */
    void flows(FlowBatch batch);

    /** Values in time of features of a layer, whose batches may come before or after it. */
    default void series(SeriesBatch batch) {
        // a receiver that keeps no features has no use for their series
    }

    /** Counts what is no feature of a layer but tells how much was read: stop times, points of shapes. */
    void count(String type, int number);

    /** Something a person should know. Bounded by the receiver: repeated messages are counted, not kept. */
    void diagnostic(Diagnostic diagnostic);
}
