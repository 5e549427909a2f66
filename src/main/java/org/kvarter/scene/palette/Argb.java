package org.kvarter.scene.palette;

/** Arithmetic on packed ARGB colours, 8 bits a channel, not premultiplied unless said. */
public final class Argb {

    private Argb() {
    }

    /** An opaque colour of three channels, each cut to 0 … 255. */
    public static int rgb(double red, double green, double blue) {
        return 0xFF000000 | cut(red) << 16 | cut(green) << 8 | cut(blue);
    }

    public static int alpha(int argb) {
        return argb >>> 24;
    }

    public static int red(int argb) {
        return argb >> 16 & 0xFF;
    }

    public static int green(int argb) {
        return argb >> 8 & 0xFF;
    }

    public static int blue(int argb) {
        return argb & 0xFF;
    }

    /** {@code from} at 0, {@code to} at 1, channel by channel, alpha too. */
    public static int mix(int from, int to, double share) {
        double keep = 1 - share;
        return cut(alpha(from) * keep + alpha(to) * share) << 24 | cut(red(from) * keep + red(to) * share) << 16
                | cut(green(from) * keep + green(to) * share) << 8 | cut(blue(from) * keep + blue(to) * share);
    }

    /** The colour under a light, one factor per channel; alpha stays. */
    public static int lit(int argb, float red, float green, float blue) {
        return argb & 0xFF000000 | cut(red(argb) * red) << 16 | cut(green(argb) * green) << 8 | cut(blue(argb) * blue);
    }

    /** The colour with another alpha, 0 … 1. */
    public static int withAlpha(int argb, double alpha) {
        return argb & 0xFFFFFF | cut(255 * alpha) << 24;
    }

    /** Premultiplied form, as textures hold it. */
    public static int premultiplied(int argb) {
        int a = alpha(argb);
        if (a == 255) {
            return argb;
        }
        return a << 24 | (red(argb) * a + 127) / 255 << 16 | (green(argb) * a + 127) / 255 << 8 | (blue(argb) * a + 127) / 255;
    }

    private static int cut(double channel) {
        return channel <= 0 ? 0 : channel >= 255 ? 255 : (int) (channel + 0.5);
    }
}
