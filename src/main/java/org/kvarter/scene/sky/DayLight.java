package org.kvarter.scene.sky;

import org.kvarter.energy.Sun;

/**
 * Colour and strength of sun, sky and bounced light by the height of the sun: {@code look.md}'s warm sun and cool sky by day, golden
 * when low, blue at dusk, dim and cool at night. Immutable; three factors each: red, green, blue.
 *
 * @param sun    light of a surface square to the sun
 * @param sky    light of a surface that sees all of the sky
 * @param bounce light everywhere
 */
public record DayLight(float[] sun, float[] sky, float[] bounce) {

    private static final float[] DAY_SUN = {0.52f, 0.50f, 0.44f};
    private static final float[] DAY_SKY = {0.36f, 0.37f, 0.41f};
    private static final float[] DAY_BOUNCE = {0.30f, 0.30f, 0.31f};
    private static final float[] LOW_SUN = {0.62f, 0.40f, 0.20f};
    private static final float[] DUSK_SKY = {0.34f, 0.34f, 0.46f};
    private static final float[] DUSK_BOUNCE = {0.24f, 0.24f, 0.28f};
    private static final float[] NIGHT_SKY = {0.12f, 0.15f, 0.24f};
    private static final float[] NIGHT_BOUNCE = {0.16f, 0.18f, 0.24f};
    private static final float[] NONE = {0, 0, 0};

    /** The light under a sun. */
    public static DayLight of(Sun sun) {
        double elevation = sun.elevationDegrees();
        float high = ramp(elevation, 3, 18);
        float risen = ramp(elevation, -1, 3);
        float lit = ramp(elevation, -9, 1);
        return new DayLight(mix(NONE, mix(LOW_SUN, DAY_SUN, high), risen), mix(NIGHT_SKY, mix(DUSK_SKY, DAY_SKY, high), lit),
                mix(NIGHT_BOUNCE, mix(DUSK_BOUNCE, DAY_BOUNCE, high), lit));
    }

    /**
     * Writes the three factors of a surface.
     *
     * @param sunShare 0 … 1: cosine of the angle to the sun times the share that is not shaded
     * @param skyShare 0 … 1: how much of the sky it sees
     */
    public void write(float[] to, int at, double sunShare, double skyShare) {
        for (int k = 0; k < 3; k++) {
            to[at + k] = (float) (sun[k] * sunShare + sky[k] * skyShare + bounce[k]);
        }
    }

    /** 0 below {@code from}, 1 above {@code to}, smooth between. */
    static float ramp(double value, double from, double to) {
        double t = Math.max(0, Math.min(1, (value - from) / (to - from)));
        return (float) (t * t * (3 - 2 * t));
    }

    private static float[] mix(float[] a, float[] b, float share) {
        float[] mixed = new float[3];
        for (int k = 0; k < 3; k++) {
            mixed[k] = a[k] + (b[k] - a[k]) * share;
        }
        return mixed;
    }
}
