package org.kvarter.scenario;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.kvarter.text.Texts;

/**
 * Arithmetic over names: numbers with a decimal point, {@code + − * /}, brackets, {@code min(a, b)} and {@code max(a, b)}. A division by
 * zero and an unknown name give NaN. Immutable and thread-safe.
 */
public final class Formula {

    private static final Texts TEXTS = Texts.in(Formula.class);
    private static final int DEEPEST = 64;

    private interface Node {
        double value(ToDoubleFunction<String> names);
    }

    private final String text;
    private final Node root;
    private final Set<String> names;

    private Formula(String text, Node root, Set<String> names) {
        this.text = text;
        this.root = root;
        this.names = Set.copyOf(names);
    }

    /**
     * Understands a formula.
     *
     * @throws FormulaException with a sentence that names the place where it is not understood
     */
    public static Formula of(String text) throws FormulaException {
        Parser parser = new Parser(text);
        Node root = parser.sum(0);
        parser.end();
        return new Formula(text, root, parser.names);
    }

    /** Whether a text can be a name in a formula: a letter, then letters, digits or {@code _}. */
    public static boolean isName(String text) {
        return text != null && text.matches("\\p{L}[\\p{L}\\p{N}_]*") && !text.equals("min") && !text.equals("max");
    }

    static String requireName(String text) {
        if (!isName(text)) {
            throw new IllegalArgumentException("not a name for formulas: " + text);
        }
        return text;
    }

    /** The value for names that mean {@code values}. */
    public double value(ToDoubleFunction<String> values) {
        return root.value(values);
    }

    /** The names it asks for. */
    public Set<String> names() {
        return names;
    }

    @Override
    public String toString() {
        return text;
    }

    private static final class Parser {
        private final String text;
        private final Set<String> names = new LinkedHashSet<>();
        private int at;

        Parser(String text) {
            this.text = text;
        }

        Node sum(int depth) throws FormulaException {
            if (depth > DEEPEST) {
                throw new FormulaException(TEXTS.get("formula.deep", text.substring(0, 20)));
            }
            Node left = product(depth);
            while (true) {
                Node a = left;
                if (take('+')) {
                    Node b = product(depth);
                    left = n -> a.value(n) + b.value(n);
                } else if (take('-') || take('−')) {
                    Node b = product(depth);
                    left = n -> a.value(n) - b.value(n);
                } else {
                    return left;
                }
            }
        }

        private Node product(int depth) throws FormulaException {
            Node left = factor(depth);
            while (true) {
                Node a = left;
                if (take('*') || take('×')) {
                    Node b = factor(depth);
                    left = n -> a.value(n) * b.value(n);
                } else if (take('/') || take('÷')) {
                    Node b = factor(depth);
                    left = n -> {
                        double by = b.value(n);
                        return by == 0 ? Double.NaN : a.value(n) / by;
                    };
                } else {
                    return left;
                }
            }
        }

        private Node factor(int depth) throws FormulaException {
            if (take('-') || take('−')) {
                Node of = factor(depth + 1 > DEEPEST ? tooDeep() : depth + 1);
                return n -> -of.value(n);
            }
            if (take('(')) {
                Node inner = sum(depth + 1);
                need(')');
                return inner;
            }
            skip();
            int from = at;
            if (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                return number(from);
            }
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
            String name = text.substring(from, at);
            if (name.equals("min") || name.equals("max")) {
                return extreme(name.equals("min"), depth);
            }
            if (!isName(name)) {
                throw unexpected();
            }
            names.add(name);
            return n -> n.applyAsDouble(name);
        }

        private int tooDeep() throws FormulaException {
            throw new FormulaException(TEXTS.get("formula.deep", text.substring(0, 20)));
        }

        private Node number(int from) throws FormulaException {
            while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            try {
                double value = Double.parseDouble(text.substring(from, at));
                return n -> value;
            } catch (NumberFormatException e) {
                at = from;
                throw unexpected();
            }
        }

        private Node extreme(boolean least, int depth) throws FormulaException {
            need('(');
            Node a = sum(depth + 1);
            need(',');
            Node b = sum(depth + 1);
            need(')');
            return least ? n -> Math.min(a.value(n), b.value(n)) : n -> Math.max(a.value(n), b.value(n));
        }

        private void need(char sign) throws FormulaException {
            if (!take(sign)) {
                throw unexpected();
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

        void end() throws FormulaException {
            skip();
            if (at < text.length()) {
                throw unexpected();
            }
        }

        private FormulaException unexpected() {
            skip();
            return new FormulaException(at >= text.length() ? TEXTS.get("formula.end", text)
                    : TEXTS.get("formula.unexpected", text, String.valueOf(text.charAt(at)), at + 1));
        }
    }
}
