package org.kvarter.importing.raster;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes LAS 1.2 files of point format 0 (ASPRS LAS 1.2, table 3 and 7), with a GeoTIFF key for the system. */
public final class Las {

    private Las() {
    }

    /** A file of points {east, north, height, class}. */
    public static byte[] of(int epsg, double[]... points) {
        int records = 54 + 24;
        ByteBuffer out = ByteBuffer.allocate(227 + records + 20 * points.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put("LASF".getBytes(StandardCharsets.US_ASCII));
        out.put(24, (byte) 1).put(25, (byte) 2).putShort(94, (short) 227).putInt(96, 227 + records).putInt(100, 1).put(104, (byte) 0).putShort(105, (short) 20);
        out.putInt(107, points.length).putInt(111, points.length);
        double[] low = {1e9, 1e9, 1e9};
        double[] high = {-1e9, -1e9, -1e9};
        for (double[] p : points) {
            for (int i = 0; i < 3; i++) {
                low[i] = Math.min(low[i], p[i]);
                high[i] = Math.max(high[i], p[i]);
            }
        }
        for (int i = 0; i < 3; i++) {
            out.putDouble(131 + 8 * i, 0.01).putDouble(155 + 8 * i, 0).putDouble(179 + 16 * i, high[i]).putDouble(187 + 16 * i, low[i]);
        }
        out.position(229).put("LASF_Projection".getBytes(StandardCharsets.US_ASCII));
        out.putShort(227 + 18, (short) 34735).putShort(227 + 20, (short) 24);
        short[] keys = {1, 1, 0, 2, 1024, 0, 1, 1, 3072, 0, 1, (short) epsg};
        for (int i = 0; i < keys.length; i++) {
            out.putShort(227 + 54 + 2 * i, keys[i]);
        }
        for (int i = 0; i < points.length; i++) {
            int at = 227 + records + 20 * i;
            for (int k = 0; k < 3; k++) {
                out.putInt(at + 4 * k, (int) Math.round(points[i][k] * 100));
            }
            out.put(at + 14, (byte) 0x09).put(at + 15, (byte) points[i][3]);
        }
        return out.array();
    }

    /** A grid of 20 × 10 points of ground, and a roof over one of them. */
    public static byte[] sample() {
        double[][] points = new double[201][];
        for (int i = 0; i < 200; i++) {
            points[i] = new double[] {150_000 + 2 * (i % 20), 6_580_000 + 2 * (i / 20), i % 20 * 0.5, 2};
        }
        points[200] = new double[] {150_004, 6_580_004, 30, 6};
        return of(3011, points);
    }
}
