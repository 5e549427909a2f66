package org.kvarter.importing;

/** What the heights of a batch are measured from. */
public enum HeightReference {
    /** The height system of the source: metres above sea or an ellipsoid. */
    ABSOLUTE,
    /** The ground below each feature, as for extruded footprints: 0 is the ground. */
    ABOVE_GROUND
}
