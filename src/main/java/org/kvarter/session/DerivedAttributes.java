package org.kvarter.session;

import java.util.List;
import org.kvarter.analysis.Layers;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.District;
import org.kvarter.model.Layer;

/**
 * Attributes that are worked out of the district rather than read: they stand beside those of the source, so that overlays, the
 * inspector, filters and exports have them. They are not kept with a project. JavaFX thread only.
 */
public final class DerivedAttributes {

    private DerivedAttributes() {
    }

    /**
     * Gives a layer's features attributes in place of those of the same names; nothing where the layer is gone or has other rows by now.
     *
     * @param columns one row per feature
     */
    public static void put(Session session, String layerId, List<? extends AttributeColumn> columns) {
        District after = Layers.put(session.district(), layerId, columns);
        if (after != session.district()) {
            session.districtProperty().set(after);
        }
    }

    /** Gives a layer of the district another table of attributes. */
    public static void replace(Session session, Layer layer, AttributeTable attributes) {
        session.districtProperty().set(session.district().with(Layers.with(layer, layer.features().withAttributes(attributes))));
    }
}
