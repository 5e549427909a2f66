package org.kvarter.mesh.light;

/**
 * The light on the parts of one tile. Arrays are not copied.
 *
 * @param sun cosine of the sun's angle on each part × the share of it that the sun reaches, 0 … 1
 * @param sky view of the sky from each part with nearby shading, 0 … 1
 */
public record PartLight(float[] sun, float[] sky) {

    public PartLight {
        if (sun.length != sky.length) {
            throw new IllegalArgumentException("one sun and one sky value per part expected");
        }
    }

    /** This light under another sun. */
    public PartLight withSun(float[] other) {
        return new PartLight(other, sky);
    }

    public int size() {
        return sun.length;
    }
}
