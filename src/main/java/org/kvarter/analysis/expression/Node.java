package org.kvarter.analysis.expression;

import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.kvarter.analysis.unit.Unit;

/**
 * A piece of an expression bound to the rows of one table.
 *
 * @param kind    what its values are
 * @param unit    unit of its numbers
 * @param bare    whether it is a number as typed, which takes the unit of what it is added to or compared with
 * @param at      where it begins in the text, the first character is 1
 * @param number  value of a row as a number, NaN where missing
 * @param value   value of a row: {@link Double}, {@link Boolean} or {@link String}; {@code null} where missing
 */
record Node(Kind kind, Unit unit, boolean bare, int at, IntToDoubleFunction number, IntFunction<Object> value) {

    enum Kind {
        NUMBER, TEXT, TRUTH
    }

    static Node number(Unit unit, int at, IntToDoubleFunction number) {
        return new Node(Kind.NUMBER, unit, false, at, number, row -> {
            double v = number.applyAsDouble(row);
            return Double.isNaN(v) ? null : (Object) v;
        });
    }

    static Node literal(double value, int at) {
        Node n = number(Unit.NONE, at, row -> value);
        return new Node(Kind.NUMBER, Unit.NONE, true, at, n.number(), n.value());
    }

    static Node text(int at, IntFunction<Object> value) {
        return new Node(Kind.TEXT, Unit.NONE, false, at, row -> Double.NaN, value);
    }

    static Node truth(int at, IntFunction<Object> value) {
        return new Node(Kind.TRUTH, Unit.NONE, false, at, row -> value.apply(row) instanceof Boolean b ? b ? 1 : 0 : Double.NaN, value);
    }

    /** These numbers times a constant, in another unit. */
    Node scaled(Unit other, double factor) {
        return factor == 1 ? new Node(kind, other, false, at, number, value) : number(other, at, row -> factor * number.applyAsDouble(row));
    }

    /** This number counted in a unit that it fits, for a bare number without reckoning. */
    Node as(Unit other) {
        return bare ? scaled(other, 1) : scaled(other, unit.in(other));
    }
}
