package org.kvarter.ui.bench;

/** A number per feature that a chart or a column shows. */
public sealed interface BenchValue {

    /** What names it among others: an attribute's name or a series' id. */
    String id();

    /** An attribute of the features. */
    record Attribute(String id) implements BenchValue {
    }

    /** All of a joined series: energies and counts summed up, other values averaged. */
    record Whole(String id) implements BenchValue {
    }

    /** A joined series in the clock's step. */
    record Now(String id) implements BenchValue {
    }
}
