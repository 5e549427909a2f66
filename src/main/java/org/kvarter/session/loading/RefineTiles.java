package org.kvarter.session.loading;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.importing.pipeline.ImportResult;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Layer;
import org.kvarter.project.ProjectSource;
import org.kvarter.session.Change;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;

/** Other tiles of a tileset have been read, because the eye is elsewhere. What was selected stays so as far as it is there. */
final class RefineTiles implements Change {

    private static final Texts TEXTS = Texts.in(RefineTiles.class);

    private final Session session;
    private final AddLayers change;
    private final List<String> layers;

    RefineTiles(Session session, ImportResult result, List<ProjectSource> sources) {
        this(session, new AddLayers("", session, result, Map.of(), sources), result.layers().stream().map(l -> l.layer().id()).toList());
    }

    private RefineTiles(Session session, AddLayers change, List<String> layers) {
        this.session = session;
        this.change = change;
        this.layers = layers;
    }

    @Override
    public String title() {
        return TEXTS.get("change.tiles", layers.isEmpty() ? "" : session.layer(layers.get(0)).map(Layer::title).orElse(layers.get(0)));
    }

    @Override
    public void apply() {
        keepingSelection(change::apply);
    }

    @Override
    public void revert() {
        keepingSelection(change::revert);
    }

    @Override
    public boolean isKept() {
        return false;
    }

    @Override
    public Change mergedWith(Change newer) {
        if (newer instanceof RefineTiles other && other.layers.equals(layers)) {
            other.change.startFrom(change);
            return other;
        }
        return null;
    }

    private void keepingSelection(Runnable replacing) {
        Map<String, FeatureTable> before = new HashMap<>();
        layers.forEach(id -> session.layer(id).ifPresent(layer -> before.put(id, layer.features())));
        List<FeatureKey> selected = List.copyOf(session.selection());
        List<FeatureKey> pinned = List.copyOf(session.pinned());
        replacing.run();
        follow(session.selection(), selected, before);
        follow(session.pinned(), pinned, before);
    }

    private void follow(Collection<FeatureKey> keys, List<FeatureKey> were, Map<String, FeatureTable> before) {
        List<FeatureKey> now = now(were, before);
        if (!now.equals(were)) {
            keys.removeAll(were);
            keys.addAll(now);
        }
    }

    private List<FeatureKey> now(List<FeatureKey> keys, Map<String, FeatureTable> before) {
        Map<String, Map<String, Integer>> rows = new HashMap<>();
        return keys.stream().map(key -> {
            FeatureTable old = before.get(key.layerId());
            if (old == null || key.row() >= old.size()) {
                return key;
            }
            return new FeatureKey(key.layerId(), rows.computeIfAbsent(key.layerId(), this::rows).getOrDefault(old.ids()[key.row()], -1));
        }).filter(key -> key.row() >= 0).toList();
    }

    private Map<String, Integer> rows(String layer) {
        Map<String, Integer> rows = new HashMap<>();
        String[] ids = session.layer(layer).map(l -> l.features().ids()).orElse(new String[0]);
        for (int row = 0; row < ids.length; row++) {
            rows.put(ids[row], row);
        }
        return rows;
    }
}
