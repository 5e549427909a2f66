package org.kvarter.geo.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kvarter.model.Diagnostic;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The one table of a FlatGeobuf file, version 3 (flatgeobuf.org): header, packed R-tree, features, read where they lie. */
public final class FlatGeobufStore extends VectorStore implements VectorTable {

    private static final int MAGIC = 8;
    private static final int MAX_HEADER = 16 * 1024 * 1024;

    private final Runnable check;
    private FlatGeobufHeader header;
    private long indexStart;
    private long firstFeature;

    FlatGeobufStore(Path file, Consumer<Diagnostic> notes, Runnable check) {
        super(file, notes);
        this.check = check;
    }

    private void readHeader() throws IOException {
        check.run();
        try (FileChannel channel = FileChannel.open(file())) {
            ByteBuffer start = ByteBuffer.allocate(MAGIC + 4).order(ByteOrder.LITTLE_ENDIAN);
            int read = channel.read(start, 0);
            if (read < MAGIC + 4 || start.get(3) != 3) {
                throw broken(null);
            }
            long size = start.getInt(MAGIC) & 0xFFFF_FFFFL;
            if (size < 8 || size > Math.min(MAX_HEADER, channel.size() - MAGIC - 4)) {
                throw broken(null);
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
            if (channel.read(bytes, MAGIC + 4) < size) {
                throw broken(null);
            }
            FlatGeobufHeader found = FlatGeobufHeader.of(bytes);
            indexStart = MAGIC + 4 + size;
            long room = (channel.size() - indexStart) / 40;
            if (found.count() < 0 || found.nodeSize() == 1 || found.nodeSize() > 0 && found.count() > room) {
                throw broken(null);
            }
            firstFeature = indexStart + FlatGeobufHeader.indexSize(found.count(), found.nodeSize());
            header = found;
        } catch (MalformedGeometryException e) {
            throw broken(e);
        }
    }

    private VectorStoreException broken(Throwable cause) {
        return new VectorStoreException(StoreTexts.get("fgb.broken", fileName()), cause);
    }

    long indexStart() {
        return indexStart;
    }

    long firstFeature() {
        return firstFeature;
    }

    Runnable check() {
        return check;
    }

    @Override
    public String format() {
        return "FlatGeobuf";
    }

    @Override
    public String version() {
        return "3";
    }

    @Override
    List<? extends VectorTable> tables() throws IOException {
        if (header == null) {
            readHeader();
        }
        return List.of(this);
    }

    @Override
    public String name() {
        return fileName().replaceFirst("(?i)\\.fgb$", "");
    }

    @Override
    public String title() {
        return header.title().isBlank() ? header.name().isBlank() ? name() : header.name() : header.title();
    }

    @Override
    public List<VectorColumn> columns() {
        return header.columns();
    }

    @Override
    public String geometryName() {
        return header.columns().stream().anyMatch(c -> c.name().equals("geometry")) ? "the_geom" : "geometry";
    }

    @Override
    public Class<? extends Geometry> geometryType() {
        return FlatGeobufGeometry.type(header.type());
    }

    @Override
    public Optional<String> crs() {
        return header.crs();
    }

    @Override
    public long count() {
        return header.count() > 0 ? header.count() : -1;
    }

    @Override
    public Envelope bounds() {
        return header.envelope();
    }

    @Override
    public RecordCursor open(RecordQuery query) throws IOException {
        return new FlatGeobufCursor(this, header, query);
    }
}
