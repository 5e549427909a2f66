package org.kvarter.geo.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the values of a feature: for each its column's number and the value by the column's type. Reused; not thread-safe. */
final class FlatGeobufProperties {

    private final int[] types;
    private final Object[] values;

    FlatGeobufProperties(int[] types) {
        this.types = types;
        this.values = new Object[types.length];
    }

    Object value(int column) {
        return values[column];
    }

    /**
     * Takes the values of a feature.
     *
     * @return whether they could be read to their end; those before are kept
     */
    boolean read(FlatTable feature) throws MalformedGeometryException {
        Arrays.fill(values, null);
        FlatTable.Vector list = feature.vector(1, 1);
        ByteBuffer in = feature.bytes();
        int at = list.first();
        int end = list.first() + list.length();
        while (at + 2 <= end) {
            int column = in.getShort(at) & 0xFFFF;
            at += 2;
            if (column >= types.length) {
                return false;
            }
            int size = size(in, at, end, types[column]);
            if (size < 0 || size > end - at) {
                return false;
            }
            values[column] = value(in, at, size, types[column]);
            at += size;
        }
        return at == end;
    }

    /** Bytes of a value, negative where it does not fit. */
    private static int size(ByteBuffer in, int at, int end, int type) {
        return switch (type) {
            case 0, 1, 2 -> 1;
            case 3, 4 -> 2;
            case 5, 6, 9 -> 4;
            case 7, 8, 10 -> 8;
            default -> {
                int length = end - at >= 4 ? in.getInt(at) : -1;
                yield length < 0 || length > end - at - 4 ? -1 : length + 4;
            }
        };
    }

    private static Object value(ByteBuffer in, int at, int size, int type) {
        return switch (type) {
            case 0 -> (int) in.get(at);
            case 1 -> in.get(at) & 0xFF;
            case 2 -> in.get(at) != 0;
            case 3 -> (int) in.getShort(at);
            case 4 -> in.getShort(at) & 0xFFFF;
            case 5 -> in.getInt(at);
            case 6 -> in.getInt(at) & 0xFFFF_FFFFL;
            case 7, 8 -> in.getLong(at);
            case 9 -> (double) in.getFloat(at);
            case 10 -> in.getDouble(at);
            case 14 -> null;
            default -> {
                byte[] text = new byte[Math.min(size - 4, StoreLimits.MAX_TEXT)];
                in.get(at + 4, text);
                yield new String(text, StandardCharsets.UTF_8);
            }
        };
    }
}
