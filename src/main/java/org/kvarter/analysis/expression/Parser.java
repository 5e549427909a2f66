package org.kvarter.analysis.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kvarter.analysis.unit.Unit;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.TextColumn;
import org.kvarter.text.Texts;

/** Reads an expression from left to right and binds it to a table. Used once. */
final class Parser {

    private static final Texts TEXTS = ColumnExpression.TEXTS;
    private static final int DEEPEST = 64;

    private final String text;
    private final Inputs inputs;
    private final FeatureTable features;
    private final Set<String> attributes;
    private final Set<String> series;
    private int at;
    private int depth;

    Parser(String text, Inputs inputs, Set<String> attributes, Set<String> series) {
        this.text = text;
        this.inputs = inputs;
        this.features = inputs.features();
        this.attributes = attributes;
        this.series = series;
    }

    Node whole() throws ExpressionException {
        Node root = sum();
        skip();
        if (at < text.length()) {
            throw unexpected();
        }
        return root;
    }

    private Node sum() throws ExpressionException {
        if (++depth > DEEPEST) {
            throw new ExpressionException(TEXTS.get("expression.deep"), at + 1);
        }
        Node left = product();
        while (true) {
            skip();
            int sign = at < text.length() ? "+-−".indexOf(text.charAt(at)) : -1;
            if (sign < 0) {
                depth--;
                return left;
            }
            int place = ++at;
            left = Arithmetic.sum(left, product(), sign == 0 ? 1 : -1, place);
        }
    }

    private Node product() throws ExpressionException {
        Node left = power();
        while (true) {
            if (take('*') || take('×') || take('·')) {
                left = Arithmetic.product(left, power(), at);
            } else if (take('/') || take('÷')) {
                left = Arithmetic.quotient(left, power(), at);
            } else {
                return left;
            }
        }
    }

    private Node power() throws ExpressionException {
        if (take('-') || take('−')) {
            Node of = power();
            Arithmetic.requireNumber(of);
            return of.scaled(of.unit(), -1);
        }
        Node base = inUnit();
        if (!take('^')) {
            return base;
        }
        skip();
        int from = at;
        Node exponent = inUnit();
        return Arithmetic.power(base, exponent, from + 1);
    }

    /** A value with what follows in square brackets: the unit it has, or the one it is to be converted into. */
    private Node inUnit() throws ExpressionException {
        Node of = primary();
        while (take('[')) {
            int from = at;
            int end = text.indexOf(']', at);
            if (end < 0) {
                throw new ExpressionException(TEXTS.get("expression.bracket", "]"), text.length() + 1);
            }
            Unit unit = Unit.parse(text.substring(from, end));
            at = end + 1;
            Arithmetic.requireNumber(of);
            if (of.unit().isNone()) {
                Node n = of.scaled(unit, 1);
                of = new Node(n.kind(), unit, false, of.at(), n.number(), n.value());
            } else if (of.unit().fits(unit)) {
                of = of.scaled(unit, of.unit().in(unit));
            } else {
                throw new ExpressionException(TEXTS.get("expression.notIn", of.unit().text(), unit.text()), from + 1);
            }
        }
        return of;
    }

    private Node primary() throws ExpressionException {
        if (take('(')) {
            Node inner = sum();
            need(')');
            return inner;
        }
        skip();
        int from = at;
        if (at >= text.length()) {
            throw unexpected();
        }
        char c = text.charAt(at);
        if (Character.isDigit(c) || c == '.') {
            return number(from);
        }
        if (c == '\'') {
            String literal = quoted('\'');
            return Node.text(from + 1, row -> literal);
        }
        if (c == '"') {
            return attribute(quoted('"'), from);
        }
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_' || text.charAt(at) == ':')) {
            at++;
        }
        if (at == from) {
            throw unexpected();
        }
        String name = text.substring(from, at);
        return take('(') ? function(name, from) : attribute(name, from);
    }

    private Node number(int from) throws ExpressionException {
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        if (at + 1 < text.length() && text.charAt(at) == ',' && Character.isDigit(text.charAt(at + 1)) && depthOfBrackets() == 0) {
            throw new ExpressionException(TEXTS.get("expression.comma"), at + 1);
        }
        try {
            return Node.literal(Double.parseDouble(text.substring(from, at)), from + 1);
        } catch (NumberFormatException e) {
            at = from;
            throw unexpected();
        }
    }

    private int depthOfBrackets() {
        return (int) (text.substring(0, at).chars().filter(c -> c == '(').count() - text.substring(0, at).chars().filter(c -> c == ')').count());
    }

    private String quoted(char mark) throws ExpressionException {
        StringBuilder inside = new StringBuilder();
        int from = at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != mark) {
                inside.append(c);
            } else if (at < text.length() && text.charAt(at) == mark) {
                inside.append(mark);
                at++;
            } else {
                return inside.toString();
            }
        }
        throw new ExpressionException(TEXTS.get("expression.bracket", String.valueOf(mark)), from + 1);
    }

    private Node attribute(String name, int from) throws ExpressionException {
        AttributeColumn column = features.attributes().column(name).orElse(null);
        if (column == null && (name.equals("id") || name.equals("type"))) {
            String[] texts = name.equals("id") ? features.ids() : features.types();
            return Node.text(from + 1, row -> texts[row]);
        }
        if (column == null) {
            throw new ExpressionException(inputs.series(name).isPresent() ? TEXTS.get("expression.seriesBare", name)
                    : TEXTS.get("expression.noName", name), from + 1);
        }
        attributes.add(name);
        if (column instanceof TextColumn) {
            return Node.text(from + 1, row -> column.value(holder(column, row)));
        }
        return Node.number(Unit.parse(column.unit()), from + 1, row -> column.number(holder(column, row)));
    }

    /** The row that has the value of a row: itself, or the nearest whole that it is a part of. */
    private int holder(AttributeColumn column, int row) {
        int at = row;
        for (int steps = 0; column.isMissing(at) && features.parents()[at] >= 0 && steps < features.size(); steps++) {
            at = features.parents()[at];
        }
        return at;
    }

    private Node function(String name, int from) throws ExpressionException {
        if (name.equalsIgnoreCase("if")) {
            return choice(from);
        }
        if (SeriesFunctions.NAMES.contains(name)) {
            return ofSeries(name, from);
        }
        List<Node> arguments = new ArrayList<>();
        if (!take(')')) {
            do {
                arguments.add(sum());
            } while (take(','));
            need(')');
        }
        return Functions.of(name, arguments, from + 1);
    }

    private Node ofSeries(String function, int from) throws ExpressionException {
        skip();
        int place = at;
        String name = at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'') ? quoted(text.charAt(at)) : untilBracket();
        need(')');
        Inputs.Joined joined = inputs.series(name).orElseThrow(() -> new ExpressionException(TEXTS.get("expression.noSeries", name), place + 1));
        series.add(joined.series().id());
        return SeriesFunctions.of(function, joined, from + 1)
                .orElseThrow(() -> new ExpressionException(TEXTS.get("expression.noTotal", name, joined.series().unit()), from + 1));
    }

    private String untilBracket() {
        int from = at;
        while (at < text.length() && text.charAt(at) != ')') {
            at++;
        }
        return text.substring(from, at).strip();
    }

    /** {@code if(condition, value, otherwise)}: the condition is ECQL. */
    private Node choice(int from) throws ExpressionException {
        skip();
        int begin = at;
        int comma = comma();
        Node condition = ColumnExpression.condition(text.substring(begin, comma), begin + 1, features, attributes);
        at = comma + 1;
        Node then = sum();
        Node otherwise = take(',') ? sum() : null;
        need(')');
        return Functions.choice(condition, then, otherwise, from + 1);
    }

    /** The comma that ends an argument which is not read here. */
    private int comma() throws ExpressionException {
        int brackets = 0;
        char quote = 0;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(') {
                brackets++;
            } else if (c == ')' && brackets-- == 0) {
                break;
            } else if (c == ',' && brackets == 0) {
                return i;
            }
        }
        throw new ExpressionException(TEXTS.get("expression.if"), at + 1);
    }

    private void need(char sign) throws ExpressionException {
        if (!take(sign)) {
            throw at >= text.length() ? new ExpressionException(TEXTS.get("expression.bracket", String.valueOf(sign)), text.length() + 1) : unexpected();
        }
    }

    private boolean take(char sign) {
        skip();
        if (at < text.length() && text.charAt(at) == sign) {
            at++;
            return true;
        }
        return false;
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private ExpressionException unexpected() {
        skip();
        return at >= text.length() ? new ExpressionException(TEXTS.get("expression.end"), text.length() + 1)
                : new ExpressionException(TEXTS.get("expression.unexpected", String.valueOf(text.charAt(at)), at + 1), at + 1);
    }
}
