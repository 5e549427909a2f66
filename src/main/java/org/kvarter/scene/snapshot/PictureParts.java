package org.kvarter.scene.snapshot;

import java.util.ArrayList;
import java.util.List;

/**
 * A big picture cut into parts that a graphics card can draw. Stateless.
 */
public final class PictureParts {

    /** Longest edge of a part, pixels: textures of 4096 exist everywhere, and half of that leaves room for anti-aliasing. */
    public static final int LONGEST = 2048;

    private PictureParts() {
    }

    /**
     * A part.
     *
     * @param left   pixels from the left
     * @param top    pixels from the top
     * @param width  pixels
     * @param height pixels
     */
    public record Part(int left, int top, int width, int height) {
    }

    /** Parts that cover the picture without overlap, row by row. */
    public static List<Part> of(int width, int height) {
        List<Part> parts = new ArrayList<>();
        for (int top = 0; top < height; top += LONGEST) {
            for (int left = 0; left < width; left += LONGEST) {
                parts.add(new Part(left, top, Math.min(LONGEST, width - left), Math.min(LONGEST, height - top)));
            }
        }
        return parts;
    }

    /** Puts a part with transparent gaps over the sky that is already there. @param part premultiplied colours */
    static void over(int[] part, Part where, int[] picture, int pictureWidth) {
        for (int y = 0; y < where.height(); y++) {
            for (int x = 0; x < where.width(); x++) {
                int argb = part[y * where.width() + x];
                int alpha = argb >>> 24;
                int at = (where.top() + y) * pictureWidth + where.left() + x;
                if (alpha == 255) {
                    picture[at] = argb;
                } else if (alpha > 0) {
                    picture[at] = blend(argb, picture[at], 255 - alpha);
                }
            }
        }
    }

    private static int blend(int over, int below, int keep) {
        int r = (over >> 16 & 255) + (below >> 16 & 255) * keep / 255;
        int g = (over >> 8 & 255) + (below >> 8 & 255) * keep / 255;
        int b = (over & 255) + (below & 255) * keep / 255;
        return 0xFF000000 | Math.min(255, r) << 16 | Math.min(255, g) << 8 | Math.min(255, b);
    }
}
