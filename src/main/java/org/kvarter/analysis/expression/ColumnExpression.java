package org.kvarter.analysis.expression;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.kvarter.analysis.unit.Unit;
import org.kvarter.geo.filter.FeatureFilter;
import org.kvarter.geo.filter.FilterException;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.NumberColumn;
import org.kvarter.model.TextColumn;
import org.kvarter.text.Texts;

/**
 * An expression understood for one layer, such as {@code total("Electricity 2025") / floor_area [kWh/m²]}, {@code if(use = 'school', 1.2, 1)
 * * area} or the condition {@code storeys > 5 AND use = 'residential'}.
 *
 * <p>Values of a part of a building come from its building where it has none of its own; a part that has nothing of its own that is asked
 * for gets no value, so that nothing is counted twice. A division by zero gives no value. Immutable; thread-safe.
 */
public final class ColumnExpression {

    static final Texts TEXTS = Texts.in(ColumnExpression.class);
    private static final Pattern CONDITION = Pattern.compile("[<>=]|\\b(AND|OR|NOT|LIKE|ILIKE|IN|BETWEEN|IS)\\b", Pattern.CASE_INSENSITIVE);

    private final Node root;
    private final FeatureTable features;
    private final Set<String> attributes;
    private final Set<String> series;

    private ColumnExpression(Node root, FeatureTable features, Set<String> attributes, Set<String> series) {
        this.root = root;
        this.features = features;
        this.attributes = Set.copyOf(attributes);
        this.series = Set.copyOf(series);
    }

    /**
     * Understands an expression for a layer's features.
     *
     * @throws ExpressionException with a sentence and the place where it is not understood, or its units do not go together
     */
    public static ColumnExpression of(String text, Inputs inputs) throws ExpressionException {
        Set<String> attributes = new LinkedHashSet<>();
        Set<String> series = new LinkedHashSet<>();
        Parser parser = new Parser(text, inputs, attributes, series);
        try {
            return new ColumnExpression(parser.whole(), inputs.features(), attributes, series);
        } catch (ExpressionException e) {
            if (CONDITION.matcher(text.replaceAll("'[^']*'|\"[^\"]*\"|\\[[^\\]]*\\]|\\([^()]*\\)", "")).find()) {
                attributes.clear();
                return new ColumnExpression(condition(text, 1, inputs.features(), attributes), inputs.features(), attributes, Set.of());
            }
            throw e;
        }
    }

    /** A condition in ECQL. @param at where it begins in the expression */
    static Node condition(String text, int at, FeatureTable features, Set<String> attributes) throws ExpressionException {
        FeatureFilter filter;
        try {
            filter = FeatureFilter.compile(text);
        } catch (FilterException e) {
            throw new ExpressionException(e.getMessage(), e.column() == 0 ? at : e.column() + at - 1);
        }
        for (String name : filter.attributes()) {
            if (!features.attributes().names().contains(name) && !name.equals("id") && !name.equals("type")) {
                throw new ExpressionException(TEXTS.get("expression.noName", name), at + Math.max(0, text.indexOf(name)));
            }
            attributes.add(name);
        }
        java.util.function.IntPredicate on = filter.on(features);
        return Node.truth(at, on::test);
    }

    /** Unit of its values; a plain number for texts and conditions. */
    public Unit unit() {
        return root.unit();
    }

    /** Names of the attributes that it asks for. */
    public Set<String> attributes() {
        return attributes;
    }

    /** Ids of the series that it asks for. */
    public Set<String> series() {
        return series;
    }

    /**
     * Its value for every feature.
     *
     * @param name what the attribute is called
     * @param unit the unit its numbers are given in; empty for the one that follows
     * @throws ExpressionException where its values do not fit {@code unit}
     */
    public AttributeColumn column(String name, String unit) throws ExpressionException {
        Unit wanted = Unit.parse(unit);
        if (!wanted.isNone() && root.kind() == Node.Kind.NUMBER && !root.bare() && !root.unit().isNone() && !root.unit().fits(wanted)) {
            throw new ExpressionException(TEXTS.get("expression.notIn", root.unit().text(), unit.strip()), 0);
        }
        int rows = features.size();
        List<AttributeColumn> asked = attributes.stream().flatMap(a -> features.attributes().column(a).stream()).toList();
        if (root.kind() == Node.Kind.TEXT) {
            return texts(name, rows, asked);
        }
        boolean truth = root.kind() == Node.Kind.TRUTH;
        double factor = wanted.isNone() || truth || root.unit().isNone() ? 1 : root.unit().in(wanted);
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++) {
            double v = isOwn(row, asked) ? root.number().applyAsDouble(row) : Double.NaN;
            values[row] = Double.isFinite(v) ? v * factor : Double.NaN;
        }
        return new NumberColumn(name, truth ? "" : wanted.isNone() ? root.unit().text() : unit.strip(),
                truth ? NumberColumn.Type.BOOLEAN : NumberColumn.Type.REAL, values);
    }

    private boolean isOwn(int row, List<AttributeColumn> asked) {
        return features.parents()[row] < 0 || asked.stream().anyMatch(c -> !c.isMissing(row));
    }

    private AttributeColumn texts(String name, int rows, List<AttributeColumn> asked) {
        Map<String, Integer> index = new HashMap<>();
        int[] codes = new int[rows];
        Arrays.fill(codes, -1);
        for (int row = 0; row < rows; row++) {
            Object value = isOwn(row, asked) ? root.value().apply(row) : null;
            if (value != null) {
                codes[row] = index.computeIfAbsent(value.toString(), t -> index.size());
            }
        }
        String[] dictionary = new String[index.size()];
        index.forEach((text, code) -> dictionary[code] = text);
        return new TextColumn(name, codes, dictionary);
    }
}
