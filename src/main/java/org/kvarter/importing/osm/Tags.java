package org.kvarter.importing.osm;

/**
 * The tags of an element in the file's order. Immutable; the array is not copied.
 *
 * @param pairs key and value in turn
 */
record Tags(String[] pairs) {

    static final Tags NONE = new Tags(new String[0]);

    /** The value of a key, {@code null} where it is not there. */
    String get(String key) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals(key)) {
                return pairs[i + 1];
            }
        }
        return null;
    }

    /** The value of a key, empty where it is not there. */
    String text(String key) {
        String value = get(key);
        return value == null ? "" : value;
    }

    /** Whether a key has a value other than {@code no}. */
    boolean has(String key) {
        String value = get(key);
        return value != null && !value.equals("no");
    }

    boolean isEmpty() {
        return pairs.length == 0;
    }

    int size() {
        return pairs.length / 2;
    }

    String key(int index) {
        return pairs[2 * index];
    }

    String value(int index) {
        return pairs[2 * index + 1];
    }
}
