package org.kvarter.importing.citygml;

import java.util.Arrays;
import org.kvarter.importing.arrays.DoubleList;

/** Numbers of the vertices of one chunk by their coordinates, so that neighbouring polygons share them. Not thread-safe. */
final class VertexNumbers {

    private static final int SMALL = 1 << 10;

    private int[] slots = new int[SMALL];
    private int count;

    void clear() {
        if (slots.length > 64 * SMALL) {
            slots = new int[SMALL];
        } else if (count > 0) {
            Arrays.fill(slots, 0);
        }
        count = 0;
    }

    /** The number of a place among {@code vertices}, where it is added if it is new. */
    int number(double[] xyz, DoubleList vertices) {
        if (2 * count > slots.length) {
            grow(vertices);
        }
        int slot = find(xyz[0], xyz[1], xyz[2], vertices);
        if (slots[slot] == 0) {
            vertices.add(xyz[0], xyz[1], xyz[2]);
            slots[slot] = vertices.size() / 3;
            count++;
        }
        return slots[slot] - 1;
    }

    private int find(double east, double north, double height, DoubleList vertices) {
        long bits = Double.doubleToLongBits(east) * 0x9E3779B97F4A7C15L + Double.doubleToLongBits(north) * 0xC2B2AE3D27D4EB4FL
                + Double.doubleToLongBits(height) * 0x165667B19E3779F9L;
        int slot = (int) ((bits ^ bits >>> 29) * 0x9E3779B97F4A7C15L >>> 33) & slots.length - 1;
        while (slots[slot] != 0) {
            int v = 3 * (slots[slot] - 1);
            if (vertices.get(v) == east && vertices.get(v + 1) == north && vertices.get(v + 2) == height) {
                return slot;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void grow(DoubleList vertices) {
        int[] old = slots;
        slots = new int[2 * old.length];
        for (int number : old) {
            if (number != 0) {
                int v = 3 * (number - 1);
                slots[find(vertices.get(v), vertices.get(v + 1), vertices.get(v + 2), vertices)] = number;
            }
        }
    }
}
