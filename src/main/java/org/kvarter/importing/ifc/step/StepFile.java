package org.kvarter.importing.ifc.step;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The instances of a STEP file: bytes, and where each begins and of what type it is. An instance is named by its ordinal, its place in
 * the file from 0; references are turned into ordinals when they are read. Immutable and thread-safe.
 */
public final class StepFile {

    private static final int[] NONE = new int[0];

    final byte[] bytes;
    private final int[] ids;
    private final int[] offsets;
    private final int[] types;
    private final String[] typeNames;
    /** Ordinal + 1 by id where ids are dense; else {@code null}. */
    private final int[] direct;
    /** Ordinals by ascending id where they are not. */
    private final int[] sorted;
    private final Map<String, int[]> byType = new HashMap<>();
    private final StepHeader header;
    private final StepDamage damage;

    StepFile(byte[] bytes, StepHeader header, int[] ids, int[] offsets, int[] types, String[] typeNames, StepDamage damage) {
        this.bytes = bytes;
        this.header = header;
        this.ids = ids;
        this.offsets = offsets;
        this.types = types;
        this.typeNames = typeNames;
        this.damage = damage;
        int largest = 0;
        for (int id : ids) {
            largest = Math.max(largest, id);
        }
        if (largest <= 4L * ids.length + 1_000_000) {
            direct = new int[largest + 1];
            for (int e = ids.length - 1; e >= 0; e--) {
                direct[ids[e]] = e + 1;
            }
            sorted = null;
        } else {
            direct = null;
            sorted = sortedByid(ids);
        }
        groupByType();
    }

    private static int[] sortedByid(int[] ids) {
        long[] keys = new long[ids.length];
        for (int e = 0; e < ids.length; e++) {
            keys[e] = (long) ids[e] << 32 | e;
        }
        Arrays.sort(keys);
        int[] sorted = new int[ids.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = (int) keys[i];
        }
        return sorted;
    }

    private void groupByType() {
        int[] ends = new int[typeNames.length + 1];
        for (int type : types) {
            ends[type + 1]++;
        }
        int[][] groups = new int[typeNames.length][];
        for (int t = 0; t < groups.length; t++) {
            groups[t] = new int[ends[t + 1]];
        }
        int[] at = new int[typeNames.length];
        for (int e = 0; e < types.length; e++) {
            groups[types[e]][at[types[e]]++] = e;
        }
        for (int t = 0; t < groups.length; t++) {
            byType.put(typeNames[t], groups[t]);
        }
    }

    /** What the file says of itself. */
    public StepHeader header() {
        return header;
    }

    /** What was passed over while the file was indexed. */
    public StepDamage damage() {
        return damage;
    }

    /** Number of instances. */
    public int size() {
        return ids.length;
    }

    /** The number after the hash sign. */
    public int id(int entity) {
        return ids[entity];
    }

    /** Upper-case type name; empty for −1. */
    public String type(int entity) {
        return entity < 0 ? "" : typeNames[types[entity]];
    }

    /** The distinct type names, in order of first appearance. */
    public String[] types() {
        return typeNames.clone();
    }

    /** Ordinals of all instances of exactly that type, ascending; not to be changed. */
    public int[] ofType(String type) {
        return byType.getOrDefault(type, NONE);
    }

    /** The instance with that id, −1 where there is none. */
    public int find(long id) {
        if (id < 0 || id > Integer.MAX_VALUE) {
            return -1;
        }
        if (direct != null) {
            return id < direct.length ? direct[(int) id] - 1 : -1;
        }
        int low = 0;
        int high = sorted.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ids[sorted[middle]] < id) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return sorted.length > 0 && ids[sorted[low]] == id ? sorted[low] : -1;
    }

    /** The arguments of an instance; none for −1. */
    public StepRow row(int entity) {
        return new StepRow(this, entity);
    }

    /**
     * Reads the references of an instance's first argument, a list or a single one, without making a row: for the entities of which files
     * have most.
     *
     * @param into receives as many as there is room for; missing instances are −1
     * @return how many there are, also beyond the room
     */
    public int firstRefs(int entity, int[] into) {
        if (entity < 0) {
            return 0;
        }
        int count = 0;
        int depth = 0;
        for (int i = offsets[entity] + 1; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b == '#') {
                long id = 0;
                for (i++; i < bytes.length && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
                    id = Math.min(1L << 40, id * 10 + bytes[i] - '0');
                }
                if (count < into.length) {
                    into[count] = find(id);
                }
                count++;
                i--;
            } else if (b == '(') {
                depth++;
            } else if (b == ')' && --depth <= 0 || b == ',' && depth == 0 || b == ';' || b == '\'') {
                break;
            }
        }
        return count;
    }

    /** Whether the second of two simple arguments is {@code .F.}, as the orientation of a bound; without making a row. */
    public boolean secondIsFalse(int entity) {
        if (entity < 0) {
            return false;
        }
        int i = offsets[entity];
        while (i < bytes.length && bytes[i] != ',' && bytes[i] != ';') {
            i++;
        }
        while (i < bytes.length && bytes[i] != '.' && bytes[i] != ';' && bytes[i] != ')') {
            i++;
        }
        return i + 1 < bytes.length && bytes[i] == '.' && (bytes[i + 1] == 'F' || bytes[i + 1] == 'f');
    }

    /** Position of the parenthesis that opens the arguments. */
    int offset(int entity) {
        return offsets[entity];
    }

    /**
     * Reads up to three numbers of an instance's only list, such as a Cartesian point's, without making a row; missing ones are 0.
     *
     * @return how many there were, −1 for what is no list of finite numbers
     */
    public int point(int entity, double[] xyz) {
        xyz[0] = 0;
        xyz[1] = 0;
        xyz[2] = 0;
        return entity < 0 ? -1 : StepNumbers.three(bytes, offsets[entity] + 1, xyz);
    }
}
