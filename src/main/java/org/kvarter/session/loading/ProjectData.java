package org.kvarter.session.loading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kvarter.assist.ImportOutcome;
import org.kvarter.assist.Twin;
import org.kvarter.importing.pipeline.FileFailure;
import org.kvarter.importing.pipeline.ImportListener;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.importing.pipeline.ImportResult;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.District;
import org.kvarter.project.ProjectDocument;
import org.kvarter.scenario.BaseData;
import org.kvarter.series.SeriesView;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.series.store.SeriesStores;
import org.kvarter.task.Progress;

/**
 * A project's layers and series, read without a session or window.
 *
 * @param base        the layers and series
 * @param meshes      triangles of its solid layers by layer id
 * @param diagnostics what a person should know of how they were read
 * @param refusals    files that could not be read, in sentences
 * @param twin        the features, with their footprints, that tables are joined to
 */
public record ProjectData(BaseData base, Map<String, LayerMesh> meshes, List<Diagnostic> diagnostics, List<String> refusals, Twin twin) {

    /** A project's sources as requests to the pipeline. */
    public static List<ImportRequest> requests(ProjectDocument document) {
        return document.sources().stream().map(Requests::of).toList();
    }

    /** Reads the tables of series; what cannot be read is left out. */
    public static List<SeriesView> series(List<SeriesSource> sources, Progress progress) {
        return SeriesLoading.read(sources, SeriesStores.ofFiles(Runnable::run), later -> { }, progress).tables();
    }

    /** The same where no password of a database is known. */
    public static ProjectData read(ProjectDocument document, ImportPipeline pipeline, Progress progress) {
        return read(document, pipeline, SeriesStores.ofFiles(Runnable::run), progress);
    }

    /**
     * Reads everything a project names, on the calling thread and the pipeline's workers.
     *
     * @param stores hold the series that stay in a store: open as long as the data are used
     */
    public static ProjectData read(ProjectDocument document, ImportPipeline pipeline, SeriesStores stores, Progress progress) {
        District district = new District(document.name(), document.frame(), List.of());
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        Map<String, SeriesView> tables = new HashMap<>();
        Map<String, LayerMesh> meshes = new HashMap<>();
        List<ImportRequest> requests = requests(document);
        if (!requests.isEmpty()) {
            ImportResult result = pipeline.run(requests, district, ImportListener.NONE, progress.part(0, 0.5));
            Set<String> removed = document.sources().stream().flatMap(s -> s.removed().stream()).collect(Collectors.toSet());
            district = result.district().withLayers(
                    result.district().layers().stream().filter(l -> !removed.contains(l.id())).toList());
            diagnostics.addAll(result.diagnostics());
            result.layers().forEach(l -> l.mesh().ifPresent(m -> meshes.put(l.layer().id(), m)));
            result.layers().stream().filter(l -> !removed.contains(l.layer().id())).flatMap(l -> l.series().stream())
                    .forEach(t -> tables.put(t.id(), t));
            result.failures().stream().map(FileFailure::message).forEach(refusals::add);
        }
        SeriesLoading series = SeriesLoading.read(document.series(), stores, later -> { }, progress.part(0.5, 0.8));
        diagnostics.addAll(series.diagnostics());
        series.tables().forEach(t -> tables.put(t.id(), t));
        Twin twin = Twin.of(district, id -> meshes.containsKey(id) ? meshes.get(id).tiles() : List.of());
        RecipeLoading recipes = RecipeLoading.read(document.recipes(), twin, progress.part(0.8, 1));
        diagnostics.addAll(recipes.diagnostics());
        for (ImportOutcome outcome : recipes.outcomes()) {
            outcome.series().forEach(t -> tables.put(t.id(), t));
            district = outcome.into(district);
        }
        Map<String, SeriesSource> sources = new HashMap<>();
        document.series().forEach(s -> sources.put(s.seriesId(), s));
        return new ProjectData(new BaseData(district, tables, sources), meshes, diagnostics, refusals, twin);
    }
}
