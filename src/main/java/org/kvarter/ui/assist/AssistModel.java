package org.kvarter.ui.assist;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import org.kvarter.assist.AssistException;
import org.kvarter.assist.ImportOutcome;
import org.kvarter.assist.ImportRecipe;
import org.kvarter.assist.ImportRun;
import org.kvarter.assist.JoinResult;
import org.kvarter.assist.JoinRule;
import org.kvarter.assist.Joins;
import org.kvarter.assist.StoreImport;
import org.kvarter.assist.Survey;
import org.kvarter.assist.Twin;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.model.District;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.duck.DuckStore;
import org.kvarter.tables.TableBook;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableFormats;
import org.kvarter.tables.TableOptions;
import org.kvarter.tables.TableSource;
import org.kvarter.task.Tasks;
import org.kvarter.text.Texts;
import org.kvarter.ui.databases.DatabaseDesk;
import org.kvarter.ui.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A table on its way into the twin: opened, recognised, corrected by the person, surveyed, joined, checked. JavaFX thread only; what reads
 * the file runs elsewhere, and only the last of several requests counts.
 */
public final class AssistModel {

    /** What the assistant shows, in this order. */
    public enum Page {
        /** The rows, and what each column is for. */
        TABLE,
        /** Which place is which feature. */
        PLACES,
        /** Whether the numbers can be true, and what the data are called. */
        CHECKS
    }

    private static final Logger LOG = LoggerFactory.getLogger(AssistModel.class);
    private static final Texts TEXTS = Texts.in(AssistModel.class);

    private final Workspace workspace;
    private final Twin twin;
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(this, "page", Page.TABLE);
    private final ReadOnlyObjectWrapper<AssistOpen> opened = new ReadOnlyObjectWrapper<>(this, "opened");
    private final ReadOnlyObjectWrapper<ImportRecipe> recipe = new ReadOnlyObjectWrapper<>(this, "recipe");
    private final ReadOnlyObjectWrapper<Survey> survey = new ReadOnlyObjectWrapper<>(this, "survey");
    private final ReadOnlyObjectWrapper<JoinResult> join = new ReadOnlyObjectWrapper<>(this, "join");
    private final ReadOnlyObjectWrapper<ImportOutcome> outcome = new ReadOnlyObjectWrapper<>(this, "outcome");
    private final AssistWork work;
    private final AssistStage stage;
    private boolean joinChosen;

    private AssistModel(Workspace workspace, DatabaseDesk desk, AssistOpen first) {
        this.workspace = workspace;
        this.work = new AssistWork(workspace.tasks());
        this.stage = new AssistStage(workspace, desk);
        District district = workspace.session().district();
        this.twin = Twin.of(district, id -> Optional.ofNullable(workspace.session().meshes().get(id)).map(LayerMesh::tiles).orElse(List.of()));
        opened.set(first);
        recipe.set(first.recipe());
        joinChosen = first.isKept();
    }

    /** Opens a table's file or a recipe; completes on the JavaFX thread, exceptionally with {@link TableException} or {@link AssistException}. */
    public static CompletableFuture<AssistModel> open(Workspace workspace, DatabaseDesk desk, Path file) {
        ZoneId zone = workspace.session().clock().zoneProperty().get();
        CompletableFuture<AssistModel> done = new CompletableFuture<>();
        workspace.tasks().io().execute(() -> {
            try {
                AssistOpen first = AssistOpen.of(file, zone);
                workspace.tasks().fx().execute(() -> done.complete(new AssistModel(workspace, desk, first)));
            } catch (TableException | AssistException | RuntimeException e) {
                workspace.tasks().fx().execute(() -> done.completeExceptionally(e));
            }
        });
        return done;
    }

    public ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<AssistOpen> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /** The recipe as it stands. */
    public ReadOnlyObjectProperty<ImportRecipe> recipeProperty() {
        return recipe.getReadOnlyProperty();
    }

    /** What the whole table holds; {@code null} while it has not been read by the recipe as it stands. */
    public ReadOnlyObjectProperty<Survey> surveyProperty() {
        return survey.getReadOnlyProperty();
    }

    /** Which place is which feature; {@code null} until it is known. */
    public ReadOnlyObjectProperty<JoinResult> joinProperty() {
        return join.getReadOnlyProperty();
    }

    /** What would be imported; {@code null} until it is known. */
    public ReadOnlyObjectProperty<ImportOutcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** 0 … 1 while the table is read, negative where that cannot be told; NaN while nothing runs. */
    public ReadOnlyDoubleProperty progressProperty() {
        return work.progress.getReadOnlyProperty();
    }

    /** What is being done, one sentence; empty while nothing runs. */
    public ReadOnlyStringProperty workProperty() {
        return work.work.getReadOnlyProperty();
    }

    /** Why it cannot go on, one sentence; empty where it can. */
    public ReadOnlyStringProperty problemProperty() {
        return work.problem.getReadOnlyProperty();
    }

    /** Where what is shown beside is read. */
    Tasks tasks() {
        return workspace.tasks();
    }

    /** Layers that places can belong to. */
    public Twin twin() {
        return twin;
    }

    // The table

    /** Looks at another table of the file. */
    public void choose(TableSource other) {
        TableBook book = opened.get().book();
        ZoneId zone = zone();
        run("opening", p -> AssistOpen.look(book, other, zone), this::start);
    }

    /** Reads the file otherwise: another delimiter, another header row. */
    public void reopen(TableOptions options) {
        Path file = opened.get().book().file();
        String name = opened.get().source().name();
        ZoneId zone = zone();
        run("opening", p -> {
            TableBook book = TableFormats.open(file, options);
            return AssistOpen.look(book, book.table(name).orElse(book.tables().get(0)), zone);
        }, this::start);
    }

    private void start(AssistOpen table) {
        joinChosen = table.isKept();
        workspace.tasks().io().execute(stage::clear);
        survey.set(null);
        join.set(null);
        outcome.set(null);
        opened.set(table);
        recipe.set(table.recipe());
    }

    private ZoneId zone() {
        return workspace.session().clock().zoneProperty().get();
    }

    /** Another recipe; what was read by the old one no longer counts where columns, times or numbers changed. */
    public void setRecipe(ImportRecipe other) {
        ImportRecipe before = recipe.get();
        boolean read = before.columns().equals(other.columns()) && before.time().equals(other.time()) && before.values().equals(other.values());
        recipe.set(other);
        if (!read) {
            close();
            survey.set(null);
            join.set(null);
            outcome.set(null);
            work.problem.set("");
        }
    }

    /** Another name, licence or mark of the same data: what was read by the recipe still counts. */
    public void rename(ImportRecipe other) {
        recipe.set(other);
    }

    /** What would be imported, under the name and marks that stand now; empty until it is known. */
    public Optional<ImportOutcome> ready() {
        ImportOutcome read = outcome.get();
        ImportRecipe now = recipe.get();
        return Optional.ofNullable(read).map(o -> new ImportOutcome(o.recipe().withName(now.name()).withLicence(now.licence()).withSource(now.source())
                .withPersonal(now.personal()).withOrigin(now.origin()), o.series().stream().map(s -> renamed(s, o.recipe().name(), now.name())).toList(), o.attributes(), o.join(), o.survey(), o.diagnostics(), o.checks()));
    }

    private static SeriesTable renamed(SeriesTable s, String before, String now) {
        return now.isBlank() || now.equals(before) ? s : new SeriesTable(s.id(), s.titles().map(t -> t.startsWith(before) ? now + t.substring(before.length()) : t),
                s.quantity(), s.unit(), s.axis(), s.keys(), s.values(), s.qualities());
    }

    // The places

    /** Joins by another rule. */
    public void setJoin(JoinRule rule) {
        joinChosen = true;
        recipe.set(recipe.get().withJoin(rule));
        outcome.set(null);
        rejoin(() -> { });
    }

    private void rejoin(Runnable then) {
        Survey held = survey.get();
        JoinRule rule = recipe.get().join();
        if (held == null) {
            return;
        }
        run("joining", p -> joinChosen ? Joins.match(rule, held, twin) : Joins.best(held.places(), held.coordinates(), crs(held), twin), found -> {
            join.set(found);
            recipe.set(recipe.get().withJoin(found.rule()));
            then.run();
        });
    }

    /** Degrees where all coordinates can be degrees, else the district's own system. */
    private String crs(Survey held) {
        String stated = recipe.get().join().crs();
        boolean degrees = held.coordinates().values().stream().allMatch(c -> Math.abs(c[0]) <= 180 && Math.abs(c[1]) <= 90);
        District district = workspace.session().district();
        return !stated.isEmpty() ? stated : degrees || district.frame() == null ? "EPSG:4326" : district.frame().crs();
    }

    // The pages

    /** Goes to a page, reading what it needs first where it is not known yet. */
    public void show(Page other) {
        work.problem.set("");
        page.set(other);
        switch (other) {
            case TABLE -> stop();
            case PLACES -> survey(() -> joined(() -> { }));
            case CHECKS -> survey(() -> joined(this::check));
        }
    }

    private void joined(Runnable then) {
        if (join.get() == null) {
            rejoin(then);
        } else {
            then.run();
        }
    }

    private void survey(Runnable then) {
        if (survey.get() != null) {
            then.run();
            return;
        }
        ImportRecipe by = recipe.get();
        TableSource source = opened.get().source();
        run("surveying", p -> Survey.of(by, source, p), found -> {
            survey.set(found);
            then.run();
        });
    }

    private void check() {
        ImportRecipe by = recipe.get();
        TableSource source = opened.get().source();
        Survey held = survey.get();
        JoinResult found = join.get();
        if (StoreImport.isNeeded(held)) {
            DuckStore store = stage.store();
            run("checking", p -> stage.read(by, source, held, found, twin, store, p), this::checked);
            return;
        }
        run("checking", p -> ImportRun.read(by, source, held, found, twin, p), this::checked);
    }

    private void checked(ImportOutcome found) {
        outcome.set(opened.get().told(found));
    }

    /**
     * Puts the series of a table that does not fit into memory into the project's store; nothing is seen of them before all are there.
     *
     * @param then gets what the session is to know, on the JavaFX thread
     */
    public void store(Consumer<AssistStored> then) {
        ImportRecipe by = ready().orElseThrow().recipe();
        run("storing", p -> stage.finish(by), then);
    }

    /** Stops what is being read. */
    public void stop() {
        work.stop();
    }

    /** Stops, and forgets what was read: the assistant is closed. */
    public void close() {
        work.stop();
        workspace.tasks().io().execute(stage::clear);
    }

    private <T> void run(String what, AssistWork.Reading<T> reading, Consumer<T> then) {
        work.run(what, reading, then);
    }

    /** Why a table cannot be read, as a person should hear it. */
    public static String sentence(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof AssistException || at instanceof TableException || at instanceof StoreException) {
                return at.getMessage();
            }
        }
        LOG.error("A table could not be imported", failure);
        return TEXTS.get("failed");
    }
}
