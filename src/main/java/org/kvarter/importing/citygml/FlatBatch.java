package org.kvarter.importing.citygml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kvarter.importing.city.AttributeRow;
import org.kvarter.importing.city.CityObjectType;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.FeatureTable;
import org.locationtech.jts.geom.Geometry;

/** Grows one batch of points and lines of one layer. Not thread-safe. */
final class FlatBatch {

    private static final int ROWS = 50_000;

    final String name;
    final CityObjectType type;
    private final List<String> ids = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final List<Geometry> geometries = new ArrayList<>();
    private final Set<String> attributeNames = new HashSet<>();
    private AttributeTableBuilder attributes = new AttributeTableBuilder();

    FlatBatch(String name, CityObjectType type) {
        this.name = name;
        this.type = type;
    }

    int size() {
        return ids.size();
    }

    boolean isFull() {
        return ids.size() > ROWS;
    }

    void add(String id, String typeName, AttributeRow row, Geometry geometry) {
        for (int i = 0; i < row.names.size(); i++) {
            if (attributeNames.size() < LayerBatch.MAX_ATTRIBUTES || attributeNames.contains(row.names.get(i))) {
                attributeNames.add(row.names.get(i));
                attributes.set(ids.size(), row.names.get(i), row.values.get(i), row.units.get(i));
            }
        }
        ids.add(id);
        types.add(typeName);
        geometries.add(geometry);
    }

    FeatureTable giveFeatures() {
        int[] parents = new int[ids.size()];
        Arrays.fill(parents, -1);
        FeatureTable table = new FeatureTable(ids.toArray(String[]::new), types.toArray(String[]::new), parents, attributes.build(ids.size()));
        attributes = new AttributeTableBuilder();
        ids.clear();
        types.clear();
        return table;
    }

    Geometry[] giveGeometries() {
        Geometry[] all = geometries.toArray(Geometry[]::new);
        geometries.clear();
        return all;
    }
}
