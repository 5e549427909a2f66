package org.kvarter.series.store;

/** Names and words as SQL writes them, for where nothing can be bound. Stateless. */
public final class SqlNames {

    private SqlNames() {
    }

    /** A quoted identifier, whatever is in it. @throws IllegalArgumentException for an empty name or one with a zero character */
    public static String name(String name) {
        return '"' + checked(name).replace("\"", "\"\"") + '"';
    }

    /** A quoted word, for engines in which a backslash means itself. */
    public static String word(String word) {
        if (word.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a word without a zero character");
        }
        return '\'' + word.replace("'", "''") + '\'';
    }

    private static String checked(String name) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a name has characters, none of them zero");
        }
        return name;
    }
}
