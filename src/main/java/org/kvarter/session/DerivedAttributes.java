package org.kvarter.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kvarter.analysis.Layers;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.AttributeTable;
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
        Layer layer = session.layer(layerId).orElse(null);
        if (layer == null || columns.stream().anyMatch(c -> c.size() != layer.features().size())) {
            return;
        }
        Set<String> names = new HashSet<>(columns.stream().map(AttributeColumn::name).toList());
        List<AttributeColumn> all = new ArrayList<>(layer.features().attributes().columns());
        all.removeIf(c -> names.contains(c.name()));
        all.addAll(columns);
        replace(session, layer, new AttributeTable(layer.features().size(), all));
    }

    /** Gives a layer of the district another table of attributes. */
    public static void replace(Session session, Layer layer, AttributeTable attributes) {
        session.districtProperty().set(session.district().with(Layers.with(layer, layer.features().withAttributes(attributes))));
    }
}
