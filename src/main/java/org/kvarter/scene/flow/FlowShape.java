package org.kvarter.scene.flow;

import org.kvarter.scene.flow.FlowScene.Ground;

/** The form of one flow: corners that are written anew for a width, triangles that stay. JavaFX thread only. */
interface FlowShape {

    int points();

    /** Colours of a shape: from the beginning to the end. */
    int texels();

    /** Corners of all triangles, counted from the shape's first. */
    int[] triangles();

    /** Texel of each corner, counted from the shape's first. */
    int[] texelOfCorner();

    /** Looks up the ground's height under it, and whether there is any. */
    void stand(Ground ground);

    /**
     * Writes the corners.
     *
     * @param corners east, north, up of each, from {@code first} on
     * @param inner   distance of the nearer edge from the middle of the street, metres; NaN for one in the middle
     * @param width   metres; 0 for nothing to be seen
     */
    void write(float[] corners, int first, double inner, double width);

    /** Whether it is to be seen at a place of its own, with the ground it stands on now. */
    boolean isThere(double east, double north);

    /** Places along the middle as last written: east, north, up of each. */
    double[] middle();
}
