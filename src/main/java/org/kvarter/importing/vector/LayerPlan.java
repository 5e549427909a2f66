package org.kvarter.importing.vector;

import java.io.IOException;
import java.util.Optional;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.ReadOptions;
import org.kvarter.model.LayerKind;
import org.kvarter.task.Progress;

/**
 * How one table is to be read.
 *
 * @param facts    what its sample tells
 * @param settings a person's choices for it
 * @param crs      its reference system as the source spells it
 * @param count    its features, −1 where not known
 */
record LayerPlan(LayerFacts facts, LayerSettings settings, Optional<String> crs, long count) {

    static LayerPlan of(OpenSource source, String typeName, ReadOptions options, Progress progress) throws IOException {
        return new LayerPlan(LayerFacts.of(source, typeName, progress), new LayerSettings(typeName, options), source.crs(typeName),
                LayerFacts.count(source, typeName));
    }

    /** What its geometries of a dimension show: a person's choice where the geometries allow it, else the classifier's answer. */
    LayerKind kind(int dimension) throws ImportException {
        Optional<LayerKind> chosen = settings.kind();
        return chosen.isPresent() ? LayerClassifier.allowed(chosen.get(), dimension).orElse(LayerClassifier.plain(dimension))
                : LayerClassifier.classify(facts, dimension).kind();
    }

    /** Whether footprints of it are raised. */
    boolean isRaised() throws ImportException {
        return kind(2) == LayerKind.BUILDINGS && (facts.areas() > 0 || facts.mainDimension() == 2);
    }
}
