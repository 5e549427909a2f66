package org.kvarter.importing.vector;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.LayerPreview;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceDescription;
import org.kvarter.importing.SourceHead;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;

/** Reads a vector format through GeoTools' contract of data stores. Stateless and thread-safe. */
abstract class VectorImporter implements Importer {

    private static final double LOOK_SHARE = 0.1;

    private final String format;
    private final List<String> extensions;

    VectorImporter(String format, String... extensions) {
        this.format = format;
        this.extensions = List.of(extensions);
    }

    /** Opens a source's tables. */
    abstract OpenSource open(SourceHead head, ReadOptions options, Consumer<Diagnostic> notes, Progress progress) throws ImportException, IOException;

    /** Where remarks go that come while a source is opened and read: of what is read twice, once. */
    Consumer<Diagnostic> ear(NoteBook notes) {
        return notes::add;
    }

    @Override
    public String format() {
        return format;
    }

    @Override
    public List<String> extensions() {
        return extensions;
    }

    /** Whether the file's name ends as files of the format do. */
    boolean isNamed(SourceHead head) {
        return extensions.stream().anyMatch(head.name()::endsWith);
    }

    @Override
    public void read(SourceHead head, ReadOptions options, LayerSink sink, Progress progress) throws ImportException {
        NoteBook notes = new NoteBook(head.file().getFileName().toString(), sink);
        try (OpenSource source = open(head, options, ear(notes), progress)) {
            List<LayerPlan> plans = plans(source, options, progress.part(0, LOOK_SHARE));
            notes.startReading();
            Optional<String> crs = sourceCrs(plans);
            sink.source(new SourceDescription(format, source.version(), crs, List.of(), org.kvarter.text.FileNames.readable(base(source.fileName())), ""));
            long total = plans.stream().mapToLong(p -> Math.max(1, p.count())).sum();
            double done = LOOK_SHARE;
            for (LayerPlan plan : plans) {
                double share = (1 - LOOK_SHARE) * Math.max(1, plan.count()) / total;
                new TableReader(source, plan, sink, notes, plan.crs().equals(crs) ? "" : plan.crs().orElse(""))
                        .read(progress.part(done, done + share));
                done += share;
            }
            source.further().forEach(further -> further.accept(sink));
            attributeTables(source, notes);
            if (plans.isEmpty() && !source.further().isEmpty()) {
                return;
            }
            if (plans.isEmpty() && !source.typeNames().isEmpty()) {
                throw new ImportException(VectorTexts.get("source.noSuchLayers", source.fileName(), options.setting("layers").orElse(""),
                        String.join(", ", source.typeNames())));
            }
            if (plans.isEmpty()) {
                throw new ImportException(VectorTexts.get("source.noLayers", source.fileName()));
            }
        } catch (IOException e) {
            throw sentence(head.file(), e);
        } finally {
            notes.close();
        }
    }

    @Override
    public List<LayerPreview> preview(SourceHead head, Progress progress) throws ImportException {
        try (OpenSource source = open(head, ReadOptions.DEFAULT, d -> { }, progress)) {
            List<LayerPreview> previews = new ArrayList<>();
            for (LayerPlan plan : plans(source, ReadOptions.DEFAULT, progress)) {
                previews.add(VectorInspector.preview(plan));
            }
            return previews;
        } catch (IOException e) {
            throw sentence(head.file(), e);
        }
    }

    private static List<LayerPlan> plans(OpenSource source, ReadOptions options, Progress progress) throws IOException {
        List<LayerPlan> plans = new ArrayList<>();
        List<String> names = source.typeNames().stream().filter(options::wantsLayer).toList();
        for (int i = 0; i < names.size(); i++) {
            progress.report((double) i / names.size(), VectorTexts.get("progress.looking", source.title(names.get(i))));
            plans.add(LayerPlan.of(source, names.get(i), options, progress));
        }
        return plans;
    }

    /** The system of the first footprints, else that of the first layer that states one; layers in others carry theirs along. */
    private static Optional<String> sourceCrs(List<LayerPlan> plans) throws ImportException {
        for (LayerPlan plan : plans) {
            if (plan.isRaised()) {
                return plan.crs();
            }
        }
        return plans.stream().map(LayerPlan::crs).flatMap(Optional::stream).findFirst();
    }

    private static void attributeTables(OpenSource source, NoteBook notes) throws IOException {
        List<String> tables = source.attributeTables();
        if (!tables.isEmpty()) {
            notes.add(Severity.INFO, "", VectorTexts.get("source.attributeTables", source.fileName(), String.join(", ", tables)));
        }
    }

    private static String base(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }

    /** Our stores speak in sentences; what else goes wrong is told in general words. */
    private static ImportException sentence(Path file, IOException e) {
        return new ImportException(e instanceof org.kvarter.geo.store.VectorStoreException ? e.getMessage()
                : VectorTexts.get("source.unreadable", file.getFileName().toString()), e);
    }
}
