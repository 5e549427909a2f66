package org.kvarter.importing.collada;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.kvarter.importing.models.DamagedModelException;
import org.kvarter.importing.models.Matrix;
import org.kvarter.importing.models.ModelLayer;
import org.kvarter.importing.models.Placer;
import org.kvarter.model.Texture;
import org.w3c.dom.Element;

/** Walks the nodes of a document's visual scene and has each geometry put where it stands; each node with some is a feature. One use. */
final class ColladaScene {

    private static final int DEEPEST = 100;
    private static final int MOST_NODES = 500_000;

    private final ColladaDocument document;
    private final ModelLayer layer;
    private final ColladaMaterials materials;
    private final ColladaGeometry geometries;
    private int visited;

    /**
     * A walk.
     *
     * @param pictures finds the picture of a path as the document writes it
     * @param placer   moves each vertex from the document's axes to the layer's
     */
    ColladaScene(ColladaDocument document, ModelLayer layer, Function<String, Optional<Texture>> pictures, Placer placer) {
        this.document = document;
        this.layer = layer;
        this.materials = new ColladaMaterials(document, pictures);
        this.geometries = new ColladaGeometry(document, layer, placer);
    }

    /** Reads what the scene shows, or where there is no scene all geometries. */
    void read(Matrix outer) throws IOException {
        Element instance = Xml.child(document.root(), "scene", "instance_visual_scene");
        Element scene = instance == null ? Xml.child(document.root(), "library_visual_scenes", "visual_scene")
                : document.find(instance.getAttribute("url"));
        if (scene != null) {
            for (Element node : Xml.children(scene, "node")) {
                node(node, outer, -1, "", 0);
            }
            return;
        }
        for (Element library : Xml.children(document.root(), "library_geometries")) {
            for (Element geometry : Xml.children(library, "geometry")) {
                int row = layer.feature(name(geometry), "geometry", -1);
                geometries.read(geometry, outer, row, symbol -> materials.get("#" + symbol));
            }
        }
    }

    private static String name(Element element) {
        return element.getAttribute("name").isEmpty() ? element.getAttribute("id") : element.getAttribute("name");
    }

    private void node(Element node, Matrix outer, int parent, String path, int depth) throws IOException {
        if (depth > DEEPEST || ++visited > MOST_NODES) {
            throw new DamagedModelException("<node>");
        }
        layer.progress().checkCancelled();
        Matrix matrix = outer.times(transform(node));
        int row = parent;
        boolean first = true;
        for (Element instance : Xml.children(node, "instance_geometry", "instance_controller")) {
            Element geometry = geometry(instance);
            if (geometry == null || Xml.child(geometry, "mesh") == null) {
                continue;
            }
            Map<String, String> bound = bindings(instance);
            if (first) {
                row = layer.feature(name(node).isEmpty() ? name(geometry) : name(node), "node", parent);
                layer.attribute(row, "mesh", name(geometry));
                if (!path.isEmpty()) {
                    layer.attribute(row, "path", path);
                }
                layer.attribute(row, "material", names(bound));
                first = false;
            }
            geometries.read(geometry, matrix, row, symbol -> materials.get(bound.getOrDefault(symbol, "#" + symbol)));
        }
        String below = path.length() > 400 || name(node).isEmpty() ? path : path.isEmpty() ? name(node) : path + " / " + name(node);
        for (Element child : Xml.children(node, "node", "instance_node")) {
            Element target = Xml.name(child).equals("node") ? child : document.find(child.getAttribute("url"));
            if (target != null) {
                node(target, matrix, row, below, depth + 1);
            }
        }
    }

    private Element geometry(Element instance) {
        Element found = document.find(instance.getAttribute("url"));
        for (int steps = 0; found != null && Xml.name(found).equals("controller") && steps < 4; steps++) {
            Element skin = Xml.child(found, "skin");
            Element morph = Xml.child(found, "morph");
            Element of = skin != null ? skin : morph;
            found = of == null ? null : document.find(of.getAttribute("source"));
        }
        return found;
    }

    private static Map<String, String> bindings(Element instance) {
        Map<String, String> bound = new HashMap<>();
        for (Element material : Xml.children(Xml.child(instance, "bind_material", "technique_common"), "instance_material")) {
            bound.put(material.getAttribute("symbol"), material.getAttribute("target"));
        }
        return bound;
    }

    /** {@code null} for none. */
    private String names(Map<String, String> bound) {
        Set<String> names = new LinkedHashSet<>();
        bound.values().forEach(reference -> {
            String name = materials.get(reference).name();
            if (!name.isEmpty() && names.size() < 8) {
                names.add(name);
            }
        });
        return names.isEmpty() ? null : String.join(", ", names);
    }

    /** All transforms of a node, the first outermost. */
    private Matrix transform(Element node) throws IOException {
        Matrix matrix = Matrix.IDENTITY;
        for (Element step : Xml.children(node, "matrix", "translate", "rotate", "scale")) {
            double[] v = Xml.numbers(step, document.budget());
            Matrix next = switch (Xml.name(step)) {
                case "matrix" -> v.length < 16 ? null : new Matrix(java.util.Arrays.copyOf(v, 12));
                case "translate" -> v.length < 3 ? null : Matrix.translation(v[0], v[1], v[2]);
                case "rotate" -> v.length < 4 ? null : Matrix.rotation(v[0], v[1], v[2], v[3]);
                default -> v.length < 3 ? null : Matrix.scale(v[0], v[1], v[2]);
            };
            if (next == null || !next.isFinite()) {
                throw new DamagedModelException("<" + Xml.name(step) + ">");
            }
            matrix = matrix.times(next);
        }
        return matrix;
    }
}
