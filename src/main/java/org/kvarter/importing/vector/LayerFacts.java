package org.kvarter.importing.vector;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.data.FeatureReader;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.data.Transaction;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.kvarter.task.Progress;
import org.locationtech.jts.geom.Geometry;

/**
 * What the first features of a table tell of it.
 *
 * @param name       table name
 * @param title      what people call it
 * @param geometry   simple name of the geometry type
 * @param points     features of the sample with points
 * @param lines      features of the sample with lines
 * @param areas      features of the sample with polygons
 * @param ids        ids of the sample as the store gives them, without the table's name
 * @param attributes in the schema's order
 */
record LayerFacts(String name, String title, String geometry, int points, int lines, int areas, List<String> ids,
                  List<AttributeFacts> attributes) {

    /** Features looked at. */
    static final int SAMPLE = 2_000;

    /** Looks at the first features of a table. */
    static LayerFacts of(OpenSource source, String typeName, Progress progress) throws IOException {
        SimpleFeatureType schema = source.store().getSchema(typeName);
        List<AttributeFacts> attributes = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < schema.getAttributeCount(); i++) {
            AttributeDescriptor descriptor = schema.getDescriptor(i);
            if (!(descriptor instanceof GeometryDescriptor)) {
                attributes.add(new AttributeFacts(descriptor.getLocalName(), descriptor.getType().getBinding()));
                positions.add(i);
            }
        }
        int[] dimensions = new int[3];
        List<String> ids = new ArrayList<>();
        Query query = new Query(typeName);
        query.setMaxFeatures(SAMPLE);
        try (FeatureReader<SimpleFeatureType, SimpleFeature> reader =
                source.store().getFeatureReader(query, Transaction.AUTO_COMMIT)) {
            while (reader.hasNext()) {
                if (ids.size() % 1_000 == 0) {
                    progress.checkCancelled();
                }
                SimpleFeature feature = reader.next();
                ids.add(OpenSource.localId(feature, typeName));
                for (int i = 0; i < attributes.size(); i++) {
                    attributes.get(i).add(feature.getAttribute(positions.get(i)));
                }
                if (feature.getDefaultGeometry() instanceof Geometry geometry && !geometry.isEmpty()) {
                    dimensions[geometry.getDimension()]++;
                }
            }
        }
        GeometryDescriptor geometry = schema.getGeometryDescriptor();
        String type = geometry == null ? "Geometry" : geometry.getType().getBinding().getSimpleName();
        return new LayerFacts(typeName, source.title(typeName), type, dimensions[0], dimensions[1], dimensions[2], ids, attributes);
    }

    /** Number of features, −1 where the store cannot tell. */
    static long count(OpenSource source, String typeName) throws IOException {
        SimpleFeatureSource features = source.store().getFeatureSource(typeName);
        return features.getCount(new Query(typeName));
    }

    /** Dimension of most geometries: 0, 1 or 2; from the type's name where the sample has none. */
    int mainDimension() {
        if (points + lines + areas == 0) {
            return geometry.contains("Point") ? 0 : geometry.contains("Line") ? 1 : 2;
        }
        return areas >= lines && areas >= points ? 2 : lines >= points ? 1 : 0;
    }
}
