package org.kvarter.importing.cityjson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.textures.TextureFiles;

/**
 * What belongs to one JSON document (a file, or one line of a sequence) and is needed to settle its geometry.
 */
final class Document {

    final VertexStore vertices;
    final Appearance appearance;
    /** Templates by number; {@code null} in a line of a sequence that uses those of the first line. */
    Templates templates;
    Transform transform;
    String type = "";
    String version = "";
    boolean hasVertices;
    boolean hasObjects;
    /** What an extension adds to the file as a whole, by name, as people read it. */
    final Map<String, String> extraProperties = new LinkedHashMap<>();
    final List<String> extensions = new ArrayList<>();
    final Map<String, String> metadata = new LinkedHashMap<>();
    double[] extent;

    Document(MemoryBudget budget, TextureFiles pictures) {
        appearance = new Appearance(pictures);
        vertices = new VertexStore(budget);
    }

    /** Forgets everything but the memory. */
    void clear() {
        vertices.clear();
        appearance.clear();
        templates = null;
        transform = null;
        type = "";
        version = "";
        hasVertices = false;
        hasObjects = false;
        extraProperties.clear();
        extensions.clear();
        metadata.clear();
        extent = null;
    }
}
