package org.kvarter.analysis.expression;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.kvarter.analysis.unit.Unit;
import org.kvarter.geo.filter.EcqlFunction;
import org.kvarter.text.Texts;

/** Functions of numbers that know units; all others are those of ECQL. */
final class Functions {

    /** Names, in the order they are proposed. */
    static final List<String> NAMES = List.of("if", "min", "max", "round", "floor", "ceil", "abs", "sqrt", "coalesce", "concat");
    private static final Texts TEXTS = ColumnExpression.TEXTS;

    private Functions() {
    }

    static Node of(String name, List<Node> arguments, int at) throws ExpressionException {
        int n = arguments.size();
        return switch (name) {
            case "min", "max" -> extreme(name.equals("min"), atLeast(2, name, arguments, at), at);
            case "coalesce" -> coalesce(atLeast(1, name, arguments, at), at);
            case "concat" -> Node.text(at, row -> {
                StringBuilder all = new StringBuilder();
                arguments.forEach(a -> all.append(a.value().apply(row) == null ? "" : plain(a.value().apply(row))));
                return all.toString();
            });
            case "abs" -> same(exactly(1, name, arguments, at), at, Math::abs);
            case "floor" -> same(exactly(1, name, arguments, at), at, Math::floor);
            case "ceil" -> same(exactly(1, name, arguments, at), at, Math::ceil);
            case "round" -> n == 2 ? rounded(arguments, at) : same(exactly(1, name, arguments, at), at, Math::rint);
            case "sqrt" -> root(exactly(1, name, arguments, at), at);
            default -> ecql(name, arguments, at);
        };
    }

    private static String plain(Object value) {
        return value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15 ? Long.toString(d.longValue()) : value.toString();
    }

    private static List<Node> atLeast(int least, String name, List<Node> arguments, int at) throws ExpressionException {
        if (arguments.size() < least) {
            throw new ExpressionException(TEXTS.get("expression.arguments", name, least), at);
        }
        return arguments;
    }

    private static Node exactly(int count, String name, List<Node> arguments, int at) throws ExpressionException {
        if (arguments.size() != count) {
            throw new ExpressionException(TEXTS.get("expression.arguments", name, count), at);
        }
        Arithmetic.requireNumber(arguments.get(0));
        return arguments.get(0);
    }

    private static Node same(Node of, int at, DoubleUnaryOperator by) {
        return Node.number(of.unit(), at, row -> by.applyAsDouble(of.number().applyAsDouble(row)));
    }

    private static Node rounded(List<Node> arguments, int at) throws ExpressionException {
        Node of = exactly(1, "round", arguments.subList(0, 1), at);
        double scale = Math.pow(10, arguments.get(1).number().applyAsDouble(0));
        return same(of, at, v -> Math.rint(v * scale) / scale);
    }

    private static Node root(Node of, int at) throws ExpressionException {
        Unit unit = of.unit().root().orElseThrow(() -> new ExpressionException(TEXTS.get("expression.power"), at));
        return Node.number(unit, at, row -> Math.sqrt(of.number().applyAsDouble(row)));
    }

    /** The least or most of those that are there. */
    private static Node extreme(boolean least, List<Node> arguments, int at) throws ExpressionException {
        Node result = arguments.get(0);
        for (Node next : arguments.subList(1, arguments.size())) {
            Arithmetic.requireNumber(result);
            Arithmetic.requireNumber(next);
            Node a = result.bare() && !next.bare() ? result.as(next.unit()) : result;
            Node b = Arithmetic.fitted(a, next, next.at());
            result = Node.number(a.unit(), at, row -> {
                double x = a.number().applyAsDouble(row);
                double y = b.number().applyAsDouble(row);
                return Double.isNaN(x) ? y : Double.isNaN(y) ? x : least ? Math.min(x, y) : Math.max(x, y);
            });
        }
        return result;
    }

    private static Node coalesce(List<Node> arguments, int at) throws ExpressionException {
        Node result = arguments.get(0);
        for (Node next : arguments.subList(1, arguments.size())) {
            result = orElse(result, next, at);
        }
        return result;
    }

    private static Node orElse(Node first, Node second, int at) throws ExpressionException {
        if (first.kind() == Node.Kind.TEXT || second.kind() == Node.Kind.TEXT) {
            return Node.text(at, row -> first.value().apply(row) != null ? first.value().apply(row) : second.value().apply(row));
        }
        Node b = Arithmetic.fitted(first, second, second.at());
        return Node.number(first.unit(), at, row -> {
            double v = first.number().applyAsDouble(row);
            return Double.isNaN(v) ? b.number().applyAsDouble(row) : v;
        });
    }

    /** One of two values; none where the condition is not met and there is no second. */
    static Node choice(Node condition, Node then, Node otherwise, int at) throws ExpressionException {
        if (then.kind() == Node.Kind.TEXT || otherwise != null && otherwise.kind() == Node.Kind.TEXT) {
            return Node.text(at, row -> Boolean.TRUE.equals(condition.value().apply(row)) ? then.value().apply(row)
                    : otherwise == null ? null : otherwise.value().apply(row));
        }
        Node a = otherwise != null && then.bare() && !otherwise.bare() ? then.as(otherwise.unit()) : then;
        Node b = otherwise == null ? null : Arithmetic.fitted(a, otherwise, otherwise.at());
        Node n = Node.number(a.unit(), at, row -> Boolean.TRUE.equals(condition.value().apply(row)) ? a.number().applyAsDouble(row)
                : b == null ? Double.NaN : b.number().applyAsDouble(row));
        return new Node(n.kind(), a.unit(), then.bare() && (otherwise == null || otherwise.bare()), at, n.number(), n.value());
    }

    private static Node ecql(String name, List<Node> arguments, int at) throws ExpressionException {
        EcqlFunction function = Optional.of(name).flatMap(f -> EcqlFunction.of(f, arguments.size()))
                .orElseThrow(() -> new ExpressionException(TEXTS.get("expression.noFunction", name, arguments.size(),
                        String.join(", ", NAMES) + ", " + String.join(", ", SeriesFunctions.NAMES)), at));
        java.util.function.IntFunction<Object> value = row -> {
            Object[] values = arguments.stream().map(a -> a.value().apply(row)).toArray();
            return function.apply(values);
        };
        Object sample = function.apply(arguments.stream().map(a -> a.kind() == Node.Kind.TEXT ? "a" : (Object) 1.0).toArray());
        if (sample instanceof Boolean) {
            return Node.truth(at, value);
        }
        return sample instanceof Number ? Node.number(Unit.NONE, at, row -> value.apply(row) instanceof Number v ? v.doubleValue() : Double.NaN)
                : Node.text(at, row -> value.apply(row) == null ? null : value.apply(row).toString());
    }
}
