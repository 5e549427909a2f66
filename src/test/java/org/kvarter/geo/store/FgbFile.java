package org.kvarter.geo.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Writes small FlatGeobuf files by the format's description alone, with a text column, a double and an integer. */
public final class FgbFile {

    private static final int ROOM = 1 << 16;

    /** A table: value by slot; tables and lists are written behind it. */
    private record Field(int slot, Object value) {
    }

    private final int epsg;
    private final int type;
    private final List<byte[]> features = new ArrayList<>();
    private final List<Envelope> boxes = new ArrayList<>();

    /** @param type number of the geometry type, 0 where features state their own */
    public FgbFile(int epsg, int type) {
        this.epsg = epsg;
        this.type = type;
    }

    /** Adds a feature; values that are {@code null} are left out. */
    public FgbFile row(Geometry geometry, String name, Double height, Integer storeys) {
        ByteBuffer values = ByteBuffer.allocate(500).order(ByteOrder.LITTLE_ENDIAN);
        if (name != null) {
            byte[] text = name.getBytes(StandardCharsets.UTF_8);
            values.putShort((short) 0).putInt(text.length).put(text);
        }
        if (height != null) {
            values.putShort((short) 1).putDouble(height);
        }
        if (storeys != null) {
            values.putShort((short) 2).putInt(storeys);
        }
        byte[] properties = java.util.Arrays.copyOf(values.array(), values.position());
        List<Field> fields = new ArrayList<>(List.of(new Field(1, properties)));
        if (geometry != null) {
            fields.add(new Field(0, geometry(geometry)));
        }
        features.add(sized(fields));
        boxes.add(geometry == null ? new Envelope() : geometry.getEnvelopeInternal());
        return this;
    }

    /** A footprint. */
    public static Geometry box(double west, double south, double east, double north) {
        return new org.locationtech.jts.geom.GeometryFactory().toGeometry(new Envelope(west, east, south, north));
    }

    private static List<Field> geometry(Geometry geometry) {
        if (geometry.getNumGeometries() > 1 || geometry.getGeometryType().startsWith("Multi")) {
            List<List<Field>> parts = new ArrayList<>();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                parts.add(geometry(geometry.getGeometryN(i)));
            }
            return List.of(new Field(6, (byte) 6), new Field(7, parts));
        }
        Coordinate[] all = geometry.getCoordinates();
        double[] xy = new double[2 * all.length];
        for (int i = 0; i < all.length; i++) {
            xy[2 * i] = all[i].x;
            xy[2 * i + 1] = all[i].y;
        }
        if (geometry instanceof Polygon polygon) {
            int[] ends = new int[1 + polygon.getNumInteriorRing()];
            ends[0] = polygon.getExteriorRing().getNumPoints();
            for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                ends[h + 1] = ends[h] + polygon.getInteriorRingN(h).getNumPoints();
            }
            return List.of(new Field(0, ends), new Field(1, xy), new Field(6, (byte) 3));
        }
        return List.of(new Field(1, xy), new Field(6, (byte) (all.length == 1 ? 1 : 2)));
    }

    /** The file, with an index of one level over at most 16 features. */
    public byte[] bytes(boolean index) {
        Envelope all = new Envelope();
        boxes.forEach(all::expandToInclude);
        List<List<Field>> columns = List.of(List.of(new Field(0, "name"), new Field(1, (byte) 11)),
                List.of(new Field(0, "height"), new Field(1, (byte) 10)), List.of(new Field(0, "storeys"), new Field(1, (byte) 5)));
        byte[] header = sized(List.of(new Field(0, "houses"), new Field(1, new double[] {all.getMinX(), all.getMinY(), all.getMaxX(), all.getMaxY()}),
                new Field(2, (byte) type), new Field(7, columns), new Field(8, (long) features.size()),
                new Field(9, (short) (index ? 16 : 0)), new Field(10, List.of(new Field(0, "EPSG"), new Field(1, epsg)))));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {'f', 'g', 'b', 3, 'f', 'g', 'b', 0});
        file.writeBytes(header);
        if (index) {
            ByteBuffer tree = ByteBuffer.allocate(40 * (features.size() + 1)).order(ByteOrder.LITTLE_ENDIAN);
            node(tree, all, 1);
            long offset = 0;
            for (int i = 0; i < features.size(); i++) {
                node(tree, boxes.get(i), offset);
                offset += features.get(i).length;
            }
            file.writeBytes(tree.array());
        }
        features.forEach(file::writeBytes);
        return file.toByteArray();
    }

    private static void node(ByteBuffer tree, Envelope box, long offset) {
        tree.putDouble(box.getMinX()).putDouble(box.getMinY()).putDouble(box.getMaxX()).putDouble(box.getMaxY()).putLong(offset);
    }

    private static byte[] sized(List<Field> root) {
        ByteBuffer out = ByteBuffer.allocate(ROOM).order(ByteOrder.LITTLE_ENDIAN);
        out.position(8);
        int table = table(out, root);
        out.putInt(0, out.position() - 4).putInt(4, table - 4);
        return java.util.Arrays.copyOf(out.array(), out.position());
    }

    @SuppressWarnings("unchecked")
    private static int table(ByteBuffer out, List<Field> fields) {
        int slots = fields.stream().mapToInt(Field::slot).max().orElse(-1) + 1;
        int vtable = out.position();
        out.position(vtable + 4 + 2 * slots);
        int table = out.position();
        out.putInt(table - vtable);
        List<int[]> behind = new ArrayList<>();
        for (int f = 0; f < fields.size(); f++) {
            out.putShort(vtable + 4 + 2 * fields.get(f).slot(), (short) (out.position() - table));
            Object value = fields.get(f).value();
            if (value instanceof Byte b) {
                out.put(b);
            } else if (value instanceof Short s) {
                out.putShort(s);
            } else if (value instanceof Integer i) {
                out.putInt(i);
            } else if (value instanceof Long l) {
                out.putLong(l);
            } else {
                behind.add(new int[] {f, out.position()});
                out.putInt(0);
            }
        }
        out.putShort(vtable, (short) (4 + 2 * slots)).putShort(vtable + 2, (short) (out.position() - table));
        for (int[] reference : behind) {
            Object value = fields.get(reference[0]).value();
            int target = value instanceof List<?> list && (list.isEmpty() || list.get(0) instanceof Field) ? table(out, (List<Field>) list)
                    : list(out, value);
            out.putInt(reference[1], target - reference[1]);
        }
        return table;
    }

    @SuppressWarnings("unchecked")
    private static int list(ByteBuffer out, Object value) {
        int start = out.position();
        if (value instanceof String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.putInt(bytes.length).put(bytes).put((byte) 0);
        } else if (value instanceof byte[] bytes) {
            out.putInt(bytes.length).put(bytes);
        } else if (value instanceof double[] doubles) {
            out.putInt(doubles.length);
            for (double d : doubles) {
                out.putDouble(d);
            }
        } else if (value instanceof int[] ints) {
            out.putInt(ints.length);
            for (int i : ints) {
                out.putInt(i);
            }
        } else {
            List<List<Field>> tables = (List<List<Field>>) value;
            out.putInt(tables.size());
            int places = out.position();
            out.position(places + 4 * tables.size());
            for (int i = 0; i < tables.size(); i++) {
                int table = table(out, tables.get(i));
                out.putInt(places + 4 * i, table - places - 4 * i);
            }
        }
        return start;
    }
}
