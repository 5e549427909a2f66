package org.kvarter.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kvarter.analysis.Prepared;
import org.kvarter.exporting.Credit;
import org.kvarter.exporting.ExportException;
import org.kvarter.exporting.ExportFormat;
import org.kvarter.exporting.ExportReport;
import org.kvarter.exporting.Scene;
import org.kvarter.exporting.table.Grid;
import org.kvarter.exporting.table.GridFormat;
import org.kvarter.geo.filter.FeatureFilter;
import org.kvarter.geo.filter.FilterException;
import org.kvarter.importing.pipeline.ImportListener;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.importing.pipeline.ImportResult;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.model.District;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerStyle;
import org.kvarter.project.ProjectDocument;
import org.kvarter.project.ProjectException;
import org.kvarter.project.ProjectStore;
import org.kvarter.scene.palette.MaterialColours;
import org.kvarter.session.loading.ProjectData;
import org.kvarter.session.standing.Standing;
import org.kvarter.task.Progress;
import org.kvarter.task.Tasks;
import org.kvarter.text.Figures;
import org.kvarter.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kvarter export PROJECT|FILE… --to OUT}: what stands in the twin, or a choice of it, as a file for other programs. */
@Command(name = "export", mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    private static final Texts TEXTS = Texts.in(ExportCommand.class);

    @Mixin
    private Common common;

    @Option(names = "--to", required = true, paramLabel = "OUT")
    private Path to;

    @Option(names = "--layer", paramLabel = "ID")
    private List<String> layerIds = List.of();

    @Option(names = "--series", paramLabel = "ID")
    private List<String> seriesIds = List.of();

    private final PreparedProject project = new PreparedProject();

    @Option(names = "--where", paramLabel = "ECQL")
    private String where;

    private final Map<String, LayerStyle> styles = new HashMap<>();

    @Option(names = "--crs", paramLabel = "EPSG:n")
    private String crs;

    @Parameters(arity = "1..*", paramLabel = "FILE")
    private List<Path> files;

    @Override
    public Integer call() throws CommandException {
        Optional<GridFormat> grids = GridFormat.of(to);
        Optional<ExportFormat> format = ExportFormat.of(to);
        if (grids.isEmpty() && format.isEmpty()) {
            throw common.wrong(TEXTS.get("export.ending", to));
        }
        Optional<FeatureFilter> filter = filter();
        ProjectStore store = new ProjectStore(common.program().temporaryFolder());
        try (Tasks tasks = Tasks.start(Runnable::run)) {
            ImportPipeline pipeline = ImportPipeline.over(ImportPipeline.discover(), tasks);
            ClearPlaces places = new ClearPlaces(pipeline, requests(store));
            ImportResult result = places.settle(pipeline.run(places.requests(), District.EMPTY, ImportListener.NONE, Progress.NONE));
            places.told().forEach(d -> common.err().println(InfoCommand.sentence(d)));
            result.failures().forEach(f -> common.err().println(f.message()));
            result.questions().forEach(q -> common.err().println(q.message()));
            Prepared prepared = project.prepare(result);
            prepared.problems().forEach(common.err()::println);
            ExportReport report = grids.isPresent() ? tables(grids.get(), prepared, filter) : format.get().write(scene(result, prepared, filter), to, Progress.NONE);
            prepared.told().ifPresent(t -> common.err().println(TEXTS.get("export.withheld", t)));
            tell(report);
            return result.isComplete() && report.features() > 0 ? 0 : 1;
        } catch (ProjectException | ExportException e) {
            throw new CommandException(e.getMessage());
        } finally {
            store.forgetUnpacked();
        }
    }

    private Optional<FeatureFilter> filter() throws CommandException {
        try {
            return where == null ? Optional.empty() : Optional.of(FeatureFilter.compile(where));
        } catch (FilterException e) {
            throw common.wrong(e.getMessage());
        }
    }

    private List<ImportRequest> requests(ProjectStore store) throws ProjectException {
        List<ImportRequest> requests = new ArrayList<>();
        for (Path file : files) {
            if (ProjectStore.isProject(file)) {
                ProjectDocument document = store.open(file, Progress.NONE).document();
                document.layers().forEach(l -> styles.put(l.id(), l.style()));
                project.add(document);
                requests.addAll(ProjectData.requests(document));
            } else {
                requests.add(ImportRequest.of(file));
            }
        }
        return crs == null ? requests : requests.stream().map(r -> r.withCrs(crs)).toList();
    }

    private ExportReport tables(GridFormat format, Prepared prepared, Optional<FeatureFilter> filter) throws CommandException, ExportException {
        List<Grid> all = seriesIds.isEmpty() ? project.tables(prepared, layerIds, filter) : project.series(prepared, seriesIds);
        if (all.isEmpty()) {
            throw new CommandException(seriesIds.isEmpty() ? TEXTS.get("export.noLayer", String.join(", ", prepared.district().layers().stream().map(Layer::id).toList()))
                    : TEXTS.get("export.noSeries", String.join(", ", new TreeSet<>(prepared.series().keySet()))));
        }
        format.write(all, to);
        return new ExportReport(all.stream().mapToInt(Grid::rows).sum(), 0, List.of());
    }

    private Scene scene(ImportResult result, Prepared prepared, Optional<FeatureFilter> filter) throws CommandException {
        List<Layer> layers = result.layers().stream().map(l -> prepared.district().layer(l.layer().id()).orElse(l.layer())).filter(l -> layerIds.isEmpty() ? isShownVariant(l.id()) : layerIds.contains(l.id())).toList();
        if (layers.isEmpty()) {
            throw new CommandException(TEXTS.get("export.noLayer", result.layers().stream().map(l -> l.layer().id()).collect(Collectors.joining(", "))));
        }
        Map<String, LayerMesh> meshes = result.layers().stream().filter(l -> l.mesh().isPresent())
                .collect(Collectors.toMap(l -> l.layer().id(), l -> l.mesh().get()));
        Map<String, BitSet> covered = new Standing().covered(result.district(), meshes, this::style);
        Predicate<FeatureKey> wanted = wanted(layers, filter);
        return new Scene(prepared.district(), meshes, layers, key -> wanted.test(key) && !covered.getOrDefault(key.layerId(), new BitSet()).get(key.row()),
                MaterialColours::of).withCredits(Credit.of(layers, project.origins(), prepared.guard()));
    }

    private LayerStyle style(String layerId) {
        return styles.getOrDefault(layerId, LayerStyle.DEFAULT);
    }

    /** Of models that share a place, one is written; all other layers are, shown or not. */
    private boolean isShownVariant(String layerId) {
        return style(layerId).visible() || !style(layerId).stance().isVariant();
    }

    /** A layer that has none of the attributes of the expression gives nothing. */
    private static Predicate<FeatureKey> wanted(List<Layer> layers, Optional<FeatureFilter> filter) {
        if (filter.isEmpty()) {
            return key -> true;
        }
        Map<String, BitSet> rows = new HashMap<>();
        for (Layer layer : layers) {
            rows.put(layer.id(), filter.get().concerns(layer.features()) ? filter.get().matches(layer.features()) : new BitSet());
        }
        return key -> rows.get(key.layerId()).get(key.row());
    }

    private void tell(ExportReport report) {
        if (common.json()) {
            var root = Json.object().put("out", to.toString()).put("features", report.features()).put("triangles", report.triangles());
            report.leftOut().forEach(root.putArray("leftOut")::add);
            Json.print(root, common.out());
            return;
        }
        common.out().println(TEXTS.get("export.done", to, Figures.of(report.features())));
        if (!report.leftOut().isEmpty()) {
            common.out().println(TEXTS.get("export.leftOut", String.join(", ", report.leftOut())));
        }
    }
}
