package org.kvarter.importing.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Executor;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.CrsException;
import org.kvarter.geo.CrsProposal;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.pipeline.FileImport.PlaceUnknownException;
import org.kvarter.importing.pipeline.FileImport.UnplaceableException;
import org.kvarter.importing.pipeline.PhaseClock.Phase;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.District;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;
import org.kvarter.task.WorkCancelledException;
import org.kvarter.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files to layers: probe → read → place → mesh, for several files in one go. Immutable and thread-safe; {@link #run} blocks its
 * thread, which reads, and meshes on the workers beside it.
 *
 * <p>Rasters are read first, so that buildings find the terrain. Each file stands for itself: one that cannot be read becomes a {@link
 * FileFailure}, one whose place is not known a {@link CrsQuestion}, and the others come in.
 */
public final class ImportPipeline {

    private static final Logger LOG = LoggerFactory.getLogger(ImportPipeline.class);

    private static final List<String> RASTERS = List.of(".tif", ".tiff", ".asc", ".grd", ".dem");

    private final List<Importer> importers;
    private final CoordinateSystems systems;
    private final CrsProposer proposer;
    private final Executor workers;

    private record Chosen(ImportRequest request, Importer importer, SourceHead head, long size) {
    }

    /**
     * @param importers all formats
     * @param systems   coordinate reference systems
     * @param proposer  ideas for sources that state none
     * @param workers   mesh and transform beside the reading thread; may run inline
     */
    public ImportPipeline(List<Importer> importers, CoordinateSystems systems, CrsProposer proposer, Executor workers) {
        this.importers = List.copyOf(importers);
        this.systems = systems;
        this.proposer = proposer;
        this.workers = workers;
    }

    /** The importers of all formats on the class path. */
    public static List<Importer> discover() {
        return ServiceLoader.load(Importer.class).stream().map(ServiceLoader.Provider::get).toList();
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
        ImportContext context = new ImportContext(systems, new Placement(systems, district, listener), new LayerIds(district), clock,
                workers, listener);
        Outcome outcome = new Outcome(district, requests);
        List<Chosen> chosen = probe(requests, outcome);
        long whole = Math.max(1, chosen.stream().mapToLong(Chosen::size).sum());
        List<Chosen> order = new ArrayList<>(chosen);
        order.sort(Comparator.comparing(c -> !isRaster(c.importer())));
        Map<ImportRequest, FileImport> files = new LinkedHashMap<>();
        boolean completed = false;
        try {
            long before = 0;
            for (Chosen file : order) {
                Progress part = watched(progress, clock).part((double) before / whole, (double) (before + file.size()) / whole);
                read(file, context, part, files, outcome);
                before += file.size();
            }
            clock.enter(Phase.PLACE);
            finishRasters(context, files, outcome);
            progress.checkCancelled();
            completed = true;
        } finally {
            if (!completed) {
                files.values().forEach(FileImport::drop);
            }
        }
        return outcome.result(context.placement(), clock);
    }

    /** Looks at the heap whenever progress is told. */
    private static Progress watched(Progress progress, PhaseClock clock) {
        return new Progress() {
            @Override
            public void report(double fraction, String message) {
                clock.lookAtHeap();
                progress.report(fraction, message);
            }

            @Override
            public boolean isCancelled() {
                return progress.isCancelled();
            }
        };
    }

    private static boolean isRaster(Importer importer) {
        return importer.extensions().stream().anyMatch(RASTERS::contains);
    }

    private List<Chosen> probe(List<ImportRequest> requests, Outcome outcome) {
        List<Chosen> chosen = new ArrayList<>();
        Set<Path> together = Sources.lowerCase(requests.stream().map(ImportRequest::file).toList());
        for (ImportRequest request : requests) {
            Path file = request.file();
            if (!Files.exists(file)) {
                outcome.fail(request, text("file.missing", name(file)));
                continue;
            }
            try {
                if (Sources.isSidecar(file, together)) {
                    continue;
                }
                SourceHead head = SourceHead.of(file);
                Importer best = Refusal.isPartOfAnother(head) ? null : best(head);
                if (best != null) {
                    chosen.add(new Chosen(request, best, head, size(file)));
                } else if (Files.isDirectory(file)) {
                    chosen.addAll(probeFolder(request, outcome));
                } else {
                    outcome.fail(request, Refusal.of(head));
                }
            } catch (IOException | SecurityException e) {
                LOG.info("Cannot open {}", file, e);
                outcome.fail(request, text("file.unreadable", name(file)));
            }
        }
        return chosen;
    }

    /** The files of a folder that can be read; the others are told in one line, for nobody asked for each of them. */
    private List<Chosen> probeFolder(ImportRequest folder, Outcome outcome) throws IOException {
        List<Path> files = Sources.filesIn(folder.file());
        Set<Path> together = Sources.lowerCase(files);
        List<Chosen> chosen = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (Path file : files) {
            if (Sources.isSidecar(file, together)) {
                continue;
            }
            SourceHead head = SourceHead.of(file);
            Importer best = Refusal.isPartOfAnother(head) ? null : best(head);
            if (best == null) {
                left.add(name(file));
            } else {
                ImportRequest request = new ImportRequest(file, folder.options(), folder.crs(), Optional.empty());
                outcome.expect(request);
                chosen.add(new Chosen(request, best, head, size(file)));
            }
        }
        if (chosen.isEmpty()) {
            outcome.fail(folder, Refusal.of(SourceHead.of(folder.file())));
        } else if (!left.isEmpty()) {
            String names = String.join(", ", left.subList(0, Math.min(5, left.size()))) + (left.size() > 5 ? " …" : "");
            outcome.diagnostics(List.of(new Diagnostic(Severity.INFO, folder.file().toString(), "",
                    text("folder.left", left.size(), name(folder.file()), names))));
        }
        return chosen;
    }

    private static long size(Path file) throws IOException {
        return Files.isDirectory(file) ? 1 : Math.max(1, Files.size(file));
    }

    private Importer best(SourceHead head) {
        Importer best = null;
        double most = 0;
        for (Importer importer : importers) {
            double score;
            try {
                score = importer.probe(head);
            } catch (RuntimeException e) {
                LOG.warn("{} failed to look at {}", importer.format(), head.file(), e);
                continue;
            }
            if (score > most) {
                most = score;
                best = importer;
            }
        }
        return best;
    }

    private void read(Chosen file, ImportContext context, Progress progress, Map<ImportRequest, FileImport> files, Outcome outcome) {
        FileImport sink = new FileImport(file.request(), context, progress);
        files.put(file.request(), sink);
        context.clock().enter(Phase.READ);
        String name = name(file.request().file());
        String failure = null;
        try {
            progress.checkCancelled();
            progress.report(0, text("progress.reading", name));
            file.importer().read(file.head(), file.request().options(), sink, progress);
            for (ImportedLayer layer : sink.finish()) {
                outcome.layer(file.request(), layer);
                context.listener().layerFinished(layer);
            }
            if (sink.isEmpty()) {
                failure = text("file.nothing", name);
            }
            progress.report(1, text("progress.reading", name));
        } catch (PlaceUnknownException e) {
            List<CrsProposal> proposals = proposer.propose(e.extent(), context.placement().frame(),
                    outcome.district.bounds());
            String key = e.stated().isPresent() ? "crs.unknown" : "crs.missing";
            outcome.ask(CrsQuestion.of(file.request(), sink.format(), e.stated(), e.extent(), proposals,
                    text(key, name, e.stated().map(ImportPipeline::shorten).orElse(""))));
            sink.drop();
        } catch (UnplaceableException e) {
            failure = text("file.unplaceable", name, e.getMessage());
        } catch (ImportException e) {
            failure = e.getMessage();
        } catch (WorkCancelledException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            LOG.error("Out of memory while reading {}", file.request().file(), e);
            failure = text("file.tooLarge", name);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("Unexpected while reading {}", file.request().file(), e);
            failure = text("file.broken", name, file.importer().format());
        }
        outcome.diagnostics(sink.diagnostics());
        if (failure != null) {
            sink.drop();
            outcome.fail(file.request(), failure);
        }
    }

    private static void finishRasters(ImportContext context, Map<ImportRequest, FileImport> files, Outcome outcome) {
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

    private static String name(Path file) {
        return file.getFileName() == null ? file.toString() : file.getFileName().toString();
    }

    private static String shorten(String crs) {
        String line = crs.strip().replaceAll("\\s+", " ");
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }

    private static String text(String key, Object... arguments) {
        return Texts.in(ImportPipeline.class).get(key, arguments);
    }

    /** Gathers what came of each request, in the order asked for. */
    private static final class Outcome {
        private final District district;
        private final Map<ImportRequest, List<ImportedLayer>> layers = new LinkedHashMap<>();
        private final List<CrsQuestion> questions = new ArrayList<>();
        private final List<FileFailure> failures = new ArrayList<>();
        private final List<Diagnostic> diagnostics = new ArrayList<>();

        Outcome(District district, List<ImportRequest> requests) {
            this.district = district;
            requests.forEach(r -> layers.put(r, new ArrayList<>()));
        }

        /** A request that came out of a folder; its layers lie after those of the requests before it. */
        void expect(ImportRequest request) {
            layers.putIfAbsent(request, new ArrayList<>());
        }

        void layer(ImportRequest request, ImportedLayer layer) {
            layers.get(request).add(layer);
            diagnostics.addAll(layer.layer().diagnostics());
        }

        void ask(CrsQuestion question) {
            questions.add(question);
        }

        void fail(ImportRequest request, String message) {
            failures.add(new FileFailure(request.file(), message));
        }

        void diagnostics(List<Diagnostic> more) {
            diagnostics.addAll(more);
        }

        ImportResult result(Placement placement, PhaseClock clock) {
            List<ImportedLayer> all = layers.values().stream().flatMap(List::stream).toList();
            District changed = district;
            if (district.frame() == null && placement.frame().isPresent() && !all.isEmpty()) {
                changed = changed.withFrame(placement.frame().get());
            }
            for (ImportedLayer layer : all) {
                changed = changed.with(layer.layer());
            }
            return new ImportResult(changed, all, questions, failures, diagnostics, clock.times(), clock.peakHeap(),
                    all.stream().mapToLong(l -> l.report().features()).sum(), all.stream().mapToLong(l -> l.report().parts()).sum(),
                    all.stream().mapToLong(l -> l.report().triangles()).sum());
        }
    }
}
