package org.kvarter.scene.palette;

/**
 * What is laid over a picture on a surface so that it is seen in the baked light: black that lets through as much as there is light, and
 * over it a share of another colour for what is selected. Premultiplied ARGB. Stateless.
 */
final class Veil {

    /** How much the accent covers the picture of what is selected, and of what is hovered. */
    static final double SELECTED = 0.72;
    static final double HOVERED = 0.4;

    private Veil() {
    }

    /**
     * The veil of a part.
     *
     * @param litWhite what white looks like on the part
     * @param dim      further factor of its light, 0 … 1
     * @param litOver  colour over the picture as it looks in the light; any where {@code share} is 0
     * @param share    how much of the picture that covers, 0 … 1
     */
    static int of(int litWhite, double dim, int litOver, double share) {
        double light = (0.299 * Argb.red(litWhite) + 0.587 * Argb.green(litWhite) + 0.114 * Argb.blue(litWhite)) / 255 * dim;
        int alpha = (int) Math.round(255 * (1 - Math.min(1, light) * (1 - share)));
        return alpha << 24 | channel(Argb.red(litOver), share, alpha) << 16 | channel(Argb.green(litOver), share, alpha) << 8
                | channel(Argb.blue(litOver), share, alpha);
    }

    private static int channel(int colour, double share, int alpha) {
        return Math.min(alpha, (int) Math.round(colour * share));
    }
}
