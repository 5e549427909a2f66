package org.kvarter.scene.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Hands out runs of texels from pages of one size, first fit, and takes them back. Not thread-safe.
 */
public final class SlotAllocator {

    private final int capacity;
    private final List<TreeMap<Integer, Integer>> free = new ArrayList<>();

    /** @param capacity texels of a page */
    public SlotAllocator(int capacity) {
        this.capacity = capacity;
    }

    /** A run of {@code count} texels, 1 … the capacity. */
    public PaletteSlot allocate(int count) {
        if (count < 1 || count > capacity) {
            throw new IllegalArgumentException("a tile has 1 to " + capacity + " parts, not " + count);
        }
        for (int page = 0; ; page++) {
            if (page == free.size()) {
                free.add(new TreeMap<>());
                free.get(page).put(0, capacity);
            }
            for (var run : free.get(page).entrySet()) {
                if (run.getValue() >= count) {
                    int first = run.getKey();
                    int length = run.getValue();
                    free.get(page).remove(first);
                    if (length > count) {
                        free.get(page).put(first + count, length - count);
                    }
                    return new PaletteSlot(page, first, count);
                }
            }
        }
    }

    /** Takes a run back. */
    public void release(PaletteSlot slot) {
        TreeMap<Integer, Integer> runs = free.get(slot.page());
        int first = slot.first();
        int length = slot.count();
        var before = runs.lowerEntry(first);
        if (before != null && before.getKey() + before.getValue() == first) {
            runs.remove(before.getKey());
            first = before.getKey();
            length += before.getValue();
        }
        Integer after = runs.remove(slot.first() + slot.count());
        runs.put(first, after == null ? length : length + after);
    }
}
