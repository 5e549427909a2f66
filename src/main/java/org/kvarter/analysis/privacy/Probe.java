package org.kvarter.analysis.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.kvarter.analysis.DerivedColumn;
import org.kvarter.analysis.expression.ColumnExpression;
import org.kvarter.analysis.expression.ExpressionException;
import org.kvarter.analysis.expression.Inputs;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Layer;
import org.kvarter.model.NumberColumn;
import org.kvarter.series.LinearSeries;
import org.kvarter.series.SeriesView;

/**
 * Finds out what an expression makes of personal values by trying it: with nought, with one, with small parts and large multiples of what is there. It is linear where it
 * answers as a linear one would; a threshold that changes the value of a single feature does not. Used once, by one thread.
 */
final class Probe {

    private static final double SAME = 1e-6;
    /** So far apart that a threshold lies between a value times one of them and it times another. */
    private static final double[] FACTORS = {1e-6, 1e-3, 0.5, 2, 1e3, 1e6};

    private final Holdings holdings;
    private final Withheld withheld;
    private final DerivedColumn column;
    private final Layer layer;
    private final List<String> from;

    /** @param from personal data that the expression asks for: attributes of the layer, and series */
    Probe(Holdings holdings, Withheld withheld, DerivedColumn column, Layer layer, List<String> from) {
        this.holdings = holdings;
        this.withheld = withheld;
        this.column = column;
        this.layer = layer;
        this.from = from;
    }

    Use use() {
        boolean text = from.stream().anyMatch(d -> withheld.use(d) instanceof Use.Selective || d.startsWith(prefix()) && !(column(d) instanceof NumberColumn));
        if (text) {
            return Use.SELECTIVE;
        }
        try {
            double[] nought = values("", v -> 0);
            double[] real = values("", v -> v);
            for (double factor : FACTORS) {
                if (!isTimes(factor, nought, real)) {
                    return Use.SELECTIVE;
                }
            }
            List<double[]> parts = new ArrayList<>();
            for (String data : from) {
                double[] part = minus(values(data, v -> 1), nought);
                parts.add(withheld.use(data) instanceof Use.Weighted w ? times(part, w.weights()) : part);
            }
            return isSum(nought, real) ? weighted(parts) : Use.SELECTIVE;
        } catch (ExpressionException e) {
            return Use.SELECTIVE; // it was understood once; what it does is not known
        }
    }

    private String prefix() {
        return layer.id() + "/";
    }

    private AttributeColumn column(String data) {
        return layer.features().attributes().column(data.substring(prefix().length())).orElse(null);
    }

    private boolean isTimes(double factor, double[] nought, double[] real) throws ExpressionException {
        double[] more = values("", v -> v * factor);
        for (int r = 0; r < real.length; r++) {
            boolean gone = Double.isNaN(nought[r]) != Double.isNaN(real[r]);
            if (gone || differs(more[r] - nought[r], factor * (real[r] - nought[r]), Math.max(1, factor) * real[r])) {
                return false;
            }
        }
        return true;
    }

    /** Whether several inputs add up; a product of two grows with the square and was found out before. */
    private boolean isSum(double[] nought, double[] real) throws ExpressionException {
        double[] sum = nought.clone();
        for (String data : from) {
            double[] one = minus(only(data), nought);
            Arrays.setAll(sum, r -> sum[r] + one[r]);
        }
        for (int r = 0; r < sum.length; r++) {
            if (differs(sum[r], real[r], real[r])) {
                return false;
            }
        }
        return true;
    }

    private static boolean differs(double a, double b, double scale) {
        return Double.isNaN(a) != Double.isNaN(b) || Math.abs(a - b) > SAME * Math.max(1e-9, Math.max(Math.abs(scale), Math.max(Math.abs(a), Math.abs(b))));
    }

    private static double[] minus(double[] a, double[] b) {
        double[] result = new double[a.length];
        Arrays.setAll(result, r -> a[r] - b[r]);
        return result;
    }

    private static double[] times(double[] a, double[] b) {
        double[] result = new double[a.length];
        Arrays.setAll(result, r -> a[r] * b[r]);
        return result;
    }

    private static Use weighted(List<double[]> parts) {
        double[] first = Arrays.stream(parts.get(0)).map(v -> Double.isFinite(v) ? v : 0).toArray();
        Use.Weighted use = new Use.Weighted(first);
        boolean alike = parts.stream().allMatch(p -> use.isLike(new Use.Weighted(Arrays.stream(p).map(v -> Double.isFinite(v) ? v : 0).toArray())));
        double[] present = Arrays.stream(parts.get(0)).filter(Double::isFinite).toArray();
        boolean even = Arrays.stream(present).allMatch(v -> !differs(v, present[0], present[0]));
        return !alike ? Use.SELECTIVE : even ? Use.PLAIN : use;
    }

    /** The expression with one input changed, the others nought; or where {@code data} is empty, with all of them changed. */
    private double[] values(String data, DoubleUnaryOperator by) throws ExpressionException {
        FeatureTable features = layer.features();
        AttributeTable attributes = features.attributes();
        for (String d : from) {
            if (d.startsWith(prefix())) {
                attributes = attributes.with(changed((NumberColumn) column(d), data.isEmpty() || d.equals(data) ? by : v -> 0));
            }
        }
        List<Inputs.Joined> joined = new ArrayList<>();
        for (SeriesView series : holdings.series().values()) {
            if (holdings.layerOf(series.id()).filter(l -> l.id().equals(layer.id())).isPresent()) {
                SeriesView of = !from.contains(series.id()) ? series : data.isEmpty() || series.id().equals(data) ? changed(series, by) : changed(series, v -> 0);
                joined.add(new Inputs.Joined(of, holdings.placesOf(series.id(), layer)));
            }
        }
        AttributeColumn made = ColumnExpression.of(column.expression(), Inputs.of(features.withAttributes(attributes), joined)).column(column.name(), column.unit());
        double[] values = new double[features.size()];
        Arrays.setAll(values, r -> made instanceof NumberColumn ? made.number(r) : made.value(r) == null ? -1 : made.value(r).hashCode());
        return values;
    }

    private double[] only(String data) throws ExpressionException {
        return values(data, v -> v);
    }

    private static NumberColumn changed(NumberColumn column, DoubleUnaryOperator by) {
        return new NumberColumn(column.name(), column.unit(), NumberColumn.Type.REAL, Arrays.stream(column.values()).map(v -> Double.isNaN(v) ? v : by.applyAsDouble(v)).toArray());
    }

    /** A series of which each value is another: a multiple of itself, or, where it is that everywhere, a constant. */
    private static SeriesView changed(SeriesView series, DoubleUnaryOperator by) {
        double slope = by.applyAsDouble(2) - by.applyAsDouble(1);
        double constant = by.applyAsDouble(0);
        int[] places = new int[series.places()];
        Arrays.setAll(places, p -> p);
        double[] weights = new double[places.length];
        Arrays.fill(weights, constant == 0 ? slope : constant);
        return new LinearSeries(series.id(), series.titles(), series.quantity(), series.unit(), series.axis(), series.keys(),
                List.of(new LinearSeries.Term(constant == 0 ? series : null, 0, places, weights)));
    }
}
