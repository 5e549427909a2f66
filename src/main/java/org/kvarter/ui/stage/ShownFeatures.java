package org.kvarter.ui.stage;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.StoreyView;
import org.kvarter.model.Storeys;
import org.kvarter.model.Terrain;
import org.kvarter.scenario.ScenarioView;
import org.kvarter.scene.DistrictView;
import org.kvarter.scene.FeatureState;
import org.kvarter.session.FilterMode;
import org.kvarter.session.Session;
import org.kvarter.session.standing.Standing;
import org.kvarter.ui.filter.FilterResult;
import org.kvarter.ui.overlays.Changes;

/** Which features of the layers stand in a view and match the filter: what scenario, models, storeys and filter leave. JavaFX thread only. */
final class ShownFeatures {

    private final Session session;
    private final DistrictView view;
    private final ObservableValue<ScenarioView> scenario;
    private final ObservableValue<FilterResult> filter;
    private final Function<String, LayerStyle> style;
    private final Standing standing = new Standing();
    private final Set<String> filtered = new HashSet<>();
    private Map<String, BitSet> covered = Map.of();

    /** @param style how a layer is shown in this view */
    ShownFeatures(Session session, DistrictView view, ObservableValue<ScenarioView> scenario, ObservableValue<FilterResult> filter,
                  Function<String, LayerStyle> style) {
        this.session = session;
        this.view = view;
        this.scenario = scenario;
        this.filter = filter;
        this.style = style;
    }

    /** Finds the buildings in whose place models stand. Answers whether they are others than before. */
    boolean cover() {
        Map<String, BitSet> before = covered;
        covered = standing.covered(session.district(), session.meshes(), style);
        return covered != before;
    }

    /** The ground as models have shaped it; the same object while nothing has changed. */
    Terrain ground() {
        return standing.ground(session.district(), session.meshes(), style);
    }

    /** What does not stand in this view: taken away by the scenario, in the place of a model, or on a storey or of a kind that is hidden. */
    private BitSet gone(Layer layer) {
        BitSet gone = scenario.getValue() == null ? new BitSet() : (BitSet) scenario.getValue().demolished(layer).clone();
        gone.or(covered.getOrDefault(layer.id(), new BitSet()));
        StoreyView storeys = session.style(layer.id()).storeys();
        if (!storeys.hiddenStoreys().isEmpty() || !storeys.hiddenTypes().isEmpty()) {
            gone.or(Storeys.of(layer).hidden(layer.features(), storeys));
        }
        return gone;
    }

    /** Hides and fades in the view. */
    void show() {
        FilterResult result = filter.getValue();
        Set<String> before = new HashSet<>(filtered);
        filtered.clear();
        byte out = (byte) (session.filterModeProperty().get() == FilterMode.HIDE ? FeatureState.HIDDEN : FeatureState.FADED).ordinal();
        for (Layer layer : session.district().layers()) {
            BitSet matches = result.matches().get(layer.id());
            BitSet gone = gone(layer);
            if (matches != null || !gone.isEmpty()) {
                byte[] states = new byte[layer.features().size()];
                for (int row = 0; row < states.length; row++) {
                    states[row] = gone.get(row) ? (byte) FeatureState.HIDDEN.ordinal()
                            : matches == null || matches.get(row) ? (byte) FeatureState.NORMAL.ordinal() : out;
                }
                view.setFeatureStates(layer.id(), states);
                filtered.add(layer.id());
            }
        }
        before.removeAll(filtered);
        before.forEach(id -> view.setFeatureStates(id, null));
    }

    /** What is changed and stands there in this view, by layer id. */
    Map<String, BitSet> rims(Changes changes) {
        Map<String, BitSet> rims = new HashMap<>();
        // around every board of a detailed model there would be nothing but outlines
        changes.rows().forEach((id, rows) -> session.layer(id).filter(l -> style.apply(id).visible())
                .filter(l -> l.kind() != LayerKind.BUILDING_ELEMENTS).ifPresent(layer -> {
            BitSet there = (BitSet) rows.clone();
            there.andNot(gone(layer));
            BitSet matches = filter.getValue().matches().get(id);
            if (matches != null) {
                there.and(matches);
            }
            rims.put(id, there);
        }));
        return rims;
    }
}
