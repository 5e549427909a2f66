package org.kvarter.geo.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.data.DataStore;
import org.geotools.api.data.DataStoreFinder;
import org.geotools.api.data.FeatureReader;
import org.geotools.api.data.Query;
import org.geotools.api.data.Transaction;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.kvarter.model.Diagnostic;

/** A store opened as GeoTools users do, with its notes. */
record Opened(DataStore store, List<Diagnostic> notes) implements AutoCloseable {

    static Opened of(Path file) throws IOException {
        List<Diagnostic> notes = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        if (file.toString().endsWith(".gpkg")) {
            parameters.put("dbtype", "geopkg");
            parameters.put("database", file.toFile());
        } else {
            parameters.put("url", file.toUri().toURL());
        }
        parameters.put(StoreFactory.NOTES.key, (java.util.function.Consumer<Diagnostic>) notes::add);
        return new Opened(DataStoreFinder.getDataStore(parameters), notes);
    }

    String only() throws IOException {
        return store.getTypeNames()[0];
    }

    List<SimpleFeature> features(Query query) throws IOException {
        List<SimpleFeature> features = new ArrayList<>();
        try (FeatureReader<SimpleFeatureType, SimpleFeature> reader = store.getFeatureReader(query, Transaction.AUTO_COMMIT)) {
            while (reader.hasNext()) {
                features.add(reader.next());
            }
        }
        return features;
    }

    List<SimpleFeature> features() throws IOException {
        return features(new Query(only()));
    }

    List<String> sentences() {
        return notes.stream().map(Diagnostic::message).toList();
    }

    @Override
    public void close() {
        if (store != null) {
            store.dispose();
        }
    }
}
