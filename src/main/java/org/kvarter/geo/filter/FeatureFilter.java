package org.kvarter.geo.filter;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.geotools.filter.visitor.DefaultFilterVisitor;
import org.geotools.filter.visitor.DuplicatingFilterVisitor;
import org.kvarter.model.FeatureTable;
import org.kvarter.text.Texts;

/**
 * A compiled ECQL expression over the attributes of features, such as {@code storeys > 5 AND use = 'residential'}. Besides the
 * attributes, {@code id} and {@code type} can be asked for where no attribute has that name. A part of a building answers with its
 * building's attribute where it has none of its own. Immutable and thread-safe.
 */
public final class FeatureFilter {

    private static final Texts TEXTS = Texts.in(FeatureFilter.class);
    private static final Pattern ENCOUNTERED =
            Pattern.compile("Encountered:? +\"?(.*?)\"? +(?:at line \\d+, column (\\d+)|after)", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("line \\d+, column (\\d+)");

    private final Filter filter;
    private final Set<String> attributes;

    private FeatureFilter(Filter filter, Set<String> attributes) {
        this.filter = filter;
        this.attributes = attributes;
    }

    /**
     * Compiles an expression.
     *
     * @throws FilterException with a sentence and the place where it is not understood
     */
    public static FeatureFilter compile(String expression) throws FilterException {
        Filter filter;
        try {
            filter = ECQL.toFilter(expression);
        } catch (CQLException e) {
            throw explain(expression, e.getMessage());
        } catch (Error e) {
            // the parser's way to say that it does not know what a backslash begins
            if (e instanceof VirtualMachineError || e instanceof LinkageError) {
                throw e;
            }
            int at = expression.indexOf('\\') + 1;
            throw new FilterException(TEXTS.get("unexpected", at == 0 ? expression : "\\", Math.max(1, at)), Math.max(1, at));
        }
        Set<String> names = new LinkedHashSet<>();
        filter.accept(new DefaultFilterVisitor() {
            @Override
            public Object visit(PropertyName property, Object data) {
                names.add(property.getPropertyName());
                return data;
            }
        }, null);
        return new FeatureFilter(filter, Set.copyOf(names));
    }

    private static FilterException explain(String expression, String message) {
        Matcher place = COLUMN.matcher(message);
        int column = place.find() ? Integer.parseInt(place.group(1)) : 0;
        Matcher encountered = ENCOUNTERED.matcher(message);
        String what = encountered.find() ? encountered.group(1) : "";
        if (message.startsWith("Lexical error") && expression.chars().filter(c -> c == '\'').count() % 2 == 1) {
            return new FilterException(TEXTS.get("quote"), expression.lastIndexOf('\'') + 1);
        }
        if (what.isEmpty() || what.contains("EOF")) {
            return new FilterException(TEXTS.get("end"), expression.length() + 1);
        }
        return new FilterException(TEXTS.get("unexpected", what.split("\\s")[0], column), column);
    }

    /** The names the expression asks for. */
    public Set<String> attributes() {
        return attributes;
    }

    /** Whether the features of a table can be asked at all: it has at least one of the attributes. */
    public boolean concerns(FeatureTable features) {
        return features.size() > 0 && (attributes.isEmpty() || attributes.stream().anyMatch(a -> Columns.has(features, a)));
    }

    /** Which rows meet the expression. */
    public BitSet matches(FeatureTable features) {
        IntPredicate predicate = on(features);
        BitSet rows = new BitSet(features.size());
        for (int row = 0; row < features.size(); row++) {
            if (predicate.test(row)) {
                rows.set(row);
            }
        }
        return rows;
    }

    /** The expression on the rows of one table. */
    public IntPredicate on(FeatureTable features) {
        Filter bound = (Filter) filter.accept(new DuplicatingFilterVisitor() {
            @Override
            public Object visit(PropertyName property, Object data) {
                return Columns.expression(features, property.getPropertyName());
            }
        }, null);
        return row -> bound.evaluate(row);
    }
}
