package org.kvarter.scene.texture;

import org.kvarter.scene.palette.Argb;

/** The mean of colours, each weighing as much as it covers. Not thread-safe. */
final class MeanColour {

    private long weight;
    private long red;
    private long green;
    private long blue;

    void add(int argb) {
        int alpha = Argb.alpha(argb);
        weight += alpha;
        red += (long) alpha * Argb.red(argb);
        green += (long) alpha * Argb.green(argb);
        blue += (long) alpha * Argb.blue(argb);
    }

    /** Opaque; 0 where nothing covered anything. */
    int argb() {
        return weight == 0 ? 0 : Argb.rgb((double) red / weight, (double) green / weight, (double) blue / weight);
    }
}
