package org.kvarter.ui.stage;

import java.util.HashMap;
import java.util.Map;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.mesh.PulledApart;
import org.kvarter.model.Layer;
import org.kvarter.model.Storeys;
import org.kvarter.task.Tasks;

/**
 * The meshes of building models whose storeys are pulled apart, made aside and kept while the gap stays. The session keeps the buildings
 * as they stand: what is exported or reckoned is not pulled apart. JavaFX thread only.
 */
final class StoreySpread {

    private record Made(LayerMesh from, double gap, LayerMesh mesh) {
    }

    private final Tasks tasks;
    private final Runnable whenMade;
    private final Map<String, Made> made = new HashMap<>();
    private final Map<String, Made> asked = new HashMap<>();

    /** @param whenMade told when a mesh that was asked for is there */
    StoreySpread(Tasks tasks, Runnable whenMade) {
        this.tasks = tasks;
        this.whenMade = whenMade;
    }

    /** What a layer shows now: its mesh, pulled apart as far as its last answer was, while another is made. */
    LayerMesh of(Layer layer, LayerMesh mesh, double gap) {
        if (gap <= 0) {
            made.remove(layer.id());
            asked.remove(layer.id());
            return mesh;
        }
        Made wanted = new Made(mesh, gap, null);
        Made there = made.get(layer.id());
        boolean fits = there != null && there.from() == mesh && there.gap() == gap;
        if (!fits && !wanted.equals(asked.put(layer.id(), wanted))) {
            tasks.work().execute(() -> {
                LayerMesh apart = PulledApart.of(mesh, lift(Storeys.of(layer), gap));
                tasks.fx().execute(() -> {
                    if (wanted.equals(asked.get(layer.id()))) {
                        made.put(layer.id(), new Made(mesh, gap, apart));
                        whenMade.run();
                    }
                });
            });
        }
        return there != null && there.from() == mesh ? there.mesh() : mesh;
    }

    private static double[] lift(Storeys storeys, double gap) {
        double[] lift = new double[storeys.of().length];
        for (int row = 0; row < lift.length; row++) {
            lift[row] = Math.max(0, storeys.of()[row]) * gap;
        }
        return lift;
    }
}
