package org.kvarter.geo.store;

import java.io.IOException;
import java.util.List;
import org.kvarter.model.Severity;
import org.locationtech.jts.geom.Geometry;

/** Walks over the features of a GeoJSON file, up to where the first pass found it whole. */
final class GeoJsonCursor implements RecordCursor {

    private final GeoJsonStore store;
    private final RecordQuery query;
    private final List<VectorColumn> columns;
    private final long features;
    private final GeoJsonReader reader;
    private long position;

    GeoJsonCursor(GeoJsonStore store, GeoJsonTable table, RecordQuery query) throws IOException {
        this.store = store;
        this.query = query;
        this.columns = table.columns();
        this.features = table.scan().features();
        this.reader = new GeoJsonReader(store.file(), store.fileName(), table.scan().charset(),
                query.bbox() == null ? query.geometry() : RecordQuery.Geometries.WANTED);
    }

    @Override
    public boolean next() throws IOException {
        while (position < features && reader.next()) {
            position++;
            reader.problem().ifPresent(problem -> store.note(Severity.WARNING, id(),
                    StoreTexts.get("record.geometry", store.fileName(), id(), problem)));
            if (reader.closedRing()) {
                store.note(Severity.INFO, id(), StoreTexts.get("record.closed", store.fileName(), id()));
            }
            reader.repeatedProperty().ifPresent(property -> store.note(Severity.WARNING, id(),
                    StoreTexts.get("geojson.repeated", store.fileName(), id(), property)));
            Geometry geometry = reader.geometry();
            if (query.accepts(geometry == null ? null : geometry.getEnvelopeInternal())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String id() {
        return reader.id() == null ? Long.toString(position) : reader.id();
    }

    @Override
    public Object value(int column) {
        VectorColumn asked = columns.get(column);
        Object value = reader.properties().get(asked.name());
        if (value == null || asked.type().isInstance(value)) {
            return value;
        }
        return asked.type() == Double.class && value instanceof Number number ? (Object) number.doubleValue() : value.toString();
    }

    @Override
    public Geometry geometry() {
        return reader.geometry();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
