package org.kvarter.importing;

/** What the heights of a batch are measured from. */
public enum HeightReference {
    /** The height system of the source: metres above sea or an ellipsoid. */
    ABSOLUTE,
    /** The ground below each feature, as for extruded footprints: 0 is the ground. */
    ABOVE_GROUND,
    /** The height system of the source, of one model whose things keep their heights to one another: nothing is set on the terrain. */
    FIXED
}
