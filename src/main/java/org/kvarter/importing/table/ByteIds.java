package org.kvarter.importing.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Identifiers as bytes and their numbers in order of first appearance. Not thread-safe. */
public final class ByteIds {

    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[64];
    private int[] table = new int[256];
    private int size;
    private int last = -1;

    /** Number of ids. */
    public int size() {
        return size;
    }

    /** An id by number. */
    public String text(int id) {
        int from = id == 0 ? 0 : ends[id - 1];
        return new String(bytes, from, ends[id] - from, StandardCharsets.UTF_8);
    }

    /** Puts a text in. */
    public int put(String text) {
        byte[] id = text.getBytes(StandardCharsets.UTF_8);
        return put(id, 0, id.length);
    }

    int find(byte[] text, int from, int to) {
        // Rows that belong together mostly follow each other.
        if (last >= 0 && is(last, text, from, to)) {
            return last;
        }
        int at = slot(text, from, to);
        last = table[at] > 0 ? table[at] - 1 : last;
        return table[at] - 1;
    }

    int put(byte[] text, int from, int to) {
        int known = find(text, from, to);
        if (known >= 0) {
            return known;
        }
        int used = size == 0 ? 0 : ends[size - 1];
        int length = to - from;
        if (used + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(used + length, 2 * bytes.length));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
        }
        System.arraycopy(text, from, bytes, used, length);
        ends[size] = used + length;
        table[slot(text, from, to)] = ++size;
        if (2 * size > table.length) {
            grow();
        }
        last = size - 1;
        return last;
    }

    private void grow() {
        table = new int[2 * table.length];
        for (int id = 0; id < size; id++) {
            table[slot(bytes, id == 0 ? 0 : ends[id - 1], ends[id])] = id + 1;
        }
    }

    private int slot(byte[] text, int from, int to) {
        int hash = 0x811C9DC5;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text[i]) * 0x01000193;
        }
        hash ^= hash >>> 15;
        int at = hash & table.length - 1;
        while (table[at] != 0 && !is(table[at] - 1, text, from, to)) {
            at = at + 1 & table.length - 1;
        }
        return at;
    }

    private boolean is(int id, byte[] text, int from, int to) {
        int first = id == 0 ? 0 : ends[id - 1];
        return Arrays.equals(bytes, first, ends[id], text, from, to);
    }
}
