package org.kvarter.importing.collada;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.kvarter.importing.models.Matrix;
import org.kvarter.importing.models.ModelLayer;
import org.kvarter.importing.models.Placer;
import org.kvarter.model.Severity;
import org.kvarter.model.Texture;
import org.w3c.dom.Element;

/** Puts the meshes of a document into a layer. Not thread-safe. */
final class ColladaGeometry {

    private final ColladaDocument document;
    private final ModelLayer layer;
    private final Placer placer;
    private final Map<Element, ColladaSource> sources = new HashMap<>();
    private final double[] point = new double[3];

    /** What is at hand while the primitives of a mesh are read. */
    private record Use(int feature, int firstVertex, int vertexCount, boolean mirrored, ColladaMaterials.Material material,
                       ColladaSource places, int[] p, int step, int vertexAt, int placeAt) {
    }

    ColladaGeometry(ColladaDocument document, ModelLayer layer, Placer placer) {
        this.document = document;
        this.layer = layer;
        this.placer = placer;
    }

    /**
     * Reads a geometry.
     *
     * @param materials the material that a symbol stands for
     */
    void read(Element geometry, Matrix matrix, int feature, Function<String, ColladaMaterials.Material> materials) {
        Element mesh = Xml.child(geometry, "mesh");
        Element vertices = Xml.child(mesh, "vertices");
        ColladaSource positions = ColladaSource.EMPTY;
        for (Element input : Xml.children(vertices, "input")) {
            positions = input.getAttribute("semantic").equals("POSITION") ? source(input) : positions;
        }
        if (positions.count() == 0) {
            return;
        }
        int first = vertices(positions, matrix);
        for (Element primitive : Xml.children(mesh, "triangles", "polylist", "polygons", "tristrips", "trifans", "lines", "linestrips")) {
            if (Xml.name(primitive).startsWith("line")) {
                layer.problem(Severity.INFO, "gltf.lines", geometry.getAttribute("name"));
                continue;
            }
            primitive(primitive, feature, first, positions.count(), matrix.mirrors(), materials.apply(primitive.getAttribute("material")));
        }
    }

    private ColladaSource source(Element input) {
        Element found = document.find(input.getAttribute("source"));
        return found == null ? ColladaSource.EMPTY : sources.computeIfAbsent(found, s -> ColladaSource.of(document, s));
    }

    private int vertices(ColladaSource positions, Matrix matrix) {
        int first = -1;
        for (int v = 0; v < positions.count(); v++) {
            point[0] = positions.get(v, 0);
            point[1] = positions.get(v, 1);
            point[2] = positions.get(v, 2);
            matrix.apply(point);
            placer.place(point);
            int number = layer.vertex(point[0], point[1], point[2]);
            first = first < 0 ? number : first;
        }
        return first;
    }

    private void primitive(Element primitive, int feature, int first, int count, boolean mirrored, ColladaMaterials.Material material) {
        int step = 1;
        int vertexAt = -1;
        int placeAt = -1;
        ColladaSource places = null;
        for (Element input : Xml.children(primitive, "input")) {
            int offset = (int) Math.max(0, Math.min(64, Xml.number(input.getAttribute("offset"), 0)));
            step = Math.max(step, offset + 1);
            if (input.getAttribute("semantic").equals("VERTEX")) {
                vertexAt = offset;
            } else if (input.getAttribute("semantic").equals("TEXCOORD") && places == null && material.texture().isPresent()) {
                placeAt = offset;
                places = source(input);
            }
        }
        if (vertexAt < 0) {
            return;
        }
        String name = Xml.name(primitive);
        int[] counts = name.equals("polylist") ? Xml.integers(Xml.child(primitive, "vcount"), document.budget()) : null;
        for (Element list : Xml.children(primitive, "p", "ph")) {
            boolean holed = Xml.name(list).equals("ph");
            int[] p = Xml.integers(holed ? Xml.child(list, "p") : list, document.budget());
            Use use = new Use(feature, first, count, mirrored, material, places, p, step, vertexAt, placeAt);
            int n = p.length / step;
            switch (name) {
                case "polylist" -> polylist(use, counts, n);
                case "polygons" -> {
                    if (ring(use, 0, n)) {
                        Xml.children(list, "h").forEach(hole -> hole(use, hole));
                        end(use);
                    }
                }
                default -> triangles(use, name, n);
            }
        }
    }

    private void polylist(Use use, int[] counts, int n) {
        int at = 0;
        for (int size : counts) {
            if (size < 0 || size > n - at) {
                layer.problem(Severity.WARNING, "face.indexRange", "", use.vertexCount);
                return;
            }
            if (ring(use, at, at + size)) {
                end(use);
            }
            at += size;
        }
    }

    private void hole(Use use, Element hole) {
        int[] p = Xml.integers(hole, document.budget());
        Use inner = new Use(use.feature, use.firstVertex, use.vertexCount, use.mirrored, use.material, use.places, p, use.step, use.vertexAt,
                use.placeAt);
        ring(inner, 0, p.length / use.step);
    }

    private void triangles(Use use, String kind, int n) {
        for (int t = 0; kind.equals("triangles") ? 3 * t + 2 < n : t + 2 < n; t++) {
            int[] corners = switch (kind) {
                case "tristrips" -> t % 2 == 0 ? new int[] {t, t + 1, t + 2} : new int[] {t + 1, t, t + 2};
                case "trifans" -> new int[] {0, t + 1, t + 2};
                default -> new int[] {3 * t, 3 * t + 1, 3 * t + 2};
            };
            boolean sound = sound(use, corners[0]) && sound(use, corners[1]) && sound(use, corners[2]);
            if (!sound) {
                layer.problem(Severity.WARNING, "face.indexRange", "", use.vertexCount);
                continue;
            }
            for (int k = 0; k < 3; k++) {
                corner(use, corners[use.mirrored ? 2 - k : k]);
            }
            layer.polygons().endRing();
            end(use);
        }
    }

    private static boolean sound(Use use, int corner) {
        int vertex = use.p[corner * use.step + use.vertexAt];
        return vertex >= 0 && vertex < use.vertexCount;
    }

    /** Adds a ring of corners; {@code false} where it is none, and nothing is added. */
    private boolean ring(Use use, int from, int to) {
        for (int c = from; c < to; c++) {
            if (!sound(use, c)) {
                layer.problem(Severity.WARNING, "face.indexRange", "", use.vertexCount);
                return false;
            }
        }
        for (int c = 0; c < to - from; c++) {
            corner(use, use.mirrored ? to - 1 - c : from + c);
        }
        if (!layer.polygons().endRing()) {
            layer.problem(Severity.INFO, "face.degenerate", "");
            return false;
        }
        return true;
    }

    private void corner(Use use, int corner) {
        int vertex = use.firstVertex + use.p[corner * use.step + use.vertexAt];
        if (use.places == null) {
            layer.polygons().corner(vertex);
            return;
        }
        int place = use.p[corner * use.step + use.placeAt];
        double u = use.places.get(place, 0);
        double v = use.places.get(place, 1);
        layer.polygons().corner(vertex, Double.isFinite(u) ? (float) u : 0, Double.isFinite(v) ? (float) (1 - v) : 0);
    }

    private void end(Use use) {
        Optional<Texture> texture = use.places == null ? Optional.empty() : use.material.texture();
        if (layer.endPolygon(use.feature, use.material.argb())) {
            texture.ifPresent(layer.polygons()::texture);
        }
    }
}
