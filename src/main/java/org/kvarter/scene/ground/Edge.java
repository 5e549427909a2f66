package org.kvarter.scene.ground;

import org.kvarter.model.Bounds;
import org.kvarter.scene.palette.Argb;

/**
 * The strip along the edge of what is known, in one picture: colours go over into bare ground or plain water there, as the far land
 * begins, and the picture's own border beyond the edge repeats what lies inside. Pictures further in stay as they are.
 */
final class Edge {

    private final GroundPlan plan;
    private final Canvas canvas;
    private final Bounds domain;

    Edge(GroundPlan plan, Canvas canvas) {
        this.plan = plan;
        this.canvas = canvas;
        this.domain = plan.relief().domain();
    }

    /** Mixes opaque colours with a bare one, unlit, under plain daylight. */
    void fade(int bare) {
        if (isWithin(plan.relief().fade())) {
            return;
        }
        int lit = GroundShade.open(plan, bare);
        int[] pixels = canvas.pixels();
        for (int y = 0; y < canvas.size(); y++) {
            for (int x = 0; x < canvas.size(); x++) {
                double belongs = plan.relief().belonging(canvas.east(x), canvas.north(y));
                if (belongs < 1) {
                    int i = y * canvas.size() + x;
                    pixels[i] = Argb.mix(lit, pixels[i], belongs);
                }
            }
        }
    }

    /** Repeats the last texels inside the edge beyond it. */
    void carryOn() {
        if (isWithin(0)) {
            return;
        }
        double east = canvas.east(1) - canvas.east(0);
        double north = canvas.north(0) - canvas.north(1);
        int west = (int) Math.ceil((domain.minEast() - canvas.east(0)) / east) + 1;
        int right = (int) Math.floor((domain.maxEast() - canvas.east(0)) / east) - 1;
        int top = (int) Math.ceil((canvas.north(0) - domain.maxNorth()) / north) + 1;
        int bottom = (int) Math.floor((canvas.north(0) - domain.minNorth()) / north) - 1;
        int[] pixels = canvas.pixels();
        int size = canvas.size();
        for (int y = 0; y < size; y++) {
            int sy = cut(cut(y, top, bottom), 0, size - 1);
            for (int x = 0; x < size; x++) {
                int sx = cut(cut(x, west, right), 0, size - 1);
                if (sx != x || sy != y) {
                    pixels[y * size + x] = pixels[sy * size + sx];
                }
            }
        }
    }

    private static int cut(int value, int low, int high) {
        return Math.max(low, Math.min(high, value));
    }

    private boolean isWithin(double strip) {
        Bounds a = canvas.area();
        return a.minEast() > domain.minEast() + strip && a.maxEast() < domain.maxEast() - strip
                && a.minNorth() > domain.minNorth() + strip && a.maxNorth() < domain.maxNorth() - strip;
    }
}
