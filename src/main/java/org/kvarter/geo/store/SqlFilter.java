package org.kvarter.geo.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.filter.visitor.DefaultFilterVisitor;
import org.kvarter.text.SqlNames;

/**
 * The part of a filter that SQL decides for sure: comparisons of a column with a value of its own type, joined by AND. All else is left
 * out, which is right because the whole filter is applied again behind.
 */
final class SqlFilter extends DefaultFilterVisitor {

    private final Map<String, Class<?>> types = new HashMap<>();
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();

    SqlFilter(List<VectorColumn> columns) {
        columns.forEach(c -> types.put(c.name(), c.type()));
    }

    List<String> conditions() {
        return conditions;
    }

    List<Object> arguments() {
        return arguments;
    }

    @Override
    public Object visit(And filter, Object data) {
        for (Filter child : filter.getChildren()) {
            child.accept(this, data);
        }
        return data;
    }

    @Override
    public Object visit(org.geotools.api.filter.Or filter, Object data) {
        return data;
    }

    @Override
    public Object visit(org.geotools.api.filter.Not filter, Object data) {
        return data;
    }

    @Override
    public Object visit(PropertyIsEqualTo filter, Object data) {
        return compare(filter, "=", "=", data);
    }

    @Override
    public Object visit(PropertyIsLessThan filter, Object data) {
        return compare(filter, "<", ">", data);
    }

    @Override
    public Object visit(PropertyIsLessThanOrEqualTo filter, Object data) {
        return compare(filter, "<=", ">=", data);
    }

    @Override
    public Object visit(PropertyIsGreaterThan filter, Object data) {
        return compare(filter, ">", "<", data);
    }

    @Override
    public Object visit(PropertyIsGreaterThanOrEqualTo filter, Object data) {
        return compare(filter, ">=", "<=", data);
    }

    private Object compare(BinaryComparisonOperator filter, String operator, String mirrored, Object data) {
        if (filter.getExpression1() instanceof PropertyName name && filter.getExpression2() instanceof Literal value) {
            add(name.getPropertyName(), operator, value.getValue(), filter);
        } else if (filter.getExpression1() instanceof Literal value && filter.getExpression2() instanceof PropertyName name) {
            add(name.getPropertyName(), mirrored, value.getValue(), filter);
        }
        return data;
    }

    private void add(String column, String operator, Object value, BinaryComparisonOperator filter) {
        Class<?> type = types.get(column);
        boolean numbers = type != null && Number.class.isAssignableFrom(type) && value instanceof Number;
        boolean texts = type == String.class && value instanceof String && operator.equals("=") && filter.isMatchingCase();
        if (numbers || texts) {
            conditions.add(SqlNames.name(column) + " " + operator + " ?");
            arguments.add(value instanceof Number n && !(n instanceof Long || n instanceof Integer) ? (Object) n.doubleValue() : value);
        }
    }
}
