package org.kvarter.sample.beacon;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * Writes pictures of few colours as PNG (ISO/IEC 15948) whose data are stored rather than packed, so that the bytes do not depend on the
 * platform's zlib.
 */
final class Png {
    private static final int LARGEST_BLOCK = 65_535;

    private Png() {
    }

    /**
     * A picture.
     *
     * @param palette sRGB colours, at most 256
     * @param rows    numbers of colours, top row first
     */
    static byte[] write(int[] palette, byte[][] rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(rows[0].length).putInt(rows.length).put(new byte[] {8, 3, 0, 0, 0}).array());
        ByteBuffer colours = ByteBuffer.allocate(3 * palette.length);
        for (int rgb : palette) {
            colours.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
        }
        chunk(out, "PLTE", colours.array());
        chunk(out, "IDAT", stored(rows));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] stored(byte[][] rows) {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        for (byte[] row : rows) {
            raw.write(0);
            raw.writeBytes(row);
        }
        byte[] data = raw.toByteArray();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x78, 0x01});
        for (int from = 0; from < data.length; from += LARGEST_BLOCK) {
            int length = Math.min(LARGEST_BLOCK, data.length - from);
            out.writeBytes(new byte[] {(byte) (from + length == data.length ? 1 : 0), (byte) length, (byte) (length >> 8), (byte) ~length, (byte) (~length >> 8)});
            out.write(data, from, length);
        }
        Adler32 sum = new Adler32();
        sum.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] data) {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(type);
        sum.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(type);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
