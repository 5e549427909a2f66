package org.kvarter.ui.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.kvarter.analysis.DataOrigins;
import org.kvarter.analysis.privacy.Guard;
import org.kvarter.exporting.Credit;
import org.kvarter.exporting.ExportException;
import org.kvarter.exporting.ExportFormat;
import org.kvarter.exporting.ExportReport;
import org.kvarter.exporting.Scene;
import org.kvarter.exporting.table.Grid;
import org.kvarter.exporting.table.GridFormat;
import org.kvarter.exporting.table.Grids;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.Layer;
import org.kvarter.scene.palette.MaterialColours;
import org.kvarter.series.SeriesView;
import org.kvarter.series.TimeWindow;
import org.kvarter.session.Session;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;
import org.kvarter.ui.Workspace;

/** Writes what is seen on the bench, in the background. JavaFX thread only. */
final class BenchFiles {

    private static final Texts TEXTS = Texts.in(BenchFiles.class);

    /** What is written. */
    enum What {
        TABLE, CHARTS, SERIES, FEATURES
    }

    private final BenchModel model;
    private final Workspace workspace;

    BenchFiles(BenchModel model, Workspace workspace) {
        this.model = model;
        this.workspace = workspace;
    }

    /** Asks where to, and writes. */
    void save(What what, Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.get("export." + what).replace("…", ""));
        String name = model.session().layer(model.layerProperty().get()).map(Layer::title).orElse("kvarter");
        if (what == What.FEATURES) {
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(ExportFormat.GEOPACKAGE.title(), "*.gpkg"));
            chooser.setInitialFileName(name + ".gpkg");
        } else {
            Arrays.stream(GridFormat.values()).forEach(f -> chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(f.title(), "*" + f.ending())));
            if (what == What.TABLE) {
                chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(ExportFormat.GEOPACKAGE.title(), "*.gpkg"));
            }
            chooser.setInitialFileName(name + GridFormat.CSV.ending());
        }
        File chosen = chooser.showSaveDialog(owner);
        if (chosen != null) {
            String ending = chooser.getSelectedExtensionFilter() == null ? ".csv" : chooser.getSelectedExtensionFilter().getExtensions().get(0).substring(1);
            Path file = chosen.toPath();
            boolean complete = what == What.FEATURES ? ExportFormat.of(file).isPresent() : GridFormat.of(file).isPresent() || what == What.TABLE && isGeoPackage(file);
            write(what, complete ? file : file.resolveSibling(file.getFileName() + ending));
        }
    }

    /** Writes to a file whose ending says the format. Completes with whether it was written; the person is told. */
    CompletableFuture<Boolean> write(What what, Path file) {
        return what == What.FEATURES || what == What.TABLE && isGeoPackage(file) ? features(file) : tell(file, supply(() -> GridFormat.of(file).orElseThrow().write(grids(what).get(), file).size()));
    }

    private static boolean isGeoPackage(Path file) {
        return ExportFormat.of(file).filter(f -> f == ExportFormat.GEOPACKAGE).isPresent();
    }

    private interface Writing<T> {
        T write() throws ExportException;
    }

    private <T> CompletableFuture<T> supply(Writing<T> writing) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return writing.write();
            } catch (ExportException e) {
                throw new CompletionException(e);
            }
        }, workspace.tasks().io());
    }

    private CompletableFuture<Boolean> tell(Path file, CompletableFuture<?> written) {
        return written.handleAsync((done, failure) -> {
            if (failure == null) {
                workspace.notices().info(TEXTS.get("export.done", file.getFileName()));
            } else {
                Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
                workspace.notices().error(cause instanceof ExportException ? cause.getMessage() : TEXTS.get("export.failed", file.getFileName()));
            }
            return failure == null;
        }, workspace.tasks().fx());
    }

    private CompletableFuture<Boolean> features(Path file) {
        Session session = model.session();
        BenchData data = model.dataProperty().get();
        BitSet rows = new BitSet();
        Arrays.stream(data.rows()).forEach(rows::set);
        List<Layer> layer = session.layer(data.layerId()).map(List::of).orElse(List.of());
        Scene scene = new Scene(session.district(), java.util.Map.copyOf(session.meshes()), layer, (FeatureKey key) -> rows.get(key.row()), MaterialColours::of)
                .withCredits(Credit.of(layer, new DataOrigins(session.dataBook(), session.scenarios()), session.vault().guard()));
        CompletableFuture<ExportReport> written = supply(() -> ExportFormat.of(file).orElseThrow().write(scene, file, Progress.NONE));
        return tell(file, written);
    }

    /** The tables asked for as they are now; made on the thread that writes. */
    Supplier<List<Grid>> grids(What what) {
        Session session = model.session();
        BenchData data = model.dataProperty().get();
        BitSet selected = (BitSet) model.selectedProperty().get().clone();
        List<ChartSpec> charts = List.copyOf(model.charts().shown());
        var zone = session.clock().zoneProperty().get();
        TimeWindow window = new TimeWindow(session.clock().startProperty().get(), session.clock().endProperty().get());
        DataOrigins origins = new DataOrigins(session.dataBook(), session.scenarios());
        List<String> about = session.layer(data.layerId()).map(origins::about).orElse(List.of());
        String title = session.layer(data.layerId()).map(Layer::title).orElse("");
        Map<String, Told> told = new HashMap<>();
        data.series().keySet().forEach(id -> model.told(id).ifPresent(t -> told.put(id, t)));
        Guard guard = session.vault().guard();
        List<String> said = new ArrayList<>(about);
        data.series().values().stream().sorted(Comparator.comparing(SeriesView::title)).forEach(s -> said.addAll(origins.aboutSeries(s.id(), s.title(), file(session, s.id()))));
        if (guard.isPersonal(data.layerId())) {
            said.add(TEXTS.get("export.withheld", guard.least()));
        }
        return () -> {
            List<Grid> all = new ArrayList<>();
            switch (what) {
                case TABLE -> all.add(ChartGrids.table(title, data).withAbout(said));
                case CHARTS -> charts.stream().flatMap(c -> ChartGrids.chart(c, data, selected, zone, told)).map(g -> g.withAbout(said)).forEach(all::add);
                default -> data.series().values().stream().sorted(Comparator.comparing(SeriesView::title)).forEach(s -> {
                    int[] rows = selected.isEmpty() ? data.rows() : selected.stream().toArray();
                    BitSet out = guard.withheldPlaces(s.id()).orElse(new BitSet());
                    int[] places = Arrays.stream(data.places(s.id(), rows)).filter(p -> !out.get(p)).toArray();
                    List<String> lines = new ArrayList<>(origins.aboutSeries(s.id(), s.title(), file(session, s.id())));
                    if (!out.isEmpty()) {
                        lines.add(TEXTS.get("export.withheld", guard.least()));
                    }
                    all.add(Grids.series(s, places, window).withAbout(lines));
                });
            }
            return all;
        };
    }

    private static String file(Session session, String seriesId) {
        return session.seriesSources().containsKey(seriesId) ? session.seriesSources().get(seriesId).file() : "";
    }
}
