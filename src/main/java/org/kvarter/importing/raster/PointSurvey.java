package org.kvarter.importing.raster;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.kvarter.task.Progress;

/** What a first pass over points tells: their box, and whether they lie on a grid. Filled by one thread, then read. */
final class PointSurvey {

    /** Distinct coordinates along one axis that are remembered: a grid of more is read as scattered points. */
    private static final int MOST_DISTINCT = 50_000;
    private static final double FIT = 0.02;
    private static final double LEAST_FILLED = 0.1;
    private static final int EVERY = 100_000;

    private Set<Double> easts = new HashSet<>();
    private Set<Double> norths = new HashSet<>();
    private long count;
    private long others;
    private double minEast = Double.POSITIVE_INFINITY;
    private double minNorth = Double.POSITIVE_INFINITY;
    private double maxEast = Double.NEGATIVE_INFINITY;
    private double maxNorth = Double.NEGATIVE_INFINITY;

    /**
     * A regular grid of points.
     *
     * @param columns from west to east
     * @param rows    from north to south
     * @param affine  grid to source coordinates as in {@link GeoReference#affine}, points at the middle of cells
     */
    record Grid(int columns, int rows, double[] affine) {
    }

    /** Goes through all points, those within a box only. */
    static PointSurvey of(HeightPoints text, Progress progress, String message) throws IOException {
        PointSurvey survey = new PointSurvey();
        while (text.next()) {
            if (text.points() % EVERY == 0) {
                progress.checkCancelled();
                progress.report(Double.NaN, message);
            }
            survey.add(text.east(), text.north());
        }
        survey.others = text.others();
        return survey;
    }

    private void add(double east, double north) {
        count++;
        minEast = Math.min(minEast, east);
        minNorth = Math.min(minNorth, north);
        maxEast = Math.max(maxEast, east);
        maxNorth = Math.max(maxNorth, north);
        easts = remember(easts, east);
        norths = remember(norths, north);
    }

    private static Set<Double> remember(Set<Double> seen, double value) {
        if (seen != null) {
            seen.add(value + 0.0);
        }
        return seen == null || seen.size() > MOST_DISTINCT ? null : seen;
    }

    long count() {
        return count;
    }

    long others() {
        return others;
    }

    double minEast() {
        return minEast;
    }

    double minNorth() {
        return minNorth;
    }

    double width() {
        return maxEast - minEast;
    }

    double height() {
        return maxNorth - minNorth;
    }

    /** The grid the points lie on; {@code null} where they do not. */
    Grid grid() {
        double dx = step(easts);
        double dy = step(norths);
        if (!(dx > 0) || !(dy > 0)) {
            return null;
        }
        long columns = Math.round(width() / dx) + 1;
        long rows = Math.round(height() / dy) + 1;
        boolean filled = count >= LEAST_FILLED * columns * rows;
        return filled && columns > 1 && rows > 1 ? new Grid((int) columns, (int) rows,
                new double[] {dx, 0, 0, -dy, minEast - dx / 2, maxNorth + dy / 2}) : null;
    }

    /** The distance all coordinates are multiples of; 0 where there is none. */
    private static double step(Set<Double> seen) {
        if (seen == null || seen.size() < 2) {
            return 0;
        }
        double[] sorted = seen.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double least = Double.POSITIVE_INFINITY;
        double extent = sorted[sorted.length - 1] - sorted[0];
        for (int i = 1; i < sorted.length; i++) {
            double gap = sorted[i] - sorted[i - 1];
            least = gap > 1e-9 * Math.max(1, Math.abs(sorted[i])) ? Math.min(least, gap) : least;
        }
        // rounded coordinates: the mean of the gaps that are one step is nearer to the truth than the least
        double rough = least;
        double[] single = new double[] {0, 0};
        for (int i = 1; i < sorted.length; i++) {
            double gap = sorted[i] - sorted[i - 1];
            if (Math.abs(gap - rough) < 0.1 * rough) {
                single[0] += gap;
                single[1]++;
            }
        }
        double step = extent / Math.max(1, Math.rint(extent / (single[0] / Math.max(1, single[1]))));
        boolean fits = Double.isFinite(step) && extent / step < 1e6
                && Arrays.stream(sorted).map(v -> (v - sorted[0]) / step).allMatch(k -> Math.abs(k - Math.rint(k)) < FIT + 1e-6 / step);
        return fits ? step : 0;
    }
}
