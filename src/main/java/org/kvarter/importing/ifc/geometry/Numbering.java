package org.kvarter.importing.ifc.geometry;

import java.util.Arrays;

/** A small map from instances to vertex numbers, without boxes. Not thread-safe. */
final class Numbering {

    private int[] keys = new int[64];
    private int[] values = new int[64];
    private int size;

    Numbering() {
        Arrays.fill(keys, -1);
    }

    /** The number of a key, −1 where it has none. */
    int get(int key) {
        int slot = slot(key);
        return keys[slot] == key ? values[slot] : -1;
    }

    void put(int key, int value) {
        if (2 * size >= keys.length) {
            int[] oldKeys = keys;
            int[] oldValues = values;
            keys = new int[2 * oldKeys.length];
            values = new int[keys.length];
            Arrays.fill(keys, -1);
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldKeys[i] >= 0) {
                    int slot = slot(oldKeys[i]);
                    keys[slot] = oldKeys[i];
                    values[slot] = oldValues[i];
                }
            }
        }
        int slot = slot(key);
        size += keys[slot] == key ? 0 : 1;
        keys[slot] = key;
        values[slot] = value;
    }

    private int slot(int key) {
        int slot = (key * 0x9E3779B9 >>> 7) & keys.length - 1;
        while (keys[slot] >= 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }
}
