package org.kvarter.overlay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.NumberColumn;

/**
 * One value per feature of a layer.
 *
 * @param values     numbers, or indices into {@code categories}; NaN where there is none; not copied
 * @param owners     row each value is about: the feature's own, or the building's it was taken from; not copied
 * @param categories the distinct texts in alphabetic order; empty for numbers
 */
public record FeatureValues(double[] values, int[] owners, List<String> categories) {

    public FeatureValues {
        categories = List.copyOf(categories);
    }

    /** Values that are each feature's own. */
    public FeatureValues(double[] values, List<String> categories) {
        this(values, java.util.stream.IntStream.range(0, values.length).toArray(), categories);
    }

    /** The values with each counted once: what a part has from its building counts there alone. */
    double[] distinct() {
        return java.util.stream.IntStream.range(0, values.length).filter(row -> owners[row] == row).mapToDouble(row -> values[row]).toArray();
    }

    /** Whether the values are indices of categories. */
    public boolean isCategorical() {
        return !categories.isEmpty();
    }

    /**
     * The values of an attribute, a part taking its building's where it has none of its own.
     *
     * @param asCategories whether numbers too are taken as names (class codes, years)
     */
    public static FeatureValues ofAttribute(FeatureTable features, String attribute, boolean asCategories) {
        AttributeColumn column = features.attributes().column(attribute).orElse(null);
        if (column == null) {
            return new FeatureValues(nothing(features.size()), List.of());
        }
        return column instanceof NumberColumn n && n.type() != NumberColumn.Type.BOOLEAN && !asCategories
                ? new FeatureValues(numbers(features, column), owners(features, column), List.of()) : categories(features, column);
    }

    /** These numbers divided by an attribute of what they are about; NaN where it is missing, zero or negative. */
    public FeatureValues per(FeatureTable features, String attribute) {
        double[] divisor = features.attributes().column(attribute).map(c -> numbers(features, c)).orElse(nothing(features.size()));
        double[] divided = new double[values.length];
        for (int i = 0; i < divided.length; i++) {
            double by = divisor[owners[i]];
            divided[i] = by > 0 ? values[i] / by : Double.NaN;
        }
        return new FeatureValues(divided, owners, List.of());
    }

    /** These categories in another's order, with those it does not have at the end. */
    FeatureValues inOrderOf(List<String> order) {
        List<String> names = new ArrayList<>(order);
        categories.stream().filter(c -> !order.contains(c)).forEach(names::add);
        double[] renumbered = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            renumbered[i] = Double.isNaN(values[i]) ? Double.NaN : names.indexOf(categories.get((int) values[i]));
        }
        return new FeatureValues(renumbered, owners, names);
    }

    private static double[] numbers(FeatureTable features, AttributeColumn column) {
        double[] values = new double[features.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.number(holder(features, column, i));
        }
        return values;
    }

    private static FeatureValues categories(FeatureTable features, AttributeColumn column) {
        Map<String, Integer> index = new TreeMap<>();
        String[] texts = new String[features.size()];
        for (int i = 0; i < texts.length; i++) {
            Object value = column.value(holder(features, column, i));
            if (value != null) {
                texts[i] = value.toString();
                index.put(texts[i], 0);
            }
        }
        List<String> names = new ArrayList<>(index.keySet());
        Map<String, Integer> position = new HashMap<>();
        names.forEach(n -> position.put(n, position.size()));
        double[] values = new double[texts.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = texts[i] == null ? Double.NaN : position.get(texts[i]);
        }
        return new FeatureValues(values, owners(features, column), names);
    }

    private static int[] owners(FeatureTable features, AttributeColumn column) {
        int[] owners = new int[features.size()];
        for (int i = 0; i < owners.length; i++) {
            owners[i] = holder(features, column, i);
        }
        return owners;
    }

    private static int holder(FeatureTable features, AttributeColumn column, int row) {
        int at = row;
        for (int steps = 0; column.isMissing(at) && features.parents()[at] >= 0 && steps < features.size(); steps++) {
            at = features.parents()[at];
        }
        return at;
    }

    private static double[] nothing(int size) {
        double[] values = new double[size];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
