package org.kvarter.importing.ifc.step;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Numbers for the distinct type names of a file, found without making a text each time. Not thread-safe. */
final class TypeNames {

    /** No schema has nearly as many; a file that has is damaged, and the rest is one type. */
    private static final int MOST = 10_000;

    private final List<String> names = new ArrayList<>();
    private final List<byte[]> spelled = new ArrayList<>();
    private int[] table = new int[1 << 16];

    TypeNames() {
        Arrays.fill(table, -1);
    }

    /** Number of the name at {@code from … to-1}. */
    int number(byte[] bytes, int from, int to) {
        int hash = 17;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + (bytes[i] & 0xDF);
        }
        int slot = (hash ^ hash >>> 15) & table.length - 1;
        while (table[slot] >= 0) {
            byte[] known = spelled.get(table[slot]);
            if (Arrays.equals(known, 0, known.length, bytes, from, to)) {
                return table[slot];
            }
            slot = slot + 1 & table.length - 1;
        }
        byte[] word = Arrays.copyOfRange(bytes, from, to);
        String name = names.size() >= MOST ? "" : new String(word, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
        int number = names.indexOf(name);
        if (number >= 0) {
            return number;
        }
        names.add(name);
        spelled.add(word);
        table[slot] = names.size() - 1;
        return table[slot];
    }

    String[] all() {
        return names.toArray(String[]::new);
    }
}
