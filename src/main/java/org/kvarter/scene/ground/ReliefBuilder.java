package org.kvarter.scene.ground;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kvarter.model.Bounds;
import org.kvarter.model.LayerKind;
import org.kvarter.model.Terrain;
import org.kvarter.model.VectorLayer;
import org.locationtech.jts.geom.Geometry;

/**
 * Makes a {@link Relief}: fills holes of the terrain, finds the level of each sheet of water, and carries the land on under the water.
 * For worker threads; stateless.
 */
final class ReliefBuilder {

    /** A water whose shore rises and falls more than this is a stream: it is painted, not cut. Metres. */
    private static final double LEVEL_RANGE = 2.5;
    private static final double SEA_LEVEL_SLACK = 0.5;
    private static final int SAMPLES = 400;
    /** Buildings that stand over the terrain's edge by less need no ground of their own, metres. */
    private static final double BESIDE = 5;

    private ReliefBuilder() {
    }

    /**
     * Builds the relief.
     *
     * @param terrain      raster; {@code null} for a plane
     * @param solids       box around the buildings, may be empty
     * @param layers       all vector layers
     * @param originHeight height of the local origin, metres: water levels in attributes are absolute
     */
    static Relief build(Terrain terrain, Bounds solids, List<VectorLayer> layers, double originHeight) {
        Bounds vectors = layers.stream().map(VectorLayer::bounds).reduce(Bounds.EMPTY, Bounds::union);
        if (terrain == null) {
            Bounds box = solids.union(flat(vectors));
            if (box.isEmpty()) {
                box = new Bounds(-400, -400, 0, 400, 400, 0);
            }
            double air = Math.max(60, 0.15 * Math.max(box.width(), box.depth()));
            double plane = solids.isEmpty() ? 0 : solids.minUp();
            Bounds domain = new Bounds(box.minEast() - air, box.minNorth() - air, plane, box.maxEast() + air, box.maxNorth() + air, plane);
            return new Relief(domain, null, null, plane, List.of());
        }
        float[] filled = terrain.heights().clone();
        fillFromNearest(filled, terrain.columns(), terrain.rows(), missing(filled));
        Terrain whole = withHeights(terrain, filled);
        List<WaterBody> waters = waters(whole, layers, originHeight);
        Bounds t = domain(whole, solids);
        double median = median(filled);
        if (waters.isEmpty()) {
            return new Relief(t, whole, whole, median, waters);
        }
        return cut(whole, t, waters);
    }

    /** The terrain, and the buildings where they stand beyond it, on the heights of its edge. */
    private static Bounds domain(Terrain terrain, Bounds solids) {
        Bounds t = terrain.bounds();
        if (reachesOver(terrain, solids)) {
            double air = Math.max(40, 0.06 * Math.max(solids.width(), solids.depth()));
            return t.union(new Bounds(solids.minEast() - air, solids.minNorth() - air, t.minUp(), solids.maxEast() + air,
                    solids.maxNorth() + air, t.maxUp()));
        }
        return t;
    }

    /** Whether buildings stand beyond the terrain. */
    static boolean reachesOver(Terrain t, Bounds solids) {
        return !solids.isEmpty() && (solids.minEast() < t.west() - BESIDE || solids.minNorth() < t.south() - BESIDE
                || solids.maxEast() > t.west() + (t.columns() - 1) * t.cell() + BESIDE
                || solids.maxNorth() > t.south() + (t.rows() - 1) * t.cell() + BESIDE);
    }

    private static Relief cut(Terrain whole, Bounds domain, List<WaterBody> waters) {
        int columns = whole.columns();
        int rows = whole.rows();
        float[] seen = whole.heights().clone();
        boolean[] unknown = new boolean[seen.length];
        double lowest = Double.POSITIVE_INFINITY;
        for (WaterBody water : waters) {
            lowest = Math.min(lowest, water.level());
            byte[] inside = raster(whole, water.area());
            for (int i = 0; i < seen.length; i++) {
                if (inside[i] != 0) {
                    unknown[i] = true;
                    seen[i] = (float) water.level();
                } else if (!unknown[i] && whole.heights()[i] < water.level() + 0.1 && isBeside(inside, i, columns, rows)) {
                    unknown[i] = true; // the slope of the raster from quay to sea bed, on the land's side
                }
            }
        }
        float[] land = whole.heights().clone();
        fillFromNearest(land, columns, rows, unknown);
        for (int i = 0; i < seen.length; i++) {
            if (unknown[i] && seen[i] == whole.heights()[i]) {
                seen[i] = land[i];
            }
        }
        return new Relief(domain, withHeights(whole, land), withHeights(whole, seen), lowest, waters);
    }

    private static boolean isBeside(byte[] inside, int i, int columns, int rows) {
        int c = i % columns;
        int r = i / columns;
        for (int dr = -2; dr <= 2; dr++) {
            for (int dc = -2; dc <= 2; dc++) {
                int cc = c + dc;
                int rr = r + dr;
                if (cc >= 0 && rr >= 0 && cc < columns && rr < rows && inside[rr * columns + cc] != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<WaterBody> waters(Terrain terrain, List<VectorLayer> layers, double originHeight) {
        List<WaterBody> waters = new ArrayList<>();
        for (VectorLayer layer : layers) {
            if (layer.kind() != LayerKind.WATER) {
                continue;
            }
            for (int row = 0; row < layer.geometries().length; row++) {
                Geometry area = layer.geometries()[row];
                if (area != null && area.getDimension() == 2 && area.getArea() > 20) {
                    double stated = Attributes.number(layer, row, "height_m", "level_m", "water_level", "level", "elevation") - originHeight;
                    double level = level(terrain, area, stated, -originHeight);
                    if (!Double.isNaN(level)) {
                        waters.add(new WaterBody(area, level));
                    }
                }
            }
        }
        return waters;
    }

    /** NaN for a stream that runs downhill, or water beyond the terrain. */
    private static double level(Terrain terrain, Geometry area, double stated, double sea) {
        double[] shore = heights(terrain, area.getBoundary());
        if (shore.length == 0) {
            return Double.NaN;
        }
        double low = shore[shore.length / 10];
        double typical = shore[shore.length / 2];
        if (!Double.isNaN(stated) && Math.abs(stated - typical) < 15) {
            return stated;
        }
        if (shore[0] < sea - SEA_LEVEL_SLACK && typical > sea - 8 && typical < sea + 8) {
            return sea;
        }
        return shore[shore.length * 8 / 10] - low > LEVEL_RANGE ? Double.NaN : low;
    }

    private static double[] heights(Terrain terrain, Geometry line) {
        var coordinates = line.getCoordinates();
        int step = Math.max(1, coordinates.length / SAMPLES);
        double[] heights = new double[coordinates.length / step + 1];
        int n = 0;
        for (int i = 0; i < coordinates.length; i += step) {
            double h = terrain.heightAt(coordinates[i].x, coordinates[i].y);
            if (!Double.isNaN(h)) {
                heights[n++] = h;
            }
        }
        double[] found = Arrays.copyOf(heights, n);
        Arrays.sort(found);
        return found;
    }

    /** 255 at the posts inside an area. */
    private static byte[] raster(Terrain t, Geometry area) {
        BufferedImage image = new BufferedImage(t.columns(), t.rows(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        // A pixel is filled where its centre is inside: half a pixel brings posts to centres.
        pen.translate(0.5, 0.5);
        pen.scale(1 / t.cell(), 1 / t.cell());
        pen.translate(-t.west(), -t.south());
        pen.fill(Shapes.of(area));
        pen.dispose();
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    private static boolean[] missing(float[] heights) {
        boolean[] missing = new boolean[heights.length];
        for (int i = 0; i < heights.length; i++) {
            missing[i] = Float.isNaN(heights[i]);
        }
        return missing;
    }

    /** Gives unknown posts the height of the nearest known one, by rings of neighbours. */
    static void fillFromNearest(float[] heights, int columns, int rows, boolean[] unknown) {
        int[] queue = new int[heights.length];
        int tail = 0;
        for (int i = 0; i < heights.length; i++) {
            if (!unknown[i]) {
                queue[tail++] = i;
            }
        }
        if (tail == 0) {
            Arrays.fill(heights, 0);
            return;
        }
        for (int head = 0; head < tail; head++) {
            int i = queue[head];
            int c = i % columns;
            int r = i / columns;
            for (int k = 0; k < 4; k++) {
                int cc = c + (k == 0 ? 1 : k == 1 ? -1 : 0);
                int rr = r + (k == 2 ? 1 : k == 3 ? -1 : 0);
                int j = rr * columns + cc;
                if (cc >= 0 && rr >= 0 && cc < columns && rr < rows && unknown[j]) {
                    unknown[j] = false;
                    heights[j] = heights[i];
                    queue[tail++] = j;
                }
            }
        }
    }

    private static double median(float[] heights) {
        float[] some = new float[Math.min(heights.length, 4001)];
        for (int i = 0; i < some.length; i++) {
            some[i] = heights[(int) ((long) i * heights.length / some.length)];
        }
        Arrays.sort(some);
        return some[some.length / 2];
    }

    private static Terrain withHeights(Terrain t, float[] heights) {
        return new Terrain(t.west(), t.south(), t.cell(), t.columns(), t.rows(), heights);
    }

    private static Bounds flat(Bounds b) {
        return b.isEmpty() ? b : new Bounds(b.minEast(), b.minNorth(), Double.POSITIVE_INFINITY, b.maxEast(), b.maxNorth(),
                Double.NEGATIVE_INFINITY);
    }
}
