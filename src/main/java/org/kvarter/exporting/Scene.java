package org.kvarter.exporting;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 */
public record Scene(District district, Map<String, LayerMesh> meshes, List<Layer> layers, Predicate<FeatureKey> wanted, PartColours colours) {

    public Scene {
        Objects.requireNonNull(district, "district");
        meshes = Map.copyOf(meshes);
        layers = List.copyOf(layers);
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
