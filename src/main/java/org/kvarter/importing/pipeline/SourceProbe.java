package org.kvarter.importing.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kvarter.importing.Importer;
import org.kvarter.importing.SourceHead;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the importer that is surest of each source; what nobody wants becomes a failure. One reading thread. */
final class SourceProbe {

    private static final Logger LOG = LoggerFactory.getLogger(SourceProbe.class);

    private final List<Importer> importers;
    private final ImportOutcome outcome;

    /**
     * A source and who reads it.
     *
     * @param size bytes, for the share of the progress
     */
    record Chosen(ImportRequest request, Importer importer, SourceHead head, long size) {
    }

    SourceProbe(List<Importer> importers, ImportOutcome outcome) {
        this.importers = importers;
        this.outcome = outcome;
    }

    /** The sources that can be read, folders opened up, in the order asked for. */
    List<Chosen> probe(List<ImportRequest> requests) {
        List<Chosen> chosen = new ArrayList<>();
        Set<Path> together = Sources.lowerCase(requests.stream().map(ImportRequest::file).toList());
        for (ImportRequest request : requests) {
            Path file = request.file();
            if (!Files.exists(file)) {
                outcome.fail(request, ImportPipeline.text("file.missing", ImportPipeline.name(file)));
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
                    chosen.addAll(probeFolder(request));
                } else {
                    outcome.fail(request, Refusal.of(head));
                }
            } catch (IOException | SecurityException e) {
                LOG.info("Cannot open {}", file, e);
                outcome.fail(request, ImportPipeline.text("file.unreadable", ImportPipeline.name(file)));
            }
        }
        return chosen;
    }

    /** The files of a folder that can be read; the others are told in one line, for nobody asked for each of them. */
    private List<Chosen> probeFolder(ImportRequest folder) throws IOException {
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
                left.add(ImportPipeline.name(file));
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
                    ImportPipeline.text("folder.left", left.size(), ImportPipeline.name(folder.file()), names))));
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
}
