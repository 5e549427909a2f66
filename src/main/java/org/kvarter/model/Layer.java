package org.kvarter.model;

import java.util.List;

/**
 * A layer of the district, in the local frame. Immutable: a change makes a new layer under the same id.
 */
public sealed interface Layer permits SolidLayer, VectorLayer, TerrainLayer, ImageLayer, MovingLayer, FlowLayer {

    /** Stable within the project; distinct in the district. */
    String id();

    /** What people call it. */
    String title();

    /** This layer under another title. */
    Layer withTitle(String other);

    LayerKind kind();

    SourceRef source();

    /** The features; empty for rasters. */
    FeatureTable features();

    /** Box in the local frame, metres. */
    Bounds bounds();

    /** What a person should know about how it was read. */
    List<Diagnostic> diagnostics();
}
