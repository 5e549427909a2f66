package org.kvarter.assist;

/** Something odd that is counted while reading, with the first example. Not thread-safe. */
final class Oddity {

    private long count;
    private String first = "";

    void add(String example) {
        if (count++ == 0) {
            first = example;
        }
    }

    long count() {
        return count;
    }

    String first() {
        return first;
    }
}
