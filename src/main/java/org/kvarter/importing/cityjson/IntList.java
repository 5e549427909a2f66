package org.kvarter.importing.cityjson;

import java.util.Arrays;

/** Growable ints within a {@link MemoryBudget}. */
final class IntList {

    private final MemoryBudget budget;
    private int[] values = new int[0];
    private int size;

    IntList(MemoryBudget budget) {
        this.budget = budget;
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, budget.grow(values.length, size + 1, Integer.BYTES));
        }
        values[size++] = value;
    }

    int get(int index) {
        return values[index];
    }

    void set(int index, int value) {
        values[index] = value;
    }

    /** The end before {@code index} in a list of exclusive ends: where run {@code index} starts. */
    int startOf(int index) {
        return index == 0 ? 0 : values[index - 1];
    }

    int size() {
        return size;
    }

    int last() {
        return values[size - 1];
    }

    /** Shortens to {@code newSize}, or fills up with {@code filler}. */
    void resize(int newSize, int filler) {
        while (size < newSize) {
            add(filler);
        }
        size = newSize;
    }

    void clear() {
        size = 0;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /** Lets go of the memory. */
    void release() {
        budget.claim(-(long) Integer.BYTES * values.length);
        values = new int[0];
        size = 0;
    }
}
