package org.kvarter.overlay;

import java.util.Arrays;

/**
 * Where to cut values into classes. All methods take values in any order, ignore NaN, and answer ascending distinct inner limits: up to
 * {@code classes - 1}, fewer where the data has fewer distinct values. Class {@code i} holds values below limit {@code i}.
 */
public final class Classification {

    /** Values beyond this number are thinned to evenly spaced ranks before natural breaks are sought. */
    private static final int JENKS_SAMPLE = 1_000;

    private Classification() {
    }

    /** Classes with the same number of values each. */
    public static double[] quantiles(double[] values, int classes) {
        double[] sorted = present(values);
        if (sorted.length == 0) {
            return new double[0];
        }
        double[] breaks = new double[classes - 1];
        for (int i = 1; i < classes; i++) {
            breaks[i - 1] = percentile(sorted, (double) i / classes);
        }
        return inner(breaks, sorted);
    }

    /** Classes of the same width between {@code minimum} and {@code maximum}. */
    public static double[] equalIntervals(double minimum, double maximum, int classes) {
        if (!(maximum > minimum)) {
            return new double[0];
        }
        double[] breaks = new double[classes - 1];
        for (int i = 1; i < classes; i++) {
            breaks[i - 1] = minimum + (maximum - minimum) * i / classes;
        }
        return breaks;
    }

    /**
     * Natural breaks: classes with the least sum of squared deviations from their means (Fisher 1958, Jenks 1977), by dynamic
     * programming over at most {@value #JENKS_SAMPLE} ranks.
     */
    public static double[] jenks(double[] values, int classes) {
        double[] sorted = thinned(present(values));
        int n = sorted.length;
        int distinct = (int) Arrays.stream(sorted).distinct().count();
        int k = Math.min(classes, distinct);
        if (k < 2) {
            return new double[0];
        }
        double[] sum = new double[n + 1];
        double[] squares = new double[n + 1];
        // taken to 0 … 1, so that squares of large numbers neither overflow nor drown the small ones
        double low = sorted[0];
        double half = sorted[n - 1] / 2 - low / 2;
        for (int i = 0; i < n; i++) {
            double v = (sorted[i] / 2 - low / 2) / half;
            sum[i + 1] = sum[i] + v;
            squares[i + 1] = squares[i] + v * v;
        }
        double[] cost = new double[n + 1];
        for (int end = 1; end <= n; end++) {
            cost[end] = deviation(sum, squares, 0, end);
        }
        int[][] startOfLast = new int[k + 1][n + 1];
        for (int c = 2; c <= k; c++) {
            double[] next = new double[n + 1];
            Arrays.fill(next, Double.POSITIVE_INFINITY);
            for (int end = c; end <= n; end++) {
                startOfLast[c][end] = c - 1;
                for (int start = c - 1; start < end; start++) {
                    double total = cost[start] + deviation(sum, squares, start, end);
                    if (total < next[end]) {
                        next[end] = total;
                        startOfLast[c][end] = start;
                    }
                }
            }
            cost = next;
        }
        double[] breaks = new double[k - 1];
        int end = n;
        for (int c = k; c >= 2; c--) {
            int start = startOfLast[c][end];
            breaks[c - 2] = sorted[start - 1] / 2 + sorted[start] / 2;
            end = start;
        }
        return inner(breaks, sorted);
    }

    /**
     * The value below which a share of the values lies, interpolated.
     *
     * @param sorted ascending, without NaN, at least one
     * @param share  0 … 1
     */
    public static double percentile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }

    /** The values that are numbers, ascending. */
    public static double[] present(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    }

    private static double deviation(double[] sum, double[] squares, int start, int end) {
        double s = sum[end] - sum[start];
        return squares[end] - squares[start] - s * s / (end - start);
    }

    private static double[] thinned(double[] sorted) {
        if (sorted.length <= JENKS_SAMPLE) {
            return sorted;
        }
        double[] thin = new double[JENKS_SAMPLE];
        for (int i = 0; i < thin.length; i++) {
            thin[i] = sorted[(int) ((long) i * (sorted.length - 1) / (thin.length - 1))];
        }
        return thin;
    }

    private static double[] inner(double[] breaks, double[] sorted) {
        return Arrays.stream(breaks).distinct().filter(b -> b > sorted[0] && b <= sorted[sorted.length - 1]).toArray();
    }
}
