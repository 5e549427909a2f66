package org.kvarter.importing.models.gltf;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.kvarter.importing.models.ModelLayer;

/**
 * Features by the number that each vertex has in an attribute: {@code _BATCHID} of a b3dm, or what EXT_mesh_features names. Vertices without
 * are of their node.
 */
public final class IdFeatures implements GltfFeatures {

    private record Key(FeatureValues values, int number) {
    }

    private final GltfDocument document;
    private final ModelLayer layer;
    private final String title;
    private final FeatureValues batch;
    private final StructuralMetadata metadata;
    private final Map<Key, Integer> rows = new HashMap<>();
    private final NodeFeatures nodes;
    private final Map<Integer, Place> places = new HashMap<>();
    private int placeCount;

    /**
     * The features of a document.
     *
     * @param title what a feature without a name of its own is called, before its number
     * @param batch values of {@code _BATCHID}; {@code null} where that attribute means nothing
     */
    public IdFeatures(GltfDocument document, ModelLayer layer, String title, FeatureValues batch) {
        this.document = document;
        this.layer = layer;
        this.title = title;
        this.batch = batch;
        this.metadata = new StructuralMetadata(document);
        this.nodes = new NodeFeatures(layer);
    }

    /** Node rows are numbers of places from −2 down until a triangle needs them: most nodes of tiles are no features. */
    @Override
    public int node(Place place) {
        int number = -2 - placeCount++;
        places.put(number, new Place(place.node(), -1, place.path(), place.mesh(), place.materials()));
        return number;
    }

    @Override
    public OfVertex primitive(JsonNode primitive, int nodeRow) throws IOException {
        JsonNode ids = primitive.path("extensions").path("EXT_mesh_features").path("featureIds").path(0);
        String attribute = ids.has("attribute") ? "_FEATURE_ID_" + ids.path("attribute").asInt() : "_BATCHID";
        if (batch != null || ids.isObject()) {
            FeatureValues values = ids.isObject() ? metadata.table(ids.path("propertyTable").asInt(-1)) : batch;
            if (primitive.path("attributes").has(attribute)) {
                int[] numbers = document.integers(primitive.path("attributes").path(attribute).asInt(-1));
                int none = ids.path("nullFeatureId").asInt(Integer.MIN_VALUE);
                return vertex -> vertex < numbers.length && numbers[vertex] != none ? row(values, numbers[vertex]) : nodeRow(nodeRow);
            }
            if (ids.isObject() && !ids.has("texture")) {
                return vertex -> row(values, vertex);
            }
        }
        return vertex -> nodeRow(nodeRow);
    }

    private int nodeRow(int number) throws IOException {
        Place place = places.remove(number);
        if (place != null) {
            rows.put(new Key(null, number), nodes.node(place));
        }
        return rows.get(new Key(null, number));
    }

    private int row(FeatureValues values, int number) throws IOException {
        Key key = new Key(values, number);
        Integer known = rows.get(key);
        if (known == null) {
            String name = values.name(number);
            known = layer.feature(name.isEmpty() ? title + " " + number : name, "feature", -1);
            values.describe(number, layer, known);
            rows.put(key, known);
        }
        return known;
    }
}
