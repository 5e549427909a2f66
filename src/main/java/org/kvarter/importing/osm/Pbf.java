package org.kvarter.importing.osm;

import java.nio.charset.StandardCharsets;

/**
 * Walks over the fields of one protocol buffer message (Protocol Buffers encoding, proto2 wire types 0, 1, 2 and 5). Nothing is copied but
 * strings. Not thread-safe.
 */
final class Pbf {

    private static final int MAX_SHIFT = 63;

    private final byte[] bytes;
    private final int end;
    private int at;
    private int field;
    private int wire;

    Pbf(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    Pbf(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    /** Steps to the next field; the value of the one before must have been read or skipped. */
    boolean next() throws MalformedOsmException {
        if (at >= end) {
            return false;
        }
        long key = varint();
        field = (int) (key >>> 3);
        wire = (int) (key & 7);
        if (field == 0) {
            throw damaged();
        }
        return true;
    }

    /** Number of the current field. */
    int field() {
        return field;
    }

    /** Whether values are left; for packed lists. */
    boolean hasMore() {
        return at < end;
    }

    /** An unsigned or plain signed number. */
    long varint() throws MalformedOsmException {
        long value = 0;
        for (int shift = 0; shift <= MAX_SHIFT; shift += 7) {
            if (at >= end) {
                throw damaged();
            }
            byte b = bytes[at++];
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw damaged();
    }

    /** A number of type {@code sint64} or {@code sint32}. */
    long signed() throws MalformedOsmException {
        long raw = varint();
        return raw >>> 1 ^ -(raw & 1);
    }

    /** The message, string or packed list of the current field. */
    Pbf message() throws MalformedOsmException {
        if (wire != 2) {
            throw damaged();
        }
        long length = varint();
        if (length < 0 || length > end - at) {
            throw damaged();
        }
        Pbf inner = new Pbf(bytes, at, at + (int) length);
        at += (int) length;
        return inner;
    }

    String string() throws MalformedOsmException {
        Pbf inner = message();
        return new String(bytes, inner.at, inner.end - inner.at, StandardCharsets.UTF_8);
    }

    byte[] array() throws MalformedOsmException {
        Pbf inner = message();
        return java.util.Arrays.copyOfRange(bytes, inner.at, inner.end);
    }

    /** Numbers of a packed list, at most one per byte. */
    int[] packed() throws MalformedOsmException {
        Pbf list = message();
        int[] values = new int[list.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (int) list.varint();
        }
        return values;
    }

    /** Numbers of a packed list of differences, each {@code sint64}, summed up. */
    long[] packedDeltas() throws MalformedOsmException {
        Pbf list = message();
        long[] values = new long[list.count()];
        long sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += list.signed();
            values[i] = sum;
        }
        return values;
    }

    /** Numbers that are left: bytes without the sign of continuation. */
    private int count() {
        int n = 0;
        for (int i = at; i < end; i++) {
            n += bytes[i] >= 0 ? 1 : 0;
        }
        return n;
    }

    void skip() throws MalformedOsmException {
        switch (wire) {
            case 0 -> varint();
            case 1 -> step(8);
            case 2 -> message();
            case 5 -> step(4);
            default -> throw damaged();
        }
    }

    private void step(int n) throws MalformedOsmException {
        if (n > end - at) {
            throw damaged();
        }
        at += n;
    }

    private MalformedOsmException damaged() {
        return new MalformedOsmException("byte " + at);
    }
}
