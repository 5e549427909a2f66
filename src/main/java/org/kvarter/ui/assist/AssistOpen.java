package org.kvarter.ui.assist;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.kvarter.assist.AssistException;
import org.kvarter.assist.ImportOutcome;
import org.kvarter.assist.ImportRecipe;
import org.kvarter.assist.RecipeJson;
import org.kvarter.assist.Recognition;
import org.kvarter.assist.Repeat;
import org.kvarter.assist.SourceChange;
import org.kvarter.assist.SourceChanges;
import org.kvarter.assist.SourceShape;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.TableBook;
import org.kvarter.tables.TableColumn;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableFormats;
import org.kvarter.tables.TableRow;
import org.kvarter.tables.TableSource;

/**
 * A table as it lies before the person.
 *
 * @param book        the file's tables
 * @param source      the one that is looked at
 * @param rows        its first rows
 * @param recognition what it seems to mean
 * @param recipe      to start from: what was recognised, or one that was kept, fitted to the table as it is now
 * @param isKept      whether it is one that was kept, which knows to what it joins
 * @param changes     what changed since it was made
 */
public record AssistOpen(TableBook book, TableSource source, List<TableRow> rows, Recognition recognition, ImportRecipe recipe, boolean isKept, List<SourceChange> changes) {

    private static final int ROWS = 200;
    private static final Set<SourceChange.Kind> WHOLE = Set.of(SourceChange.Kind.ROWS, SourceChange.Kind.TIME, SourceChange.Kind.PLACES);

    public AssistOpen {
        changes = List.copyOf(changes);
    }

    /** Opens a table's file, or a recipe and the table that it names; blocks. */
    static AssistOpen of(Path file, ZoneId zone) throws TableException, AssistException {
        Path absolute = file.toAbsolutePath().normalize();
        if (RecipeJson.isRecipe(absolute)) {
            return again(RecipeJson.read(absolute));
        }
        TableBook book = TableFormats.open(absolute);
        return look(book, book.tables().get(0), zone);
    }

    /** A table of a book, and what it seems to mean. */
    static AssistOpen look(TableBook book, TableSource source, ZoneId zone) throws TableException, AssistException {
        Recognition recognition = Recognition.of(source, zone);
        return new AssistOpen(book, source, source.preview(ROWS), recognition, named(recognition.recipe()), false, List.of());
    }

    private static AssistOpen again(ImportRecipe kept) throws TableException, AssistException {
        TableBook book = TableFormats.open(Path.of(kept.path()), kept.options());
        TableSource source = book.table(kept.table()).orElse(book.tables().get(0));
        Recognition recognition = Recognition.of(source, ZoneId.of(kept.time().zone()));
        ImportRecipe fitted = Repeat.of(kept, source);
        List<SourceChange> changes = SourceChanges.between(kept, fitted, SourceShape.of(source));
        // a column that is gone is told of and can be replaced by another one
        Set<String> there = source.columns().stream().map(TableColumn::name).collect(Collectors.toSet());
        ImportRecipe usable = fitted.withColumns(fitted.columns().stream().filter(c -> c.role() == ColumnRole.IGNORE || there.contains(c.column())).toList());
        return new AssistOpen(book, source, source.preview(ROWS), recognition, usable, true, changes);
    }

    /** An outcome that says as well what only reading the whole table tells of a kept recipe's source: other rows, times and places. */
    ImportOutcome told(ImportOutcome outcome) {
        if (!isKept) {
            return outcome;
        }
        List<Diagnostic> said = new ArrayList<>();
        SourceChanges.between(recipe, outcome.recipe().shape()).stream().filter(c -> WHOLE.contains(c.kind()))
                .forEach(c -> said.add(new Diagnostic(c.blocking() ? Severity.WARNING : Severity.INFO, outcome.recipe().path(), "", c.sentence())));
        said.addAll(outcome.diagnostics());
        return new ImportOutcome(outcome.recipe(), outcome.series(), outcome.attributes(), outcome.join(), outcome.survey(), said, outcome.checks());
    }

    /** The recipe to start from, called as people would write it: {@code heat_2025} becomes "Heat 2025". */
    private static ImportRecipe named(ImportRecipe recipe) {
        String name = recipe.name().replaceAll("[-_]+", " ").strip();
        return name.isEmpty() ? recipe : recipe.withName(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    }
}
