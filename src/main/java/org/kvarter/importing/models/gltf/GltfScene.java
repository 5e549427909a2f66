package org.kvarter.importing.models.gltf;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.models.DamagedModelException;
import org.kvarter.importing.models.Matrix;
import org.kvarter.importing.models.ModelLayer;
import org.kvarter.importing.models.Placer;

/** Walks the nodes of a document's scene and has the mesh of each put where it stands. One use. */
public final class GltfScene {

    private static final int DEEPEST = 100;
    private static final int MOST_NODES = 2_000_000;
    private static final int LONGEST_PATH = 500;

    private final GltfDocument document;
    private final ModelLayer layer;
    private final GltfFeatures features;
    private final GltfMaterials materials;
    private final GltfMesh meshes;
    private int visited;

    /**
     * A walk.
     *
     * @param document what to read
     * @param layer    takes the meshes
     * @param features says which features they are
     * @param placer   moves each vertex from the document's axes (y up) to the layer's; {@code null} leaves them
     */
    public GltfScene(GltfDocument document, ModelLayer layer, GltfFeatures features, Placer placer) {
        this.document = document;
        this.layer = layer;
        this.features = features;
        this.materials = new GltfMaterials(document, layer);
        this.meshes = new GltfMesh(document, layer, materials, placer);
    }

    /**
     * Reads all that the scene shows.
     *
     * @param outer applied after the nodes' own transforms
     */
    public void read(Matrix outer) throws IOException, ImportException {
        JsonNode root = document.root();
        JsonNode scene = document.entry("scenes", root.path("scene").asInt(0));
        List<Integer> top = new ArrayList<>();
        if (scene.path("nodes").isArray()) {
            scene.path("nodes").forEach(n -> top.add(n.asInt(-1)));
        } else {
            top.addAll(roots(root.path("nodes")));
        }
        for (int node : top) {
            node(node, outer, -1, "", 0);
        }
    }

    /** Nodes that are nobody's children. */
    private static List<Integer> roots(JsonNode nodes) {
        Set<Integer> roots = new LinkedHashSet<>();
        for (int n = 0; n < nodes.size(); n++) {
            roots.add(n);
        }
        nodes.forEach(node -> node.path("children").forEach(child -> roots.remove(child.asInt(-1))));
        return new ArrayList<>(roots);
    }

    private void node(int number, Matrix outer, int parent, String path, int depth) throws IOException, ImportException {
        JsonNode node = document.entry("nodes", number);
        if (depth > DEEPEST || ++visited > MOST_NODES || node.isMissingNode()) {
            throw new DamagedModelException("node " + number);
        }
        layer.progress().checkCancelled();
        Matrix matrix = outer.times(transform(node));
        int row = parent;
        JsonNode mesh = document.entry("meshes", node.path("mesh").asInt(-1));
        if (mesh.path("primitives").size() > 0) {
            row = features.node(new GltfFeatures.Place(node, parent, path, mesh, names(mesh)));
            JsonNode instances = node.path("extensions").path("EXT_mesh_gpu_instancing").path("attributes");
            for (Matrix instance : instances.isObject() ? GltfInstances.read(document, instances) : List.of(Matrix.IDENTITY)) {
                meshes.read(mesh, matrix.times(instance), row, features);
            }
        }
        String name = node.path("name").asText("");
        String below = path.isEmpty() ? name : name.isEmpty() ? path : path + " / " + name;
        for (JsonNode child : node.path("children")) {
            node(child.asInt(-1), matrix, row, below.length() > LONGEST_PATH ? path : below, depth + 1);
        }
    }

    private String names(JsonNode mesh) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode primitive : mesh.path("primitives")) {
            String name = materials.get(primitive.path("material").asInt(-1)).name();
            if (!name.isEmpty() && names.size() < 8) {
                names.add(name);
            }
        }
        return String.join(", ", names);
    }

    private static Matrix transform(JsonNode node) throws IOException {
        Matrix matrix;
        if (node.path("matrix").size() == 16) {
            double[] columns = new double[16];
            for (int i = 0; i < 16; i++) {
                columns[i] = node.path("matrix").path(i).asDouble();
            }
            matrix = Matrix.ofColumns(columns);
        } else {
            JsonNode t = node.path("translation");
            JsonNode r = node.path("rotation");
            JsonNode s = node.path("scale");
            matrix = Matrix.translation(t.path(0).asDouble(0), t.path(1).asDouble(0), t.path(2).asDouble(0))
                    .times(Matrix.quaternion(r.path(0).asDouble(0), r.path(1).asDouble(0), r.path(2).asDouble(0), r.path(3).asDouble(1)))
                    .times(Matrix.scale(s.path(0).asDouble(1), s.path(1).asDouble(1), s.path(2).asDouble(1)));
        }
        if (!matrix.isFinite()) {
            throw new DamagedModelException("matrix");
        }
        return matrix;
    }
}
