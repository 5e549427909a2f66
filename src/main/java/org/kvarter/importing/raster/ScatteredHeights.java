package org.kvarter.importing.raster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kvarter.importing.ElevationBatch;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.city.TriangleGrid;
import org.kvarter.task.Progress;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.triangulate.DelaunayTriangulationBuilder;
import org.locationtech.jts.triangulate.quadedge.QuadEdgeSubdivision;
import org.locationtech.jts.triangulate.quadedge.Vertex;

/**
 * Points that lie on no grid as one: few by a Delaunay triangulation, many by the mean of those in each cell, with small gaps closed from
 * their neighbours. Stateless.
 */
final class ScatteredHeights {

    /** More points are not triangulated: that takes seconds and hundreds of bytes for each. */
    static final int MOST_TRIANGULATED = 150_000;

    /** An edge that is so many times as long as the points are apart bridges a bay of the outline, not the ground. */
    private static final double LONGEST_EDGE = 25;
    private static final double METRES_PER_DEGREE = 111_320;
    private static final int CLOSINGS = 3;

    private ScatteredHeights() {
    }

    /** Whether coordinates can be longitudes and latitudes of a district. */
    private static boolean isGeographic(PointSurvey survey) {
        return survey.width() < 2 && survey.height() < 2 && Math.abs(survey.minEast()) <= 180 && Math.abs(survey.minNorth()) <= 90;
    }

    /** A grid of the triangles between all points; {@code null} where they make none. */
    static ElevationBatch triangulated(HeightPoints text, PointSurvey survey, String layer, String title, Progress progress) throws IOException {
        List<Coordinate> points = new ArrayList<>();
        while (text.next()) {
            points.add(new Coordinate(text.east() - survey.minEast(), text.north() - survey.minNorth(), text.height()));
        }
        progress.checkCancelled();
        DelaunayTriangulationBuilder builder = new DelaunayTriangulationBuilder();
        builder.setSites(points);
        QuadEdgeSubdivision triangles = builder.getSubdivision();
        double longest = LONGEST_EDGE * Math.sqrt(Math.max(survey.width() * survey.height(), 1e-9) / Math.max(1, points.size()));
        boolean degrees = isGeographic(survey);
        double metresEast = degrees ? METRES_PER_DEGREE * Math.cos(Math.toRadians(survey.minNorth())) : 1;
        TriangleGrid grid = new TriangleGrid(MemoryBudget.ofHeap(), metresEast, degrees ? METRES_PER_DEGREE : 1);
        triangles.visitTriangles(edges -> {
            Vertex[] v = {edges[0].orig(), edges[1].orig(), edges[2].orig()};
            double[] nine = new double[9];
            for (int i = 0; i < 3; i++) {
                Coordinate c = v[i].getCoordinate();
                if (c.distance(v[(i + 1) % 3].getCoordinate()) > longest) {
                    return;
                }
                nine[3 * i] = c.x + survey.minEast();
                nine[3 * i + 1] = c.y + survey.minNorth();
                nine[3 * i + 2] = c.getZ();
            }
            grid.add(nine);
        }, false);
        progress.checkCancelled();
        return grid.give(layer, title);
    }

    /** Size of the cells for many points: about one point in each, and a number people can say; at least what {@link Window#MAX_SIDE} allows. */
    static double cell(PointSurvey survey) {
        double wanted = Math.max(Math.sqrt(survey.width() * survey.height() / survey.count()) * 1.25, Math.max(survey.width(), survey.height()) / (Window.MAX_SIDE - 1));
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double nice : new double[] {1, 2, 2.5, 5, 10}) {
            if (nice * power >= wanted * (1 - 1e-9)) {
                return nice * power;
            }
        }
        return wanted;
    }

    /** The mean height of the points in each cell. */
    static ElevationBatch cells(HeightPoints text, PointSurvey survey, double cell, String layer, String title, Progress progress) throws IOException {
        int columns = (int) Math.min(Window.MAX_SIDE, Math.floor(survey.width() / cell) + 1);
        int rows = (int) Math.min(Window.MAX_SIDE, Math.floor(survey.height() / cell) + 1);
        double[] sums = new double[columns * rows];
        int[] counts = new int[columns * rows];
        while (text.next()) {
            if (text.points() % 100_000 == 0) {
                progress.checkCancelled();
                progress.report((double) text.points() / survey.count(), title);
            }
            int column = (int) Math.min(columns - 1L, (long) ((text.east() - survey.minEast()) / cell));
            int row = rows - 1 - (int) Math.min(rows - 1L, (long) ((text.north() - survey.minNorth()) / cell));
            sums[row * columns + column] += text.height();
            counts[row * columns + column]++;
        }
        float[] heights = new float[sums.length];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = counts[i] == 0 ? Float.NaN : (float) (sums[i] / counts[i]);
        }
        for (int i = 0; i < CLOSINGS; i++) {
            heights = closed(heights, columns, rows);
        }
        return new ElevationBatch(layer, title, new double[] {cell, 0, 0, -cell, survey.minEast(), survey.minNorth() + rows * cell}, columns, rows, heights);
    }

    /** Cells without a height get the mean of the eight around where at least three have one. */
    private static float[] closed(float[] heights, int columns, int rows) {
        float[] filled = Arrays.copyOf(heights, heights.length);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (!Float.isNaN(heights[row * columns + column])) {
                    continue;
                }
                double sum = 0;
                int known = 0;
                for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
                    for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
                        float height = heights[r * columns + c];
                        sum += Float.isNaN(height) ? 0 : height;
                        known += Float.isNaN(height) ? 0 : 1;
                    }
                }
                filled[row * columns + column] = known >= 3 ? (float) (sum / known) : Float.NaN;
            }
        }
        return filled;
    }
}
