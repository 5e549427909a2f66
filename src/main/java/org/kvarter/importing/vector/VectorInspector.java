package org.kvarter.importing.vector;

import java.util.List;
import org.kvarter.importing.HeightCandidate;
import org.kvarter.importing.LayerPreview;
import org.kvarter.model.LayerKind;

/** Makes of a plan what a person sees before the layer is read. Stateless. */
final class VectorInspector {

    private VectorInspector() {
    }

    /** The preview of a table, with the proposals {@link TableReader} would follow. */
    static LayerPreview preview(LayerPlan plan) {
        LayerFacts facts = plan.facts();
        int dimension = facts.mainDimension();
        LayerClassifier.Classification classification = LayerClassifier.classify(facts, dimension);
        List<HeightCandidate> heights = dimension == 2
                ? HeightProposal.rank(facts.attributes(), HeightProposal.METRES_PER_STOREY).stream()
                        .filter(h -> h.score() >= HeightProposal.LEAST_SCORE).toList() : List.of();
        LayerKind kind = classification.kind();
        return new LayerPreview(facts.name(), facts.title(), facts.geometry(), plan.count(), plan.crs(), kind, classification.reason(),
                facts.attributes().stream().map(AttributeFacts::preview).toList(), heights);
    }
}
