package org.kvarter.ui.stage;

import java.util.HashMap;
import java.util.Map;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.mesh.PulledApart;
import org.kvarter.model.Layer;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.Terrain;
import org.kvarter.session.standing.ShapedNeighbours;
import org.kvarter.task.Tasks;

/**
 * The meshes of furniture and trees that go up and down with ground that a model has shaped, made aside and kept while that ground stays.
 * The session keeps them where they were measured. JavaFX thread only.
 */
final class GroundLift {

    /** @param mesh {@code null} while it is being made */
    private record Made(LayerMesh from, Terrain ground, LayerMesh mesh) {
    }

    private final Tasks tasks;
    private final Runnable whenMade;
    private final Map<String, Made> made = new HashMap<>();

    /** @param whenMade told when a mesh that was asked for is there */
    GroundLift(Tasks tasks, Runnable whenMade) {
        this.tasks = tasks;
        this.whenMade = whenMade;
    }

    /**
     * What a layer shows now: its mesh, until that on the shaped ground is there.
     *
     * @param was the terrain; {@code null} for none
     * @param is  as it is shaped
     */
    LayerMesh of(Layer layer, LayerMesh mesh, Terrain was, Terrain is) {
        if (was == null || is == null || was == is || !(layer instanceof SolidLayer solid) || !ShapedNeighbours.follows(layer.kind())) {
            made.remove(layer.id());
            return mesh;
        }
        Made there = made.get(layer.id());
        if (there == null || there.from() != mesh || there.ground() != is) {
            Made wanted = new Made(mesh, is, null);
            made.put(layer.id(), wanted);
            tasks.work().execute(() -> {
                double[] lifts = ShapedNeighbours.lifts(solid, was, is);
                LayerMesh lifted = lifts == null ? mesh : PulledApart.of(mesh, lifts);
                tasks.fx().execute(() -> {
                    if (made.get(layer.id()) == wanted) {
                        made.put(layer.id(), new Made(mesh, is, lifted));
                        whenMade.run();
                    }
                });
            });
            there = made.get(layer.id()); // on this very thread it is there already
        }
        return there.mesh() == null ? mesh : there.mesh();
    }
}
