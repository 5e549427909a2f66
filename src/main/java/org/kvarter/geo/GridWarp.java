package org.kvarter.geo;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import org.kvarter.model.Bounds;
import org.kvarter.text.Texts;

/**
 * Where the cells of a grid in the local frame lie on a source's grid.
 *
 * <p>The way from local metres to the source is asked of the transform on a coarse lattice only and interpolated between, as finely
 * as needed to stay within a twentieth of a source cell. Not thread-safe.
 */
final class GridWarp {

    private static final double CLOSE_ENOUGH = 0.05;
    /** The finest lattice: a sixteenth of the cells, which keeps the largest raster within seconds. */
    private static final int FINEST = 4;
    /** Beyond this from the district projections answer with nonsense, slowly; metres. */
    private static final double FARTHEST = 2_000_000;

    /** Local place of the centre of the first, south-western, cell; metres. */
    final double west;
    final double south;
    /** Distance of neighbouring cells, metres. */
    final double cell;
    final int columns;
    final int rows;

    private final AffineTransform toGrid;
    private final CoordinateTransform transform;
    private final int spacing;
    private final int latticeColumns;
    private final double[] lattice;

    /**
     * @param affine    grid to source coordinates, as in {@code ElevationBatch}: cell (c, r) has its centre at (c + ½, r + ½)
     * @param width     source columns
     * @param height    source rows
     * @param transform source to local frame
     * @param maxCells  most columns or rows of the local grid: beyond it, its cells grow
     * @throws CrsException where the grid has no place in the local frame
     */
    GridWarp(double[] affine, int width, int height, CoordinateTransform transform, int maxCells) throws CrsException {
        AffineTransform toSource = new AffineTransform(affine);
        try {
            toGrid = toSource.createInverse();
        } catch (NoninvertibleTransformException e) {
            throw outside();
        }
        this.transform = transform;
        double[] outline = outline(width, height);
        toSource(toSource, outline);
        Bounds box = Bounds.of(outline, 0, outline.length / 3);
        double step = cellSize(toSource, width, height);
        if (box.isEmpty() || !(step > 0) || !Double.isFinite(step)) {
            throw outside();
        }
        if (Math.hypot(box.centreEast(), box.centreNorth()) > FARTHEST) {
            throw new CrsException(Texts.in(GridWarp.class).get("raster.far", FARTHEST / 1000));
        }
        cell = Math.max(step, Math.max(box.width(), box.depth()) / (maxCells - 1));
        columns = Math.max(2, (int) Math.floor(box.width() / cell + 1e-6) + 1);
        rows = Math.max(2, (int) Math.floor(box.depth() / cell + 1e-6) + 1);
        west = box.minEast() + (box.width() - (columns - 1) * cell) / 2;
        south = box.minNorth() + (box.depth() - (rows - 1) * cell) / 2;
        int size = 32;
        double[] found = null;
        while (found == null) {
            double[] candidate = lattice(size);
            if (size <= FINEST || error(candidate, size) <= CLOSE_ENOUGH) {
                found = candidate;
            } else {
                size /= 2;
            }
        }
        spacing = size;
        latticeColumns = latticeSize(columns, size);
        lattice = found;
    }

    /** Fractional source columns and rows of a row of local cells: 0 is the centre of the source's first cell; NaN where unknown. */
    void row(int row, double[] columnRow) {
        int r = row / spacing;
        double fr = (row - r * spacing) / (double) spacing;
        for (int c = 0; c < columns; c++) {
            int k = c / spacing;
            double fc = (c - k * spacing) / (double) spacing;
            int at = 2 * (r * latticeColumns + k);
            int up = at + 2 * latticeColumns;
            for (int i = 0; i < 2; i++) {
                double low = lattice[at + i] + (lattice[at + 2 + i] - lattice[at + i]) * fc;
                double high = lattice[up + i] + (lattice[up + 2 + i] - lattice[up + i]) * fc;
                columnRow[2 * c + i] = low + (high - low) * fr;
            }
        }
    }

    private static int latticeSize(int cells, int spacing) {
        return (cells - 1) / spacing + 2;
    }

    private double[] lattice(int size) {
        int across = latticeSize(columns, size);
        int down = latticeSize(rows, size);
        double[] positions = new double[2 * across * down];
        double[] xyz = new double[3 * across];
        for (int r = 0; r < down; r++) {
            for (int c = 0; c < across; c++) {
                xyz[3 * c] = west + c * size * cell;
                xyz[3 * c + 1] = south + r * size * cell;
                xyz[3 * c + 2] = 0;
            }
            toGrid(xyz, across, positions, 2 * r * across);
        }
        return positions;
    }

    private void toGrid(double[] xyz, int count, double[] positions, int at) {
        transform.toSource(xyz, 0, count);
        for (int c = 0; c < count; c++) {
            positions[at + 2 * c] = xyz[3 * c];
            positions[at + 2 * c + 1] = xyz[3 * c + 1];
        }
        toGrid.transform(positions, at, positions, at, count);
        for (int i = at; i < at + 2 * count; i++) {
            positions[i] -= 0.5;
        }
    }

    /** Largest error of interpolating in the middle of a lattice cell, of nine cells over the grid; in source cells. */
    private double error(double[] positions, int size) {
        int across = latticeSize(columns, size);
        int down = latticeSize(rows, size);
        double worst = 0;
        for (int i = 0; i < 9; i++) {
            int c = (across - 2) * (i % 3) / 2;
            int r = (down - 2) * (i / 3) / 2;
            double[] xyz = {west + (c + 0.5) * size * cell, south + (r + 0.5) * size * cell, 0};
            double[] exact = new double[2];
            toGrid(xyz, 1, exact, 0);
            int at = 2 * (r * across + c);
            for (int k = 0; k < 2; k++) {
                double mean = (positions[at + k] + positions[at + 2 + k] + positions[at + 2 * across + k]
                        + positions[at + 2 * across + 2 + k]) / 4;
                worst = Math.max(worst, Math.abs(mean - exact[k]));
            }
        }
        return worst;
    }

    /** Points along the centres of the outermost source cells, in grid coordinates. */
    private static double[] outline(int width, int height) {
        int n = 33;
        double[] xyz = new double[3 * 4 * n];
        for (int i = 0; i < n; i++) {
            double x = 0.5 + (width - 1.0) * i / (n - 1);
            double y = 0.5 + (height - 1.0) * i / (n - 1);
            double[][] sides = {{x, 0.5}, {x, height - 0.5}, {0.5, y}, {width - 0.5, y}};
            for (int s = 0; s < 4; s++) {
                xyz[3 * (4 * i + s)] = sides[s][0];
                xyz[3 * (4 * i + s) + 1] = sides[s][1];
            }
        }
        return xyz;
    }

    private void toSource(AffineTransform affine, double[] xyz) {
        double[] p = new double[2];
        for (int i = 0; i < xyz.length; i += 3) {
            affine.transform(xyz, i, p, 0, 1);
            xyz[i] = p[0];
            xyz[i + 1] = p[1];
        }
        transform.toLocal(xyz, 0, xyz.length / 3);
    }

    /** The smaller side of the source cell in the middle, in local metres. */
    private double cellSize(AffineTransform affine, int width, int height) {
        double x = width / 2.0;
        double y = height / 2.0;
        double[] xyz = {x, y, 0, x + 1, y, 0, x, y + 1, 0};
        toSource(affine, xyz);
        return Math.min(Math.hypot(xyz[3] - xyz[0], xyz[4] - xyz[1]), Math.hypot(xyz[6] - xyz[0], xyz[7] - xyz[1]));
    }

    private static CrsException outside() {
        return new CrsException(Texts.in(GridWarp.class).get("raster.outside"));
    }
}
