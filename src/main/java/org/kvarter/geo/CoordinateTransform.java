package org.kvarter.geo;

/**
 * Takes coordinates of a source into the district's local frame, in double precision. Immutable and thread-safe.
 */
public interface CoordinateTransform {

    /**
     * Transforms {@code count} vertices in place: on entry source coordinates in the order east (or longitude), north (or latitude),
     * height; on return local metres. A vertex that cannot be transformed becomes NaN.
     *
     * @param xyz   3 × n coordinates
     * @param first first vertex
     * @param count number of vertices
     */
    void toLocal(double[] xyz, int first, int count);

    /** The way back, in place: local metres to source coordinates. */
    void toSource(double[] xyz, int first, int count);
}
