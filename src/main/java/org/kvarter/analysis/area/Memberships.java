package org.kvarter.analysis.area;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kvarter.analysis.AreaSummary.Belonging;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.model.Layer;
import org.kvarter.model.VectorLayer;

/** Memberships that were found once, as long as the shapes they are of stay; at most a dozen are kept. Thread-safe. */
public final class Memberships {

    private static final int MOST = 12;

    private record Key(int ids, int mesh, int areas, Belonging belonging) {
    }

    private final Map<Key, Membership> found = new LinkedHashMap<>();

    /** Which area of a layer each feature of another belongs to. @param mesh of solids; {@code null} for none */
    public synchronized Membership of(Layer features, LayerMesh mesh, Layer areas, LayerMesh areaMesh, Belonging belonging) {
        Key key = new Key(System.identityHashCode(shapesOf(features)), System.identityHashCode(mesh), System.identityHashCode(shapesOf(areas)), belonging);
        Membership known = found.get(key);
        if (known != null && known.areaOf().length == features.features().size() && known.areas() == areas.features().size()) {
            return known;
        }
        Membership now = Membership.of(features.features(), Shapes.of(features, mesh), Shapes.of(areas, areaMesh), belonging);
        found.put(key, now);
        if (found.size() > MOST) {
            found.remove(found.keySet().iterator().next());
        }
        return now;
    }

    private static Object shapesOf(Layer layer) {
        return layer instanceof VectorLayer flat ? flat.geometries() : layer.features().ids();
    }
}
