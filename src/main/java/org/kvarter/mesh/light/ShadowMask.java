package org.kvarter.mesh.light;

import java.util.List;
import java.util.Optional;
import org.kvarter.mesh.TileMesh;
import org.kvarter.mesh.pick.RayIndex;
import org.kvarter.model.Bounds;
import org.kvarter.model.Terrain;
import org.kvarter.task.Progress;

/**
 * The shadows of solids on the ground as a grey picture: every triangle projected along the sun, edges smooth. Arrays are not copied.
 *
 * <p>A feature's shadow falls on the terrain where there is one, else on the level of the feature's own foot. Good for grounds, not
 * for shadows on walls and roofs: those are {@link LightBaker}'s.
 *
 * @param west           local east of the left edge, metres
 * @param north          local north of the upper edge, metres
 * @param metresPerPixel edge of a pixel
 * @param width          pixels
 * @param height         pixels
 * @param coverage       0 (open) … 255 (shaded), row by row from the north
 */
public record ShadowMask(double west, double north, double metresPerPixel, int width, int height, byte[] coverage) {

    /** Numbers in memory at once while painting. */
    private static final int BAND = 4_000_000;

    /**
     * What casts shadows.
     *
     * @param layerId layer
     * @param tiles   some of its tiles
     */
    public record Caster(String layerId, List<TileMesh> tiles) {

        public Caster {
            tiles = List.copyOf(tiles);
        }
    }

    /** Shade at a place, 0 … 255; 0 outside. */
    public int at(double east, double northing) {
        int x = (int) Math.floor((east - west) / metresPerPixel);
        int y = (int) Math.floor((north - northing) / metresPerPixel);
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : coverage[y * width + x] & 255;
    }

    /**
     * Casts shadows.
     *
     * @param layers  what stands there
     * @param area    rectangle covered, local metres; heights are not looked at
     * @param pixels  length of its longer side in pixels, 16 … 16384
     * @param sun     unit vector towards the sun; below the horizon nothing is cast
     * @param terrain ground, where there is any
     * @param casters parts that cast shade
     * @throws org.kvarter.task.WorkCancelledException when cancelled
     */
    public static ShadowMask cast(List<Caster> layers, Bounds area, int pixels, double[] sun, Optional<Terrain> terrain,
                                  RayIndex.Filter casters, Progress progress) {
        double cell = Math.max(area.width(), area.depth()) / pixels;
        int width = Math.max(1, (int) Math.ceil(area.width() / cell - 1e-6));
        int height = Math.max(1, (int) Math.ceil(area.depth() / cell - 1e-6));
        byte[] mask = new byte[width * height];
        if (sun[2] > 0) {
            int rows = Math.max(1, Math.min(height, BAND / (width + 2)));
            CoverageBand band = new CoverageBand(width, rows);
            ShadowPainter painter = new ShadowPainter(band, area.minEast(), area.maxNorth(), cell, sun, terrain, casters);
            for (int row = 0; row < height; row += rows) {
                int count = Math.min(rows, height - row);
                band.begin(row, count);
                painter.rows(row, count, width);
                for (Caster layer : layers) {
                    for (TileMesh tile : layer.tiles()) {
                        progress.checkCancelled();
                        painter.tile(layer.layerId(), tile);
                    }
                }
                band.write(mask);
            }
        }
        return new ShadowMask(area.minEast(), area.maxNorth(), cell, width, height, mask);
    }
}
