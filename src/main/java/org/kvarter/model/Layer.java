package org.kvarter.model;

import java.util.List;
import org.kvarter.text.LocalText;

/**
 * A layer of the district, in the local frame. Immutable: a change makes a new layer under the same id.
 */
public sealed interface Layer permits SolidLayer, VectorLayer, TerrainLayer, ImageLayer, MovingLayer, FlowLayer {

    /** Stable within the project; distinct in the district. */
    String id();

    /** What people call it, by language. */
    LocalText titles();

    /** What people call it, in the display language. */
    default String title() {
        return titles().shown();
    }

    /** This layer under other titles. */
    Layer withTitles(LocalText other);

    LayerKind kind();

    SourceRef source();

    /** The features; empty for rasters. */
    FeatureTable features();

    /** Box in the local frame, metres. */
    Bounds bounds();

    /** What a person should know about how it was read. */
    List<Diagnostic> diagnostics();
}
