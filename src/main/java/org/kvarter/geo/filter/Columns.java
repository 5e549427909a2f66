package org.kvarter.geo.filter;

import java.util.Optional;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.ExpressionVisitor;
import org.geotools.util.Converters;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.FeatureTable;

/** Attributes of a feature table as GeoTools expressions over row numbers. */
final class Columns {

    private Columns() {
    }

    static boolean has(FeatureTable features, String name) {
        return features.attributes().column(name).isPresent() || name.equals("id") || name.equals("type");
    }

    static Expression expression(FeatureTable features, String name) {
        Optional<AttributeColumn> column = features.attributes().column(name);
        if (column.isPresent()) {
            return new Column(features, column.get());
        }
        return switch (name) {
            case "id" -> new Texts(features.ids());
            case "type" -> new Texts(features.types());
            default -> Expression.NIL;
        };
    }

    /** Evaluates on an {@link Integer} row. */
    private abstract static class RowExpression implements Expression {

        abstract Object value(int row);

        @Override
        public Object evaluate(Object object) {
            return value((Integer) object);
        }

        @Override
        public <T> T evaluate(Object object, Class<T> context) {
            return Converters.convert(evaluate(object), context);
        }

        @Override
        public Object accept(ExpressionVisitor visitor, Object extraData) {
            return this;
        }
    }

    private static final class Column extends RowExpression {
        private final FeatureTable features;
        private final AttributeColumn column;

        Column(FeatureTable features, AttributeColumn column) {
            this.features = features;
            this.column = column;
        }

        @Override
        Object value(int row) {
            int at = row;
            for (int steps = 0; at >= 0 && steps <= features.size(); steps++) {
                Object value = column.value(at);
                if (value != null) {
                    return value;
                }
                at = features.parents()[at];
            }
            return null;
        }
    }

    private static final class Texts extends RowExpression {
        private final String[] texts;

        Texts(String[] texts) {
            this.texts = texts;
        }

        @Override
        Object value(int row) {
            return texts[row];
        }
    }
}
