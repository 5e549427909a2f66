package org.kvarter.analysis.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.kvarter.series.SeriesTable;
import org.kvarter.series.SeriesView;
import org.kvarter.series.TimeAxis;

/**
 * Finds out what an expression makes of personal values by trying it: with nought, with one, with small parts and large multiples of what is there. It is linear where it
 * answers as a linear one would; a threshold that changes the value of a single feature does not. Of series a few invented values stand for all: what an
 * expression makes of them does not depend on how many there are. Used once, by one thread; some evaluations of the expression.
 */
final class Probe {

    private static final double SAME = 1e-5;
    private static final int INTERVALS = 3;
    /** So far apart that a threshold lies between a value times one of them and it times another. */
    private static final double[] FACTORS = {1e-6, 1e-3, 0.5, 2, 1e3, 1e6};

    private final Holdings holdings;
    private final Withheld withheld;
    private final DerivedColumn column;
    private final Layer layer;
    private final List<String> from;
    private final Map<String, int[]> places = new HashMap<>();
    private final boolean asksPublicSeries;

    /**
     * @param from  personal data that the expression asks for: attributes of the layer, and series
     * @param asked all series that it asks for
     */
    Probe(Holdings holdings, Withheld withheld, DerivedColumn column, Layer layer, List<String> from, Set<String> asked) {
        this.holdings = holdings;
        this.withheld = withheld;
        this.column = column;
        this.layer = layer;
        this.from = from;
        asksPublicSeries = !from.containsAll(asked);
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
            Use use = isSum(nought, real) ? weighted(parts) : Use.SELECTIVE;
            return asksPublicSeries && use instanceof Use.Weighted ? Use.SELECTIVE : use; // weights that were invented are none
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
        FeatureTable changed = features.withAttributes(attributes);
        AttributeColumn made = ColumnExpression.of(column.expression(), new Inputs() {
            @Override
            public FeatureTable features() {
                return changed;
            }

            @Override
            public List<Joined> series() {
                return holdings.series().values().stream().filter(s -> holdings.layerOf(s.id()).filter(l -> l.id().equals(layer.id())).isPresent())
                        .map(s -> new Joined(invented(s, from.contains(s.id()) ? data.isEmpty() || s.id().equals(data) ? by : v -> 0 : v -> v),
                                places.computeIfAbsent(s.id(), id -> holdings.placesOf(id, layer)))).toList();
            }
        }).column(column.name(), column.unit());
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

    /** A series of three intervals whose values differ from place to place, changed. */
    private SeriesView invented(SeriesView like, DoubleUnaryOperator by) {
        int count = like.places();
        float[] values = new float[INTERVALS * count];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) by.applyAsDouble(1 + ((i * 0x9E3779B9) >>> 8) / (double) (1 << 24));
        }
        TimeAxis axis = new TimeAxis(like.axis().start(), like.axis().step(), INTERVALS, like.axis().zone());
        return new SeriesTable(like.id(), like.titles(), like.quantity(), like.unit(), axis, like.keys(), values);
    }
}
