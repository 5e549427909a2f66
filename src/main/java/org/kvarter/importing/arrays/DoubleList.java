package org.kvarter.importing.arrays;

import java.util.Arrays;

/** Growable triples of doubles within a {@link MemoryBudget}. Not thread-safe. */
public final class DoubleList {

    private final MemoryBudget budget;
    private double[] values = new double[0];
    private int size;

    /** @param budget what it may take from */
    public DoubleList(MemoryBudget budget) {
        this.budget = budget;
    }

    /** Appends one triple. */
    public void add(double x, double y, double z) {
        if (size + 3 > values.length) {
            values = Arrays.copyOf(values, budget.grow(values.length, size + 3, Double.BYTES));
        }
        values[size] = x;
        values[size + 1] = y;
        values[size + 2] = z;
        size += 3;
    }

    public double get(int index) {
        return values[index];
    }

    /** Turns every triple from y-up to z-up, in place: (x, y, z) becomes (x, −z, y). */
    public void turnUpright() {
        for (int i = 0; i < size; i += 3) {
            double y = values[i + 1];
            values[i + 1] = -values[i + 2];
            values[i + 2] = y;
        }
    }

    /** The values for someone who will not need this list any more: without a copy where the list is full. It is empty afterwards. */
    public double[] give() {
        double[] given = size == values.length ? values : Arrays.copyOf(values, size);
        release();
        return given;
    }

    /** Number of doubles: three per triple. */
    public int size() {
        return size;
    }

    /** Empties it and keeps the memory. */
    public void clear() {
        size = 0;
    }

    /** Lets the last ones go, down to {@code newSize} doubles. */
    public void shorten(int newSize) {
        size = Math.min(size, newSize);
    }

    /** A copy of just the values. */
    public double[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /** Lets go of the memory. */
    public void release() {
        budget.claim(-(long) Double.BYTES * values.length);
        values = new double[0];
        size = 0;
    }
}
