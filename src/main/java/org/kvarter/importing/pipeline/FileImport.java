package org.kvarter.importing.pipeline;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.CoordinateTransform;
import org.kvarter.geo.CrsException;
import org.kvarter.geo.place.Evidence;
import org.kvarter.importing.ElevationBatch;
import org.kvarter.importing.FlowBatch;
import org.kvarter.importing.ImageBatch;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.MovementBatch;
import org.kvarter.importing.SeriesBatch;
import org.kvarter.importing.SolidBatch;
import org.kvarter.importing.SourceDescription;
import org.kvarter.importing.VectorBatch;
import org.kvarter.importing.pipeline.PhaseClock.Phase;
import org.kvarter.mesh.MeshPlan;
import org.kvarter.model.Bounds;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.LayerKind;
import org.kvarter.model.Severity;
import org.kvarter.model.SourceRef;
import org.kvarter.series.LayerSeries;
import org.kvarter.series.SeriesTable;
import org.kvarter.task.Progress;

/** Takes the batches of one file and makes layers of them. One use, one reading thread. */
final class FileImport implements LayerSink {

    private final ImportRequest request;
    private final ImportContext context;
    private final Progress progress;
    private final BoundedDiagnostics diagnostics;
    private final Map<String, SolidAssembly> solids = new LinkedHashMap<>();
    private final Map<String, VectorAssembly> vectors = new LinkedHashMap<>();
    private final Map<String, MovementAssembly> movements = new LinkedHashMap<>();
    private final Map<String, FlowAssembly> flows = new LinkedHashMap<>();
    private final Map<String, List<SeriesTable>> series = new LinkedHashMap<>();
    private final List<RasterAssembly> rasters = new ArrayList<>();
    private final List<String> startedIds = new ArrayList<>();
    private final List<Runnable> placeless = new ArrayList<>();
    private final List<WeakReference<double[]>> placed = new ArrayList<>();
    private final ParallelPlace parallel;
    private final SourcePlace place;
    private SourceDescription description;

    FileImport(ImportRequest request, ImportContext context, Progress progress) {
        this.request = request;
        this.context = context;
        this.progress = progress;
        this.diagnostics = new BoundedDiagnostics(context.path(request.file()));
        this.place = new SourcePlace(request, context, diagnostics);
        this.parallel = new ParallelPlace(context.workers(), progress);
    }

    String format() {
        return description == null ? "" : description.format();
    }

    List<Diagnostic> diagnostics() {
        return diagnostics.all();
    }

    @Override
    public void source(SourceDescription said) {
        description = said;
        place.source(said);
    }

    @Override
    public void diagnostic(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    @Override
    public void solids(SolidBatch batch) {
        if (batch.features().size() == 0) {
            return;
        }
        Phase before = context.clock().enter(Phase.PLACE);
        Bounds extent = Extents.of(batch.polygons());
        if (waitsForPlace(extent, () -> solids(batch))) {
            context.clock().enter(before);
            return;
        }
        CoordinateTransform transform = place.transform(batch.crs(), extent, () -> Evidence.of(extent, batch.polygons().vertices()));
        SolidAssembly layer = solids.computeIfAbsent(batch.layer(), name -> {
            String id = start(name, batch.title(), batch.kind());
            return new SolidAssembly(id, batch, context.placement().terrain(), place.raised(), place.rule(), context.workers(), progress, context.listener());
        });
        SolidAssembly.place(batch, transform, placed, parallel);
        context.clock().enter(Phase.MESH);
        MeshPlan plan = layer.plan(batch);
        layer.mesh(batch, plan);
        context.clock().enter(before);
    }

    @Override
    public void vectors(VectorBatch batch) {
        if (batch.features().size() == 0) {
            return;
        }
        Phase before = context.clock().enter(Phase.PLACE);
        Bounds extent = Extents.of(batch.geometries());
        if (waitsForPlace(extent, () -> vectors(batch))) {
            context.clock().enter(before);
            return;
        }
        CoordinateTransform transform = place.transform(batch.crs(), extent, () -> Evidence.of(extent, Extents.sample(batch.geometries())));
        vectors.computeIfAbsent(batch.layer(), name -> new VectorAssembly(start(name, batch.title(), batch.kind()), batch))
                .add(batch, transform);
        context.clock().enter(before);
    }

    @Override
    public void movement(MovementBatch batch) {
        Phase before = context.clock().enter(Phase.PLACE);
        Bounds extent = Extents.of(batch.xyz());
        if (!waitsForPlace(extent, () -> movement(batch))) {
            CoordinateTransform transform = place.transform("", extent, () -> Evidence.of(extent, batch.xyz()));
            movements.computeIfAbsent(batch.layer(), name ->
                    new MovementAssembly(start(name, batch.title(), LayerKind.MOVEMENT), batch, transform, parallel));
        }
        context.clock().enter(before);
    }

    @Override
    public void flows(FlowBatch batch) {
        if (batch.features().size() == 0) {
            return;
        }
        Phase before = context.clock().enter(Phase.PLACE);
        // places may come from another layer: nothing waits for them here
        Bounds places = Extents.of(batch.places());
        CoordinateTransform transform = place.transform("", places, () -> Evidence.of(places));
        flows.computeIfAbsent(batch.layer(), name -> new FlowAssembly(start(name, batch.title(), LayerKind.FLOWS), batch, transform));
        context.clock().enter(before);
    }

    @Override
    public void series(SeriesBatch batch) {
        series.computeIfAbsent(batch.layer(), name -> new ArrayList<>()).add(batch.table());
    }

    @Override
    public void count(String type, int number) {
        // told by info; a layer knows its features
    }

    @Override
    public void elevation(ElevationBatch batch) {
        raster(RasterAssembly.elevation(batch));
    }

    @Override
    public void image(ImageBatch batch) {
        raster(RasterAssembly.image(batch));
    }

    private void raster(RasterAssembly raster) {
        Phase before = context.clock().enter(Phase.PLACE);
        CoordinateSystem system = place.system("", () -> Evidence.of(raster.extent())).orElse(null);
        raster.identify(start(raster.name(), raster.title(), raster.kind()));
        rasters.add(raster);
        if (system == null) {
            try {
                placeRaster(raster, place.local(raster.extent()));
            } catch (CrsException e) {
                throw new UnplaceableException(e);
            }
        } else {
            context.placement().whenFramed(new Placement.Waiting() {
                @Override
                public CoordinateSystem system() {
                    return system;
                }

                @Override
                public Bounds extent() {
                    return place.repaired(raster.extent());
                }

                @Override
                public void place() {
                    try {
                        placeRaster(raster, place.into(system, raster.extent()));
                    } catch (CrsException e) {
                        raster.fail(e.getMessage());
                    }
                }
            });
        }
        context.clock().enter(before);
    }

    private void placeRaster(RasterAssembly raster, CoordinateTransform transform) throws CrsException {
        raster.place(transform);
        raster.terrain().ifPresent(context.placement()::terrain);
    }

    /** A batch without any coordinate cannot choose a frame nor needs a system: it waits for one that can. */
    private boolean waitsForPlace(Bounds extent, Runnable again) {
        if (!extent.isEmpty() || context.placement().frame().isPresent()) {
            return false;
        }
        placeless.add(again);
        return true;
    }

    private String start(String layer, String title, LayerKind kind) {
        String fileName = request.file().getFileName().toString();
        String id = context.ids().id(request.layerIdPrefix().orElse(LayerIds.stem(fileName)), layer, context.path(request.file()));
        startedIds.add(id);
        context.listener().layerStarted(id, title, kind);
        return id;
    }

    /** Waits for the meshes and answers the layers in the order in which they began; rasters that still wait are not among them. */
    List<ImportedLayer> finish() {
        if (context.placement().frame().isPresent()) {
            placeless.forEach(Runnable::run);
        }
        Map<String, ImportedLayer> finished = new LinkedHashMap<>();
        context.clock().enter(Phase.MESH);
        solids.forEach((name, layer) -> finished.put(layer.id(), withSeries(name, layer.finish(source(name), request.file()))));
        vectors.forEach((name, layer) -> finished.put(layer.id(), withSeries(name, layer.finish(source(name), request.file()))));
        movements.forEach((name, layer) -> finished.put(layer.id(), layer.finish(source(name), request.file())));
        flows.forEach((name, layer) -> finished.put(layer.id(), layer.finish(source(name), request.file())));
        List<ImportedLayer> ordered = new ArrayList<>();
        for (String id : startedIds) {
            if (finished.containsKey(id)) {
                ordered.add(finished.get(id));
            }
        }
        return ordered;
    }

    private ImportedLayer withSeries(String name, ImportedLayer layer) {
        String id = layer.layer().id();
        return layer.withSeries(series.getOrDefault(name, List.of()).stream().map(table -> LayerSeries.of(id, table)).toList());
    }

    /** Whether nothing at all was found that can be shown. */
    boolean isEmpty() {
        return startedIds.isEmpty();
    }

    /** The rasters, once there is a frame. Those that could not be placed are named by {@link #rasterFailure}. */
    List<ImportedLayer> finishRasters() {
        return rasters.stream().filter(RasterAssembly::isPlaced).map(r -> r.finish(source(r.name()), request.file())).toList();
    }

    /** Gives up on rasters that found no frame. */
    void failWaitingRasters(String why) {
        rasters.stream().filter(r -> !r.isPlaced()).forEach(r -> r.fail(why));
    }

    Optional<String> rasterFailure() {
        return rasters.stream().flatMap(r -> r.failure().stream()).findFirst();
    }

    private SourceRef source(String layer) {
        String format = description == null ? "" : (description.format() + " " + description.version()).strip();
        String crs = request.crs().or(() -> description == null ? Optional.empty() : description.crs()).orElse("");
        String definition = crs.isEmpty() || crs.equals(ImportRequest.LOCAL) ? ""
                : context.systems().find(crs).map(CoordinateSystem::definition).orElse(crs);
        String licence = description == null || description.licence() == null ? "" : description.licence();
        return new SourceRef(context.path(request.file()), layer, format, definition, licence);
    }

    /** Takes back what had begun. */
    void drop() {
        solids.values().forEach(SolidAssembly::abort);
        startedIds.forEach(context.listener()::layerDropped);
        startedIds.clear();
    }
}
