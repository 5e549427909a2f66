package org.kvarter.tables.format;

import java.util.List;

/**
 * Where in a JSON document records are.
 *
 * @param path from the root: names of fields; {@code *} for every element of a list
 * @param form how the records are written there
 */
record JsonPlace(List<String> path, Form form) {

    /** How records are written. */
    enum Form {
        /** A list of objects, or objects one after the other in the file. */
        LIST,
        /** An object whose fields are lists of equal length. */
        COLUMNS,
        /** An object whose fields are objects of the same kind, by key. */
        MAP,
        /** A list of lists. */
        ROWS
    }

    /** Stands for every element of a list. */
    static final String EACH = "*";

    JsonPlace {
        path = List.copyOf(path);
    }

    /** What stands before the fields of a record here where they are told in the records within it: {@code buildings.}. */
    String prefix() {
        String text = String.join(".", path.stream().filter(p -> !p.equals(EACH)).toList());
        return text.isEmpty() ? "^" : text + ".";
    }

    /** What people read. */
    String shown() {
        String text = String.join(".", path.stream().filter(p -> !p.equals(EACH)).toList());
        return text.isEmpty() ? "$" : text;
    }
}
