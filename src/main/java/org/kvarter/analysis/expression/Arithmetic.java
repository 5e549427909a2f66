package org.kvarter.analysis.expression;

import java.util.Map;
import java.util.TreeMap;
import org.kvarter.analysis.unit.Unit;
import org.kvarter.text.Texts;

/** Sums, products and powers of numbers with units. */
final class Arithmetic {

    private static final Texts TEXTS = ColumnExpression.TEXTS;

    private Arithmetic() {
    }

    static void requireNumber(Node node) throws ExpressionException {
        if (node.kind() == Node.Kind.TEXT) {
            throw new ExpressionException(TEXTS.get("expression.text"), node.at());
        }
    }

    /** The second in the first's unit. @param at where the sign stands */
    static Node fitted(Node a, Node b, int at) throws ExpressionException {
        if (b.bare() || a.unit().fits(b.unit())) {
            return b.as(a.unit());
        }
        String key = a.unit().isNone() || b.unit().isNone() ? "expression.noUnit" : "expression.units";
        Unit known = a.unit().isNone() ? b.unit() : a.unit();
        throw new ExpressionException(key.endsWith("noUnit") ? TEXTS.get(key, known.text()) : TEXTS.get(key, b.unit().text(), a.unit().text()), at);
    }

    static Node sum(Node left, Node right, int sign, int at) throws ExpressionException {
        requireNumber(left);
        requireNumber(right);
        Node a = left.bare() && !right.bare() ? left.as(right.unit()) : left;
        Node b = fitted(a, right, at);
        return result(a, b, a.unit(), left.at(), row -> a.number().applyAsDouble(row) + sign * b.number().applyAsDouble(row));
    }

    static Node product(Node a, Node b, int at) throws ExpressionException {
        requireNumber(a);
        requireNumber(b);
        Unit.Product product = a.unit().times(b.unit());
        return result(a, b, product.unit(), a.at(), row -> product.factor() * a.number().applyAsDouble(row) * b.number().applyAsDouble(row));
    }

    static Node quotient(Node a, Node b, int at) throws ExpressionException {
        requireNumber(a);
        requireNumber(b);
        Unit.Product quotient = a.unit().per(b.unit());
        return result(a, b, quotient.unit(), a.at(), row -> {
            double by = b.number().applyAsDouble(row);
            return by == 0 ? Double.NaN : quotient.factor() * a.number().applyAsDouble(row) / by;
        });
    }

    static Node power(Node base, Node exponent, int at) throws ExpressionException {
        requireNumber(base);
        requireNumber(exponent);
        double n = exponent.bare() ? exponent.number().applyAsDouble(0) : Double.NaN;
        if (!exponent.unit().isNone() || !base.unit().isNone() && (n != Math.rint(n) || Double.isNaN(n) || Math.abs(n) > 6)) {
            throw new ExpressionException(TEXTS.get("expression.power"), at);
        }
        Map<String, Integer> powers = new TreeMap<>();
        base.unit().powers().forEach((name, p) -> powers.put(name, p * (int) n));
        return result(base, exponent, new Unit(powers), base.at(), row -> Math.pow(base.number().applyAsDouble(row), exponent.number().applyAsDouble(row)));
    }

    /** Numbers typed stay bare among themselves: {@code 3 * 4} is as unitless as 12. */
    private static Node result(Node a, Node b, Unit unit, int at, java.util.function.IntToDoubleFunction number) {
        Node n = Node.number(unit, at, number);
        return new Node(n.kind(), unit, a.bare() && b.bare(), at, n.number(), n.value());
    }
}
