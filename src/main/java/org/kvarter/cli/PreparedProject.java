package org.kvarter.cli;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.DataOrigins;
import org.kvarter.analysis.Derivations;
import org.kvarter.analysis.Prepared;
import org.kvarter.analysis.Reckoning.Target;
import org.kvarter.analysis.area.Memberships;
import org.kvarter.analysis.privacy.Guard;
import org.kvarter.exporting.table.Grid;
import org.kvarter.exporting.table.Grids;
import org.kvarter.geo.filter.FeatureFilter;
import org.kvarter.importing.pipeline.ImportResult;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.model.Layer;
import org.kvarter.project.ProjectDocument;
import org.kvarter.scenario.BaseData;
import org.kvarter.scenario.Discretion;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.scenario.ScenarioEngine;
import org.kvarter.series.LayerSeries;
import org.kvarter.series.SeriesView;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.session.loading.ProjectData;
import org.kvarter.task.Progress;

/** What projects say of the layers that are read: reckoned attributes, sums over areas, and what is withheld of personal data. */
final class PreparedProject {

    private final List<SeriesSource> sources = new ArrayList<>();
    private DataBook book = DataBook.EMPTY;
    private ScenarioBook scenarios = ScenarioBook.EMPTY;

    /** Takes over what a project says. */
    void add(ProjectDocument document) {
        sources.addAll(document.series());
        DataBook more = document.dataBook();
        book = book.equals(DataBook.EMPTY) ? more : new DataBook(joined(book.columns(), more.columns()), joined(book.summaries(), more.summaries()), joined(book.records(), more.records()),
                more.privacy(), List.of());
        scenarios = document.scenarios();
    }

    private static <T> List<T> joined(List<T> a, List<T> b) {
        List<T> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    /** What the layers are with what is added and without what is withheld. */
    Prepared prepare(ImportResult result) {
        Map<String, LayerMesh> meshes = result.layers().stream().filter(l -> l.mesh().isPresent()).collect(Collectors.toMap(l -> l.layer().id(), l -> l.mesh().get()));
        Map<String, SeriesView> series = new HashMap<>();
        result.layers().stream().flatMap(l -> l.series().stream()).forEach(s -> series.put(s.id(), s));
        ProjectData.series(sources, Progress.NONE).forEach(s -> series.put(s.id(), s));
        return Prepared.of(book, result.district(), meshes, series, targets(sources));
    }

    /** What series are joined to. */
    static Function<String, Optional<Target>> targets(List<SeriesSource> sources) {
        Map<String, Target> all = new HashMap<>();
        sources.forEach(s -> all.put(s.seriesId(), new Target(s.layerId(), s.keyAttribute())));
        return id -> Optional.ofNullable(all.get(id)).or(() -> LayerSeries.layerOf(id).map(l -> new Target(l, "")));
    }

    /** Answers for scenarios of what was prepared. */
    static ScenarioEngine engine(Prepared prepared, DataBook book, ProjectData data) {
        Map<String, SeriesSource> sources = data.base().sources();
        BaseData shown = new BaseData(prepared.district(), prepared.series(), sources);
        BaseData whole = prepared.guard() == Guard.NONE ? shown : new BaseData(prepared.whole(), prepared.wholeSeries(), sources);
        Function<String, Optional<Target>> targets = targets(List.copyOf(sources.values()));
        Memberships memberships = new Memberships();
        return new ScenarioEngine(shown, whole, prepared.guard() == Guard.NONE ? Discretion.NONE : prepared.guard(),
                new Derivations(book, shown.district(), data.meshes(), shown.series(), targets, prepared.guard(), memberships),
                new Derivations(book, whole.district(), data.meshes(), whole.series(), targets, Guard.NONE, memberships));
    }

    /** Where data come from. */
    DataOrigins origins() {
        return new DataOrigins(book, scenarios);
    }

    /** A table for each layer that has attributes, or of those named. */
    List<Grid> tables(Prepared prepared, List<String> layerIds, Optional<FeatureFilter> filter) {
        DataOrigins origins = origins();
        List<Grid> all = new ArrayList<>();
        for (Layer layer : prepared.district().layers()) {
            boolean wanted = layerIds.isEmpty() ? !layer.features().attributes().columns().isEmpty() : layerIds.contains(layer.id());
            if (wanted && layer.features().size() > 0) {
                BitSet met = filter.isEmpty() ? null : filter.get().concerns(layer.features()) ? filter.get().matches(layer.features()) : new BitSet();
                int[] rows = IntStream.range(0, layer.features().size()).filter(r -> met == null || met.get(r)).toArray();
                Grid grid = Grids.features(layer.title(), layer.features(), rows, List.of()).withAbout(origins.about(layer));
                all.add(prepared.guard().isPersonal(layer.id()) ? grid.withAbout(List.of(prepared.guard().reason())) : grid);
            }
        }
        return all;
    }

    /** Series by their ids, as far as their places may be told. */
    List<Grid> series(Prepared prepared, List<String> ids) {
        DataOrigins origins = origins();
        List<Grid> all = new ArrayList<>();
        for (String id : ids) {
            SeriesView table = prepared.series().get(id);
            if (table != null) {
                BitSet out = prepared.guard().withheldPlaces(id).orElse(new BitSet());
                int[] places = IntStream.range(0, table.places()).filter(p -> !out.get(p)).toArray();
                Grid grid = Grids.series(table, places, null).withAbout(origins.aboutSeries(id, table.title(), sources.stream().filter(s -> s.seriesId().equals(id)).findFirst().map(SeriesSource::file).orElse("")));
                all.add(out.isEmpty() ? grid : grid.withAbout(List.of(prepared.guard().reason())));
            }
        }
        return all;
    }
}
