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

    /** Appends all of {@code other}, each plus {@code offset}. */
    void addAll(IntList other, int offset) {
        int needed = size + other.size;
        if (needed < 0) {
            throw new MemoryBudget.ExceededException();
        }
        if (needed > values.length) {
            values = Arrays.copyOf(values, budget.grow(values.length, needed, Integer.BYTES));
        }
        for (int i = 0; i < other.size; i++) {
            values[size + i] = other.values[i] + offset;
        }
        size = needed;
    }

    int get(int index) {
        return values[index];
    }

    void set(int index, int value) {
        values[index] = value;
    }

    int size() {
        return size;
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
