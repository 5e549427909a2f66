package org.kvarter.exporting;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.Layer;
import org.kvarter.model.SolidLayer;
import org.kvarter.task.Progress;

/** Walks through the solid features of a scene, each once: all its parts lie in one tile. Stateless. */
final class Solids {

    /** Sees one feature: the parts {@code first … end − 1} of a tile. */
    interface Visitor<X extends Exception> {
        void feature(SolidLayer layer, int row, TileMesh tile, int first, int end) throws X;
    }

    private Solids() {
    }

    /** All wanted features with a form, layer by layer. */
    static <X extends Exception> void visit(Scene scene, Progress progress, Visitor<X> visitor) throws X {
        List<SolidLayer> layers = of(scene);
        for (int l = 0; l < layers.size(); l++) {
            SolidLayer layer = layers.get(l);
            LayerMesh mesh = scene.meshes().get(layer.id());
            for (TileMesh tile : mesh == null ? List.<TileMesh>of() : mesh.tiles()) {
                progress.checkCancelled();
                int[] features = tile.parts().feature();
                for (int first = 0; first < features.length;) {
                    int end = tile.parts().endOfFeature(first);
                    if (scene.wants(layer, features[first])) {
                        visitor.feature(layer, features[first], tile, first, end);
                    }
                    first = end;
                }
            }
            progress.report((l + 1.0) / layers.size(), layer.title());
        }
    }

    /** The solid layers among those wanted. */
    static List<SolidLayer> of(Scene scene) {
        List<SolidLayer> solids = new ArrayList<>();
        scene.layers().stream().filter(SolidLayer.class::isInstance).forEach(l -> solids.add((SolidLayer) l));
        return solids;
    }

    /** Titles of the layers that are none. */
    static List<String> others(Scene scene) {
        return scene.layers().stream().filter(l -> !(l instanceof SolidLayer)).map(Layer::title).toList();
    }
}
