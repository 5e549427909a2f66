package org.kvarter.importing.cityjson;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.importing.arrays.MemoryBudget;

/**
 * The vertices of one document as written, before its transform: in chunks, so that growing never copies. A vertex that could not be
 * read holds NaN, which keeps the numbering of the others.
 */
final class VertexStore {

    private static final int SHIFT = 14;
    private static final int CHUNK = 1 << SHIFT;
    private static final int MASK = CHUNK - 1;

    private final MemoryBudget budget;
    private final List<double[]> chunks = new ArrayList<>();
    private int count;

    VertexStore(MemoryBudget budget) {
        this.budget = budget;
    }

    void add(double x, double y, double z) {
        if (count == Integer.MAX_VALUE) {
            throw new MemoryBudget.ExceededException();
        }
        int chunk = count >> SHIFT;
        if (chunk == chunks.size()) {
            budget.claim(3L * CHUNK * Double.BYTES);
            chunks.add(new double[3 * CHUNK]);
        }
        double[] values = chunks.get(chunk);
        int at = 3 * (count++ & MASK);
        values[at] = x;
        values[at + 1] = y;
        values[at + 2] = z;
    }

    int count() {
        return count;
    }

    /** Coordinate {@code axis} (0, 1, 2) of a vertex. */
    double get(int vertex, int axis) {
        return chunks.get(vertex >> SHIFT)[3 * (vertex & MASK) + axis];
    }

    /** Forgets the vertices and keeps the memory for the next document. */
    void clear() {
        count = 0;
    }
}
