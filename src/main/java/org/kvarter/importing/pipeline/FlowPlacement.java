package org.kvarter.importing.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.District;
import org.kvarter.model.FlowLayer;

/** Gives flows their courses, once all layers of a run are there: along streets, or from zone to zone. Stateless. */
final class FlowPlacement {

    private FlowPlacement() {
    }

    /** The layers with courses; what was found and what was not is added to {@code diagnostics}. */
    static List<ImportedLayer> place(List<ImportedLayer> layers, District district, List<Diagnostic> diagnostics) {
        if (layers.stream().noneMatch(l -> l.layer() instanceof FlowLayer)) {
            return layers;
        }
        List<ImportedLayer> placed = new ArrayList<>();
        SiteMatching sites = new SiteMatching(district);
        for (ImportedLayer imported : layers) {
            if (imported.layer() instanceof FlowLayer flow) {
                FlowLayer found = flow.form() == FlowLayer.Form.RIBBON ? sites.place(flow) : ZoneMatching.place(flow, district);
                diagnostics.addAll(found.diagnostics());
                LayerReport r = imported.report();
                placed.add(new ImportedLayer(found, imported.mesh(), new LayerReport(r.layerId(), r.title(), r.kind(), r.file(), r.features(),
                        r.features() - found.placed(), 0, 0, 0, 0, found.diagnostics())));
            } else {
                placed.add(imported);
            }
        }
        return placed;
    }
}
