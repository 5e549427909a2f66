package org.kvarter.analysis.area;

import java.util.Arrays;
import org.kvarter.analysis.AreaSummary;
import org.kvarter.analysis.Statistic;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.NumberColumn;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.SeriesView;
import org.kvarter.series.TimeAxis;
import org.kvarter.text.LocalText;

/** Values summed up for areas. What a part has of its own counts beside its whole's; what it takes from it does not. Stateless. */
public final class Summaries {

    private Summaries() {
    }

    /**
     * An attribute of the areas.
     *
     * @param features   what is summed up
     * @param membership where it belongs
     * @throws IllegalArgumentException where the features have not the attribute, in the words of its name
     */
    public static NumberColumn column(AreaSummary summary, FeatureTable features, Membership membership) {
        AttributeColumn values = summary.value().isEmpty() ? null : required(features, summary.value());
        AttributeColumn weights = summary.weight().isEmpty() ? null : required(features, summary.weight());
        boolean counts = values == null || summary.statistic() == Statistic.COUNT;
        double[] result = new double[membership.areas()];
        int[][] rows = membership.rows();
        for (int a = 0; a < result.length; a++) {
            double[] of = Arrays.stream(rows[a]).mapToDouble(row -> value(features, values, row)).toArray();
            double[] by = weights == null ? null : Arrays.stream(rows[a]).mapToDouble(row -> inherited(features, weights, row)).toArray();
            result[a] = (values == null ? Statistic.COUNT : summary.statistic()).of(of, by);
        }
        return new NumberColumn(summary.name(), counts ? "" : values.unit(), counts ? NumberColumn.Type.INTEGER : NumberColumn.Type.REAL, result);
    }

    private static AttributeColumn required(FeatureTable features, String name) {
        return features.attributes().column(name).orElseThrow(() -> new IllegalArgumentException(name));
    }

    /** Without an attribute, wholes are counted. */
    private static double value(FeatureTable features, AttributeColumn values, int row) {
        if (values == null) {
            return features.parents()[row] < 0 ? 1 : Double.NaN;
        }
        return values instanceof NumberColumn ? values.number(row) : values.isMissing(row) ? Double.NaN : 1;
    }

    private static double inherited(FeatureTable features, AttributeColumn column, int row) {
        int at = row;
        for (int steps = 0; column.isMissing(at) && features.parents()[at] >= 0 && steps < features.size(); steps++) {
            at = features.parents()[at];
        }
        return column.number(at);
    }

    /**
     * The places of a series that belong to each area. A place that several features share belongs where the first of them does.
     *
     * @param placeOfFeature place of each feature, −1 for none
     */
    public static int[][] places(int[] placeOfFeature, int places, Membership membership) {
        int[] areaOfPlace = new int[places];
        Arrays.fill(areaOfPlace, -1);
        for (int row = 0; row < placeOfFeature.length; row++) {
            int place = placeOfFeature[row];
            if (place >= 0 && areaOfPlace[place] < 0) {
                areaOfPlace[place] = membership.areaOf()[row];
            }
        }
        return new Membership(areaOfPlace, membership.areas()).rows();
    }

    /**
     * A series of the areas, by their ids: the statistic of each interval.
     *
     * @param id      id of the series that is made
     * @param places  of {@code series} by area
     * @param weights of a mean, one per place; {@code null} for all alike
     */
    public static SeriesTable series(String id, AreaSummary summary, SeriesView series, int[][] places, String[] areaIds, double[] weights) {
        TimeAxis axis = series.axis();
        float[] values = new float[axis.count() * areaIds.length];
        double[] moment = new double[series.places()];
        for (int i = 0; i < axis.count(); i++) {
            series.read(i, moment);
            for (int a = 0; a < areaIds.length; a++) {
                values[i * areaIds.length + a] = (float) of(summary.statistic(), moment, places[a], weights);
            }
        }
        return new SeriesTable(id, LocalText.of(summary.name()), series.quantity(), summary.statistic().keepsUnit() ? series.unit() : "", axis, areaIds, values);
    }

    /** What places of a series weigh in a mean: the sum over their features; {@code null} for all alike. */
    public static double[] weights(AreaSummary summary, FeatureTable features, int[] placeOf, int places) {
        AttributeColumn column = summary.weight().isEmpty() ? null : features.attributes().column(summary.weight()).orElse(null);
        if (column == null) {
            return null;
        }
        double[] weights = new double[places];
        Arrays.fill(weights, Double.NaN);
        for (int row = 0; row < placeOf.length; row++) {
            if (placeOf[row] >= 0 && !column.isMissing(row)) {
                double already = Double.isNaN(weights[placeOf[row]]) ? 0 : weights[placeOf[row]];
                weights[placeOf[row]] = already + column.number(row);
            }
        }
        return weights;
    }

    static double of(Statistic statistic, double[] moment, int[] places, double[] weights) {
        if (statistic == Statistic.SUM) { // by far the most asked for, without copies
            double sum = Double.NaN;
            for (int place : places) {
                double v = moment[place];
                sum = Double.isNaN(v) ? sum : Double.isNaN(sum) ? v : sum + v;
            }
            return sum;
        }
        double[] of = new double[places.length];
        double[] by = weights == null ? null : new double[places.length];
        for (int p = 0; p < of.length; p++) {
            of[p] = moment[places[p]];
            if (by != null) {
                by[p] = weights[places[p]];
            }
        }
        return places.length == 0 ? Double.NaN : statistic.of(of, by);
    }
}
