/**
 * Level 4. The import assistant without a window: what a table means, how it joins the twin, whether its numbers can be true, and a recipe
 * that repeats it.
 *
 * <p>The order of calls, as a window or command makes them. All that reads a file blocks: call it on an input thread; none of it knows JavaFX.
 * Everything given back is immutable.
 * <ol>
 * <li>{@link org.kvarter.tables.TableFormats#open} → a book → a {@link org.kvarter.tables.TableSource}; its {@code preview(200)} is the
 *     spreadsheet, its {@code notes()} are the chips above it. To overrule a note open again with {@code source.options().with(…)}.
 * <li>{@link org.kvarter.assist.Recognition#of} → a guess for each column with its reason, and {@code recipe()}, an
 *     {@link org.kvarter.assist.ImportRecipe} to start from. A person's changes are {@code recipe.with…}; recipes are cheap values.
 * <li>{@link org.kvarter.assist.Survey#of} reads the whole table once by the recipe (cancellable): places, quantities, range and step of
 *     time, and what is odd: gaps, duplicates, disorder, cells that are no numbers. Only needed again when columns or time rules change.
 *     {@link org.kvarter.assist.RowPreview#of} shows at once what the first rows would give.
 * <li>{@link org.kvarter.assist.Twin#of} wraps the district (make it once); {@link org.kvarter.assist.Joins#match} says which place is which
 *     feature, fast enough to run at every change of the rule: match rate, unmatched of both sides, proposals. {@code Joins.best} tries all
 *     rules. An accepted proposal is {@code rule.accepting(place, featureId)}.
 * <li>{@link org.kvarter.assist.ImportRun#read} → {@link org.kvarter.assist.ImportOutcome}: series keyed by feature ids, attribute columns, the
 *     report, and {@link org.kvarter.assist.Checks} with traffic lights. Nothing is changed yet: showing it is the last page of a wizard.
 * <li>To import: put {@code outcome.series()} and {@code outcome.attributes()} into the session in one undoable step, keep {@code outcome.recipe()}
 *     in the project ({@code ProjectDocument.withRecipes}; {@code session.loading.RecipeLoading} reads them again), and
 *     {@code outcome.recordedIn(dataBook, now)} with it. Joined series have the ids of their layer's own series ({@code LayerSeries.id}), so that
 *     everything that asks for the layer of a series finds it.
 * </ol>
 * A kept recipe meets a newer file by {@link org.kvarter.assist.Repeat}, which fits it to new columns of places and times, and
 * {@link org.kvarter.assist.SourceChanges}, which says what is different before anything is imported; {@code ImportRun.again} does both.
 *
 * <p>What {@link org.kvarter.assist.StoreImport#isNeeded} says is too large for memory is read towards a store by {@code StoreImport.read}, which gives the same
 * outcome without series; nothing is seen in the store before {@code finish}.
 *
 * <p>Knows {@code text}, {@code model}, {@code task}, {@code series}, {@code tables}, {@code geo}, {@code mesh}, Jackson (recipes).
 */
package org.kvarter.assist;
