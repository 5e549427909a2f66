package org.kvarter.geo.store;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.kvarter.model.Severity;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** All features of a GeoJSON file. */
final class GeoJsonTable implements VectorTable {

    private final GeoJsonStore store;
    private final GeoJsonScan scan;
    private final String name;
    private final List<VectorColumn> columns;
    private final String geometryName;

    GeoJsonTable(GeoJsonStore store, GeoJsonScan scan) {
        this.store = store;
        this.scan = scan;
        this.name = store.fileName().replaceFirst("(?i)\\.(geo)?json[a-z]*$|\\.nd(geo)?json$", "");
        this.columns = scan.columns();
        this.geometryName = columns.stream().anyMatch(c -> c.name().equals("geometry")) ? "the_geom" : "geometry";
        if (scan.crsUnknown()) {
            store.note(Severity.WARNING, "", StoreTexts.get("geojson.notDegrees", store.fileName()));
        }
    }

    GeoJsonScan scan() {
        return scan;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return scan.title().orElse(name);
    }

    @Override
    public List<VectorColumn> columns() {
        return columns;
    }

    @Override
    public String geometryName() {
        return geometryName;
    }

    @Override
    public Class<? extends Geometry> geometryType() {
        return scan.geometryType();
    }

    @Override
    public Optional<String> crs() {
        return scan.crs();
    }

    @Override
    public long count() {
        return scan.features();
    }

    @Override
    public Envelope bounds() {
        return scan.bounds();
    }

    @Override
    public RecordCursor open(RecordQuery query) throws IOException {
        return new GeoJsonCursor(store, this, query);
    }
}
