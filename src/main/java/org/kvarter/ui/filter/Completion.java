package org.kvarter.ui.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.TextColumn;

/**
 * What can be written at a place of an expression.
 *
 * @param from    first character to replace
 * @param to      exclusive last character to replace
 * @param choices what to put there, the likeliest first
 */
record Completion(int from, int to, List<String> choices) {

    private static final int LIMIT = 8;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    /** Words the language keeps for itself: an attribute so named is quoted. */
    private static final Set<String> RESERVED = Set.of("and", "or", "not", "in", "is", "null", "like", "ilike", "between", "id", "before",
            "after", "during", "exists", "include", "exclude", "true", "false", "point", "polygon", "unknown", "envelope", "beyond", "within");
    private static final Pattern VALUE = Pattern.compile(
            "(\"[^\"]+\"|[A-Za-z_][A-Za-z0-9_]*)\\s*(=|<>|LIKE|ILIKE|IN\\s*\\((?:[^)]*,)?)\\s*('?[^'()]*)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER_ATTRIBUTE = Pattern.compile("(?:^|AND|OR|NOT|\\()\\s*(\"[^\"]+\"|[A-Za-z_][A-Za-z0-9_]*)\\s+([A-Za-z<>=]*)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER_CONDITION = Pattern.compile("(?:[0-9')]|NULL)\\s+([A-Za-z]*)$", Pattern.CASE_INSENSITIVE);
    /** Where a name may begin: at the start, after a conjunction or bracket; a begun word anywhere but in a number. */
    private static final Pattern NAME_PLACE = Pattern.compile("(?:^|\\b(?:AND|OR|NOT)\\s|\\()\\s*$|(?:^|[\\s(])[\\p{L}_\"][^\\s()<>=]*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("(\"[^\"]*|[\\p{L}_][\\p{L}0-9_:.]*)$");

    static final Completion NONE = new Completion(0, 0, List.of());

    /** What fits at {@code caret}, given the attributes there are. */
    static Completion at(String text, int caret, List<AttributeColumn> attributes) {
        String before = text.substring(0, caret);
        Matcher value = VALUE.matcher(before);
        if (value.find()) {
            return values(value, caret, attributes);
        }
        Matcher after = AFTER_CONDITION.matcher(before);
        if (after.find() && !before.trim().isEmpty()) {
            return among(List.of("AND ", "OR "), after.group(1), after.start(1), caret);
        }
        Matcher operator = AFTER_ATTRIBUTE.matcher(before);
        if (operator.find() && attributes.stream().anyMatch(a -> a.name().equals(unquoted(operator.group(1))))) {
            boolean text1 = attributes.stream().anyMatch(a -> a.name().equals(unquoted(operator.group(1))) && a instanceof TextColumn);
            return among(text1 ? List.of("= ", "<> ", "IN (", "LIKE ", "IS NULL") : List.of("> ", "< ", "= ", ">= ", "<= ", "BETWEEN ", "IS NULL"),
                    operator.group(2), operator.start(2), caret);
        }
        if (!NAME_PLACE.matcher(before).find()) {
            return NONE;
        }
        Matcher word = WORD.matcher(before);
        int from = word.find() ? word.start() : caret;
        String begun = before.substring(from).replace("\"", "");
        List<String> names = attributes.stream().map(AttributeColumn::name).filter(n -> !n.equals(begun)).toList();
        List<String> found = new ArrayList<>(names.stream().filter(n -> starts(n, begun)).toList());
        names.stream().filter(n -> !starts(n, begun) && n.toLowerCase(Locale.ROOT).contains(begun.toLowerCase(Locale.ROOT))).forEach(found::add);
        return new Completion(from, caret, found.stream().limit(LIMIT).map(n -> quoted(n) + " ").toList());
    }

    private static Completion values(Matcher value, int caret, List<AttributeColumn> attributes) {
        String begun = value.group(3).replace("'", "").trim();
        Optional<TextColumn> column = attributes.stream().filter(a -> a.name().equals(unquoted(value.group(1))))
                .filter(TextColumn.class::isInstance).map(TextColumn.class::cast).findFirst();
        boolean list = value.group(2).toUpperCase(Locale.ROOT).startsWith("IN");
        return column.map(c -> new Completion(value.start(3), caret, java.util.Arrays.stream(c.dictionary())
                .filter(t -> starts(t, begun) && !value.group(3).equals(literal(t))).limit(LIMIT).map(t -> literal(t) + (list ? ")" : " ")).toList())).orElse(NONE);
    }

    private static Completion among(List<String> choices, String begun, int from, int caret) {
        return new Completion(from, caret, choices.stream().filter(c -> starts(c, begun)).toList());
    }

    private static boolean starts(String text, String begun) {
        return text.toLowerCase(Locale.ROOT).startsWith(begun.toLowerCase(Locale.ROOT));
    }

    /** The expression with a choice put in. */
    String apply(String text, String choice) {
        return text.substring(0, from) + choice + text.substring(to);
    }

    /** An attribute's name as the language wants it. */
    static String quoted(String name) {
        boolean plain = PLAIN.matcher(name).matches() && !RESERVED.contains(name.toLowerCase(Locale.ROOT));
        return plain ? name : '"' + name + '"';
    }

    /** A text as the language wants it. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String unquoted(String name) {
        return name.replace("\"", "");
    }
}
