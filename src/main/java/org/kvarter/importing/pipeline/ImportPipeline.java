package org.kvarter.importing.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Executor;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.CrsException;
import org.kvarter.geo.place.Evidence;
import org.kvarter.geo.place.ImportDoctor;
import org.kvarter.geo.place.PlaceCandidate;
import org.kvarter.geo.place.Surroundings;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.pipeline.PhaseClock.Phase;
import org.kvarter.importing.pipeline.SourceProbe.Chosen;
import org.kvarter.model.District;
import org.kvarter.task.HeapGuard;
import org.kvarter.task.OutOfHeapException;
import org.kvarter.task.Progress;
import org.kvarter.task.Tasks;
import org.kvarter.task.WorkCancelledException;
import org.kvarter.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files to layers: probe → read → place → mesh, for several files in one go. Immutable and thread-safe; {@link #run} blocks its
 * thread, which places, and meshes on the workers beside it; the next sources are read meanwhile.
 *
 * <p>Rasters are read first, so that buildings find the terrain. Each file stands for itself: one that cannot be read becomes a {@link
 * FileFailure}, one whose place is not known a {@link PlaceQuestion}, and the others come in.
 */
public final class ImportPipeline {

    private static final Logger LOG = LoggerFactory.getLogger(ImportPipeline.class);

    private static final List<String> RASTERS = List.of(".tif", ".tiff", ".asc", ".grd", ".dem", ".xyz", ".las");

    private final List<Importer> importers;
    private final CoordinateSystems systems;
    private final ImportDoctor doctor;
    private final Executor workers;
    private final Executor readers;

    /**
     * @param importers all formats
     * @param systems   coordinate reference systems
     * @param workers   mesh and transform beside the reading thread; may run inline
     */
    public ImportPipeline(List<Importer> importers, CoordinateSystems systems, Executor workers) {
        this(importers, systems, workers, null);
    }

    /**
     * As above, reading several sources at the same time.
     *
     * @param readers read sources ahead of the one being placed; threads of its own, not the caller's; {@code null} for none
     */
    public ImportPipeline(List<Importer> importers, CoordinateSystems systems, Executor workers, Executor readers) {
        this.readers = readers;
        this.importers = List.copyOf(importers);
        this.systems = systems;
        this.doctor = new ImportDoctor(systems);
        this.workers = workers;
    }

    /** A pipeline over the program's own coordinate reference systems and threads. */
    public static ImportPipeline over(List<Importer> importers, Tasks tasks) {
        return new ImportPipeline(importers, new CoordinateSystems(), tasks.work(), tasks.io());
    }

    /** The importers of all formats on the class path. */
    public static List<Importer> discover() {
        return ServiceLoader.load(Importer.class).stream().map(ServiceLoader.Provider::get).toList();
    }

    /** Whether a file moves or flows in a district rather than being part of it, by its head; {@code false} where nobody knows it. */
    public boolean isOverDistrict(ImportRequest request) {
        return new SourceProbe(importers, new ImportOutcome(District.EMPTY, List.of(request))).probe(List.of(request)).stream()
                .anyMatch(chosen -> chosen.importer().isOverDistrict());
    }

    /**
     * Imports files into a district.
     *
     * @param requests what to read, in the order in which layers are to lie
     * @param district what is open; not changed
     * @param listener told while it goes on
     * @throws WorkCancelledException when cancelled, after every layer that had started was told as dropped
     */
    public ImportResult run(List<ImportRequest> requests, District district, ImportListener listener, Progress progress) {
        PhaseClock clock = new PhaseClock();
        HeapGuard guard = new HeapGuard();
        ImportOutcome outcome = new ImportOutcome(district, requests);
        Placement placement = new Placement(systems, district, listener);
        ImportContext context = new ImportContext(systems, doctor, () -> Surroundings.of(outcome.soFar(), placement.frame(), placement.terrain()),
                placement, new LayerIds(district), clock, workers, new GuardedListener(listener, guard));
        List<Chosen> order = new ArrayList<>(new SourceProbe(importers, outcome).probe(requests));
        order.sort(Comparator.comparing(c -> !isRaster(c.importer())));
        SharedProgress shared = new SharedProgress(progress, clock, guard, order.stream().mapToLong(Chosen::size).toArray());
        ReadAheads ahead = new ReadAheads(order, shared, readers);
        Map<ImportRequest, FileImport> files = new LinkedHashMap<>();
        boolean completed = false;
        try {
            for (int i = 0; i < order.size(); i++) {
                read(order.get(i), ahead.take(i), context, shared.of(i), files, outcome);
            }
            clock.enter(Phase.PLACE);
            finishRasters(context, files, outcome);
            progress.checkCancelled();
            completed = true;
        } finally {
            ahead.stop();
            if (!completed) {
                files.values().forEach(FileImport::drop);
            }
        }
        return outcome.result(context.placement(), clock);
    }

    private static boolean isRaster(Importer importer) {
        return importer.extensions().stream().anyMatch(RASTERS::contains);
    }

    private void read(Chosen file, ReadAhead source, ImportContext context, Progress progress, Map<ImportRequest, FileImport> files,
                      ImportOutcome outcome) {
        FileImport sink = new FileImport(file.request(), context, progress);
        files.put(file.request(), sink);
        context.clock().enter(Phase.READ);
        String name = name(file.request().file());
        String failure = null;
        try {
            progress.checkCancelled();
            progress.report(0, text("progress.reading", name));
            source.deliver(sink);
            for (ImportedLayer layer : sink.finish()) {
                outcome.layer(file.request(), layer);
                context.listener().layerFinished(layer);
            }
            if (sink.isEmpty()) {
                failure = text("file.nothing", name);
            }
            progress.report(1, text("progress.reading", name));
        } catch (PlaceUnknownException e) {
            String key = e.doubted().isPresent() ? "place.doubted" : e.stated().isPresent() ? "crs.unknown" : "crs.missing";
            outcome.ask(new PlaceQuestion(file.request(), sink.format(), e.stated(), e.doubted(), e.evidence(),
                    candidates(e.doubted(), e.evidence(), context.there().get()), text(key, name, e.doubted().map(CoordinateSystem::label).or(() -> e.stated().map(ImportPipeline::shorten)).orElse(""))));
            sink.drop();
        } catch (UnplaceableException e) {
            failure = text("file.unplaceable", name, e.getMessage());
        } catch (ImportException e) {
            failure = e.getMessage();
        } catch (WorkCancelledException e) {
            throw e;
        } catch (OutOfMemoryError | OutOfHeapException e) {
            LOG.error("Out of memory while reading {}", file.request().file(), e);
            failure = text("file.tooLarge", name, OutOfHeapException.heapMegabytes());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("Unexpected while reading {}", file.request().file(), e);
            failure = text("file.broken", name, file.importer().format());
        }
        source.stop();
        outcome.diagnostics(sink.diagnostics());
        if (failure != null) {
            sink.drop();
            outcome.fail(file.request(), failure);
        }
    }

    /** A question once more, beside what is open by now. */
    public PlaceQuestion examine(PlaceQuestion question, District district) {
        return question.with(candidates(question.doubted(), question.evidence(),
                Surroundings.of(district, Optional.ofNullable(district.frame()), Optional.empty())));
    }

    private List<PlaceCandidate> candidates(Optional<CoordinateSystem> stated, Evidence seen, Surroundings there) {
        try {
            return doctor.examine(stated, seen, there);
        } catch (RuntimeException e) {
            LOG.warn("No candidates for {}", seen.extent(), e);
            return List.of();
        }
    }

    private static void finishRasters(ImportContext context, Map<ImportRequest, FileImport> files, ImportOutcome outcome) {
        try {
            context.placement().placeWaiting();
        } catch (CrsException e) {
            files.values().forEach(file -> file.failWaitingRasters(e.getMessage()));
        }
        files.forEach((request, file) -> {
            for (ImportedLayer layer : file.finishRasters()) {
                outcome.layer(request, layer);
                context.listener().layerFinished(layer);
            }
            file.rasterFailure().ifPresent(why -> {
                file.drop();
                outcome.fail(request, text("file.unplaceable", name(request.file()), why));
            });
        });
    }

    static String name(Path file) {
        return file.getFileName() == null ? file.toString() : file.getFileName().toString();
    }

    private static String shorten(String crs) {
        String line = crs.strip().replaceAll("\\s+", " ");
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }

    static String text(String key, Object... arguments) {
        return Texts.in(ImportPipeline.class).get(key, arguments);
    }
}
