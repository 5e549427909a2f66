package org.kvarter.assist;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.series.SeriesTable;
import org.kvarter.tables.TableBook;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableFormats;
import org.kvarter.tables.TableSource;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/** Runs a recipe: a table becomes series and attributes of the twin's features. Stateless; blocks, cancellable. */
public final class ImportRun {

    private static final Texts TEXTS = Texts.in(ImportRun.class);

    private ImportRun() {
    }

    /**
     * Opens the table that a recipe names, the way it says.
     *
     * @throws AssistException where it is not there
     */
    public static TableSource open(ImportRecipe recipe) throws AssistException {
        try {
            TableBook book = TableFormats.open(Path.of(recipe.path()), recipe.options());
            Optional<TableSource> table = recipe.table().isEmpty() || book.tables().size() == 1 ? Optional.of(book.tables().get(0)) : book.table(recipe.table());
            return table.orElseThrow(() -> new AssistException(TEXTS.get("run.noTable", book.file().getFileName(), recipe.table(),
                    String.join(", ", book.tables().stream().map(TableSource::name).limit(10).toList()))));
        } catch (TableException e) {
            throw new AssistException(e.getMessage(), e);
        }
    }

    /**
     * Opens and reads the table that a recipe names again, fitted to what it is now; what changed is among the diagnostics.
     *
     * @throws AssistException where it is not there, cannot be read, or has changed so that the recipe does not fit it any more
     */
    public static ImportOutcome again(ImportRecipe recipe, Twin twin, Progress progress) throws AssistException {
        TableSource source = open(recipe);
        ImportRecipe fitted = Repeat.of(recipe, source);
        fits(recipe, SourceChanges.between(recipe, fitted, SourceShape.of(source)));
        Survey survey = Survey.of(fitted, source, progress.part(0, 0.4));
        List<SourceChange> changes = SourceChanges.between(recipe, fitted, SourceShape.of(source, survey));
        fits(recipe, changes);
        ImportOutcome outcome = read(fitted, source, survey, Joins.match(fitted.join(), survey, twin), twin, progress.part(0.4, 1));
        List<Diagnostic> said = new ArrayList<>();
        changes.forEach(c -> said.add(new Diagnostic(Severity.INFO, recipe.path(), recipe.id(), TEXTS.get("run.changed", recipe.name(), c.sentence()))));
        said.addAll(outcome.diagnostics());
        return new ImportOutcome(outcome.recipe(), outcome.series(), outcome.attributes(), outcome.join(), survey, said, outcome.checks());
    }

    private static void fits(ImportRecipe recipe, List<SourceChange> changes) throws AssistException {
        List<String> blocking = changes.stream().filter(SourceChange::blocking).map(SourceChange::sentence).toList();
        if (!blocking.isEmpty()) {
            throw new AssistException(TEXTS.get("run.misfit", Path.of(recipe.path()).getFileName(), String.join(" ", blocking)));
        }
    }

    /** Surveys, joins and reads a table. */
    public static ImportOutcome read(ImportRecipe recipe, TableSource source, Twin twin, Progress progress) throws AssistException {
        Survey survey = Survey.of(recipe, source, progress.part(0, 0.4));
        JoinResult join = Joins.match(recipe.join(), survey, twin);
        return read(recipe, source, survey, join, twin, progress.part(0.4, 1));
    }

    /**
     * Reads a table that has been surveyed and joined.
     *
     * @throws AssistException                          where the recipe is not complete, the table cannot be read or does not fit into memory
     * @throws org.kvarter.task.WorkCancelledException when cancelled
     */
    public static ImportOutcome read(ImportRecipe recipe, TableSource source, Survey survey, JoinResult join, Twin twin, Progress progress)
            throws AssistException {
        Optional<String> obstacle = recipe.obstacle();
        if (obstacle.isPresent()) {
            throw new AssistException(TEXTS.get(obstacle.get(), recipe.name()));
        }
        List<Diagnostic> diagnostics = new ArrayList<>(survey.diagnostics());
        List<Check> checks = new ArrayList<>();
        SeriesRead timed = recipe.hasTimes() ? SeriesRead.of(recipe, source, survey, progress) : SeriesRead.NONE;
        diagnostics.addAll(timed.diagnostics());
        AttributeRead untimed = AttributeRead.of(recipe, source, survey, join, twin, progress);
        diagnostics.addAll(untimed.diagnostics());
        Checks.join(join, checks);
        for (SeriesTable table : timed.tables()) {
            Checks.series(SeriesFacts.of(table), checks);
        }
        checks.addAll(timed.checks());
        List<SeriesTable> joined = new ArrayList<>();
        for (SeriesTable table : timed.tables()) {
            SeriesTable byFeature = FeatureSeries.of(table, join, twin);
            joined.add(byFeature);
            YearChecks.of(SeriesFacts.of(byFeature), join, twin, untimed.columns(), checks);
        }
        List<AttributeColumn> columns = untimed.columns();
        AttributeChecks.of(columns, twin.layer(join.rule().layerId()).orElse(null), checks);
        return new ImportOutcome(untimed.named().withShape(SourceShape.of(source, survey)), joined, columns, join, survey, diagnostics, checks);
    }
}
