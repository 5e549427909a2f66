package org.kvarter.sample;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes a grid of heights as an uncompressed 32-bit float GeoTIFF (TIFF 6.0, OGC 19-008r4): same bytes everywhere. */
final class GeoTiff {
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int DOUBLE = 12;

    private record Tag(int id, int type, int count, byte[] value) {
    }

    private GeoTiff() {
    }

    /**
     * The file's bytes.
     *
     * @param heights row order from the north-west cell, metres
     * @param cell    cell size, metres
     * @param west    easting of the left edge, metres
     * @param north   northing of the upper edge, metres
     */
    static byte[] write(float[] heights, int columns, int rows, double cell, double west, double north) {
        int strip = columns * 4 * 50;
        int strips = rows / 50;
        List<Tag> tags = new ArrayList<>();
        byte[] description = "Lindhamn elevation, metres RH 2000\0".getBytes(StandardCharsets.US_ASCII);
        byte[] citation = "SWEREF99 18 00|\0".getBytes(StandardCharsets.US_ASCII);
        tags.add(new Tag(256, LONG, 1, ints(columns)));
        tags.add(new Tag(257, LONG, 1, ints(rows)));
        tags.add(new Tag(258, SHORT, 1, shorts(32)));
        tags.add(new Tag(259, SHORT, 1, shorts(1)));
        tags.add(new Tag(262, SHORT, 1, shorts(1)));
        tags.add(new Tag(270, ASCII, description.length, description));
        int[] offsets = new int[strips];
        int[] counts = new int[strips];
        tags.add(new Tag(273, LONG, strips, ints(offsets)));
        tags.add(new Tag(277, SHORT, 1, shorts(1)));
        tags.add(new Tag(278, LONG, 1, ints(50)));
        tags.add(new Tag(279, LONG, strips, ints(counts)));
        tags.add(new Tag(284, SHORT, 1, shorts(1)));
        tags.add(new Tag(339, SHORT, 1, shorts(3)));
        tags.add(new Tag(33550, DOUBLE, 3, doubles(cell, cell, 0)));
        tags.add(new Tag(33922, DOUBLE, 6, doubles(0, 0, 0, west, north, 0)));
        tags.add(new Tag(34735, SHORT, 24, shorts(1, 1, 0, 5, 1024, 0, 1, 1, 1025, 0, 1, 1, 1026, 34737, citation.length - 1, 0, 3072, 0, 1, 3011, 3076, 0, 1, 9001)));
        tags.add(new Tag(34737, ASCII, citation.length, citation));
        int directory = 8;
        int values = directory + 2 + tags.size() * 12 + 4;
        int length = values;
        for (Tag t : tags) {
            length += t.value.length > 4 ? t.value.length + (t.value.length & 1) : 0;
        }
        int data = length;
        for (int i = 0; i < strips; i++) {
            offsets[i] = data + i * strip;
            counts[i] = strip;
        }
        ByteBuffer out = ByteBuffer.allocate(data + strips * strip).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(directory).putShort((short) tags.size());
        int next = values;
        for (Tag t : tags) {
            byte[] value = t.id == 273 ? ints(offsets) : t.id == 279 ? ints(counts) : t.value;
            out.putShort((short) t.id).putShort((short) t.type).putInt(t.count);
            if (value.length <= 4) {
                out.put(value).put(new byte[4 - value.length]);
            } else {
                out.putInt(next);
                out.put(next, value);
                next += value.length + (value.length & 1);
            }
        }
        out.putInt(0).position(data);
        for (float h : heights) {
            out.putFloat(h);
        }
        return out.array();
    }

    private static byte[] shorts(int... values) {
        ByteBuffer b = ByteBuffer.allocate(values.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int v : values) {
            b.putShort((short) v);
        }
        return b.array();
    }

    private static byte[] ints(int... values) {
        ByteBuffer b = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int v : values) {
            b.putInt(v);
        }
        return b.array();
    }

    private static byte[] doubles(double... values) {
        ByteBuffer b = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (double v : values) {
            b.putDouble(v);
        }
        return b.array();
    }
}
