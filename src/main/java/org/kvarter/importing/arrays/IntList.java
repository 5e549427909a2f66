package org.kvarter.importing.arrays;

import java.util.Arrays;

/** Growable ints within a {@link MemoryBudget}. Not thread-safe. */
public final class IntList {

    private final MemoryBudget budget;
    private int[] values = new int[0];
    private int size;

    /** @param budget what it may take from */
    public IntList(MemoryBudget budget) {
        this.budget = budget;
    }

    /** Appends one. */
    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, budget.grow(values.length, size + 1, Integer.BYTES));
        }
        values[size++] = value;
    }

    /** Appends all of {@code other}, each plus {@code offset}. */
    public void addAll(IntList other, int offset) {
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

    public int get(int index) {
        return values[index];
    }

    public void set(int index, int value) {
        values[index] = value;
    }

    public int size() {
        return size;
    }

    /** Shortens to {@code newSize}, or fills up with {@code filler}. */
    public void resize(int newSize, int filler) {
        while (size < newSize) {
            add(filler);
        }
        size = newSize;
    }

    /** Empties it and keeps the memory. */
    public void clear() {
        size = 0;
    }

    /** A copy of just the values. */
    public int[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /** Lets go of the memory. */
    public void release() {
        budget.claim(-(long) Integer.BYTES * values.length);
        values = new int[0];
        size = 0;
    }
}
