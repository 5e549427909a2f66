package org.kvarter.exporting;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.model.District;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.Layer;
import org.kvarter.model.LocalFrame;

/**
 * What is to be written.
 *
 * @param district the twin
 * @param meshes   triangles of its solid layers by layer id
 * @param layers   the layers wanted, in order
 * @param wanted   which features of them; asked for wholes, whose parts come with them
 * @param colours  of their parts
 * @param credits  where layers come from
 */
public record Scene(District district, Map<String, LayerMesh> meshes, List<Layer> layers, Predicate<FeatureKey> wanted, PartColours colours,
                    List<Credit> credits) {

    public Scene {
        Objects.requireNonNull(district, "district");
        meshes = Map.copyOf(meshes);
        layers = List.copyOf(layers);
        credits = List.copyOf(credits);
    }

    /** A scene of which nothing is said. */
    public Scene(District district, Map<String, LayerMesh> meshes, List<Layer> layers, Predicate<FeatureKey> wanted, PartColours colours) {
        this(district, meshes, layers, wanted, colours, List.of());
    }

    /** This scene with where its layers come from. */
    public Scene withCredits(List<Credit> given) {
        return new Scene(district, meshes, layers, wanted, colours, given);
    }

    /** Where a layer comes from, where that is known. */
    Optional<Credit> credit(Layer layer) {
        return credits.stream().filter(c -> c.layerId().equals(layer.id())).findFirst();
    }

    /** Where the solid layers come from. */
    List<Credit> solidCredits() {
        List<String> solids = Solids.of(this).stream().map(Layer::id).toList();
        return credits.stream().filter(c -> solids.contains(c.layerId())).toList();
    }

    /** Whether a feature, or the whole that it belongs to, is wanted. */
    boolean wants(Layer layer, int row) {
        return wanted.test(new FeatureKey(layer.id(), layer.features().root(row)));
    }

    /** The local frame; metres around zero where the twin has none. */
    LocalFrame frame() {
        return district.frame() == null ? new LocalFrame("", 0, 0, 0) : district.frame();
    }
}
