package org.kvarter.ui.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kvarter.analysis.DataOrigins;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.Layer;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.overlay.ValueSource;
import org.kvarter.scenario.Origin;
import org.kvarter.scenario.ScenarioView;
import org.kvarter.series.SeriesJoin;
import org.kvarter.series.SeriesView;
import org.kvarter.series.SeriesValues;
import org.kvarter.session.SeriesTarget;
import org.kvarter.session.Session;
import org.kvarter.task.LatestWins;
import org.kvarter.task.Tasks;
import org.kvarter.text.Texts;

/** The lines of the chart: the district's sum, and the sum of what is selected, of the series that is shown. */
public final class TracesModel {

    private static final Texts TEXTS = Texts.in(TracesModel.class);

    private final Session session;
    private final LatestWins<List<Trace>> summing;
    private final BooleanProperty movement = new SimpleBooleanProperty(this, "movement");
    private final ObservableList<Trace> traces = FXCollections.observableArrayList();
    private final InvalidationListener changed = o -> sum();

    public TracesModel(Session session, Tasks tasks) {
        this.session = session;
        summing = new LatestWins<>(tasks.work(), tasks.fx());
        session.viewProperty().addListener((o, was, is) -> sum());
        session.selection().addListener(changed);
        session.activeOverlayProperty().addListener((o, was, is) -> sum());
        session.overlays().addListener(changed);
        movement.addListener(changed);
        session.dataBookProperty().addListener(changed);
        session.styles().addListener(changed);
        session.clock().startProperty().addListener((o, was, is) -> sum());
        session.clock().endProperty().addListener((o, was, is) -> sum());
        sum();
    }

    /** What is selected first, then the district; empty where there is no series. */
    ObservableList<Trace> traces() {
        return traces;
    }

    /** Whether the chart shows what moves beside a series; without a series it always does. */
    public BooleanProperty movementProperty() {
        return movement;
    }

    private void sum() {
        Optional<SeriesView> table = charted();
        List<Layer> shown = session.district().layers().stream().filter(l -> session.style(l.id()).visible()).toList();
        MovementTraces moving = new MovementTraces(shown, session.clock().startProperty().get(), session.clock().endProperty().get());
        Set<FeatureKey> selected = Set.copyOf(session.selection());
        FlowTraces counted = new FlowTraces(shown, selected, session.viewProperty().get());
        if (table.isEmpty() || counted.isAboutSites()) {
            boolean sites = counted.isAboutSites();
            summing.request(() -> {
                List<Trace> all = new ArrayList<>(counted.traces());
                all.addAll(sites ? List.of() : moving.traces());
                return all;
            }, traces::setAll);
            return;
        }
        SeriesView series = table.get();
        SeriesTarget target = session.seriesTarget(session.viewProperty().get().shapeOf(series.id())).orElse(null);
        Optional<Layer> layer = target == null ? Optional.empty() : session.layer(target.layerId());
        String shape = session.viewProperty().get().shapeOf(series.id());
        Origin origin = new DataOrigins(session.dataBook(), session.scenarios()).ofSeries(series.id());
        Optional<ToldTraces> told = session.vault().guard().withheldPlaces(shape)
                .map(w -> new ToldTraces(session.scenarioEngine(), session.scenarios(), origin));
        boolean both = movement.get() || session.activeOverlay().map(o -> o.values() instanceof ValueSource.Service).orElse(false);
        summing.request(() -> {
            List<Trace> all = new ArrayList<>(counted.traces());
            all.addAll(told.isPresent() && layer.isPresent() ? told.get().traces(series, layer.get(), selected) : sum(series, target, layer, selected, origin));
            all.addAll(both ? moving.traces() : List.of());
            return all;
        }, traces::setAll);
    }

    /** The series of the active overlay, else of the first overlay that has one, else any. */
    private Optional<SeriesView> charted() {
        ScenarioView view = session.viewProperty().get();
        Stream<OverlaySpec> overlays = Stream.concat(session.activeOverlay().stream(), session.overlays().stream());
        return overlays.map(OverlaySpec::values).filter(ValueSource.Series.class::isInstance).map(ValueSource.Series.class::cast)
                .flatMap(s -> view.series(s.seriesId()).stream()).findFirst()
                .or(() -> session.series().values().stream().min(Comparator.comparing(SeriesView::title)).flatMap(t -> view.series(t.id())));
    }

    private static List<Trace> sum(SeriesView series, SeriesTarget target, Optional<Layer> layer, Set<FeatureKey> selected, Origin origin) {
        List<Trace> traces = new ArrayList<>();
        if (layer.isPresent() && !selected.isEmpty()) {
            SeriesJoin join = SeriesJoin.by(target.keyAttribute(), series.keys(), layer.get().features());
            int[] places = selected.stream().filter(k -> k.layerId().equals(layer.get().id()))
                    .mapToInt(k -> join.placeOfFeature()[k.row()]).filter(p -> p >= 0).distinct().toArray();
            if (places.length > 0) {
                traces.add(new Trace(TEXTS.get("selected", places.length), series.unit(), series.axis(), SeriesValues.sumOfPlaces(series, places),
                        places.length, origin, series.qualityOf(places)));
            }
        }
        int[] all = IntStream.range(0, series.places()).toArray();
        traces.add(new Trace(TEXTS.get("district", series.title()), series.unit(), series.axis(), SeriesValues.sumOfPlaces(series, all), all.length, origin,
                series.qualityOf(all)));
        return traces;
    }
}
