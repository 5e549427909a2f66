package org.kvarter.geo.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.kvarter.model.Severity;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** One shapefile. */
final class ShapefileTable implements VectorTable {

    /** Bytes of the head of {@code .shp} and {@code .shx}. */
    static final int HEADER = 100;

    private static final int FILE_CODE = 9994;
    private static final int INDEX_ENTRY = 8;

    private final ShapefileStore store;
    private final String part;
    private final String name;
    private final int shapeType;
    private final Envelope bounds;
    private final DbfHeader attributes;
    private final Charset charset;
    private final Optional<String> crs;

    /**
     * @param part   path of the shapefile in its folder or archive, without ending
     * @param name   name of the table
     * @param chosen encoding a person chose, {@code null} to find it
     */
    ShapefileTable(ShapefileStore store, String part, String name, Charset chosen) throws IOException {
        this.store = store;
        this.part = part;
        this.name = name;
        ByteBuffer head = head();
        head.order(ByteOrder.LITTLE_ENDIAN);
        this.shapeType = head.getInt(32);
        if (ShapeType.of(shapeType) == null && shapeType != 0) {
            throw new VectorStoreException(StoreTexts.get(shapeType == ShapeType.MULTIPATCH ? "shapefile.multipatch" : "shapefile.type",
                    partName(".shp"), Integer.toString(shapeType)));
        }
        this.bounds = box(head);
        this.crs = Optional.of(new String(store.parts().sideFile(part, ".prj"), StandardCharsets.UTF_8).replace("\uFEFF", "").trim())
                .filter(wkt -> !wkt.isEmpty());
        this.attributes = attributes();
        this.charset = chosen != null ? chosen : DbfEncoding.find(this);
    }

    private ByteBuffer head() throws IOException {
        byte[] bytes;
        try (InputStream in = store.parts().open(part, ".shp")) {
            bytes = in.readNBytes(HEADER);
        }
        ByteBuffer head = ByteBuffer.wrap(bytes);
        if (bytes.length < HEADER || head.getInt(0) != FILE_CODE) {
            throw new VectorStoreException(StoreTexts.get("shapefile.noShp", partName(".shp")));
        }
        return head;
    }

    private static Envelope box(ByteBuffer head) {
        double minX = head.getDouble(36);
        double minY = head.getDouble(44);
        double maxX = head.getDouble(52);
        double maxY = head.getDouble(60);
        boolean stated = Double.isFinite(minX) && Double.isFinite(minY) && Double.isFinite(maxX) && Double.isFinite(maxY)
                && minX <= maxX && minY <= maxY && (minX != 0 || maxX != 0 || minY != 0 || maxY != 0);
        return stated ? new Envelope(minX, maxX, minY, maxY) : null;
    }

    private DbfHeader attributes() throws IOException {
        if (store.parts().size(part, ".dbf") < 0) {
            store.note(Severity.WARNING, "", StoreTexts.get("shapefile.noDbf", partName(".shp"), partName(".dbf")));
            return DbfHeader.NONE;
        }
        try (InputStream in = store.parts().open(part, ".dbf")) {
            return DbfHeader.read(in);
        } catch (DbfHeader.MalformedDbfException e) {
            store.note(Severity.WARNING, "", StoreTexts.get("shapefile.badDbf", partName(".dbf")));
            return DbfHeader.NONE;
        }
    }

    String partName(String ending) {
        return store.partName(part, ending);
    }

    ShapefileStore store() {
        return store;
    }

    InputStream open(String ending) throws IOException {
        return store.parts().open(part, ending);
    }

    long size(String ending) throws IOException {
        return store.parts().size(part, ending);
    }

    byte[] sideFile(String ending) throws IOException {
        return store.parts().sideFile(part, ending);
    }

    DbfHeader dbf() {
        return attributes;
    }

    Charset charset() {
        return charset;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public List<VectorColumn> columns() {
        return attributes.columns(charset);
    }

    @Override
    public String geometryName() {
        String usual = "the_geom";
        return columns().stream().anyMatch(c -> c.name().equalsIgnoreCase(usual)) ? "the_shape" : usual;
    }

    @Override
    public Class<? extends Geometry> geometryType() {
        return shapeType == 0 ? Geometry.class : ShapeType.of(shapeType).geometry();
    }

    @Override
    public Optional<String> crs() {
        return crs;
    }

    /** From the {@code .shx}, whose entries are all of one size; counted where it is missing or an attribute row is marked deleted. */
    @Override
    public long count() throws IOException {
        long index = size(".shx");
        return index < HEADER || !attributes.isEmpty() ? -1 : (index - HEADER) / INDEX_ENTRY;
    }

    @Override
    public Envelope bounds() {
        return bounds;
    }

    @Override
    public RecordCursor open(RecordQuery query) throws IOException {
        return new ShapefileCursor(this, query);
    }
}
