package org.kvarter.geo.store;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.geotools.api.data.FeatureReader;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.feature.simple.SimpleFeatureImpl;
import org.geotools.filter.identity.FeatureIdImpl;

/** Makes GeoTools features of a table's records: id {@code table.id}, only the attributes asked for. */
final class TableFeatureReader implements FeatureReader<SimpleFeatureType, SimpleFeature> {

    private static final int GEOMETRY = -1;

    private final SimpleFeatureType type;
    private final String idPrefix;
    private final RecordCursor cursor;
    private final int[] source;
    private final Map<String, Integer> index = new HashMap<>();
    private Boolean ready;

    TableFeatureReader(VectorTable table, SimpleFeatureType type, RecordQuery query) throws IOException {
        this.type = type;
        this.idPrefix = table.name() + ".";
        this.source = new int[type.getAttributeCount()];
        List<String> names = table.columns().stream().map(VectorColumn::name).toList();
        Map<String, Integer> position = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            position.put(names.get(i), i);
        }
        for (int i = 0; i < source.length; i++) {
            String name = type.getDescriptor(i).getLocalName();
            index.put(name, i);
            source[i] = name.equals(table.geometryName()) ? GEOMETRY : position.get(name);
            if (source[i] == GEOMETRY) {
                index.put(null, i);
            }
        }
        this.cursor = table.open(query);
    }

    @Override
    public SimpleFeatureType getFeatureType() {
        return type;
    }

    @Override
    public boolean hasNext() throws IOException {
        if (ready == null) {
            ready = cursor.next();
        }
        return ready;
    }

    @Override
    public SimpleFeature next() throws IOException {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ready = null;
        Object[] values = new Object[source.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = source[i] == GEOMETRY ? cursor.geometry() : cursor.value(source[i]);
        }
        return new SimpleFeatureImpl(values, type, new FeatureIdImpl(idPrefix + cursor.id()), false, index);
    }

    @Override
    public void close() throws IOException {
        cursor.close();
    }
}
