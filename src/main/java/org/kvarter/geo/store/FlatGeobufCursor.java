package org.kvarter.geo.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.kvarter.model.Severity;
import org.locationtech.jts.geom.Geometry;

/** Walks over the features of a FlatGeobuf file, or over those the index finds in a box. */
final class FlatGeobufCursor implements RecordCursor {

    private static final int MAX_FEATURE = 256 * 1024 * 1024;
    private static final int CHECK_EVERY = 0x3FF;

    private final FlatGeobufStore store;
    private final FlatGeobufHeader header;
    private final RecordQuery query;
    private final FileChannel file;
    private final long length;
    private final FlatGeobufProperties properties;
    private final FlatGeobufGeometry geometries = new FlatGeobufGeometry();
    private final long[] offsets;
    private int asked;
    private long position;
    private long number;
    private long start;
    private Geometry geometry;
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    FlatGeobufCursor(FlatGeobufStore store, FlatGeobufHeader header, RecordQuery query) throws IOException {
        this.store = store;
        this.header = header;
        this.query = query;
        this.properties = new FlatGeobufProperties(header.types());
        this.file = FileChannel.open(store.file());
        this.length = file.size();
        this.position = store.firstFeature();
        this.offsets = query.bbox() == null || !header.hasIndex() ? null : found();
    }

    /** Places of the features the index finds; {@code null} where it is damaged, and all features are asked. */
    private long[] found() throws IOException {
        try {
            return FlatGeobufIndex.search(file, store.indexStart(), header, query.bbox());
        } catch (MalformedGeometryException e) {
            store.note(Severity.WARNING, "", StoreTexts.get("fgb.index", store.fileName()));
            return null;
        }
    }

    @Override
    public boolean next() throws IOException {
        while (true) {
            if ((++number & CHECK_EVERY) == 0) {
                store.check().run();
            }
            if (offsets != null) {
                if (asked == offsets.length) {
                    return false;
                }
                position = store.firstFeature() + offsets[asked++];
            }
            start = position;
            FlatTable feature = feature();
            if (feature == null) {
                return false;
            }
            if (read(feature)) {
                return true;
            }
        }
    }

    /** The feature at the position, which moves on behind it; {@code null} at the end. */
    private FlatTable feature() throws IOException {
        if (position == length) {
            return null;
        }
        buffer.clear().limit(4);
        long size = position < store.firstFeature() || position + 4 > length || file.read(buffer, position) < 4 ? -1
                : buffer.getInt(0) & 0xFFFF_FFFFL;
        if (size < 4 || size > Math.min(MAX_FEATURE, length - position - 4)) {
            store.note(Severity.ERROR, "", StoreTexts.get("fgb.truncated", store.fileName(), Long.toString(number - 1)));
            return null;
        }
        if (buffer.capacity() < size) {
            buffer = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
        }
        buffer.clear().limit((int) size);
        long at = position + 4;
        while (buffer.hasRemaining()) {
            int n = file.read(buffer, at);
            if (n <= 0) {
                return null;
            }
            at += n;
        }
        position = at;
        try {
            return FlatTable.root(buffer);
        } catch (MalformedGeometryException e) {
            store.note(Severity.ERROR, "", StoreTexts.get("fgb.truncated", store.fileName(), Long.toString(number - 1)));
            return null;
        }
    }

    /** Whether the feature is asked for. */
    private boolean read(FlatTable feature) {
        geometry = null;
        try {
            if (!properties.read(feature)) {
                store.note(Severity.WARNING, id(), StoreTexts.get("fgb.values", store.fileName(), id()));
            }
            FlatTable table = query.bbox() != null || query.geometry() == RecordQuery.Geometries.WANTED ? feature.table(0) : null;
            if (table != null) {
                Geometry read = geometries.read(table, header.type());
                geometry = read.isEmpty() ? null : read;
                if (geometries.closedRing()) {
                    store.note(Severity.INFO, id(), StoreTexts.get("record.closed", store.fileName(), id()));
                }
            }
        } catch (MalformedGeometryException e) {
            store.note(Severity.WARNING, id(), StoreTexts.get("record.geometry", store.fileName(), id(), e.getMessage()));
        }
        return query.accepts(geometry == null ? null : geometry.getEnvelopeInternal());
    }

    /** The place of the feature in the file: the same however it was found. */
    @Override
    public String id() {
        return Long.toString(start - store.firstFeature());
    }

    @Override
    public Object value(int column) {
        return properties.value(column);
    }

    @Override
    public Geometry geometry() {
        return geometry;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
