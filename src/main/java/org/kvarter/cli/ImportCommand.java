package org.kvarter.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.pipeline.PlaceQuestion;
import org.kvarter.importing.pipeline.FileFailure;
import org.kvarter.importing.pipeline.ImportListener;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.importing.pipeline.ImportResult;
import org.kvarter.importing.pipeline.ImportedLayer;
import org.kvarter.importing.pipeline.PhaseTimes;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.District;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.Severity;
import org.kvarter.project.ProjectDocument;
import org.kvarter.project.ProjectException;
import org.kvarter.project.ProjectLayer;
import org.kvarter.project.ProjectSource;
import org.kvarter.project.ProjectStore;
import org.kvarter.task.Progress;
import org.kvarter.task.Tasks;
import org.kvarter.text.Figures;
import org.kvarter.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kvarter import FILE… --to OUT.kvarter}: files through the whole pipeline into a project with everything embedded. */
@Command(name = "import", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private static final Texts TEXTS = Texts.in(ImportCommand.class);

    @Mixin
    private Common common;

    @Option(names = "--to", paramLabel = "OUT.kvarter")
    private Path to;

    @Option(names = "--crs", paramLabel = "EPSG:n")
    private String crs;

    @Option(names = "--bbox", split = ",", paramLabel = "E,N,E,N")
    private List<Double> bbox;

    @Option(names = "--lod", paramLabel = "LOD")
    private String lod;

    @Option(names = "--set", paramLabel = "NAME=VALUE")
    private TreeMap<String, String> settings = new TreeMap<>();

    @Option(names = "--recipe", paramLabel = "RECIPE.json")
    private Path recipe;

    @Option(names = "--assist", paramLabel = "TABLE")
    private Path assist;

    @Option(names = "--table", paramLabel = "NAME")
    private String table;

    @Option(names = "--into", paramLabel = "PROJECT")
    private Path into;

    @Option(names = "--store", paramLabel = "STORE.duckdb")
    private Path store;

    @Parameters(arity = "0..*", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws CommandException {
        if (recipe != null || assist != null) {
            return tables();
        }
        checkOptions();
        ReadOptions options = new ReadOptions(Optional.ofNullable(lod),
                Optional.ofNullable(bbox).map(b -> b.stream().mapToDouble(Double::doubleValue).toArray()), settings);
        List<ImportRequest> requests = files.stream()
                .map(f -> new ImportRequest(f, options, Optional.ofNullable(crs), Optional.empty())).toList();
        try (Tasks tasks = Tasks.start(Runnable::run)) {
            ImportPipeline pipeline = ImportPipeline.over(ImportPipeline.discover(), tasks);
            ClearPlaces places = new ClearPlaces(pipeline, requests);
            ImportResult result = places.settle(pipeline.run(requests, District.EMPTY, ImportListener.NONE, Progress.NONE));
            boolean written = !result.layers().isEmpty();
            if (written) {
                save(result, places.requests());
            }
            List<Diagnostic> diagnostics = new ArrayList<>(places.told());
            diagnostics.addAll(diagnostics(result));
            if (common.json()) {
                Json.print(report(result, diagnostics), common.out());
            } else {
                print(result, diagnostics);
            }
            return written && result.isComplete() ? 0 : 1;
        }
    }

    /** A table instead of layers: a recipe is written, or run on a project. */
    private int tables() throws CommandException {
        if (recipe == null || assist == null && into == null) {
            throw common.wrong(TEXTS.get(recipe == null ? "import.needsRecipe" : "import.needsInto"));
        }
        if (!files.isEmpty()) {
            throw common.wrong(TEXTS.get("import.tableAlone", files.get(0)));
        }
        TableImport tables = new TableImport(common, Optional.ofNullable(into), Optional.ofNullable(to), Optional.ofNullable(store));
        return assist != null ? tables.propose(assist, Optional.ofNullable(table), recipe) : tables.run(recipe);
    }

    private void checkOptions() {
        if (to == null) {
            throw common.wrong(TEXTS.get("import.needsTo"));
        }
        if (files.isEmpty()) {
            throw common.wrong(TEXTS.get("import.needsFiles"));
        }
        if (!to.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".kvarter")
                && !to.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
            throw common.wrong(TEXTS.get("import.toEnding", to));
        }
        if (crs != null && !crs.equals(ImportRequest.LOCAL) && new CoordinateSystems().find(crs).isEmpty()) {
            throw common.wrong(TEXTS.get("import.crsUnknown", crs));
        }
        if (lod != null && !lod.matches("[0-4](\\.[0-9])?")) {
            throw common.wrong(TEXTS.get("import.lod", lod));
        }
        if (bbox != null && (bbox.size() != 4 || !bbox.stream().allMatch(Double::isFinite) || bbox.get(0) > bbox.get(2) || bbox.get(1) > bbox.get(3))) {
            throw common.wrong(TEXTS.get("import.bbox"));
        }
    }

    private void save(ImportResult result, List<ImportRequest> requests) throws CommandException {
        List<ProjectSource> sources = new ArrayList<>();
        for (ImportRequest request : requests) {
            List<String> layers = result.layers().stream().filter(l -> sameFile(l.report().file(), request.file())).map(l -> l.layer().id())
                    .toList();
            if (!layers.isEmpty()) {
                sources.add(ProjectSource.of(request.file().toAbsolutePath().normalize().toString(), request.crs().orElse(""),
                        request.options()).withLayers(layers));
            }
        }
        List<ProjectLayer> layers = result.district().layers().stream().map(l -> ProjectLayer.of(l.id(), l.titles(), LayerStyle.DEFAULT))
                .toList();
        ProjectDocument document = new ProjectDocument(ProjectDocument.VERSION, result.district().name(), result.district().frame(), sources,
                layers, List.of(), List.of(), "", List.of(), null, "", "FADE", List.of());
        try {
            new ProjectStore(common.program().temporaryFolder()).save(document, to, Progress.NONE);
        } catch (ProjectException e) {
            throw new CommandException(e.getMessage());
        }
    }

    private static boolean sameFile(Path a, Path b) {
        return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
    }

    /** What was read and, as errors, what was not. */
    private static List<Diagnostic> diagnostics(ImportResult result) {
        List<Diagnostic> all = new ArrayList<>(result.diagnostics());
        for (FileFailure failure : result.failures()) {
            if (all.stream().noneMatch(d -> d.message().equals(failure.message()))) {
                all.add(new Diagnostic(Severity.ERROR, failure.file().getFileName().toString(), "", failure.message()));
            }
        }
        for (PlaceQuestion question : result.questions()) {
            String names = String.join("\n  ", question.candidates().stream().map(ClearPlaces::spelled).toList());
            String way = names.isEmpty() ? TEXTS.get("import.crs") : TEXTS.get("import.crsProposed", names);
            all.add(new Diagnostic(Severity.ERROR, question.file().getFileName().toString(), "", question.message() + " " + way));
        }
        return all;
    }

    private ObjectNode report(ImportResult result, List<Diagnostic> diagnostics) {
        ObjectNode root = Json.object().put("features", result.features()).put("parts", result.parts())
                .put("triangles", result.triangles());
        ArrayNode layers = root.putArray("layers");
        for (ImportedLayer layer : result.layers()) {
            layers.addObject().put("id", layer.layer().id()).put("title", layer.layer().title())
                    .put("kind", layer.layer().kind().name().toLowerCase(Locale.ROOT)).put("features", layer.layer().features().size());
        }
        if (!result.questions().isEmpty()) {
            root.set("questions", ClearPlaces.json(result.questions()));
        }
        PhaseTimes phases = result.phases();
        root.putObject("milliseconds").put("probe", Math.round(phases.probe())).put("read", Math.round(phases.read()))
                .put("place", Math.round(phases.place())).put("mesh", Math.round(phases.mesh())).put("total", Math.round(phases.total()));
        root.put("peakHeapBytes", result.peakHeapBytes());
        Json.addDiagnostics(root, files.size() == 1 ? diagnostics : diagnostics.stream().map(ImportCommand::named).toList());
        return root;
    }

    /** With the file's name in the sentence, where several files are read. */
    private static Diagnostic named(Diagnostic diagnostic) {
        Path source = Path.of(diagnostic.source()).getFileName();
        return source == null || diagnostic.message().contains(source.toString()) ? diagnostic
                : new Diagnostic(diagnostic.severity(), diagnostic.source(), diagnostic.object(), source + ": " + diagnostic.message());
    }

    private void print(ImportResult result, List<Diagnostic> diagnostics) {
        PrintWriter out = common.out();
        for (ImportedLayer layer : result.layers()) {
            out.println(TEXTS.get("import.layer", layer.layer().title(), Figures.of(layer.layer().features().size()),
                    Figures.of(layer.report().triangles())));
        }
        diagnostics.stream().filter(d -> d.severity() != Severity.INFO).forEach(d -> common.err().println(InfoCommand.sentence(d)));
        if (!result.layers().isEmpty()) {
            out.println(TEXTS.get("import.done", to, Figures.of(result.phases().total() / 1000)));
        }
    }
}
