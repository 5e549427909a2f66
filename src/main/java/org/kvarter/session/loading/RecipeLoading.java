package org.kvarter.session.loading;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.assist.AssistException;
import org.kvarter.assist.ImportOutcome;
import org.kvarter.assist.ImportRecipe;
import org.kvarter.assist.ImportRun;
import org.kvarter.assist.Twin;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;

/**
 * The tables of a project, read again by their recipes.
 *
 * @param outcomes    those that could be read
 * @param diagnostics what a person should know, refusals included: an error's object is the recipe's id
 */
public record RecipeLoading(List<ImportOutcome> outcomes, List<Diagnostic> diagnostics) {

    /** Reads all tables, on the calling thread. */
    public static RecipeLoading read(List<ImportRecipe> recipes, Twin twin, Progress progress) {
        List<ImportOutcome> outcomes = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (int i = 0; i < recipes.size(); i++) {
            ImportRecipe recipe = recipes.get(i);
            try {
                ImportOutcome outcome = ImportRun.again(recipe, twin, progress.part((double) i / recipes.size(), (double) (i + 1) / recipes.size()));
                outcomes.add(outcome);
                diagnostics.addAll(outcome.diagnostics());
            } catch (AssistException e) {
                diagnostics.add(new Diagnostic(Severity.ERROR, recipe.path(), recipe.id(), e.getMessage()));
            }
        }
        return new RecipeLoading(outcomes, diagnostics);
    }
}
