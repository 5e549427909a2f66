package org.kvarter.importing.pipeline;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.util.List;
import org.kvarter.geo.CoordinateTransform;
import org.kvarter.importing.ElevationBatch;
import org.kvarter.importing.ImageBatch;
import org.kvarter.model.Bounds;
import org.kvarter.model.ImageLayer;
import org.kvarter.model.SourceRef;
import org.kvarter.model.Terrain;

/**
 * Resamples rasters to the local frame. Heights bilinearly, colours by the nearest cell; a raster of more than {@value #MOST} cells is
 * thinned.
 */
final class RasterPlacer {

    /** Most cells of a placed raster. */
    static final int MOST = 16_000_000;

    private final CoordinateTransform transform;
    private final AffineTransform toGrid;
    private final double cell;
    private final double west;
    private final double south;
    private final int columns;
    private final int rows;

    /** @param half cells that the outermost samples lie inside of the raster's edge: ½ for posts, 0 for cells */
    private RasterPlacer(double[] affine, int width, int height, CoordinateTransform transform, double half) {
        this.transform = transform;
        AffineTransform fromGrid = new AffineTransform(affine);
        try {
            this.toGrid = fromGrid.createInverse();
        } catch (NoninvertibleTransformException e) {
            throw new IllegalArgumentException("the raster has no area", e);
        }
        int steps = 32;
        double[] frame = new double[3 * 4 * (steps + 1)];
        for (int i = 0; i <= steps; i++) {
            double x = half + (width - 2 * half) * i / steps;
            double y = half + (height - 2 * half) * i / steps;
            double[] around = {x, half, x, height - half, half, y, width - half, y};
            fromGrid.transform(around, 0, around, 0, 4);
            for (int k = 0; k < 4; k++) {
                frame[12 * i + 3 * k] = around[2 * k];
                frame[12 * i + 3 * k + 1] = around[2 * k + 1];
            }
        }
        transform.toLocal(frame, 0, frame.length / 3);
        Bounds box = Bounds.of(frame, 0, frame.length / 3);
        double natural = Math.sqrt(box.width() * box.depth() / ((width - 2 * half) * (height - 2 * half)));
        double thin = Math.max(1, Math.sqrt((double) width * height / MOST));
        this.cell = natural * thin;
        this.west = box.minEast();
        this.south = box.minNorth();
        this.columns = Math.max(2, (int) Math.round(box.width() / cell) + (half > 0 ? 1 : 0));
        this.rows = Math.max(2, (int) Math.round(box.depth() / cell) + (half > 0 ? 1 : 0));
    }

    static Terrain terrain(ElevationBatch batch, CoordinateTransform transform) {
        RasterPlacer placer = new RasterPlacer(batch.affine(), batch.width(), batch.height(), transform, 0.5);
        float[] heights = new float[placer.columns * placer.rows];
        double[] grid = new double[2 * placer.columns];
        double[] heightOf = placer.heightScale(batch);
        for (int row = 0; row < placer.rows; row++) {
            placer.gridOfRow(placer.south + row * placer.cell, placer.west, grid);
            for (int column = 0; column < placer.columns; column++) {
                double h = bilinear(batch, grid[2 * column] - 0.5, grid[2 * column + 1] - 0.5);
                heights[row * placer.columns + column] = (float) (heightOf[0] + heightOf[1] * h);
            }
        }
        return new Terrain(placer.west, placer.south, placer.cell, placer.columns, placer.rows, heights);
    }

    static ImageLayer image(String id, ImageBatch batch, CoordinateTransform transform) {
        RasterPlacer placer = new RasterPlacer(batch.affine(), batch.width(), batch.height(), transform, 0);
        int[] argb = new int[placer.columns * placer.rows];
        double north = placer.south + placer.rows * placer.cell;
        double[] grid = new double[2 * placer.columns];
        for (int row = 0; row < placer.rows; row++) {
            placer.gridOfRow(north - (row + 0.5) * placer.cell, placer.west + placer.cell / 2, grid);
            for (int column = 0; column < placer.columns; column++) {
                int x = (int) Math.floor(grid[2 * column]);
                int y = (int) Math.floor(grid[2 * column + 1]);
                if (x >= 0 && y >= 0 && x < batch.width() && y < batch.height()) {
                    argb[row * placer.columns + column] = batch.argb()[y * batch.width() + x];
                }
            }
        }
        return new ImageLayer(id, batch.title(), new SourceRef("", "", "", "", ""), placer.west, north, placer.cell, placer.columns,
                placer.rows, argb, List.of());
    }

    /** Local up of the source's height 0 and of one unit more, in the raster's middle. */
    private double[] heightScale(ElevationBatch batch) {
        double[] middle = {batch.width() / 2.0, batch.height() / 2.0};
        new AffineTransform(batch.affine()).transform(middle, 0, middle, 0, 1);
        double[] xyz = {middle[0], middle[1], 0, middle[0], middle[1], 1};
        transform.toLocal(xyz, 0, 2);
        return new double[] {xyz[2], xyz[5] - xyz[2]};
    }

    /** Grid coordinates of a row of local places, {@link #cell} apart. */
    private void gridOfRow(double north, double firstEast, double[] grid) {
        double[] xyz = new double[3 * columns];
        for (int c = 0; c < columns; c++) {
            xyz[3 * c] = firstEast + c * cell;
            xyz[3 * c + 1] = north;
        }
        transform.toSource(xyz, 0, columns);
        for (int c = 0; c < columns; c++) {
            grid[2 * c] = xyz[3 * c];
            grid[2 * c + 1] = xyz[3 * c + 1];
        }
        toGrid.transform(grid, 0, grid, 0, columns);
    }

    private static double bilinear(ElevationBatch batch, double x, double y) {
        double slack = 0.01;
        if (!(x >= -slack && y >= -slack && x <= batch.width() - 1 + slack && y <= batch.height() - 1 + slack)) {
            return Double.NaN;
        }
        int c = Math.max(0, Math.min((int) x, batch.width() - 2));
        int r = Math.max(0, Math.min((int) y, batch.height() - 2));
        double fx = Math.max(0, Math.min(1, x - c));
        double fy = Math.max(0, Math.min(1, y - r));
        int at = r * batch.width() + c;
        float[] h = batch.heights();
        // A missing post counts only where it has weight.
        double top = fx == 0 ? h[at] : fx == 1 ? h[at + 1] : h[at] * (1 - fx) + h[at + 1] * fx;
        int below = at + batch.width();
        double bottom = fx == 0 ? h[below] : fx == 1 ? h[below + 1] : h[below] * (1 - fx) + h[below + 1] * fx;
        return fy == 0 ? top : fy == 1 ? bottom : top * (1 - fy) + bottom * fy;
    }
}
