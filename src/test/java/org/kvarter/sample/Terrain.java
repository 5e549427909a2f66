package org.kvarter.sample;

import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * Heights of land and sea bed, metres RH 2000, as a grid of two-metre cells: quays at +2.0, land rising gently from the shore,
 * a wooded hill with rock outcrops behind, a beach in the west, a dredged harbour.
 */
final class Terrain {
    /** Cell size, metres. */
    static final double CELL = 2;
    /** Cells towards the east. */
    static final int COLUMNS = (int) (Frame.WIDTH / CELL);
    /** Cells towards the south. */
    static final int ROWS = (int) (Frame.HEIGHT / CELL);
    /** Height of the quays. */
    static final double QUAY = 2.0;
    /** Width of the stone coping along the quays, which covers the step in the grid, metres. */
    static final double COPING = 4;

    private final float[] heights = new float[COLUMNS * ROWS];

    Terrain(StreetPlan plan) {
        IndexedPointInAreaLocator sea = new IndexedPointInAreaLocator(plan.water);
        IndexedFacetDistance shore = new IndexedFacetDistance(plan.water.buffer(0).intersection(Shapes.box(-1, -1, 1300, 1100)).getBoundary()
                .difference(plan.sheet.getBoundary().buffer(0.5)));
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                Coordinate c = new Coordinate((column + 0.5) * CELL, Frame.HEIGHT - (row + 0.5) * CELL);
                double d = shore.distance(Shapes.FACTORY.createPoint(c));
                boolean wet = sea.locate(c) != Location.EXTERIOR;
                heights[row * COLUMNS + column] = (float) (StrictMath.rint(height(c.x, c.y, wet ? -d : d) * 100) / 100);
            }
        }
    }

    /** @param d distance from the shore, metres, negative at sea */
    private static double height(double x, double y, double d) {
        double beach = y < 460 ? clamp((80 - x) / 20) : 0;
        double quay = d < COPING / 2 - 0.5 ? -2.4 - clamp(-d / 60) * 1.6 : land(x, y, d);
        double sand = d < 0 ? Math.max(-3.8, d * 0.055) : Math.min(land(x, y, d), d * 0.06);
        return quay + (sand - quay) * beach;
    }

    private static double land(double x, double y, double d) {
        double run = Math.max(0, d - 40);
        double slope = run < 80 ? 0.013 * run * run / 160 : 0.013 * (run - 40);
        double hill = bump(x, y, 606, 888, 200, 145, 32) + bump(x, y, 438, 915, 116, 100, 14) + bump(x, y, 778, 918, 130, 108, 14);
        double rock = clamp((hill - 4) / 10);
        double outcrop = noise(x / 31, y / 27) * 2.6 + noise(x / 11 + 70, y / 12) * 1.0;
        return QUAY + slope + hill + rock * outcrop;
    }

    private static double bump(double x, double y, double cx, double cy, double rx, double ry, double top) {
        double a = (x - cx) / rx;
        double b = (y - cy) / ry;
        double r = a * a + b * b;
        return r >= 1 ? 0 : top * (1 - r) * (1 - r);
    }

    /** Smooth value noise in [-1, 1]. */
    static double noise(double x, double y) {
        int i = (int) StrictMath.floor(x);
        int j = (int) StrictMath.floor(y);
        double fx = ease(x - i);
        double fy = ease(y - j);
        double low = lattice(i, j) + (lattice(i + 1, j) - lattice(i, j)) * fx;
        double high = lattice(i, j + 1) + (lattice(i + 1, j + 1) - lattice(i, j + 1)) * fx;
        return low + (high - low) * fy;
    }

    private static double lattice(int i, int j) {
        int h = i * 374761393 + j * 668265263;
        h = (h ^ (h >>> 13)) * 1274126177;
        return ((h ^ (h >>> 16)) & 0xffff) / 32767.5 - 1;
    }

    private static double ease(double f) {
        return f * f * (3 - 2 * f);
    }

    private static double clamp(double f) {
        return Math.max(0, Math.min(1, f));
    }

    /** Heights in row order from the north-west cell, metres. */
    float[] heights() {
        return heights.clone();
    }

    /** Height at a place, bilinear between cell centres, metres. */
    double at(double x, double y) {
        double column = Math.max(0, Math.min(COLUMNS - 1.001, x / CELL - 0.5));
        double row = Math.max(0, Math.min(ROWS - 1.001, (Frame.HEIGHT - y) / CELL - 0.5));
        int c = (int) column;
        int r = (int) row;
        double fx = column - c;
        double fy = row - r;
        double north = cell(r, c) * (1 - fx) + cell(r, c + 1) * fx;
        double south = cell(r + 1, c) * (1 - fx) + cell(r + 1, c + 1) * fx;
        return north * (1 - fy) + south * fy;
    }

    private double cell(int row, int column) {
        return heights[row * COLUMNS + column];
    }

    /** Lowest ground under a footprint's outline and centre, metres. */
    double lowest(Iterable<Coordinate> ring) {
        double low = Double.MAX_VALUE;
        for (Coordinate c : ring) {
            low = Math.min(low, at(c.x, c.y));
        }
        return low;
    }
}
