package org.kvarter.importing.raster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes small TIFF files of any layout, by TIFF 6.0 alone: {@code Tiff.floats(3, 2, 1, 2, 3, 4, 5, 6).place(…).write(file)}.
 * Values are row by row, samples of a pixel together.
 */
final class Tiff {

    private record Value(int type, double[] numbers, String text) {
    }

    private final TreeMap<Integer, Value> tags = new TreeMap<>();
    private final double[] values;
    private final int width;
    private final int height;
    private final int samples;
    private final int bits;
    private final boolean isFloat;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private boolean big;
    private boolean deflate;
    private int blockWidth;
    private int blockHeight;
    private boolean tiled;
    private boolean planar;
    private int missingBlock = -1;
    private boolean floatPredictor;

    private Tiff(int width, int height, int samples, int bits, boolean isFloat, double[] values) {
        this.width = width;
        this.height = height;
        this.samples = samples;
        this.bits = bits;
        this.isFloat = isFloat;
        this.values = values;
        this.blockWidth = width;
        this.blockHeight = height;
        shorts(258, repeat(bits, samples));
        shorts(262, samples >= 3 && !isFloat ? 2 : 1);
        shorts(277, samples);
        shorts(339, repeat(isFloat ? 3 : 1, samples));
    }

    static Tiff floats(int width, int height, double... values) {
        return new Tiff(width, height, 1, 32, true, values);
    }

    static Tiff doubles(int width, int height, double... values) {
        return new Tiff(width, height, 1, 64, true, values);
    }

    static Tiff int16(int width, int height, double... values) {
        return new Tiff(width, height, 1, 16, false, values).shorts(339, 2);
    }

    static Tiff bytes(int width, int height, int samples, double... values) {
        return new Tiff(width, height, samples, 8, false, values);
    }

    /** Upper left corner and cell size, with the projected CRS of that code; 0 for none. */
    Tiff place(double west, double north, double cell, int code) {
        doubleTag(33550, cell, cell, 0);
        doubleTag(33922, 0, 0, 0, west, north, 0);
        return code == 0 ? this : keys(1024, 1, 1025, 1, 3072, code);
    }

    /** GeoKeys with a value each. */
    Tiff keys(int... keysAndValues) {
        double[] all = new double[4 + keysAndValues.length * 2];
        all[0] = 1;
        all[1] = 1;
        all[3] = keysAndValues.length / 2.0;
        for (int i = 0; i < keysAndValues.length / 2; i++) {
            all[4 + 4 * i] = keysAndValues[2 * i];
            all[6 + 4 * i] = 1;
            all[7 + 4 * i] = keysAndValues[2 * i + 1];
        }
        return shorts(34735, all);
    }

    /** Adds a key whose value is a text. */
    Tiff citation(int key, String text) {
        double[] old = tags.get(34735).numbers;
        double[] all = java.util.Arrays.copyOf(old, old.length + 4);
        all[3]++;
        all[old.length] = key;
        all[old.length + 1] = 34737;
        all[old.length + 2] = text.length() + 1.0;
        shorts(34735, all);
        return text(34737, text + "|");
    }

    Tiff shorts(int tag, double... numbers) {
        tags.put(tag, new Value(3, numbers, null));
        return this;
    }

    Tiff doubleTag(int tag, double... numbers) {
        tags.put(tag, new Value(12, numbers, null));
        return this;
    }

    Tiff text(int tag, String text) {
        tags.put(tag, new Value(2, null, text));
        return this;
    }

    Tiff without(int tag) {
        tags.remove(tag);
        return this;
    }

    Tiff bigEndian() {
        order = ByteOrder.BIG_ENDIAN;
        return this;
    }

    Tiff big() {
        big = true;
        return this;
    }

    Tiff deflated() {
        deflate = true;
        return this;
    }

    /** Predictor 3 of Adobe's technical note 3: bytes of floats by significance, then differences. */
    Tiff floatPredictor() {
        floatPredictor = true;
        return shorts(317, 3).deflated();
    }

    Tiff strips(int rows) {
        blockHeight = rows;
        return this;
    }

    Tiff tiles(int size) {
        tiled = true;
        blockWidth = size;
        blockHeight = size;
        return this;
    }

    Tiff planar() {
        planar = true;
        return this;
    }

    /** Leaves a block out, as sparse files do. */
    Tiff withoutBlock(int block) {
        missingBlock = block;
        return this;
    }

    Path write(Path file) {
        try {
            return Files.write(file, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        List<byte[]> blocks = blocks();
        int at = big ? 16 : 8;
        double[] offsets = new double[blocks.size()];
        double[] counts = new double[blocks.size()];
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (int b = 0; b < offsets.length; b++) {
            if (b != missingBlock) {
                offsets[b] = at + data.size();
                counts[b] = blocks.get(b).length;
                data.writeBytes(blocks.get(b));
            }
        }
        tags.put(256, new Value(4, new double[] {width}, null));
        tags.put(257, new Value(4, new double[] {height}, null));
        tags.putIfAbsent(259, new Value(3, new double[] {deflate ? 8 : 1}, null));
        shorts(284, planar ? 2 : 1);
        if (tiled) {
            shorts(322, blockWidth);
            shorts(323, blockHeight);
        } else {
            tags.put(278, new Value(4, new double[] {blockHeight}, null));
        }
        tags.put(tiled ? 324 : 273, new Value(4, offsets, null));
        tags.put(tiled ? 325 : 279, new Value(4, counts, null));
        return assemble(data.toByteArray());
    }

    private byte[] assemble(byte[] data) {
        int directory = (big ? 16 : 8) + data.length;
        int inline = big ? 8 : 4;
        int extra = directory + (big ? 8 + 20 * tags.size() + 8 : 2 + 12 * tags.size() + 4);
        ByteBuffer out = ByteBuffer.allocate(extra + tags.values().stream().mapToInt(v -> encode(v).length + 8).sum()).order(order);
        out.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M')).put(out.get(0)).putShort((short) (big ? 43 : 42));
        if (big) {
            out.putShort((short) 8).putShort((short) 0).putLong(directory);
        } else {
            out.putInt(directory);
        }
        out.put(data);
        if (big) {
            out.putLong(tags.size());
        } else {
            out.putShort((short) tags.size());
        }
        int end = extra;
        for (var tag : tags.entrySet()) {
            byte[] encoded = encode(tag.getValue());
            int count = tag.getValue().text == null ? tag.getValue().numbers.length : encoded.length;
            out.putShort((short) (int) tag.getKey()).putShort((short) tag.getValue().type);
            if (big) {
                out.putLong(count);
            } else {
                out.putInt(count);
            }
            if (encoded.length <= inline) {
                out.put(encoded).put(new byte[inline - encoded.length]);
            } else {
                if (big) {
                    out.putLong(end);
                } else {
                    out.putInt(end);
                }
                out.put(end, encoded);
                end += encoded.length;
            }
        }
        return java.util.Arrays.copyOf(out.array(), end);
    }

    private byte[] encode(Value value) {
        if (value.text != null) {
            return (value.text + "\0").getBytes(StandardCharsets.US_ASCII);
        }
        int size = value.type == 3 ? 2 : value.type == 4 ? 4 : 8;
        ByteBuffer out = ByteBuffer.allocate(value.numbers.length * size).order(order);
        for (double v : value.numbers) {
            if (size == 2) {
                out.putShort((short) v);
            } else if (size == 4) {
                out.putInt((int) (long) v);
            } else {
                out.putDouble(v);
            }
        }
        return out.array();
    }

    private List<byte[]> blocks() {
        List<byte[]> blocks = new ArrayList<>();
        for (int plane = 0; plane < (planar ? samples : 1); plane++) {
            for (int y = 0; y < height; y += blockHeight) {
                for (int x = 0; x < width; x += blockWidth) {
                    blocks.add(block(x, y, plane));
                }
            }
        }
        return blocks;
    }

    private byte[] block(int x0, int y0, int plane) {
        int rows = tiled ? blockHeight : Math.min(blockHeight, height - y0);
        int perPixel = planar ? 1 : samples;
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        for (int y = y0; y < y0 + rows; y++) {
            ByteBuffer row = ByteBuffer.allocate(blockWidth * perPixel * bits / 8).order(order);
            for (int x = x0; x < x0 + blockWidth; x++) {
                for (int s = 0; s < perPixel; s++) {
                    boolean inside = x < width && y < height;
                    put(row, inside ? values[(y * width + x) * samples + (planar ? plane : s)] : 0);
                }
            }
            block.writeBytes(floatPredictor ? predict(row.array()) : row.array());
        }
        return deflate ? deflate(block.toByteArray()) : block.toByteArray();
    }

    private void put(ByteBuffer out, double value) {
        if (bits == 8) {
            out.put((byte) value);
        } else if (bits == 16) {
            out.putShort((short) value);
        } else if (bits == 32 && isFloat) {
            out.putFloat((float) value);
        } else {
            out.putDouble(value);
        }
    }

    private byte[] predict(byte[] row) {
        int size = bits / 8;
        int count = row.length / size;
        byte[] planes = new byte[row.length];
        for (int i = 0; i < count; i++) {
            for (int b = 0; b < size; b++) {
                int significance = order == ByteOrder.BIG_ENDIAN ? b : size - 1 - b;
                planes[significance * count + i] = row[i * size + b];
            }
        }
        for (int i = planes.length - 1; i > 0; i--) {
            planes[i] -= planes[i - 1];
        }
        return planes;
    }

    private static byte[] deflate(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static double[] repeat(double value, int count) {
        double[] all = new double[count];
        java.util.Arrays.fill(all, value);
        return all;
    }
}
