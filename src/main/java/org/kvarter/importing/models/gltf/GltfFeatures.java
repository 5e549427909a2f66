package org.kvarter.importing.models.gltf;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Says which features the triangles of a document belong to. */
public interface GltfFeatures {

    /** What is known where a mesh stands in a scene. */
    record Place(JsonNode node, int parent, String path, JsonNode mesh, String materials) {
    }

    /** Answers for one primitive, by the number of a triangle's first vertex. */
    interface OfVertex {
        /** Row of the feature. */
        int row(int vertex) throws IOException;
    }

    /** The row that stands for a node with a mesh, the parent of features in nodes below it. */
    int node(Place place) throws IOException;

    /** The rows of a primitive of a mesh that stands at a node of that row. */
    default OfVertex primitive(JsonNode primitive, int nodeRow) throws IOException {
        return vertex -> nodeRow;
    }
}
