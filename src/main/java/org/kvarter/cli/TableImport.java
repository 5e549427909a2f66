package org.kvarter.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.DataRecord;
import org.kvarter.assist.AssistException;
import org.kvarter.assist.ImportOutcome;
import org.kvarter.assist.ImportRecipe;
import org.kvarter.assist.ImportRun;
import org.kvarter.assist.JoinResult;
import org.kvarter.assist.Joins;
import org.kvarter.assist.RecipeJson;
import org.kvarter.assist.Recognition;
import org.kvarter.assist.Repeat;
import org.kvarter.assist.SourceChange;
import org.kvarter.assist.SourceChanges;
import org.kvarter.assist.SourceShape;
import org.kvarter.assist.StoreImport;
import org.kvarter.assist.Survey;
import org.kvarter.assist.Twin;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.project.OpenedProject;
import org.kvarter.project.ProjectDocument;
import org.kvarter.project.ProjectException;
import org.kvarter.project.PersonalSources;
import org.kvarter.project.ProjectStore;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.series.store.LoadReport;
import org.kvarter.series.store.SeriesOrigin;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.StoredSeries;
import org.kvarter.series.store.duck.DuckLimits;
import org.kvarter.series.store.duck.DuckStore;
import org.kvarter.session.loading.ProjectData;
import org.kvarter.tables.TableBook;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableFormats;
import org.kvarter.tables.TableSource;
import org.kvarter.task.Progress;
import org.kvarter.task.Tasks;
import org.kvarter.text.FileNames;
import org.kvarter.text.Texts;

/** {@code kvarter import --assist TABLE} and {@code --recipe RECIPE.json}: tables into a project, by what is recognised or by a recipe. */
final class TableImport {

    private static final Texts TEXTS = Texts.in(TableImport.class);

    private final Common common;
    private final Optional<Path> into;
    private final Optional<Path> to;
    private final Optional<Path> store;

    /**
     * @param into the project
     * @param to    where the project is saved; the project itself where it is not said
     * @param store file of a store that takes the series; where none is said they are read into memory, or, where they are too large for it, into the
     *              project's
     */
    TableImport(Common common, Optional<Path> into, Optional<Path> to, Optional<Path> store) {
        this.common = common;
        this.into = into;
        this.to = to;
        this.store = store;
    }

    /** Looks at a table, joins it to the project where one is given, and writes a recipe that a person may change. */
    int propose(Path file, Optional<String> name, Path recipeFile) throws CommandException {
        try (Tasks tasks = Tasks.start(Runnable::run)) {
            TableBook book = TableFormats.open(file);
            TableSource table = name.isEmpty() ? book.tables().get(0) : book.table(name.get()).orElseThrow(() -> new CommandException(TEXTS.get("assist.noTable",
                    book.file().getFileName(), name.get(), String.join(", ", book.tables().stream().map(TableSource::name).toList()))));
            Optional<OpenedProject> project = into.isPresent() ? Optional.of(open(into.get())) : Optional.empty();
            Recognition recognised = Recognition.of(table, zone(project.map(OpenedProject::document)));
            ImportRecipe recipe = recognised.recipe();
            Survey survey = Survey.of(recipe, table, Progress.NONE);
            Twin twin = project.isEmpty() ? Twin.EMPTY : data(project.get(), tasks).twin();
            JoinResult join = Joins.best(survey.places(), survey.coordinates(), recipe.join().crs(), twin);
            recipe = recipe.withJoin(join.rule()).withShape(SourceShape.of(table, survey));
            Path beside = recipeFile.toAbsolutePath().getParent();
            ImportRecipe kept = recipe.withFiles(path -> relative(beside, path));
            Files.write(recipeFile, RecipeJson.write(kept));
            new TableReport(common).proposed(book, table, recognised, survey, join, recipeFile);
            return 0;
        } catch (AssistException | TableException e) {
            throw new CommandException(e.getMessage());
        } catch (IOException e) {
            throw new CommandException(TEXTS.get("assist.unwritable", recipeFile, String.valueOf(e.getMessage())));
        }
    }

    /** Runs a recipe on the project and saves it; 1 where the source no longer fits, and nothing is changed then. */
    int run(Path recipeFile) throws CommandException {
        try (Tasks tasks = Tasks.start(Runnable::run)) {
            ImportRecipe made = RecipeJson.read(recipeFile);
            TableReport report = new TableReport(common);
            TableSource table = ImportRun.open(made);
            ImportRecipe recipe = Repeat.of(made, table);
            List<SourceChange> changes = SourceChanges.between(made, recipe, SourceShape.of(table));
            if (changes.stream().anyMatch(SourceChange::blocking)) {
                return report.misfit(recipe, changes);
            }
            OpenedProject project = open(into.orElseThrow());
            ProjectDocument document = project.document();
            List<ImportRecipe> others = new ArrayList<>(document.recipes());
            others.removeIf(r -> r.id().equals(recipe.id()));
            ProjectData data = data(new OpenedProject(project.file(), document.withRecipes(others)), tasks);
            Survey survey = Survey.of(recipe, table, Progress.NONE);
            changes = SourceChanges.between(made, recipe, SourceShape.of(table, survey));
            if (changes.stream().anyMatch(SourceChange::blocking)) {
                return report.misfit(recipe, changes);
            }
            JoinResult join = Joins.match(recipe.join(), survey, data.twin());
            if (store.isPresent() || StoreImport.isNeeded(survey)) {
                return stored(recipe, table, survey, join, data, document.withRecipes(others), changes);
            }
            ImportOutcome outcome = ImportRun.read(recipe, table, survey, join, data.twin(), Progress.NONE);
            others.add(outcome.recipe());
            String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
            ProjectDocument after = document.withRecipes(others).withDataBook(outcome.recordedIn(document.dataBook(), now));
            Path target = to.orElse(into.get());
            save(after, target);
            report.done(outcome, changes, target);
            return 0;
        } catch (AssistException | ProjectException e) {
            throw new CommandException(e.getMessage());
        }
    }

    /** The series go into a store, and the project asks that from now on instead of reading the table. */
    private int stored(ImportRecipe recipe, TableSource table, Survey survey, JoinResult join, ProjectData data, ProjectDocument document,
                       List<SourceChange> changes) throws AssistException, ProjectException, CommandException {
        Path file = store.orElseGet(() -> new SeriesPlace(into.orElseThrow(), Optional.of(document)).store(common.program().temporaryFolder()))
                .toAbsolutePath().normalize();
        StoreImport.Stored stored;
        try (DuckStore duck = DuckStore.at(file, DuckLimits.ofMachine())) {
            stored = StoreImport.into(recipe, table, survey, join, data.twin(), StoreImport.Target.of(duck), Progress.NONE);
        } catch (StoreException e) {
            throw new CommandException(e.getMessage());
        }
        List<SeriesSource> series = new ArrayList<>(document.series());
        DataBook book = document.dataBook();
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        for (LoadReport report : stored.reports()) {
            StoredSeries kept = report.series();
            series.removeIf(s -> s.seriesId().equals(kept.id()));
            series.add(new SeriesSource(kept.id(), kept.titles(), kept.quantity(), new SeriesOrigin.InStore(file.toString(), kept.id()), recipe.join().layerId(), ""));
            book = book.with(new DataRecord(kept.id(), recipe.origin(), recipe.source().isEmpty() ? String.valueOf(table.file().getFileName()) : recipe.source(), now,
                    recipe.name(), recipe.licence(), recipe.personal()));
        }
        Path target = to.orElse(into.orElseThrow());
        save(document.withSources(document.sources(), series).withDataBook(book), target);
        new TableReport(common).stored(stored, changes, join, target);
        return 0;
    }

    /** Nobody is here to be asked before personal data go into a package. */
    private void save(ProjectDocument document, Path target) throws ProjectException, CommandException {
        if (ProjectStore.isPackage(target) && PersonalSources.any(document)) {
            throw new CommandException(TEXTS.get("assist.personalPackage", target.getFileName(), FileNames.stem(target.getFileName().toString()) + ".kvarter.json"));
        }
        new ProjectStore(common.program().temporaryFolder()).save(document, target, Progress.NONE);
    }

    private OpenedProject open(Path project) throws CommandException {
        try {
            return new ProjectStore(common.program().temporaryFolder()).open(project, Progress.NONE);
        } catch (ProjectException e) {
            throw new CommandException(e.getMessage());
        }
    }

    private ProjectData data(OpenedProject project, Tasks tasks) {
        ProjectData data = ProjectData.read(project.document(), ImportPipeline.over(ImportPipeline.discover(), tasks), Progress.NONE);
        data.refusals().forEach(common.err()::println);
        return data;
    }

    /** The zone in which the project is read; this machine's where it has none. */
    private static ZoneId zone(Optional<ProjectDocument> document) {
        String kept = document.map(ProjectDocument::clock).map(c -> c.zone()).orElse("");
        try {
            return kept.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(kept);
        } catch (DateTimeException e) {
            return ZoneId.systemDefault();
        }
    }

    private static String relative(Path folder, String path) {
        Path absolute = Path.of(path).toAbsolutePath();
        boolean sameRoot = absolute.getRoot() != null && absolute.getRoot().equals(folder.getRoot());
        return (sameRoot ? folder.relativize(absolute) : absolute).toString().replace('\\', '/');
    }
}
