package org.kvarter.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A node of well-known text of a coordinate reference system (ESRI, OGC 1 or 2), read without knowing what it means:
 * {@code KEYWORD["name", number, NODE[…], …]}.
 *
 * @param keyword  upper case
 * @param values   quoted texts and bare words or numbers, in order
 * @param children nested nodes, in order
 * @param text     the source text of the node
 */
record WktText(String keyword, List<String> values, List<WktText> children, String text) {

    /** Longest text looked at and deepest nesting: real ones stay far below. */
    private static final int MAX_LENGTH = 50_000;
    private static final int MAX_DEPTH = 30;

    /** Reads {@code text}; empty where it is no well-known text. */
    static Optional<WktText> parse(String text) {
        String t = text.strip();
        if (t.length() < 8 || t.length() > MAX_LENGTH || !Character.isLetter(t.charAt(0))) {
            return Optional.empty();
        }
        return Optional.ofNullable(new Reader(t).node(0));
    }

    /** The first child of one of the keywords. */
    Optional<WktText> child(String... keywords) {
        for (WktText child : children) {
            for (String keyword : keywords) {
                if (child.keyword.equals(keyword)) {
                    return Optional.of(child);
                }
            }
        }
        return Optional.empty();
    }

    /** The first node of one of the keywords, this one included, depth first. */
    Optional<WktText> find(String... keywords) {
        for (String word : keywords) {
            if (keyword.equals(word)) {
                return Optional.of(this);
            }
        }
        return children.stream().map(c -> c.find(keywords)).flatMap(Optional::stream).findFirst();
    }

    /** The node's name: its first value, or nothing. */
    String name() {
        return values.isEmpty() ? "" : values.get(0);
    }

    /** The value at {@code index} as a number, NaN where it is none. */
    double number(int index) {
        try {
            return index < values.size() ? Double.parseDouble(values.get(index)) : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** The EPSG code this very node carries in AUTHORITY or ID. */
    Optional<Integer> epsg() {
        return child("AUTHORITY", "ID").filter(a -> a.name().equalsIgnoreCase("EPSG")).map(a -> a.number(1))
                .filter(code -> code >= 1000 && code <= 999_999).map(Double::intValue);
    }

    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        /** A node from here, or null. */
        WktText node(int depth) {
            int start = at;
            String keyword = word();
            if (keyword.isEmpty() || depth > MAX_DEPTH || !take('[', '(')) {
                return null;
            }
            List<String> values = new ArrayList<>();
            List<WktText> children = new ArrayList<>();
            do {
                skipSpace();
                if (at < text.length() && text.charAt(at) == '"') {
                    int end = text.indexOf('"', at + 1);
                    if (end < 0) {
                        return null;
                    }
                    values.add(text.substring(at + 1, end));
                    at = end + 1;
                } else {
                    int before = at;
                    String word = word();
                    skipSpace();
                    if (at < text.length() && (text.charAt(at) == '[' || text.charAt(at) == '(')) {
                        at = before;
                        WktText child = node(depth + 1);
                        if (child == null) {
                            return null;
                        }
                        children.add(child);
                    } else {
                        values.add(word);
                    }
                }
            } while (take(',', ','));
            return take(']', ')')
                    ? new WktText(keyword.toUpperCase(Locale.ROOT), values, children, text.substring(start, at)) : null;
        }

        private String word() {
            skipSpace();
            int start = at;
            while (at < text.length() && "[](),\" \t\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }

        private boolean take(char a, char b) {
            skipSpace();
            if (at < text.length() && (text.charAt(at) == a || text.charAt(at) == b)) {
                at++;
                return true;
            }
            return false;
        }

        private void skipSpace() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }
}
