package org.kvarter.importing.cityjson;

import java.util.Arrays;

/** Growable doubles within a {@link MemoryBudget}. */
final class DoubleList {

    private final MemoryBudget budget;
    private double[] values = new double[0];
    private int size;

    DoubleList(MemoryBudget budget) {
        this.budget = budget;
    }

    void add(double x, double y, double z) {
        if (size + 3 > values.length) {
            values = Arrays.copyOf(values, budget.grow(values.length, size + 3, Double.BYTES));
        }
        values[size] = x;
        values[size + 1] = y;
        values[size + 2] = z;
        size += 3;
    }

    double get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }

    double[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /** Lets go of the memory. */
    void release() {
        budget.claim(-(long) Double.BYTES * values.length);
        values = new double[0];
        size = 0;
    }
}
