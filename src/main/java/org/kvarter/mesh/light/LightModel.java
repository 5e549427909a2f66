package org.kvarter.mesh.light;

/**
 * What a sun does to colours: per channel {@code c × (sun·direct + sky·diffuse + bounce)}. Immutable and thread-safe.
 *
 * <p>By day a warm sun, a cool sky and a little light from the ground; the sun reddens below 14° and goes out at the horizon, and the
 * sky dims to a blue night at −8°.
 */
public final class LightModel {

    private static final double[] SUN = {0.52, 0.50, 0.44};
    private static final double[] SKY = {0.36, 0.37, 0.41};
    private static final double[] BOUNCE = {0.30, 0.30, 0.31};
    private static final double[] LOW_SUN = {0.58, 0.35, 0.15};
    private static final double[] NIGHT_SKY = {0.15, 0.18, 0.27};
    private static final double[] NIGHT_BOUNCE = {0.16, 0.18, 0.25};
    private static final double[] SHADOW = {0.66, 0.69, 0.75};

    /** A sun high enough to be white: the light of the table model. */
    public static final LightModel DAY = new LightModel(90, 1);

    private final float[] sun = new float[3];
    private final float[] sky = new float[3];
    private final float[] bounce = new float[3];
    private final float[] shadow = new float[3];
    private final double strength;
    private final double elevation;

    private LightModel(double elevation, double strength) {
        this.elevation = elevation;
        this.strength = strength;
        double warm = ramp(elevation, 14, 2);
        double out = ramp(elevation, 2, 0);
        double night = ramp(elevation, 2, -8);
        for (int k = 0; k < 3; k++) {
            sun[k] = (float) ((SUN[k] + (LOW_SUN[k] - SUN[k]) * warm) * (1 - out));
            sky[k] = (float) (SKY[k] + (NIGHT_SKY[k] - SKY[k]) * night);
            bounce[k] = (float) (BOUNCE[k] + (NIGHT_BOUNCE[k] - BOUNCE[k]) * night);
            shadow[k] = (float) (1 - (1 - SHADOW[k]) * (1 - out));
        }
    }

    /** 0 above {@code from}, 1 below {@code to}, straight between. */
    private static double ramp(double elevation, double from, double to) {
        return Math.max(0, Math.min(1, (from - elevation) / (from - to)));
    }

    /** The light of a sun at that elevation. @param elevationDegrees −90 … 90 */
    public static LightModel of(double elevationDegrees) {
        return new LightModel(elevationDegrees, 1);
    }

    /**
     * This light with its contrast drawn in, so that colours that carry data can be compared with their legend.
     *
     * @param share 0 (colours as they are) … 1 (all of the light)
     */
    public LightModel softened(double share) {
        return new LightModel(elevation, share);
    }

    /** For colours that carry data: half the strength. */
    public LightModel forData() {
        return softened(0.5);
    }

    /**
     * A colour under this light.
     *
     * @param argb colour; alpha is kept
     * @param sunShare as {@link PartLight#sun}
     * @param skyShare as {@link PartLight#sky}
     */
    public int lit(int argb, float sunShare, float skyShare) {
        return argb & 0xFF000000 | channel(argb >> 16 & 255, 0, sunShare, skyShare) << 16
                | channel(argb >> 8 & 255, 1, sunShare, skyShare) << 8 | channel(argb & 255, 2, sunShare, skyShare);
    }

    private int channel(int value, int k, float sunShare, float skyShare) {
        double light = sun[k] * sunShare + sky[k] * skyShare + bounce[k];
        return (int) Math.min(255, value * (1 + (light - 1) * strength) + 0.5);
    }

    /**
     * The colours of a tile under this light.
     *
     * @param base one colour per part of the tile
     * @param from index in {@code base} of the tile's first part
     * @param out  written at the same places
     */
    public void lit(int[] base, int from, PartLight light, int[] out) {
        for (int p = 0; p < light.size(); p++) {
            out[from + p] = lit(base[from + p], light.sun()[p], light.sky()[p]);
        }
    }

    /** Level open ground under this light. */
    public int litGround(int argb, double sunUp) {
        return lit(argb, (float) Math.max(0, sunUp), 1);
    }

    /**
     * Ground under a shadow: multiplied per channel, cool and never black.
     *
     * @param argb     lit ground
     * @param coverage 0 (open) … 255 (fully shaded)
     */
    public int shaded(int argb, int coverage) {
        double share = coverage / 255.0;
        int r = (int) ((argb >> 16 & 255) * (1 - (1 - shadow[0]) * share) + 0.5);
        int g = (int) ((argb >> 8 & 255) * (1 - (1 - shadow[1]) * share) + 0.5);
        int b = (int) ((argb & 255) * (1 - (1 - shadow[2]) * share) + 0.5);
        return argb & 0xFF000000 | r << 16 | g << 8 | b;
    }
}
