package org.kvarter.geo.store;

import java.io.IOException;
import org.geotools.api.data.FeatureReader;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.store.ContentEntry;
import org.geotools.data.store.ContentFeatureSource;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.filter.visitor.ExtractBoundsFilterVisitor;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.locationtech.jts.geom.Envelope;

/** GeoTools' feature source over one {@link VectorTable}. */
final class TableFeatureSource extends ContentFeatureSource {

    private final VectorTable table;
    private final boolean schemaCrs;

    /** @param schemaCrs whether the schema carries GeoTools' form of the reference system */
    TableFeatureSource(ContentEntry entry, VectorTable table, boolean schemaCrs) {
        super(entry, Query.ALL);
        this.table = table;
        this.schemaCrs = schemaCrs;
    }

    @Override
    protected SimpleFeatureType buildFeatureType() {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName(entry.getName());
        if (schemaCrs) {
            builder.setCRS(table.crsDefinition().map(CrsTexts::parse).orElse(null));
        }
        builder.add(table.geometryName(), table.geometryType());
        builder.setDefaultGeometry(table.geometryName());
        for (VectorColumn column : table.columns()) {
            builder.add(column.name(), column.type());
        }
        return builder.buildFeatureType();
    }

    @Override
    protected FeatureReader<SimpleFeatureType, SimpleFeature> getReaderInternal(Query query) throws IOException {
        SimpleFeatureType all = getSchema();
        boolean subset = canRetype(query) && !query.retrieveAllProperties();
        SimpleFeatureType type = subset ? SimpleFeatureTypeBuilder.retype(all, query.getPropertyNames()) : all;
        RecordQuery.Geometries geometries = type.getDescriptor(table.geometryName()) != null
                ? RecordQuery.Geometries.WANTED : RecordQuery.Geometries.NOT_WANTED;
        return new TableFeatureReader(table, type, new RecordQuery(box(query.getFilter()), query.getFilter(), geometries));
    }

    /** The box a filter asks for, {@code null} for everywhere. */
    private static Envelope box(Filter filter) {
        Object found = filter.accept(ExtractBoundsFilterVisitor.BOUNDS_VISITOR, null);
        if (!(found instanceof Envelope box) || Double.isInfinite(box.getWidth()) || Double.isInfinite(box.getHeight())) {
            return null;
        }
        return new Envelope(box);
    }

    @Override
    protected boolean canFilter(Query query) {
        return query.getFilter() == Filter.INCLUDE || query.getFilter() instanceof BBOX;
    }

    @Override
    protected boolean canRetype(Query query) {
        return canFilter(query) && (query.getSortBy() == null || query.getSortBy().length == 0);
    }

    @Override
    protected int getCountInternal(Query query) throws IOException {
        long stated = query.getFilter() == Filter.INCLUDE ? table.count() : -1;
        if (stated >= 0) {
            return (int) Math.min(Integer.MAX_VALUE, stated);
        }
        int count = 0;
        if (query.getFilter() == Filter.INCLUDE) {
            try (RecordCursor cursor = table.open(new RecordQuery(null, Filter.INCLUDE, RecordQuery.Geometries.NOT_WANTED))) {
                while (cursor.next()) {
                    count++;
                }
            }
            return count;
        }
        try (FeatureReader<SimpleFeatureType, SimpleFeature> reader = filtered(query)) {
            while (reader.hasNext()) {
                reader.next();
                count++;
            }
        }
        return count;
    }

    @Override
    protected ReferencedEnvelope getBoundsInternal(Query query) throws IOException {
        CoordinateReferenceSystem crs = getSchema().getCoordinateReferenceSystem();
        Envelope stated = query.getFilter() == Filter.INCLUDE ? table.bounds() : null;
        if (stated != null) {
            return new ReferencedEnvelope(stated, crs);
        }
        ReferencedEnvelope bounds = new ReferencedEnvelope(crs);
        try (FeatureReader<SimpleFeatureType, SimpleFeature> reader = filtered(query)) {
            while (reader.hasNext()) {
                if (reader.next().getDefaultGeometry() instanceof org.locationtech.jts.geom.Geometry geometry) {
                    bounds.expandToInclude(geometry.getEnvelopeInternal());
                }
            }
        }
        return bounds;
    }

    private FeatureReader<SimpleFeatureType, SimpleFeature> filtered(Query query) throws IOException {
        Query whole = new Query(query.getTypeName(), query.getFilter());
        FeatureReader<SimpleFeatureType, SimpleFeature> reader = getReaderInternal(whole);
        return canFilter(whole) ? reader : new org.geotools.data.FilteringFeatureReader<>(reader, query.getFilter());
    }
}
