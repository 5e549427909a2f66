package org.kvarter.geo.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One table of a FlatBuffers buffer (FlatBuffers internals: offsets to a vtable, which has an offset per field). Every access is checked
 * against the buffer. Immutable.
 *
 * @param bytes little-endian, from 0 to its limit
 * @param at    where the table begins
 */
record FlatTable(ByteBuffer bytes, int at) {

    /** The root table of a buffer. */
    static FlatTable root(ByteBuffer bytes) throws MalformedGeometryException {
        return follow(bytes, 0);
    }

    private static FlatTable follow(ByteBuffer bytes, int at) throws MalformedGeometryException {
        need(bytes, at, 4);
        long target = at + (bytes.getInt(at) & 0xFFFF_FFFFL);
        need(bytes, target, 4);
        return new FlatTable(bytes, (int) target);
    }

    private static void need(ByteBuffer bytes, long at, long length) throws MalformedGeometryException {
        if (at < 0 || length < 0 || at + length > bytes.limit()) {
            throw new MalformedGeometryException("geometry.truncated");
        }
    }

    /** Place of a field of {@code length} bytes, 0 where it is not there. */
    private int field(int slot, int length) throws MalformedGeometryException {
        long vtable = (long) at - bytes.getInt(at);
        need(bytes, vtable, 4);
        int size = bytes.getShort((int) vtable) & 0xFFFF;
        int entry = 4 + 2 * slot;
        if (entry + 2 > size) {
            return 0;
        }
        need(bytes, vtable + entry, 2);
        int offset = bytes.getShort((int) vtable + entry) & 0xFFFF;
        if (offset == 0) {
            return 0;
        }
        need(bytes, (long) at + offset, length);
        return at + offset;
    }

    int unsignedByte(int slot) throws MalformedGeometryException {
        int place = field(slot, 1);
        return place == 0 ? 0 : bytes.get(place) & 0xFF;
    }

    int unsignedShort(int slot, int otherwise) throws MalformedGeometryException {
        int place = field(slot, 2);
        return place == 0 ? otherwise : bytes.getShort(place) & 0xFFFF;
    }

    int integer(int slot) throws MalformedGeometryException {
        int place = field(slot, 4);
        return place == 0 ? 0 : bytes.getInt(place);
    }

    long number(int slot) throws MalformedGeometryException {
        int place = field(slot, 8);
        return place == 0 ? 0 : bytes.getLong(place);
    }

    /** A table a field points to, {@code null} where it is not there. */
    FlatTable table(int slot) throws MalformedGeometryException {
        int place = field(slot, 4);
        return place == 0 ? null : follow(bytes, place);
    }

    /**
     * A list.
     *
     * @param first  place of the first element
     * @param length number of elements
     */
    record Vector(int first, int length) {

        static final Vector NONE = new Vector(0, 0);
    }

    /** The list a field points to, whose elements have {@code size} bytes; an empty one where it is not there. */
    Vector vector(int slot, int size) throws MalformedGeometryException {
        int place = field(slot, 4);
        if (place == 0) {
            return Vector.NONE;
        }
        long list = place + (bytes.getInt(place) & 0xFFFF_FFFFL);
        need(bytes, list, 4);
        long length = bytes.getInt((int) list) & 0xFFFF_FFFFL;
        need(bytes, list + 4, length * size);
        return new Vector((int) list + 4, (int) length);
    }

    /** Element of a list of tables. */
    FlatTable element(Vector list, int index) throws MalformedGeometryException {
        return follow(bytes, list.first() + 4 * index);
    }

    double doubleAt(Vector list, int index) {
        return bytes.getDouble(list.first() + 8 * index);
    }

    long unsignedAt(Vector list, int index) {
        return bytes.getInt(list.first() + 4 * index) & 0xFFFF_FFFFL;
    }

    /** Text of a field, empty where it is not there. */
    String text(int slot) throws MalformedGeometryException {
        Vector list = vector(slot, 1);
        byte[] text = new byte[Math.min(list.length(), StoreLimits.MAX_TEXT)];
        bytes.get(list.first(), text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
