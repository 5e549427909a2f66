package org.kvarter.assist;

import java.nio.file.Path;
import java.util.List;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.DataRecord;
import org.kvarter.analysis.Layers;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.District;
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

    /** A district with the attributes of this import on its layer, in place of those of the same names; the same where there are none. */
    public District into(District district) {
        return Layers.put(district, recipe.join().layerId(), attributes);
    }

    /**
     * A book that says of the imported data that they were measured, by whom, when, under which licence, and whether they are personal.
     *
     * @param read when it was read, ISO 8601
     */
    public DataBook recordedIn(DataBook book, String read) {
        DataBook after = book;
        for (SeriesTable table : series) {
            after = after.with(new DataRecord(table.id(), recipe.origin(), recipe.source().isEmpty() ? String.valueOf(Path.of(recipe.path()).getFileName()) : recipe.source(), read, recipe.name(),
                    recipe.licence(), recipe.personal()));
        }
        return recipe.personal() && !attributes.isEmpty() ? after.with(after.record(recipe.join().layerId()).withPersonal(true)) : after;
    }

    /** The most serious light of all checks. */
    public Check.Light light() {
        return checks.stream().map(Check::light).max(java.util.Comparator.naturalOrder()).orElse(Check.Light.GREEN);
    }
}
