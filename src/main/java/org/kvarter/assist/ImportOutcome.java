package org.kvarter.assist;

import java.util.List;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.Diagnostic;
import org.kvarter.series.SeriesTable;

/**
 * What a recipe gives, before anything is changed. Immutable.
 *
 * @param recipe      as it was run, with the shape of the source it met and the names its attributes got: this is the one to keep
 * @param series      one per quantity; keys are feature ids, and the table's own keys for places without a feature
 * @param attributes  columns for the features of the layer {@code recipe.join().layerId()}, one row per feature
 * @param join        which place is which feature
 * @param survey      what the table holds
 * @param diagnostics what a person should know, the survey's included
 * @param checks      whether the numbers can be true
 */
public record ImportOutcome(ImportRecipe recipe, List<SeriesTable> series, List<AttributeColumn> attributes, JoinResult join, Survey survey,
                            List<Diagnostic> diagnostics, List<Check> checks) {

    public ImportOutcome {
        series = List.copyOf(series);
        attributes = List.copyOf(attributes);
        diagnostics = List.copyOf(diagnostics);
        checks = List.copyOf(checks);
    }

    /** The most serious light of all checks. */
    public Check.Light light() {
        return checks.stream().map(Check::light).max(java.util.Comparator.naturalOrder()).orElse(Check.Light.GREEN);
    }
}
