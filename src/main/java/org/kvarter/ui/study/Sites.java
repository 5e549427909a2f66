package org.kvarter.ui.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.mesh.tree.TreeStock;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerKind;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.VectorLayer;
import org.kvarter.scenario.ScenarioView;
import org.kvarter.session.Session;
import org.kvarter.study.StudySite;
import org.locationtech.jts.geom.Geometry;

/** What stands in the twin now, for studies: visible layers as the shown scenario has them. A filter hides nothing from them. Stateless. */
final class Sites {

    private Sites() {
    }

    /** The site. JavaFX thread; cheap: what is seen is not looked at yet. */
    static StudySite of(Session session) {
        List<StudySite.Solid> solids = new ArrayList<>();
        List<Geometry> waters = new ArrayList<>();
        for (Layer layer : session.district().layers()) {
            LayerMesh mesh = session.meshes().get(layer.id());
            if (layer instanceof SolidLayer solid && mesh != null && isShown(session, layer)) {
                solids.add(new StudySite.Solid(solid, mesh, gone(session, layer)));
            } else if (layer instanceof VectorLayer flat && layer.kind() == LayerKind.WATER) {
                Arrays.stream(flat.geometries()).filter(g -> g != null && !g.isEmpty()).forEach(waters::add);
            }
        }
        return StudySite.of(solids, session.district().terrain(), waters);
    }

    /** What stands without any scenario. */
    static StudySite today(Session session) {
        List<StudySite.Solid> solids = new ArrayList<>();
        for (Layer layer : session.district().layers()) {
            LayerMesh mesh = session.meshes().get(layer.id());
            if (layer instanceof SolidLayer solid && mesh != null && session.style(layer.id()).visible()) {
                solids.add(new StudySite.Solid(solid, mesh, new BitSet()));
            }
        }
        return StudySite.of(solids, session.district().terrain(), List.of());
    }

    /** Trees that stand there: points of shown layers of trees; on the land, or at the foot of the solids. */
    static TreeStock trees(Session session, StudySite site) {
        List<VectorLayer> layers = new ArrayList<>();
        Map<String, BitSet> gone = new HashMap<>();
        for (Layer layer : session.district().layers()) {
            if (layer instanceof VectorLayer flat && layer.kind() == LayerKind.TREES && isShown(session, layer)) {
                layers.add(flat);
                gone.put(layer.id(), gone(session, layer));
            }
        }
        double plane = site.bounds().minUp();
        return TreeStock.of(layers, (east, north) -> {
            double ground = site.groundAt(east, north);
            return Double.isNaN(ground) ? plane : ground;
        }).where(tree -> !gone.get(tree.key().layerId()).get(tree.key().row()));
    }

    /** Whether a layer stands there in the shown scenario. */
    static boolean isShown(Session session, Layer layer) {
        ScenarioView view = session.viewProperty().get();
        return view.shown(layer.id()).orElse(session.style(layer.id()).visible());
    }

    private static BitSet gone(Session session, Layer layer) {
        BitSet demolished = session.viewProperty().get().demolished(layer);
        BitSet gone = new BitSet();
        if (!demolished.isEmpty()) {
            for (int row = 0; row < layer.features().size(); row++) {
                gone.set(row, demolished.get(row) || demolished.get(layer.features().root(row)));
            }
        }
        return gone;
    }

    /** What a result is of: it holds while this stays equal. */
    record Key(List<Integer> meshes, List<BitSet> gone, int terrain) {

        /** Whether all of its triangles still stand in the twin, shown or not. */
        boolean isThere(Collection<LayerMesh> all) {
            return all.stream().map(System::identityHashCode).toList().containsAll(meshes);
        }

        static Key of(StudySite site) {
            return new Key(site.solids().stream().map(s -> System.identityHashCode(s.mesh())).toList(), site.solids().stream().map(StudySite.Solid::gone).toList(),
                    System.identityHashCode(site.terrain().orElse(null)));
        }
    }
}
