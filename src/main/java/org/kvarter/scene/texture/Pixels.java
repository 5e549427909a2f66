package org.kvarter.scene.texture;

import org.kvarter.model.Texture;
import org.kvarter.scene.palette.Argb;

/**
 * A decoded picture. The array is not copied.
 *
 * @param width  pixels across
 * @param height pixels down
 * @param argb   width × height colours row by row from the top, not premultiplied
 */
record Pixels(int width, int height, int[] argb) {

    /** Largest side of a reduced picture. */
    private static final int SMALL = 96;

    /** Gives the picture what its texture says of transparency and tint, in place; answers whether anything shows through it. */
    boolean finish(Texture texture) {
        float red = Argb.red(texture.tint()) / 255f;
        float green = Argb.green(texture.tint()) / 255f;
        float blue = Argb.blue(texture.tint()) / 255f;
        boolean tinted = texture.tint() != Texture.WHITE;
        boolean holes = false;
        for (int i = 0; i < argb.length; i++) {
            int pixel = tinted ? Argb.lit(argb[i], red, green, blue) : argb[i];
            int alpha = switch (texture.alpha()) {
                case OPAQUE -> 255;
                case MASK -> Argb.alpha(pixel) < 128 ? 0 : 255;
                case BLEND -> tinted ? Argb.alpha(pixel) * Argb.alpha(texture.tint()) / 255 : Argb.alpha(pixel);
            };
            holes |= alpha < 255;
            argb[i] = pixel & 0xFFFFFF | alpha << 24;
        }
        return holes;
    }

    /** The picture with sides of at most {@value #SMALL} pixels, each the mean of those it stands for. */
    Pixels reduced() {
        int step = (Math.max(width, height) + SMALL - 1) / SMALL;
        if (step <= 1) {
            return this;
        }
        int w = (width + step - 1) / step;
        int h = (height + step - 1) / step;
        int[] small = new int[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                MeanColour mean = new MeanColour();
                for (int py = y * step; py < Math.min(height, (y + 1) * step); py++) {
                    for (int px = x * step; px < Math.min(width, (x + 1) * step); px++) {
                        mean.add(argb[py * width + px]);
                    }
                }
                small[y * w + x] = mean.argb();
            }
        }
        return new Pixels(w, h, small);
    }

    /** The colour at a place, repeated beyond 0 … 1. */
    int at(float u, float v) {
        int x = Math.min(width - 1, (int) ((u - Math.floor(u)) * width));
        int y = Math.min(height - 1, (int) ((v - Math.floor(v)) * height));
        return argb[Math.max(0, y) * width + Math.max(0, x)];
    }
}
