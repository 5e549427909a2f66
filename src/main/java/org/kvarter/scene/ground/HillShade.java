package org.kvarter.scene.ground;

import org.kvarter.mesh.pick.TerrainRays;
import org.kvarter.model.Bounds;
import org.kvarter.model.Terrain;

/** Shade that hills cast on a square of ground: rays to the sun from a coarse grid, smoothed in between. Stateless. */
final class HillShade {

    private static final int MOST = 96;
    private static final double OVER = 0.4;
    private static final double FARTHEST = 6_000;

    private HillShade() {
    }

    /**
     * Deepens shade where a hill stands between ground and sun.
     *
     * @param cast 0 … 255 per texel of the canvas
     * @param sun  unit vector towards the sun
     */
    static void deepen(byte[] cast, Relief relief, Canvas canvas, double[] sun) {
        Terrain land = relief.seen();
        if (land == null || sun[2] <= 0) {
            return;
        }
        Bounds area = canvas.area();
        int size = (int) Math.max(8, Math.min(MOST, 2 * Math.max(area.width(), area.depth()) / land.cell()));
        byte[] shade = new byte[size * size];
        double summit = relief.domain().maxUp();
        double over = OVER + 0.03 * land.cell();
        boolean any = false;
        for (int y = 0; y < size; y++) {
            double north = area.maxNorth() - y * area.depth() / (size - 1);
            for (int x = 0; x < size; x++) {
                double east = area.minEast() + x * area.width() / (size - 1);
                double up = relief.heightAt(east, north) + over;
                double reach = Math.min(FARTHEST, (summit - up) / sun[2]);
                if (reach > 0 && TerrainRays.nearest(land, new double[] {east, north, up}, sun, reach).isPresent()) {
                    shade[y * size + x] = (byte) 255;
                    any = true;
                }
            }
        }
        if (any) {
            lay(Blur.box(shade, size, size, 1), size, cast, canvas.size());
        }
    }

    private static void lay(byte[] shade, int size, byte[] cast, int texels) {
        double step = (size - 1.0) / (texels - 1);
        for (int y = 0; y < texels; y++) {
            for (int x = 0; x < texels; x++) {
                int i = y * texels + x;
                cast[i] = (byte) Math.max(cast[i] & 255, (int) Blur.bilinear(shade, size, size, x * step, y * step));
            }
        }
    }
}
