package org.kvarter.geo.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes small shapefiles for tests, byte by byte after ESRI's description. */
public final class ShpFile {

    private record Field(String name, char type, int length, int decimals) {
    }

    private final int shapeType;
    private final List<byte[]> shapes = new ArrayList<>();
    private final List<Object[]> rows = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private Charset charset = StandardCharsets.UTF_8;
    private int languageByte;

    public ShpFile(int shapeType) {
        this.shapeType = shapeType;
    }

    public ShpFile field(String name, char type, int length, int decimals) {
        fields.add(new Field(name, type, length, decimals));
        return this;
    }

    public ShpFile encoded(Charset encoding, int language) {
        charset = encoding;
        languageByte = language;
        return this;
    }

    /** A record with the content as it stands. */
    public ShpFile raw(byte[] content, Object... values) {
        shapes.add(content);
        rows.add(values);
        return this;
    }

    public ShpFile point(double x, double y, Object... values) {
        return raw(little(20).putInt(shapeType).putDouble(x).putDouble(y).array(), values);
    }

    public ShpFile nothing(Object... values) {
        return raw(little(4).putInt(0).array(), values);
    }

    /** Rings or lines of x, y pairs, in the direction as given. */
    public ShpFile parts(double[][] parts, Object... values) {
        return raw(content(shapeType, parts, null), values);
    }

    /** As {@link #parts} with a height per vertex of all parts. */
    public ShpFile parts(double[][] parts, double[] heights, Object... values) {
        return raw(content(shapeType, parts, heights), values);
    }

    static byte[] content(int type, double[][] parts, double[] heights) {
        int points = 0;
        double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (double[] part : parts) {
            points += part.length / 2;
            for (int i = 0; i < part.length; i += 2) {
                box[0] = Math.min(box[0], part[i]);
                box[1] = Math.min(box[1], part[i + 1]);
                box[2] = Math.max(box[2], part[i]);
                box[3] = Math.max(box[3], part[i + 1]);
            }
        }
        ByteBuffer out = little(44 + 4 * parts.length + 16 * points + (heights == null ? 0 : 16 + 8 * points));
        out.putInt(type);
        for (double b : box) {
            out.putDouble(b);
        }
        out.putInt(parts.length).putInt(points);
        int start = 0;
        for (double[] part : parts) {
            out.putInt(start);
            start += part.length / 2;
        }
        for (double[] part : parts) {
            for (double v : part) {
                out.putDouble(v);
            }
        }
        if (heights != null) {
            out.putDouble(0).putDouble(0);
            for (double h : heights) {
                out.putDouble(h);
            }
        }
        return out.array();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    public byte[] shp() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int size = shapes.stream().mapToInt(s -> s.length + 8).sum();
        out.writeBytes(head(100 + size));
        for (int i = 0; i < shapes.size(); i++) {
            out.writeBytes(ByteBuffer.allocate(8).putInt(i + 1).putInt(shapes.get(i).length / 2).array());
            out.writeBytes(shapes.get(i));
        }
        return out.toByteArray();
    }

    public byte[] shx() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head(100 + 8 * shapes.size()));
        int at = 100;
        for (byte[] shape : shapes) {
            out.writeBytes(ByteBuffer.allocate(8).putInt(at / 2).putInt(shape.length / 2).array());
            at += shape.length + 8;
        }
        return out.toByteArray();
    }

    private byte[] head(int bytes) {
        ByteBuffer head = ByteBuffer.allocate(100);
        head.putInt(0, 9994).putInt(24, bytes / 2);
        head.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, shapeType);
        return head.array();
    }

    public byte[] dbf() {
        int recordBytes = 1 + fields.stream().mapToInt(Field::length).sum();
        int headBytes = 32 + 32 * fields.size() + 1;
        ByteBuffer out = little(headBytes + recordBytes * rows.size() + 1);
        out.put((byte) 3).put(new byte[] {126, 11, 22}).putInt(rows.size()).putShort((short) headBytes).putShort((short) recordBytes);
        out.put(29, (byte) languageByte);
        out.position(32);
        for (Field field : fields) {
            ByteBuffer descriptor = little(32);
            descriptor.put(field.name.getBytes(charset)).put(11, (byte) field.type).put(16, (byte) field.length)
                    .put(17, (byte) field.decimals);
            out.put(descriptor.array());
        }
        out.put((byte) 0x0d);
        for (Object[] row : rows) {
            out.put((byte) ' ');
            for (int f = 0; f < fields.size(); f++) {
                Object value = f < row.length ? row[f] : null;
                byte[] text = (value == null ? "" : value.toString()).getBytes(charset);
                byte[] cell = new byte[fields.get(f).length];
                java.util.Arrays.fill(cell, (byte) ' ');
                System.arraycopy(text, 0, cell, 0, Math.min(text.length, cell.length));
                out.put(cell);
            }
        }
        return out.put((byte) 0x1a).array();
    }

    /** Writes {@code .shp}, {@code .shx} and, where there are fields, {@code .dbf}; answers the {@code .shp}. */
    public Path write(Path folder, String name) throws IOException {
        Path shp = Files.write(folder.resolve(name + ".shp"), shp());
        Files.write(folder.resolve(name + ".shx"), shx());
        if (!fields.isEmpty()) {
            Files.write(folder.resolve(name + ".dbf"), dbf());
        }
        return shp;
    }

    /** Packs entries by name. */
    public static Path zip(Path file, Object... namesAndBytes) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                zip.write((byte[]) namesAndBytes[i + 1]);
                zip.closeEntry();
            }
        }
        return file;
    }
}
