package org.kvarter.importing.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.District;
import org.kvarter.model.FlowLayer;

/** Gathers what came of each request, in the order asked for. One reading thread. */
final class ImportOutcome {
    private final District district;
    private final Map<ImportRequest, List<ImportedLayer>> layers = new LinkedHashMap<>();
    private final List<PlaceQuestion> questions = new ArrayList<>();
    private final List<FileFailure> failures = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    ImportOutcome(District district, List<ImportRequest> requests) {
        this.district = district;
        requests.forEach(r -> layers.put(r, new ArrayList<>()));
    }

    /** A request that came out of a folder; its layers lie after those of the requests before it. */
    void expect(ImportRequest request) {
        layers.putIfAbsent(request, new ArrayList<>());
    }

    District district() {
        return district;
    }

    /** The district with the layers that have come by now. */
    District soFar() {
        District changed = district;
        for (List<ImportedLayer> mine : layers.values()) {
            for (ImportedLayer layer : mine) {
                changed = changed.with(layer.layer());
            }
        }
        return changed;
    }

    void layer(ImportRequest request, ImportedLayer layer) {
        layers.get(request).add(layer);
        diagnostics.addAll(layer.layer().diagnostics());
    }

    void ask(PlaceQuestion question) {
        questions.add(question);
    }

    void fail(ImportRequest request, String message) {
        failures.add(new FileFailure(request.file(), message));
    }

    void diagnostics(List<Diagnostic> more) {
        diagnostics.addAll(more);
    }

    ImportResult result(Placement placement, PhaseClock clock) {
        List<ImportedLayer> all = layers.values().stream().flatMap(List::stream).toList();
        District changed = district;
        if (district.frame() == null && placement.frame().isPresent() && !all.isEmpty()) {
            changed = changed.withFrame(placement.frame().get());
        }
        all = refuseAdrift(changed, all);
        for (ImportedLayer layer : all) {
            changed = changed.with(layer.layer());
        }
        all = FlowPlacement.place(all, changed, diagnostics);
        for (ImportedLayer layer : all) {
            changed = changed.with(layer.layer());
        }
        return new ImportResult(changed, all, questions, failures, diagnostics, clock.times(), clock.peakHeap(),
                all.stream().mapToLong(l -> l.report().features()).sum(), all.stream().mapToLong(l -> l.report().parts()).sum(),
                all.stream().mapToLong(l -> l.report().triangles()).sum());
    }

    /** Flows that only other layers can give a place stay out of a district that has none. */
    private List<ImportedLayer> refuseAdrift(District changed, List<ImportedLayer> all) {
        if (changed.frame() != null) {
            return all;
        }
        layers.forEach((request, mine) -> {
            if (mine.stream().anyMatch(l -> l.layer() instanceof FlowLayer)) {
                fail(request, ImportPipeline.text("flow.adrift", ImportPipeline.name(request.file())));
            }
        });
        return all.stream().filter(l -> !(l.layer() instanceof FlowLayer)).toList();
    }
}
