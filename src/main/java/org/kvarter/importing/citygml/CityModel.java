package org.kvarter.importing.citygml;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.textures.TextureFiles;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;

/**
 * The city model under way. The document is read once; again, beforehand, where appearances lie beside the objects, and afterwards, where
 * objects name geometry of other members that had gone by: only those that do wait for it in memory.
 */
final class CityModel {

    private static final int SHOWN = 12;

    private final SourceHead source;
    private final ReadOptions options;
    private final LayerSink sink;
    private final DiagnosticTally problems;
    private final Optional<Charset> encoding;
    private final Prescan scan;
    private final Progress progress;
    private final Consumer<Source> report;
    private final MemoryBudget budget = MemoryBudget.ofHeap();
    private final Document document = new Document();
    private final Systems systems;
    private final LibraryObjects libraries;
    private final Templates templates;
    private final Layers layers;
    private final Looks looks;
    private final Pictures pictures;
    private final Assembler assembler;
    private final ReliefReader relief;
    private final SeriesStore series = new SeriesStore(budget);
    private final List<Chunk> waiting = new ArrayList<>();
    private final Set<String> wanted = new HashSet<>();

    CityModel(SourceHead source, ReadOptions options, LayerSink sink, DiagnosticTally problems, CoordinateSystems known, Prescan scan,
              Optional<Charset> encoding, Progress progress, Consumer<Source> report) {
        this.source = source;
        this.options = options;
        this.sink = sink;
        this.problems = problems;
        this.encoding = encoding;
        this.scan = scan;
        this.progress = progress;
        this.report = report;
        document.system = scan.srsName();
        document.hasPictures = scan.hasPictures();
        looks = new Looks(budget);
        libraries = new LibraryObjects(source.file(), progress);
        templates = new Templates(budget, libraries, problems);
        systems = new Systems(known, options);
        layers = new Layers(sink, problems, budget, document, scan.lods());
        pictures = new Pictures(new TextureFiles(source.file(), sink::diagnostic), looks);
        assembler = new Assembler(options, document, systems, layers, templates, looks, pictures, problems);
        relief = new ReliefReader(budget, document, systems, options, libraries, problems);
    }

    /** Walks over the document once more with a taker of its members. */
    private interface Pass {

        DocumentReader.Members members(Xml x);
    }

    private void pass(Pass pass, Looks looks) throws IOException {
        try (Source in = Source.open(source); Xml x = Xml.open(in, encoding, scan.characters())) {
            new DocumentReader(x, document, progress, () -> report.accept(in)).read(pass.members(x), looks);
        }
    }

    void read() throws IOException {
        if (scan.hasGlobalAppearance()) {
            try {
                pass(x -> () -> { }, looks);
            } catch (MalformedException e) {
                // the reading proper says so
            }
            document.objects = 0;
        }
        GeometryStore nothing = new GeometryStore(budget);
        try {
            pass(x -> new DocumentReader.Members() {

                private final ObjectReader objects = new ObjectReader(x, document, templates, relief,
                        new SeriesReader(x, source.file(), series, problems), problems);
                private Chunk chunk = new Chunk(budget);

                @Override
                public void member() throws IOException {
                    chunk.clear();
                    if (objects.readMember(chunk)) {
                        Choice choice = assembler.choose(chunk);
                        Set<String> missing = assembler.missing(chunk, choice, nothing);
                        if (missing.isEmpty()) {
                            assembler.add(chunk, choice, nothing);
                        } else {
                            wanted.addAll(missing);
                            waiting.add(chunk);
                            chunk = new Chunk(budget);
                        }
                    }
                }
            }, new Looks(budget));
        } catch (MalformedException e) {
            if (document.objects == 0) {
                throw e;
            }
            problems.add(Severity.ERROR, "cut." + e.key(), "", e.line(), document.objects);
        }
        wanted.removeIf(templates.store()::knows);
        GeometryStore elsewhere = wanted.isEmpty() ? nothing : elsewhere();
        waiting.forEach(chunk -> assembler.add(chunk, assembler.choose(chunk), elsewhere));
        waiting.clear();
    }

    /** Looks once more through the document for geometries that members name and do not hold. */
    private GeometryStore elsewhere() throws IOException {
        GeometryStore found = new GeometryStore(budget);
        Document again = new Document();
        again.system = document.system;
        again.dimension = document.dimension;
        again.hasPictures = document.hasPictures;
        DiagnosticTally silent = new DiagnosticTally("", org.kvarter.text.Texts.in(CityModel.class), d -> { });
        try {
            pass(x -> {
                ObjectReader objects = new ObjectReader(x, again, new Templates(budget, libraries, silent),
                        new ReliefReader(budget, again, systems, options, libraries, silent), 
                        new SeriesReader(x, source.file(), new SeriesStore(budget), silent), silent);
                Chunk chunk = new Chunk(budget);
                return () -> {
                    chunk.clear();
                    objects.readMember(chunk);
                    for (String id : chunk.geometry.ids()) {
                        if (wanted.contains(id)) {
                            keep(id, chunk.geometry, found);
                        }
                    }
                };
            }, new Looks(budget));
        } catch (MalformedException e) {
            // said already
        }
        return found;
    }

    private static void keep(String id, GeometryStore from, GeometryStore into) {
        int entries = into.entryCount();
        from.walk(id, false, new GeometryStore.Visitor() {
            @Override
            public void polygon(int polygon, boolean flipped) {
                into.copy(from, polygon, flipped);
            }

            @Override
            public void unknown(String other, boolean flipped) {
                into.addReference(other, flipped);
            }
        });
        into.identify(id, entries);
    }

    /** Hands on the rest and says what a person should know. */
    void finish() throws IOException {
        if (document.objects == 0) {
            throw new RefusedException("refused.noObject");
        }
        layers.describe();
        relief.finish(sink);
        layers.finish();
        series.give(sink, layers::layerOf, problems);
        document.others.forEach(sink::count);
        assembler.report();
        pictures.finish();
        options.lod().filter(wish -> Assembler.meeting(scan.lods(), wish).isEmpty() && !scan.lods().isEmpty())
                .ifPresent(wish -> problems.add(Severity.INFO, "lod.absent", "", wish, String.join(", ", scan.lods())));
        document.unknown.forEach((type, count) -> problems.add(Severity.INFO, "type.unknown", "", type, count));
        document.extensions.forEach(namespace -> problems.add(Severity.INFO, "extension", "", namespace));
        if (!document.surfaceAttributes.isEmpty()) {
            problems.add(Severity.INFO, "surfaces.attributes", "", document.surfaceAttributes.size(),
                    document.surfaceAttributes.stream().limit(SHOWN).collect(Collectors.joining(", ")));
        }
        if (document.texturedObjects > 0) {
            problems.add(Severity.INFO, "textures", "", document.texturedObjects);
        }
        if (systems.turned()) {
            problems.add(Severity.INFO, "axes.turned", "");
        }
        if (options.bbox().isPresent() && assembler.kept() == 0 && assembler.chunks() > 0) {
            problems.add(Severity.WARNING, "nothingInBox", "", document.objects);
        }
    }
}
