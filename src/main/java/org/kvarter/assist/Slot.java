package org.kvarter.assist;

import java.util.BitSet;

/** One quantity of a table while it is read: becomes a series. Not thread-safe. */
final class Slot {

    private final int index;
    private final String quantity;
    private final String unit;
    private final boolean cumulative;
    private final BitSet places = new BitSet();

    Slot(int index, String quantity, String unit, boolean cumulative) {
        this.index = index;
        this.quantity = quantity;
        this.unit = unit;
        this.cumulative = cumulative;
    }

    int index() {
        return index;
    }

    String quantity() {
        return quantity;
    }

    String unit() {
        return unit;
    }

    boolean cumulative() {
        return cumulative;
    }

    /** Numbers of the places that have values of it. */
    BitSet places() {
        return places;
    }
}
