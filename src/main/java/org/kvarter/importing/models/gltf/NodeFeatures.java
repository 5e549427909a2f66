package org.kvarter.importing.models.gltf;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.kvarter.importing.models.ModelLayer;

/** Each node with a mesh is a feature, with its name, its place in the tree, its materials and its extras. */
public final class NodeFeatures implements GltfFeatures {

    private static final int MOST_EXTRAS = 100;

    private final ModelLayer layer;

    public NodeFeatures(ModelLayer layer) {
        this.layer = layer;
    }

    @Override
    public int node(Place place) throws IOException {
        String meshName = place.mesh().path("name").asText("");
        String name = place.node().path("name").asText(meshName);
        int row = layer.feature(name, "node", place.parent());
        if (!meshName.isEmpty()) {
            layer.attribute(row, "mesh", meshName);
        }
        if (!place.path().isEmpty()) {
            layer.attribute(row, "path", place.path());
        }
        if (!place.materials().isEmpty()) {
            layer.attribute(row, "material", place.materials());
        }
        extras(layer, row, place.mesh().path("extras"));
        extras(layer, row, place.node().path("extras"));
        return row;
    }

    /** Gives a feature the plain values of an object; nested ones are left out. */
    static void extras(ModelLayer layer, int row, JsonNode extras) {
        int taken = 0;
        for (Map.Entry<String, JsonNode> extra : extras.properties()) {
            JsonNode value = extra.getValue();
            if (++taken > MOST_EXTRAS || extra.getKey().length() > 100) {
                return;
            }
            if (value.isTextual()) {
                String text = value.asText();
                layer.attribute(row, extra.getKey(), text.length() > 1000 ? text.substring(0, 1000) : text);
            } else if (value.isBoolean()) {
                layer.attribute(row, extra.getKey(), value.asBoolean());
            } else if (value.isNumber()) {
                layer.attribute(row, extra.getKey(), value.isIntegralNumber() ? (Object) value.asLong() : (Object) value.asDouble());
            }
        }
    }
}
