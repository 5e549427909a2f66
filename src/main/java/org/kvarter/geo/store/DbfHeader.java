package org.kvarter.geo.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The head of a dBase table (levels III to 7, as shapefiles have them).
 *
 * @param records      rows as stated
 * @param headerBytes  where the rows begin
 * @param recordBytes  bytes of a row, the deletion mark included
 * @param languageByte language driver id at byte 29, 0 where there is none
 * @param fields       in order; memo and binary ones are not among them
 */
record DbfHeader(long records, int headerBytes, int recordBytes, int languageByte, List<Field> fields) {

    /** No attributes at all. */
    static final DbfHeader NONE = new DbfHeader(0, 0, 0, 0, List.of());

    private static final int HEAD = 32;
    private static final int DESCRIPTOR = 32;
    private static final int END_OF_FIELDS = 0x0d;

    /**
     * A field.
     *
     * @param name     its bytes
     * @param type     dBase type letter
     * @param offset   from the start of a row
     * @param length   bytes
     * @param decimals digits behind the point of a number
     */
    record Field(byte[] name, char type, int offset, int length, int decimals) {

        private static final int DIGITS_OF_INT = 9;
        private static final int DIGITS_OF_LONG = 18;

        Class<?> javaType() {
            return switch (type) {
                case 'N' -> decimals > 0 || length > DIGITS_OF_LONG ? Double.class : length <= DIGITS_OF_INT ? Integer.class : Long.class;
                case 'F', 'O', 'B' -> Double.class;
                case 'I', '+' -> Integer.class;
                case 'L' -> Boolean.class;
                case 'D' -> java.sql.Date.class;
                default -> String.class;
            };
        }
    }

    /** No dBase table, or one with impossible sizes. */
    static final class MalformedDbfException extends IOException {
        private static final long serialVersionUID = 1L;

        MalformedDbfException(String message) {
            super(message);
        }
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Reads a head from the start of the file. */
    static DbfHeader read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(HEAD);
        if (bytes.length < HEAD) {
            throw new MalformedDbfException("too short");
        }
        ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int headerBytes = Short.toUnsignedInt(head.getShort(8));
        int recordBytes = Short.toUnsignedInt(head.getShort(10));
        byte[] descriptors = in.readNBytes(Math.max(0, headerBytes - HEAD));
        List<Field> fields = new ArrayList<>();
        int offset = 1;
        for (int at = 0; at + DESCRIPTOR <= descriptors.length && descriptors[at] != END_OF_FIELDS; at += DESCRIPTOR) {
            char type = Character.toUpperCase((char) (descriptors[at + 11] & 0xff));
            int length = descriptors[at + 16] & 0xff;
            int decimals = descriptors[at + 17] & 0xff;
            if (type == 'C' && decimals > 0) {
                length += decimals << 8;
            }
            if (offset + length > recordBytes) {
                throw new MalformedDbfException("fields longer than rows");
            }
            boolean fits = switch (type) {
                case 'C', 'N', 'F', 'L', 'D' -> length > 0;
                case 'I', '+' -> length == 4;
                case 'O', 'B' -> length == 8;
                default -> false;
            };
            if (fits) {
                fields.add(new Field(name(descriptors, at), type, offset, length, decimals));
            }
            offset += length;
        }
        if (recordBytes == 0 || headerBytes < HEAD || descriptors.length < headerBytes - HEAD) {
            throw new MalformedDbfException("impossible sizes");
        }
        return new DbfHeader(Integer.toUnsignedLong(head.getInt(4)), headerBytes, recordBytes, bytes[29] & 0xff, List.copyOf(fields));
    }

    private static byte[] name(byte[] descriptors, int at) {
        int end = at;
        while (end < at + 11 && descriptors[end] != 0) {
            end++;
        }
        return java.util.Arrays.copyOfRange(descriptors, at, end);
    }

    /** The columns, distinct names in an encoding. */
    List<VectorColumn> columns(Charset charset) {
        Set<String> used = new HashSet<>();
        List<VectorColumn> columns = new ArrayList<>();
        for (Field field : fields) {
            String name = new String(field.name, charset).trim();
            String distinct = name.isEmpty() ? "field" : name;
            for (int n = 2; !used.add(distinct.toLowerCase(Locale.ROOT)); n++) {
                distinct = name + "_" + n;
            }
            columns.add(new VectorColumn(distinct, field.javaType()));
        }
        return columns;
    }
}
