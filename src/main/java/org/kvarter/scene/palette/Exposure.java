package org.kvarter.scene.palette;

/**
 * How bright the picture is taken: so that open level ground under the studio's sun shows its very own colour. Factors of lit colours;
 * stateless.
 */
public final class Exposure {

    /** By channel: one over the studio's light on level ground. */
    public static final float RED = 1 / 0.943f;
    public static final float GREEN = 1 / 0.942f;
    public static final float BLUE = 1 / 0.960f;

    private Exposure() {
    }

    /** A lit colour as the picture shows it. */
    public static int of(int litArgb) {
        return Argb.lit(litArgb, RED, GREEN, BLUE);
    }
}
