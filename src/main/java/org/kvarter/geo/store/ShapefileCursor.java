package org.kvarter.geo.store;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.kvarter.model.Severity;
import org.locationtech.jts.geom.Geometry;

/**
 * Walks over the records of a shapefile, {@code .shp} and {@code .dbf} side by side, both from front to back. Where there is a
 * {@code .shx} that runs forward, it says where each record starts, so that gaps and broken records are stepped over.
 */
final class ShapefileCursor implements RecordCursor {

    private static final int RECORD_HEAD = 8;
    private static final int BOX_BYTES = 36;
    private static final int CHECK_EVERY = 1_000;

    private final ShapefileTable table;
    private final RecordQuery query;
    private final InputStream shapes;
    private final InputStream rows;
    private final DataInputStream index;
    private final long shapeBytes;
    private final ShapeGeometry reader = new ShapeGeometry();
    private long position = ShapefileTable.HEADER;
    private long record;
    private boolean rowsEnded;
    private DbfRow row;
    private Geometry geometry;

    ShapefileCursor(ShapefileTable table, RecordQuery query) throws IOException {
        this.table = table;
        this.query = query;
        this.shapeBytes = table.size(".shp");
        this.shapes = table.open(".shp");
        shapes.skipNBytes(ShapefileTable.HEADER);
        this.rows = table.dbf().isEmpty() ? null : table.open(".dbf");
        this.index = index();
        if (rows != null) {
            try {
                rows.skipNBytes(table.dbf().headerBytes());
            } catch (EOFException e) {
                rowsEnded = true;
            }
        }
    }

    private DataInputStream index() throws IOException {
        if (table.size(".shx") < ShapefileTable.HEADER) {
            return null;
        }
        DataInputStream in = new DataInputStream(table.open(".shx"));
        byte[] head = in.readNBytes(ShapefileTable.HEADER);
        if (head.length == ShapefileTable.HEADER && ShapefileStoreFactory.isShp(head)) {
            return in;
        }
        in.close();
        return null;
    }

    @Override
    public boolean next() throws IOException {
        while (true) {
            if (!toRecord()) {
                return false;
            }
            record++;
            if (record % CHECK_EVERY == 0) {
                table.store().check().run();
            }
            boolean wanted = readShape();
            row = nextRow();
            if (wanted && (row == null || !row.isDeleted())) {
                return true;
            }
        }
    }

    /** Steps to where the next record starts; {@code false} at the end. */
    private boolean toRecord() throws IOException {
        long start = position;
        if (index != null) {
            byte[] entry = index.readNBytes(RECORD_HEAD);
            if (entry.length == RECORD_HEAD) {
                start = 2 * Integer.toUnsignedLong(ByteBuffer.wrap(entry).getInt());
            } else if (entry.length == 0) {
                return false;
            }
        }
        if (start > position && start < shapeBytes) {
            skip(start - position);
        }
        return position + RECORD_HEAD <= shapeBytes || ended(position < shapeBytes || index != null);
    }

    /** Reads the record at the position; {@code false} where its box is not asked for. */
    private boolean readShape() throws IOException {
        geometry = null;
        byte[] head = take(RECORD_HEAD);
        long length = head.length < RECORD_HEAD ? -1 : 2L * ByteBuffer.wrap(head).getInt(4);
        if (length < 4 || length > shapeBytes - position) {
            shapeBroken(StoreTexts.get("geometry.recordLength"));
            position = index == null ? shapeBytes : position;
            return query.bbox() == null;
        }
        if (query.geometry() == RecordQuery.Geometries.NOT_WANTED && query.bbox() == null) {
            skip(length);
            return true;
        }
        byte[] content = take((int) Math.min(length, BOX_BYTES));
        if (query.bbox() != null && !query.accepts(reader.envelope(ByteBuffer.wrap(content)))) {
            skip(length - content.length);
            return false;
        }
        if (length > content.length) {
            if (length > 2L * 16 * StoreLimits.MAX_VERTICES) {
                shapeBroken(StoreTexts.get("geometry.tooLarge", StoreLimits.MAX_VERTICES));
                skip(length - content.length);
                return query.bbox() == null;
            }
            byte[] rest = take((int) length - content.length);
            byte[] whole = java.util.Arrays.copyOf(content, content.length + rest.length);
            System.arraycopy(rest, 0, whole, content.length, rest.length);
            content = whole;
        }
        try {
            geometry = reader.read(ByteBuffer.wrap(content));
            if (reader.closedRing()) {
                table.store().note(Severity.INFO, table.name() + " " + id(),
                        StoreTexts.get("record.closed", table.partName(".shp"), id()));
            }
            return query.accepts(geometry == null ? null : geometry.getEnvelopeInternal());
        } catch (MalformedGeometryException e) {
            shapeBroken(e.getMessage());
            return query.bbox() == null;
        }
    }

    private void shapeBroken(String problem) {
        String source = table.partName(".shp");
        table.store().note(Severity.WARNING, table.name() + " " + id(), StoreTexts.get("record.geometry", source, id(), problem));
    }

    /** Notes a file that ends within a record, or before the index does. */
    private boolean ended(boolean early) {
        if (early) {
            table.store().note(Severity.ERROR, table.name(), StoreTexts.get("shapefile.truncated", table.partName(".shp"),
                    Long.toString(record)));
        }
        return false;
    }

    private byte[] take(int bytes) throws IOException {
        byte[] taken = shapes.readNBytes(bytes);
        position += taken.length;
        return taken;
    }

    private void skip(long bytes) throws IOException {
        try {
            shapes.skipNBytes(bytes);
            position += bytes;
        } catch (EOFException e) {
            position = shapeBytes;
        }
    }

    /** The attributes of the record, {@code null} where the table has none or ends early. */
    private DbfRow nextRow() throws IOException {
        if (rows == null || rowsEnded) {
            return null;
        }
        byte[] bytes = rows.readNBytes(table.dbf().recordBytes());
        if (bytes.length < table.dbf().recordBytes()) {
            rowsEnded = true;
            table.store().note(Severity.WARNING, table.name(), StoreTexts.get("shapefile.shortDbf", table.partName(".dbf"),
                    Long.toString(record - 1)));
            return null;
        }
        return new DbfRow(bytes, table.charset());
    }

    @Override
    public String id() {
        return Long.toString(record);
    }

    @Override
    public Object value(int column) {
        return row == null ? null : row.value(table.dbf().fields().get(column));
    }

    @Override
    public Geometry geometry() {
        return geometry;
    }

    @Override
    public void close() throws IOException {
        try (shapes; rows; index) {
            row = null;
        }
    }
}
