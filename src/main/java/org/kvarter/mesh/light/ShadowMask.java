package org.kvarter.mesh.light;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import java.util.Optional;
import org.kvarter.mesh.TileMesh;
import org.kvarter.mesh.pick.RayIndex;
import org.kvarter.model.Bounds;
import org.kvarter.model.PartTable;
import org.kvarter.model.SurfaceKind;
import org.kvarter.model.Terrain;
import org.kvarter.task.Progress;

/**
 * The shadows of solids on the ground as a grey picture: every triangle projected along the sun. Arrays are not copied.
 *
 * <p>A feature's shadow falls on the terrain where there is one, else on the level of the feature's own foot. It is filled as
 * one shape, so that its triangles leave no seams. Good for grounds, not for shadows on walls and roofs: those are
 * {@link LightBaker}'s.
 *
 * @param west           local east of the left edge, metres
 * @param north          local north of the upper edge, metres
 * @param metresPerPixel edge of a pixel
 * @param width          pixels
 * @param height         pixels
 * @param coverage       0 (open) … 255 (shaded), row by row from the north
 */
public record ShadowMask(double west, double north, double metresPerPixel, int width, int height, byte[] coverage) {

    /** A lower sun casts shadows as if it stood here, degrees; bounds their length to 14 times the height. */
    private static final double LOWEST_SUN = 4;

    /** Features lower than this cast none, metres. */
    private static final double LOWEST_CASTER = 0.3;

    /** Shade at a place, 0 … 255; 0 outside. */
    public int at(double east, double northing) {
        int x = (int) Math.floor((east - west) / metresPerPixel);
        int y = (int) Math.floor((north - northing) / metresPerPixel);
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : coverage[y * width + x] & 255;
    }

    /**
     * Casts shadows.
     *
     * @param layers  per layer its id and tiles
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
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        if (sun[2] > 0) {
            Graphics2D pen = image.createGraphics();
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            pen.setColor(Color.WHITE);
            Painter painter = new Painter(pen, area, cell, width, height, sun, terrain);
            for (Caster layer : layers) {
                for (TileMesh tile : layer.tiles()) {
                    progress.checkCancelled();
                    painter.tile(layer.layerId(), tile, casters);
                }
            }
            pen.dispose();
        }
        byte[] grey = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        return new ShadowMask(area.minEast(), area.maxNorth(), cell, width, height, grey);
    }

    /**
     * What casts shadows.
     *
     * @param layerId layer
     * @param tiles   some of its tiles
     */
    public record Caster(String layerId, List<TileMesh> tiles) {
    }

    /** Draws feature after feature. */
    private static final class Painter {
        private final Graphics2D pen;
        private final double west;
        private final double north;
        private final double scale;
        private final int width;
        private final int height;
        private final double slopeEast;
        private final double slopeNorth;
        private final double[] sun;
        private final Optional<Terrain> terrain;

        Painter(Graphics2D pen, Bounds area, double cell, int width, int height, double[] sun, Optional<Terrain> terrain) {
            this.pen = pen;
            this.west = area.minEast();
            this.north = area.maxNorth();
            this.scale = 1 / cell;
            this.width = width;
            this.height = height;
            this.sun = sun;
            double flat = Math.hypot(sun[0], sun[1]);
            double rise = Math.max(sun[2], flat * Math.tan(Math.toRadians(LOWEST_SUN)));
            this.slopeEast = -sun[0] / rise;
            this.slopeNorth = -sun[1] / rise;
            this.terrain = terrain;
        }

        void tile(String layerId, TileMesh tile, RayIndex.Filter casters) {
            Bounds b = tile.bounds();
            double reach = b.height() + (terrain.isPresent() ? 200 : 0);
            if (outside(b.minEast() + Math.min(0, slopeEast * reach), b.minNorth() + Math.min(0, slopeNorth * reach),
                    b.maxEast() + Math.max(0, slopeEast * reach), b.maxNorth() + Math.max(0, slopeNorth * reach))) {
                return;
            }
            PartTable parts = tile.parts();
            int n = parts.size();
            for (int from = 0; from < n; ) {
                int to = from;
                while (to < n && parts.feature()[to] == parts.feature()[from]) {
                    to++;
                }
                feature(layerId, tile, from, to, casters);
                from = to;
            }
        }

        private boolean outside(double minE, double minN, double maxE, double maxN) {
            return maxE < west || minE > west + width / scale || minN > north || maxN < north - height / scale;
        }

        private void feature(String layerId, TileMesh tile, int from, int to, RayIndex.Filter casters) {
            float[] p = tile.points();
            int[] corners = tile.corners();
            float foot = Float.POSITIVE_INFINITY;
            float top = Float.NEGATIVE_INFINITY;
            int end = 3 * tile.partTriangleEnds()[to - 1];
            for (int i = 3 * tile.firstTriangle(from); i < end; i++) {
                float up = p[3 * corners[i] + 2];
                foot = Math.min(foot, up);
                top = Math.max(top, up);
            }
            if (top - foot < LOWEST_CASTER && liesFlat(tile.parts().kindOf(from))) {
                return;
            }
            Path2D.Float shape = new Path2D.Float(Path2D.WIND_NON_ZERO, 4 * (end / 3 - tile.firstTriangle(from)));
            float[] flat = new float[6];
            boolean any = false;
            float[] n = tile.parts().normals();
            for (int part = from; part < to; part++) {
                // Of a closed solid the sunny side alone casts the whole shadow.
                boolean sunny = n[3 * part] * sun[0] + n[3 * part + 1] * sun[1] + n[3 * part + 2] * sun[2] > 0;
                if (tile.closed() && !sunny || casters != RayIndex.Filter.ALL && !casters.sees(layerId, tile, part)) {
                    continue;
                }
                for (int t = tile.firstTriangle(part); t < tile.partTriangleEnds()[part]; t++) {
                    for (int k = 0; k < 3; k++) {
                        project(p, 3 * corners[3 * t + k], foot, flat, k);
                    }
                    any |= add(shape, flat);
                }
            }
            if (any) {
                pen.fill(shape);
            }
        }

        private static boolean liesFlat(SurfaceKind kind) {
            return switch (kind) {
                case WATER, LAND, STREET, GREEN, TERRAIN, RAIL -> true;
                default -> false;
            };
        }

        private void project(float[] p, int at, double foot, float[] flat, int k) {
            double e = p[at];
            double no = p[at + 1];
            double up = p[at + 2];
            double drop = Math.max(0, up - foot);
            if (terrain.isPresent()) {
                // The ray's foot on the terrain by fixed point: good to a pixel on ground gentler than the sun.
                for (int i = 0; i < 3; i++) {
                    double ground = terrain.get().heightAt(e + slopeEast * drop, no + slopeNorth * drop);
                    if (Double.isNaN(ground)) {
                        break;
                    }
                    drop = Math.max(0, up - ground);
                }
            }
            flat[2 * k] = (float) ((e + slopeEast * drop - west) * scale);
            flat[2 * k + 1] = (float) ((north - no - slopeNorth * drop) * scale);
        }

        /** Adds a triangle, always turning the same way so that overlaps do not cancel; answers whether it has any area. */
        private static boolean add(Path2D.Float shape, float[] f) {
            float turn = (f[2] - f[0]) * (f[5] - f[1]) - (f[3] - f[1]) * (f[4] - f[0]);
            if (Math.abs(turn) < 1e-4f) {
                return false;
            }
            shape.moveTo(f[0], f[1]);
            if (turn > 0) {
                shape.lineTo(f[2], f[3]);
                shape.lineTo(f[4], f[5]);
            } else {
                shape.lineTo(f[4], f[5]);
                shape.lineTo(f[2], f[3]);
            }
            shape.closePath();
            return true;
        }
    }
}
