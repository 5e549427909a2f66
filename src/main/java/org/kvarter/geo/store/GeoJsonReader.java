package org.kvarter.geo.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/** Pulls feature after feature out of GeoJSON text without keeping any. Not thread-safe. */
final class GeoJsonReader implements Closeable {

    private static final Set<String> GEOMETRIES = Set.of("Point", "LineString", "Polygon", "MultiPoint", "MultiLineString",
            "MultiPolygon", "GeometryCollection");
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(4 * StoreLimits.MAX_NESTING).build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .build();

    private final String fileName;
    private final boolean geometries;
    private final JsonParser parser;
    private final GeoJsonGeometry shapes = new GeoJsonGeometry();
    private final GeoJsonProperties properties = new GeoJsonProperties();
    private boolean inRoot;
    private boolean inFeatures;
    private String rootType;
    private boolean rootHadFeatures;
    private boolean sawCollection;
    private String crs;
    private boolean crsDenied;
    private String title;
    private String id;
    private Geometry geometry;
    private MalformedGeometryException problem;

    /** @param charset encoding of the text; {@code null} for UTF-8, -16 or -32 as the first bytes tell */
    GeoJsonReader(Path file, String fileName, Charset charset, RecordQuery.Geometries wanted) throws IOException {
        this.fileName = fileName;
        this.geometries = wanted == RecordQuery.Geometries.WANTED;
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        InputStream text = SeparatorsAsBlanks.where(in);
        this.parser = charset == null ? JSON.createParser(text) : JSON.createParser(new InputStreamReader(text, charset));
    }

    /** Steps to the next feature. */
    boolean next() throws IOException {
        while (true) {
            JsonToken token = parser.nextToken();
            if (inFeatures) {
                if (token == JsonToken.START_OBJECT) {
                    readFeature();
                    return true;
                }
                if (token == JsonToken.END_ARRAY) {
                    inFeatures = false;
                } else {
                    parser.skipChildren();
                    clear();
                    problem = new MalformedGeometryException("geojson.noFeature");
                    return true;
                }
            } else if (inRoot) {
                if (token == JsonToken.END_OBJECT) {
                    inRoot = false;
                    if (endRoot()) {
                        return true;
                    }
                } else {
                    rootMember(parser.currentName());
                }
            } else if (token == JsonToken.START_OBJECT) {
                inRoot = true;
                rootType = null;
                rootHadFeatures = false;
                clear();
            } else if (token == null) {
                return false;
            } else {
                throw new VectorStoreException(StoreTexts.get("geojson.noObject", fileName));
            }
        }
    }

    private void clear() {
        id = null;
        geometry = null;
        problem = null;
        properties.clear();
    }

    private void rootMember(String name) throws IOException {
        JsonToken value = parser.nextToken();
        switch (name) {
            case "type" -> rootType = scalarText(value);
            case "features" -> {
                if (value == JsonToken.START_ARRAY) {
                    inFeatures = true;
                    rootHadFeatures = true;
                    sawCollection = true;
                } else {
                    parser.skipChildren();
                }
            }
            case "crs" -> readCrs(value);
            case "name", "title" -> title = value == JsonToken.VALUE_STRING ? parser.getText() : skipped();
            case "coordinates" -> {
                shapes.clear();
                shapes.coordinates(parser, value);
            }
            case "geometries" -> {
                shapes.clear();
                shapes.members(parser, value);
            }
            default -> featureMember(name, value);
        }
    }

    private String skipped() throws IOException {
        parser.skipChildren();
        return title;
    }

    /** Whether a root that was no collection was a feature. */
    private boolean endRoot() throws IOException {
        if (rootHadFeatures) {
            return false;
        }
        if ("FeatureCollection".equals(rootType)) {
            sawCollection = true;
            return false;
        }
        if (rootType != null && GEOMETRIES.contains(rootType)) {
            take(rootType);
            return true;
        }
        if ("Feature".equals(rootType)) {
            return true;
        }
        throw new VectorStoreException(StoreTexts.get("geojson.noObject", fileName));
    }

    private void take(String type) {
        try {
            geometry = geometries ? shapes.build(type) : null;
        } catch (MalformedGeometryException e) {
            problem = e;
        }
    }

    private void readFeature() throws IOException {
        clear();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            featureMember(name, parser.nextToken());
        }
    }

    private void featureMember(String name, JsonToken value) throws IOException {
        switch (name) {
            case "id" -> id = scalarText(value);
            case "properties" -> {
                if (value == JsonToken.START_OBJECT) {
                    properties.read(parser);
                } else {
                    parser.skipChildren();
                }
            }
            case "geometry" -> {
                if (value == JsonToken.START_OBJECT && geometries) {
                    try {
                        geometry = shapes.read(parser);
                    } catch (MalformedGeometryException e) {
                        problem = e;
                    }
                } else {
                    parser.skipChildren();
                }
            }
            default -> parser.skipChildren();
        }
    }

    private String scalarText(JsonToken value) throws IOException {
        if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
            return parser.getText();
        }
        parser.skipChildren();
        return null;
    }

    /** The {@code crs} member of the 2008 specification: {@code {"type":"name","properties":{"name":"…"}}}, or null. */
    private void readCrs(JsonToken value) throws IOException {
        if (value != JsonToken.START_OBJECT) {
            crsDenied = value == JsonToken.VALUE_NULL;
            parser.skipChildren();
            return;
        }
        int depth = 1;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.FIELD_NAME && parser.currentName().equals("name")) {
                if (parser.nextToken() == JsonToken.VALUE_STRING) {
                    crs = parser.getText();
                }
                token = parser.currentToken();
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
    }

    /** The feature's {@code id} member, {@code null} where it has none. */
    String id() {
        return id;
    }

    /** The geometry; {@code null} where there is none, it is empty or not wanted, or it has a {@link #problem}. */
    Geometry geometry() {
        return geometry;
    }

    /** Whether a ring of the geometry was not closed. */
    boolean closedRing() {
        return shapes.closedRing();
    }

    /** What is wrong with the geometry. */
    Optional<String> problem() {
        return Optional.ofNullable(problem).map(Exception::getMessage);
    }

    /** A property that the feature has twice, the last of which counts. */
    Optional<String> repeatedProperty() {
        return properties.repeated();
    }

    /** Values by flattened name, valid until the next step. */
    Map<String, Object> properties() {
        return properties.values();
    }

    boolean sawCollection() {
        return sawCollection;
    }

    /** The reference system named so far. */
    Optional<String> crs() {
        return CrsTexts.normalise(crs);
    }

    /** Whether the file says outright that there is no reference system. */
    boolean crsDenied() {
        return crsDenied;
    }

    Optional<String> title() {
        return Optional.ofNullable(title).filter(t -> !t.isBlank() && t.length() < 200);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
