package org.kvarter.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.District;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Layer;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.VectorLayer;

/** Layers with other attributes of the same features. Stateless. */
public final class Layers {

    private Layers() {
    }

    /** The layer with other attributes; itself where it is of a kind whose features have their values from elsewhere. */
    public static Layer with(Layer layer, FeatureTable features) {
        if (layer instanceof SolidLayer l) {
            return l.withFeatures(features);
        }
        return layer instanceof VectorLayer l ? l.withFeatures(features) : layer;
    }

    /**
     * A district whose layer has attributes in place of those of the same names; the same where the layer is not there, has other rows, or nothing is
     * given.
     *
     * @param columns one row per feature
     */
    public static District put(District district, String layerId, List<? extends AttributeColumn> columns) {
        Layer layer = columns.isEmpty() ? null : district.layer(layerId).orElse(null);
        if (layer == null || columns.stream().anyMatch(c -> c.size() != layer.features().size())) {
            return district;
        }
        Set<String> names = columns.stream().map(AttributeColumn::name).collect(Collectors.toSet());
        List<AttributeColumn> all = new ArrayList<>(layer.features().attributes().columns());
        all.removeIf(c -> names.contains(c.name()));
        all.addAll(columns);
        return district.with(with(layer, layer.features().withAttributes(new AttributeTable(layer.features().size(), all))));
    }
}
