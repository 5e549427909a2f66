package org.kvarter.ui.stage;

import java.util.Collection;
import java.util.Optional;
import org.kvarter.model.Bounds;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.FlowLayer;
import org.kvarter.model.Layer;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.VectorLayer;
import org.kvarter.session.Session;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Where features are. */
public final class FeatureBoxes {

    private FeatureBoxes() {
    }

    /** Box around features, their parts included; empty where none of them has a place. */
    public static Bounds of(Session session, Collection<FeatureKey> keys) {
        Bounds box = Bounds.EMPTY;
        for (FeatureKey key : keys) {
            Optional<Layer> layer = session.layer(key.layerId());
            if (layer.isPresent() && key.row() < layer.get().features().size()) {
                box = box.union(of(layer.get(), key.row(), session));
            }
        }
        return box;
    }

    private static Bounds of(Layer layer, int row, Session session) {
        if (layer instanceof SolidLayer solid) {
            Bounds own = solid.boundsOf(row);
            return own.isEmpty() ? parts(solid, row) : own;
        }
        if (layer instanceof VectorLayer vector && vector.geometries()[row] != null) {
            Geometry geometry = vector.geometries()[row];
            Envelope e = geometry.getEnvelopeInternal();
            double up = session.district().terrain().map(t -> t.heightAt(e.centre().x, e.centre().y)).filter(Double::isFinite).orElse(0.0);
            return new Bounds(e.getMinX(), e.getMinY(), up, e.getMaxX(), e.getMaxY(), up + 1);
        }
        if (layer instanceof FlowLayer flow && flow.courses()[row] != null) {
            Envelope e = flow.courses()[row].line().getEnvelopeInternal();
            return new Bounds(e.getMinX(), e.getMinY(), 0, e.getMaxX(), e.getMaxY(), 1);
        }
        return Bounds.EMPTY;
    }

    private static Bounds parts(SolidLayer solid, int row) {
        FeatureTable features = solid.features();
        Bounds box = Bounds.EMPTY;
        for (int part = 0; part < features.size(); part++) {
            if (features.parents()[part] >= 0 && features.root(part) == row) {
                box = box.union(solid.boundsOf(part));
            }
        }
        return box;
    }
}
