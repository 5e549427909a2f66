package org.kvarter.session.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvarter.importing.pipeline.PlaceQuestion;
import org.kvarter.importing.pipeline.FileFailure;
import org.kvarter.importing.pipeline.ImportResult;
import org.kvarter.model.Diagnostic;

/**
 * What came of loading, for a person to be told.
 *
 * @param imported    what the pipeline answers; empty where no file had to be read
 * @param diagnostics of the files and the series together
 */
public record LoadOutcome(Optional<ImportResult> imported, List<Diagnostic> diagnostics) {

    public LoadOutcome {
        diagnostics = List.copyOf(diagnostics);
    }

    /** This and what was loaded after it. */
    LoadOutcome and(LoadOutcome later) {
        List<Diagnostic> all = new ArrayList<>(diagnostics);
        all.addAll(later.diagnostics);
        return new LoadOutcome(imported.isPresent() && later.imported.isPresent() ? Optional.of(imported.get().and(later.imported.get()))
                : imported.or(later::imported), all);
    }

    /** Sources that wait for a coordinate reference system. */
    public List<PlaceQuestion> questions() {
        return imported.map(ImportResult::questions).orElse(List.of());
    }

    /** Files of which nothing was taken. */
    public List<FileFailure> failures() {
        return imported.map(ImportResult::failures).orElse(List.of());
    }
}
