package org.kvarter.importing.pipeline;

import java.util.List;
import java.util.stream.Stream;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.District;

/**
 * What came of an import.
 *
 * @param district      the district with the new layers in it
 * @param layers        the new layers in drawing order
 * @param questions     sources that wait for a coordinate reference system
 * @param failures      files of which nothing was taken, with the reason
 * @param diagnostics   what a person should know, of all files, bounded
 * @param phases        where the time went
 * @param peakHeapBytes largest heap seen while importing, garbage included
 * @param features      features in the new layers
 * @param parts         parts in the new layers
 * @param triangles     triangles in the new layers
 */
public record ImportResult(District district, List<ImportedLayer> layers, List<PlaceQuestion> questions, List<FileFailure> failures,
                           List<Diagnostic> diagnostics, PhaseTimes phases, long peakHeapBytes, long features, long parts,
                           long triangles) {

    public ImportResult {
        layers = List.copyOf(layers);
        questions = List.copyOf(questions);
        failures = List.copyOf(failures);
        diagnostics = List.copyOf(diagnostics);
    }

    /** This result without some of its layers. */
    public ImportResult withoutLayers(java.util.Set<String> ids) {
        return new ImportResult(district, layers.stream().filter(l -> !ids.contains(l.layer().id())).toList(), questions, failures, diagnostics,
                phases, peakHeapBytes, features, parts, triangles);
    }

    /** This result without its questions. */
    public ImportResult withoutQuestions() {
        return new ImportResult(district, layers, List.of(), failures, diagnostics, phases, peakHeapBytes, features, parts, triangles);
    }

    /** Nothing but a question, with the district as it is here. */
    public ImportResult only(PlaceQuestion question) {
        return new ImportResult(district, List.of(), List.of(question), List.of(), List.of(), new PhaseTimes(0, 0, 0, 0, 0), 0, 0, 0, 0);
    }

    /** This and what was imported after it. */
    public ImportResult and(ImportResult later) {
        return new ImportResult(later.district, joined(layers, later.layers), joined(questions, later.questions), joined(failures, later.failures),
                joined(diagnostics, later.diagnostics), phases.and(later.phases), Math.max(peakHeapBytes, later.peakHeapBytes),
                features + later.features, parts + later.parts, triangles + later.triangles);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** Whether every file came in. */
    public boolean isComplete() {
        return questions.isEmpty() && failures.isEmpty();
    }
}
