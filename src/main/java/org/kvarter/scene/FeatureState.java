package org.kvarter.scene;

/** What a filter does to a feature. Ordinals are stored in byte arrays. */
public enum FeatureState {
    NORMAL, FADED, HIDDEN
}
