package org.kvarter.text;

/**
 * Names and words as SQL writes them, for where nothing can be bound. A zero character, at which some engines stop reading, becomes the
 * replacement character: no table or column is called so. Stateless.
 */
public final class SqlNames {

    private SqlNames() {
    }

    /** A quoted identifier, whatever is in it. */
    public static String name(String name) {
        return '"' + whole(name).replace("\"", "\"\"") + '"';
    }

    /** A quoted word, for engines in which a backslash means itself. */
    public static String word(String word) {
        return '\'' + whole(word).replace("'", "''") + '\'';
    }

    private static String whole(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
