package org.kvarter.session.standing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kvarter.mesh.CoveredFeatures;
import org.kvarter.mesh.Footprint;
import org.kvarter.mesh.GroundShaper;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.model.District;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.Stance;
import org.kvarter.model.Terrain;

/**
 * What the models that are shown do to buildings and ground under them. Remembers footprints by mesh and asks again only where something has
 * changed: a model of two million triangles takes some 50 ms. Not thread-safe.
 */
public final class Standing {

    /** A model's part in the answer. */
    private record Part(LayerMesh mesh, Stance stance) {
    }

    private final Map<LayerMesh, Footprint> prints = new IdentityHashMap<>();
    private List<Object> coveredFor = List.of();
    private Map<String, BitSet> covered = Map.of();
    private List<Object> shapedFor = List.of();
    private Terrain shaped;

    /**
     * Rows of buildings that are not shown because a model stands in their place, by layer id; layers without any are missing.
     *
     * @param meshes triangles by layer id
     * @param style  how a layer is shown
     */
    public Map<String, BitSet> covered(District district, Map<String, LayerMesh> meshes, Function<String, LayerStyle> style) {
        List<Object> asked = new ArrayList<>();
        Map<String, Part> models = models(district, meshes, style, s -> s.below() == Stance.Below.HIDDEN);
        models.values().forEach(m -> asked.add(m.mesh));
        if (!models.isEmpty()) {
            district.layers().stream().filter(l -> isBuildings(l, models, style)).forEach(l -> asked.add(meshes.get(l.id())));
        }
        if (same(asked, coveredFor)) {
            return covered;
        }
        Map<String, BitSet> found = new HashMap<>();
        for (Layer layer : district.layers()) {
            LayerMesh mesh = meshes.get(layer.id());
            if (models.isEmpty() || mesh == null || !isBuildings(layer, models, style)) {
                continue;
            }
            BitSet rows = new BitSet();
            models.values().forEach(m -> rows.or(CoveredFeatures.under(print(m.mesh), layer.features(), mesh.tiles())));
            if (!rows.isEmpty()) {
                found.put(layer.id(), rows);
            }
        }
        coveredFor = asked;
        covered = Map.copyOf(found);
        return covered;
    }

    /** The district's terrain as the models that are shown have shaped it; {@code null} where there is none. */
    public Terrain ground(District district, Map<String, LayerMesh> meshes, Function<String, LayerStyle> style) {
        Terrain terrain = district.terrain().orElse(null);
        if (terrain == null) {
            return null;
        }
        Map<String, Part> models = models(district, meshes, style, s -> s.ground() != Stance.Ground.KEPT);
        List<Object> asked = new ArrayList<>(List.of(terrain));
        models.values().forEach(m -> asked.addAll(List.of(m.mesh, m.stance.ground())));
        if (!same(asked, shapedFor)) {
            shaped = GroundShaper.shaped(terrain, models.values().stream().map(m -> new GroundShaper.Shape(print(m.mesh), m.stance.ground())).toList());
            shapedFor = asked;
        }
        return shaped;
    }

    private static boolean same(List<Object> a, List<Object> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (a.get(i) != b.get(i)) {
                return false;
            }
        }
        return true;
    }

    private Footprint print(LayerMesh mesh) {
        return prints.computeIfAbsent(mesh, m -> Footprint.of(m.tiles()));
    }

    /** The shown models of a stance, in the district's order. */
    private Map<String, Part> models(District district, Map<String, LayerMesh> meshes, Function<String, LayerStyle> style,
                                     java.util.function.Predicate<Stance> wanted) {
        Map<String, Part> models = new java.util.LinkedHashMap<>();
        for (Layer layer : district.layers()) {
            LayerStyle look = style.apply(layer.id());
            LayerMesh mesh = meshes.get(layer.id());
            if (layer instanceof SolidLayer && mesh != null && look.visible() && wanted.test(look.stance())) {
                models.put(layer.id(), new Part(mesh, look.stance()));
            }
        }
        prints.keySet().removeIf(mesh -> meshes.values().stream().noneMatch(m -> m == mesh));
        return models;
    }

    /** Whether buildings of a layer make room: a model that makes others do so, or is a variant, does not. */
    private static boolean isBuildings(Layer layer, Map<String, Part> models, Function<String, LayerStyle> style) {
        return layer instanceof SolidLayer && layer.kind() == LayerKind.BUILDINGS && !models.containsKey(layer.id())
                && !style.apply(layer.id()).stance().isVariant();
    }
}
