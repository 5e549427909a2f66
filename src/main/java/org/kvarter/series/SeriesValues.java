package org.kvarter.series;

/** Questions to a series: a window of all places, a trace of some. Missing values are left out, not taken as zero. */
public final class SeriesValues {

    private SeriesValues() {
    }

    /** How the values of a window become one. */
    public enum Aggregation {
        MEAN, SUM, MAXIMUM;

        /** What is usual for a unit: energies add up, powers and counts of the moment do not. */
        public static Aggregation usual(String unit) {
            return unit.matches("[kMGT]?Wh") ? SUM : MEAN;
        }
    }

    /** One value per place over the intervals that begin in {@code window}; NaN where all are missing or the window is off the axis. */
    public static double[] over(SeriesView series, TimeWindow window, Aggregation aggregation) {
        int first = Math.max(0, window.firstInterval(series.axis()));
        int end = Math.min(series.axis().count(), window.endInterval(series.axis()));
        return over(series, first, end, aggregation);
    }

    /** One value per place over intervals {@code first} (inclusive) to {@code end} (exclusive). */
    public static double[] over(SeriesView series, int first, int end, Aggregation aggregation) {
        return series.over(first, end, aggregation);
    }

    static double[] readOver(SeriesView series, int first, int end, Aggregation aggregation) {
        int places = series.places();
        double[] total = new double[places];
        int[] present = new int[places];
        double[] moment = new double[places];
        for (int i = first; i < end; i++) {
            series.read(i, moment);
            for (int p = 0; p < places; p++) {
                double v = moment[p];
                if (v == v) {
                    total[p] = aggregation == Aggregation.MAXIMUM ? present[p] == 0 ? v : Math.max(total[p], v) : total[p] + v;
                    present[p]++;
                }
            }
        }
        for (int p = 0; p < places; p++) {
            if (present[p] == 0) {
                total[p] = Double.NaN;
            } else if (aggregation == Aggregation.MEAN) {
                total[p] /= present[p];
            }
        }
        return total;
    }

    /** The sum over some places in each interval; NaN where none of them has a value. */
    public static double[] sumOfPlaces(SeriesView series, int[] places) {
        return series.sumOf(places);
    }

    static double[] readSum(SeriesView series, int[] places) {
        double[] sums = new double[series.axis().count()];
        double[] moment = new double[series.places()];
        for (int i = 0; i < sums.length; i++) {
            series.read(i, moment);
            double sum = Double.NaN;
            for (int place : places) {
                double v = moment[place];
                if (v == v) {
                    sum = Double.isNaN(sum) ? v : sum + v;
                }
            }
            sums[i] = sum;
        }
        return sums;
    }
}
