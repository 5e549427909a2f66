package org.kvarter.scenario;

import java.util.Optional;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Layer;
import org.kvarter.series.SeriesView;

/** What attributes and series that are reckoned from others become where a scenario changes those. Thread-safe. */
public interface Derivation {

    /** Nothing is reckoned from others. */
    Derivation NONE = new Derivation() {
        @Override
        public FeatureTable features(ScenarioView view, Layer layer, FeatureTable changed) {
            return changed;
        }

        @Override
        public Optional<SeriesView> series(ScenarioView view, String id) {
            return Optional.empty();
        }
    };

    /**
     * The features of a layer with what is reckoned; {@code changed} itself where the scenario leaves alone what it is reckoned from.
     *
     * @param changed the layer's features with what the scenario's measures change
     */
    FeatureTable features(ScenarioView view, Layer layer, FeatureTable changed);

    /** A series that is reckoned from another; empty where it is none, or the scenario leaves the other alone. */
    Optional<SeriesView> series(ScenarioView view, String id);
}
