package org.kvarter.session.loading;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.kvarter.assist.Twin;
import org.kvarter.geo.GroundFit;
import org.kvarter.geo.place.HandPlacement;
import org.kvarter.importing.EyeDetail;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.pipeline.ImportListener;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.importing.pipeline.ImportResult;
import org.kvarter.importing.pipeline.ImportedLayer;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.importing.pipeline.PlaceQuestion;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.District;
import org.kvarter.model.Layer;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.TerrainLayer;
import org.kvarter.project.OpenedProject;
import org.kvarter.project.ProjectDocument;
import org.kvarter.project.ProjectSource;
import org.kvarter.project.ProjectStore;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.series.store.SeriesOrigin;
import org.kvarter.series.store.SeriesStores;
import org.kvarter.session.assist.ImportedTable;
import org.kvarter.session.Session;
import org.kvarter.session.bench.ReadingTimes;
import org.kvarter.task.Job;
import org.kvarter.task.Tasks;
import org.kvarter.text.LocalText;
import org.kvarter.text.Texts;

/**
 * Reads files and projects in the background and puts them into the session, one load at a time. Methods are called and futures complete
 * on the JavaFX thread.
 */
public final class DistrictLoader {

    private static final Texts TEXTS = Texts.in(DistrictLoader.class);

    private final Session session;
    private final Tasks tasks;
    private final ImportPipeline pipeline;
    private final ProjectStore store;
    private final SeriesStores stores;
    private final GrowthRelay growth;
    private final ReadOnlyObjectWrapper<LoadState> state = new ReadOnlyObjectWrapper<>(this, "state", LoadState.IDLE);
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
    private Job<?> running;

    /** A loader that knows no password of a database. */
    public DistrictLoader(Session session, Tasks tasks, ImportPipeline pipeline, ProjectStore store) {
        this(session, tasks, pipeline, store, SeriesStores.ofFiles(tasks.io()));
    }

    public DistrictLoader(Session session, Tasks tasks, ImportPipeline pipeline, ProjectStore store, SeriesStores stores) {
        this.session = session;
        this.tasks = tasks;
        this.pipeline = pipeline;
        this.store = store;
        this.stores = stores;
        this.growth = new GrowthRelay(tasks.fx());
        growth.add(new FirstLook(session));
    }

    /** How far the present load is. */
    public ReadOnlyObjectProperty<LoadState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Sees the district grow from now on. */
    public void addGrowth(Growth watcher) {
        growth.add(watcher);
    }

    /** Asks the present load to stop; what was open before it stays as it was. */
    public void cancel() {
        if (running != null) {
            running.cancel().run();
        }
    }

    /**
     * Reads files into the district, as one undoable step. Where terrain comes to a district that had none, solids read earlier are read
     * again so that they find it.
     */
    public CompletableFuture<LoadOutcome> add(List<ImportRequest> requests) {
        return queue(() -> run(requests, session.district(), result -> {
            addToSession(requests, result);
            return bringsFirstTerrain(result) ? earlierSolids(requests) : EarlierFlows.toPlace(session, requests, result);
        })).thenCompose(outcome -> outcome.again().isEmpty() ? CompletableFuture.completedFuture(outcome.outcome())
                : again(outcome.again()).thenApply(second -> outcome.outcome()));
    }

    /**
     * Puts the model that a layer comes from somewhere else, as one undoable step: it is read again with the placement.
     *
     * @param placement {@code null} for where it stands by itself
     */
    public CompletableFuture<LoadOutcome> place(String layerId, HandPlacement placement) {
        return readWith(layerId, HandPlacement.SETTING, placement == null ? "" : placement.text(), "change.place");
    }

    /** Brings the heights of the model that a layer comes from to the terrain by a rule, as one undoable step: it is read again. */
    public CompletableFuture<LoadOutcome> heights(String layerId, GroundFit.Rule rule) {
        return readWith(layerId, GroundFit.SETTING, rule == GroundFit.Rule.FIT ? "" : rule.text(), "change.heights");
    }

    /** Reads the tiles of the tileset that a layer comes from once more, as fine as an eye should see them ({@link TileRefinement}). */
    CompletableFuture<LoadOutcome> refine(String layerId, String view) {
        return readWith(layerId, EyeDetail.VIEW, view, (requests, result) -> session.undo().performAside(
                new RefineTiles(session, result.withoutLayers(removed()), Requests.merged(session.sources(), requests, result))));
    }

    private CompletableFuture<LoadOutcome> readWith(String layerId, String setting, String value, String title) {
        return readWith(layerId, setting, value, (requests, result) -> session.undo().perform(
                new AddLayers(TEXTS.get(title, requests.get(0).file().getFileName()), session, result.withoutLayers(removed()), Map.of(),
                        Requests.merged(session.sources(), requests, result))));
    }

    private CompletableFuture<LoadOutcome> readWith(String layerId, String setting, String value, BiConsumer<List<ImportRequest>, ImportResult> put) {
        List<ImportRequest> requests = of(layerId).map(r -> with(r, setting, value)).toList();
        return queue(() -> run(requests, session.district(), result -> {
            if (!result.layers().isEmpty()) {
                put.accept(requests, result);
            }
            return List.of();
        })).thenApply(Loaded::outcome);
    }

    /** Where else the file of a layer could belong, beside everything that does not come from it. */
    public CompletableFuture<List<PlaceQuestion>> whereElse(String layerId) {
        List<ImportRequest> requests = of(layerId).map(r -> with(r, ImportRequest.ASK, "yes")).toList();
        District others = session.district();
        for (ProjectSource source : session.sources()) {
            for (String id : source.layers().contains(layerId) ? source.layers() : List.<String>of()) {
                others = others.without(id);
            }
        }
        District beside = others;
        return queue(() -> start(progress -> pipeline.run(requests, beside, ImportListener.NONE, progress).questions()));
    }

    private Stream<ImportRequest> of(String layerId) {
        return session.sources().stream().filter(s -> s.layers().contains(layerId)).map(Requests::of);
    }

    private static ImportRequest with(ImportRequest request, String setting, String value) {
        Map<String, String> settings = new HashMap<>(request.options().settings());
        settings.remove(setting);
        if (!value.isEmpty()) {
            settings.put(setting, value);
        }
        return request.withOptions(new ReadOptions(request.options().lod(), request.options().bbox(), settings));
    }

    /** Questions once more, beside what is open once all loads before are done. */
    public CompletableFuture<List<PlaceQuestion>> examine(List<PlaceQuestion> questions) {
        return queue(() -> start(progress -> questions.stream().map(q -> pipeline.examine(q, session.district())).toList()));
    }

    /** Reads sources again; what a person had removed of them stays away. */
    private CompletableFuture<LoadOutcome> again(List<ImportRequest> requests) {
        return queue(() -> run(requests, session.district(), result -> {
            addToSession(requests, result.withoutLayers(removed()));
            return List.of();
        })).thenApply(Loaded::outcome);
    }

    private Set<String> removed() {
        return session.sources().stream().flatMap(s -> s.removed().stream()).collect(Collectors.toSet());
    }

    /** Reads the file of a layer again under the same ids. */
    public CompletableFuture<LoadOutcome> reload(String layerId) {
        List<ImportRequest> requests = of(layerId).toList();
        return requests.isEmpty() ? CompletableFuture.completedFuture(new LoadOutcome(Optional.empty(), List.of())) : again(requests);
    }

    /**
     * Opens a project in place of what is open. A project file that cannot be read completes exceptionally with a {@link
     * org.kvarter.project.ProjectException}, and what was open stays; sources that cannot be read are told and the rest opens.
     */
    public CompletableFuture<LoadOutcome> open(Path file) {
        CompletableFuture<OpenedProject> read = queue(() -> start(progress -> {
            try {
                return store.open(file, progress);
            } catch (org.kvarter.project.ProjectException e) {
                throw new CompletionException(e);
            }
        }));
        return read.thenCompose(this::open);
    }

    /** Opens a project that was read already, such as a recovered draft. */
    public CompletableFuture<LoadOutcome> open(OpenedProject project) {
        SessionDocument.begin(session, project.document());
        session.projectFileProperty().set(project.file());
        List<ImportRequest> requests = ProjectData.requests(project.document());
        return queue(() -> start(progress -> requests.stream().collect(Collectors.partitioningBy(pipeline::isOverDistrict))))
                .thenCompose(over -> put(over.get(false), project.document()).thenCompose(standing -> {
                    growth.stands();
                    return put(over.get(true), project.document()).thenApply(standing::and);
                })).thenCompose(loaded -> queue(() -> start(progress -> SeriesLoading.read(project.document().series(), stores,
                        later -> tasks.fx().execute(() -> session.diagnostics().add(later)), progress)))
                .thenCompose(series -> {
                    series.tables().forEach(t -> session.series().put(t.id(), t));
                    session.diagnostics().addAll(series.diagnostics());
                    return recipes(project.document()).thenApply(tables -> {
                        session.diagnostics().addAll(tables);
                        SessionDocument.end(session, project.document());
                        session.undo().clear();
                        session.markSaved();
                        left(project.document());
                        return loaded.and(new LoadOutcome(Optional.empty(), Stream.concat(series.diagnostics().stream(), tables.stream()).toList()));
                    });
                }));
    }

    /** What the project before had imported and taken back cannot be brought back any more. */
    private void left(ProjectDocument now) {
        List<SeriesOrigin> named = origins(now);
        tasks.io().execute(() -> stores.tidy(named));
    }

    /** The project was saved. */
    public void saved(ProjectDocument document, Path file) {
        stores.ledger().saved(file.toAbsolutePath().normalize(), origins(document));
    }

    /** The program ends in good order. */
    public void end() {
        stores.tidy(List.of());
    }

    private static List<SeriesOrigin> origins(ProjectDocument document) {
        return document.series().stream().map(SeriesSource::origin).toList();
    }

    /** Reads the tables of a project by their recipes and puts them in; what a person should know of them. */
    private CompletableFuture<List<Diagnostic>> recipes(ProjectDocument document) {
        if (document.recipes().isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        Twin twin = Twin.of(session.vault().whole(), id -> Optional.ofNullable(session.meshes().get(id)).map(LayerMesh::tiles).orElse(List.of()));
        return queue(() -> start(progress -> RecipeLoading.read(document.recipes(), twin, progress)).thenApply(read -> {
            read.outcomes().forEach(outcome -> session.imported().put(outcome.recipe().id(),
                    ImportedTable.of(outcome, session.layer(outcome.recipe().join().layerId()).map(Layer::features).orElse(null))));
            // one that cannot be read now stays in the project
            document.recipes().forEach(recipe -> session.imported().putIfAbsent(recipe.id(), new ImportedTable(recipe, List.of(), new String[0], List.of())));
            return read.diagnostics();
        }));
    }

    private CompletableFuture<LoadOutcome> put(List<ImportRequest> requests, ProjectDocument document) {
        return queue(() -> run(requests, session.district(), result -> {
            putIntoSession(requests, result, SessionDocument.titles(document));
            SessionDocument.arrange(session, document);
            return List.of();
        })).thenApply(Loaded::outcome);
    }

    /** What a run brought, and what is to be read again because of it. */
    private record Loaded(LoadOutcome outcome, List<ImportRequest> again) {
    }

    private interface Take {
        List<ImportRequest> into(ImportResult result);
    }

    private CompletableFuture<Loaded> run(List<ImportRequest> requests, District district, Take take) {
        if (requests.isEmpty()) {
            return CompletableFuture.completedFuture(new Loaded(new LoadOutcome(Optional.empty(), List.of()), List.of()));
        }
        return start(progress -> pipeline.run(requests, district, growth, progress)).thenApply(result -> {
            session.diagnostics().addAll(result.diagnostics());
            List<ImportRequest> again = take.into(result);
            return new Loaded(new LoadOutcome(Optional.of(result), result.diagnostics()), again);
        });
    }

    private void addToSession(List<ImportRequest> requests, ImportResult result) {
        if (!result.layers().isEmpty()) {
            String title = requests.size() == 1 ? TEXTS.get("change.add", requests.get(0).file().getFileName())
                    : TEXTS.get("change.addMany", requests.size());
            session.undo().perform(new AddLayers(title, session, result, Map.of(), Requests.merged(session.sources(), requests, result)));
            ReadingTimes.note(session, result.layers().stream().map(l -> l.layer().id()).toList());
        }
    }

    /** Into a project that is being opened: no undo, its own titles, and layers a person had removed stay away. */
    private void putIntoSession(List<ImportRequest> requests, ImportResult result, Map<String, LocalText> titles) {
        List<ProjectSource> before = List.copyOf(session.sources());
        new AddLayers("", session, result, titles, Requests.merged(before, requests, result)).apply();
        Set<String> removed = before.stream().flatMap(s -> s.removed().stream()).collect(Collectors.toSet());
        session.sources().setAll(Requests.withRemoved(session.sources(), removed));
        District district = session.district();
        for (String id : removed) {
            district = district.without(id);
            session.meshes().remove(id);
        }
        session.districtProperty().set(district);
    }

    private boolean bringsFirstTerrain(ImportResult result) {
        Set<String> fresh = result.layers().stream().map(l -> l.layer().id()).collect(Collectors.toSet());
        return result.layers().stream().anyMatch(l -> l.layer() instanceof TerrainLayer)
                && session.district().layers().stream().noneMatch(l -> l instanceof TerrainLayer && !fresh.contains(l.id()));
    }

    private List<ImportRequest> earlierSolids(List<ImportRequest> justRead) {
        Set<Path> done = justRead.stream().map(ImportRequest::file).collect(Collectors.toSet());
        Set<String> solids = session.district().layers().stream().filter(SolidLayer.class::isInstance).map(Layer::id)
                .collect(Collectors.toSet());
        return session.sources().stream().filter(s -> s.layers().stream().anyMatch(solids::contains)).map(Requests::of)
                .filter(r -> !done.contains(r.file())).toList();
    }

    private <T> CompletableFuture<T> queue(java.util.function.Supplier<CompletableFuture<T>> load) {
        CompletableFuture<T> next = last.handle((done, failed) -> null).thenCompose(x -> load.get());
        last = next;
        return next;
    }

    private <T> CompletableFuture<T> start(java.util.function.Function<org.kvarter.task.Progress, T> work) {
        Job<T> job = Tasks.submit(tasks.io(), work, (fraction, message) ->
                tasks.fx().execute(() -> {
                    if (state.get().running()) {
                        state.set(new LoadState(true, fraction, message));
                    }
                }));
        running = job;
        state.set(new LoadState(true, Double.NaN, ""));
        CompletableFuture<T> onFx = new CompletableFuture<>();
        job.result().whenComplete((value, error) -> tasks.fx().execute(() -> {
            running = null;
            state.set(LoadState.IDLE);
            if (error == null) {
                onFx.complete(value);
            } else {
                onFx.completeExceptionally(error instanceof CompletionException && error.getCause() != null ? error.getCause() : error);
            }
        }));
        return onFx;
    }

    /** Layers brought by a load that is done, for whoever wants to fly there. */
    public static List<Layer> layersOf(LoadOutcome outcome) {
        return outcome.imported().map(r -> r.layers().stream().map(ImportedLayer::layer).toList()).orElse(List.of());
    }
}
