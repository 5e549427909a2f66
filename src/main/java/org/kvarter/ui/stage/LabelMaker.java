package org.kvarter.ui.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.Bounds;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.Layer;
import org.kvarter.scene.label.Label;
import org.kvarter.session.Session;
import org.kvarter.ui.kit.FeatureNames;
import org.kvarter.ui.kit.Numbers;

/** Names for what is selected, pinned, or labelled by an attribute of its layer. */
final class LabelMaker {

    /** Selecting a thousand buildings is no wish for a thousand names. */
    private static final int MOST_SELECTED = 24;
    private static final int MOST_IMPORTANT = 2_000;

    private final Session session;
    private final Map<Layer, FeatureNames> names = new HashMap<>();

    LabelMaker(Session session) {
        this.session = session;
    }

    List<Label> labels() {
        List<Label> labels = new ArrayList<>();
        Set<FeatureKey> named = new HashSet<>();
        if (session.selection().size() <= MOST_SELECTED) {
            session.selection().forEach(k -> add(labels, named, k, Label.Rank.SELECTED));
        }
        session.pinned().forEach(k -> add(labels, named, k, Label.Rank.PINNED));
        for (Layer layer : session.district().layers()) {
            String attribute = session.style(layer.id()).labelAttribute();
            if (!attribute.isEmpty() && session.style(layer.id()).visible()) {
                layer.features().attributes().column(attribute).ifPresent(column -> important(labels, named, layer, column));
            }
        }
        names.clear();
        return labels;
    }

    private void add(List<Label> labels, Set<FeatureKey> named, FeatureKey key, Label.Rank rank) {
        session.layer(key.layerId()).filter(l -> key.row() < l.features().size()).ifPresent(layer -> {
            if (named.add(key)) {
                put(labels, key, names.computeIfAbsent(layer, l -> new FeatureNames(l.features())).best(key.row(), layer.title()), rank);
            }
        });
    }

    private void important(List<Label> labels, Set<FeatureKey> named, Layer layer, AttributeColumn column) {
        int before = labels.size();
        for (int row = 0; row < column.size() && labels.size() - before < MOST_IMPORTANT; row++) {
            Object value = column.value(row);
            FeatureKey key = new FeatureKey(layer.id(), row);
            if (value != null && named.add(key)) {
                String text = value instanceof Double number ? Numbers.with(Numbers.measured(number), column.unit()) : value.toString();
                put(labels, key, text, Label.Rank.IMPORTANT);
            }
        }
    }

    private void put(List<Label> labels, FeatureKey key, String text, Label.Rank rank) {
        Bounds box = FeatureBoxes.of(session, List.of(key));
        if (!box.isEmpty()) {
            labels.add(new Label(key, text, box.centreEast(), box.centreNorth(), box.maxUp(), rank, box.radius()));
        }
    }
}
