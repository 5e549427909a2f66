package org.kvarter.analysis.chart;

/**
 * Pairs of values of features.
 *
 * @param rows features that have both
 * @param x    one per pair
 * @param y    one per pair
 */
public record Scatter(int[] rows, double[] x, double[] y) {

    /** No pairs. */
    public static final Scatter NOTHING = new Scatter(new int[0], new double[0], new double[0]);

    /** The pairs among some features. @param x by row, NaN where missing @param y by row, NaN where missing */
    public static Scatter of(int[] rows, double[] x, double[] y) {
        int[] both = java.util.Arrays.stream(rows).filter(r -> Double.isFinite(x[r]) && Double.isFinite(y[r])).toArray();
        return new Scatter(both, java.util.Arrays.stream(both).mapToDouble(r -> x[r]).toArray(), java.util.Arrays.stream(both).mapToDouble(r -> y[r]).toArray());
    }

    /** Pearson's correlation, −1 … 1; NaN for fewer than three pairs or values that are all alike. */
    public double correlation() {
        int n = x.length;
        double meanX = java.util.Arrays.stream(x).average().orElse(Double.NaN);
        double meanY = java.util.Arrays.stream(y).average().orElse(Double.NaN);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < n; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        return n < 3 || xx == 0 || yy == 0 ? Double.NaN : xy / Math.sqrt(xx * yy);
    }
}
