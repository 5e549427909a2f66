package org.kvarter.ui.overlays;

import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.kvarter.mobility.Timetable;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Layer;
import org.kvarter.overlay.OverlayPainter;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.overlay.ValueSource;
import org.kvarter.scenario.ScenarioView;
import org.kvarter.series.SeriesJoin;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.SeriesView;
import org.kvarter.series.TimeWindow;
import org.kvarter.session.SeriesTarget;
import org.kvarter.session.Session;
import org.kvarter.task.LatestWins;
import org.kvarter.task.Tasks;
import org.kvarter.ui.mobility.Timetables;

/** Turns the active overlay and the clock into colours, off the window's thread; while time runs, the latest moment wins. */
public final class PaintingModel {

    private final Session session;
    private final LatestWins<Painted> painting;
    private final ReadOnlyObjectWrapper<Painted> painted = new ReadOnlyObjectWrapper<>(this, "painted", Painted.NOTHING);
    private TimeWindow window;
    /** Touched by the style thread alone. */
    private Brush brush;

    /** What is painted, as it is asked for: what the scenario makes of it is found on the style thread. */
    private record Job(OverlaySpec spec, Layer layer, ScenarioView view, SeriesTable table, String keyAttribute, Timetable timetable) {
    }

    /** A painter of the district as it is, and of what the shown scenario makes of it. */
    private record Brush(Key key, OverlayPainter base, OverlayPainter painter) {
    }

    /** Everything the painter of the base is made of: while it stays the same, the painter and its scales do. */
    private record Key(OverlaySpec spec, FeatureTable features, SeriesTable table, String keyAttribute, Timetable timetable) {
        boolean is(Key other) {
            return other != null && spec.equals(other.spec) && features == other.features && table == other.table && timetable == other.timetable
                    && Objects.equals(keyAttribute, other.keyAttribute);
        }
    }

    public PaintingModel(Session session, Tasks tasks) {
        this.session = session;
        painting = new LatestWins<>(tasks.style(), tasks.fx());
        session.activeOverlayProperty().addListener((o, was, is) -> changed());
        session.overlays().addListener((javafx.beans.InvalidationListener) o -> changed());
        session.viewProperty().addListener((o, was, is) -> changed());
        session.clock().timeProperty().addListener((o, was, is) -> timeChanged());
        session.clock().stepProperty().addListener((o, was, is) -> timeChanged());
        session.clock().zoneProperty().addListener((o, was, is) -> timeChanged());
        changed();
    }

    /** Colours and legend of this moment. */
    public ReadOnlyObjectProperty<Painted> paintedProperty() {
        return painted.getReadOnlyProperty();
    }

    private void timeChanged() {
        boolean follows = session.activeOverlay().map(o -> !(o.values() instanceof ValueSource.Attribute)).orElse(false);
        if (follows && !session.clock().window().equals(window)) {
            changed();
        }
    }

    private void changed() {
        Optional<Job> now = session.activeOverlay().flatMap(this::job);
        if (now.isEmpty()) {
            painting.request(() -> Painted.NOTHING, painted::set);
            return;
        }
        window = session.clock().window();
        TimeWindow asked = window;
        Job wanted = now.get();
        painting.request(() -> paint(wanted, asked), painted::set);
    }

    private Optional<Job> job(OverlaySpec spec) {
        ScenarioView view = session.viewProperty().get();
        Optional<Layer> layer = session.layer(spec.layerId());
        if (layer.isEmpty()) {
            return Optional.empty();
        }
        if (spec.values() instanceof ValueSource.Series series) {
            String shape = view.shapeOf(series.seriesId());
            SeriesTable table = session.series().get(shape);
            String key = session.seriesTarget(shape).map(SeriesTarget::keyAttribute).orElse(null);
            return table == null ? Optional.empty()
                    : Optional.of(new Job(spec, layer.get(), view, table, key, null));
        }
        if (spec.values() instanceof ValueSource.Service) {
            return Timetables.of(session.district(), layer.get()).map(t -> new Job(spec, layer.get(), view, null, null, t));
        }
        return Optional.of(new Job(spec, layer.get(), view, null, null, null));
    }

    private Painted paint(Job job, TimeWindow asked) {
        Key wanted = new Key(job.spec(), job.layer().features(), job.table(), job.keyAttribute(), job.timetable());
        OverlayPainter base = brush != null && wanted.is(brush.key()) ? brush.base() : painter(wanted);
        FeatureTable features = job.view().features(job.layer());
        SeriesView series = job.spec().values() instanceof ValueSource.Series s ? job.view().series(s.seriesId()).orElse(job.table()) : null;
        boolean asItIs = features == wanted.features() && series == wanted.table();
        brush = new Brush(wanted, base, asItIs ? base : base.of(features, series));
        return new Painted(job.spec().layerId(), brush.painter().colours(asked), Optional.of(brush.painter().legend(asked)));
    }

    private static OverlayPainter painter(Key wanted) {
        if (wanted.timetable() != null) {
            return ServiceValues.painter(wanted.spec(), wanted.features(), wanted.timetable());
        }
        if (wanted.table() == null) {
            return OverlayPainter.ofAttribute(wanted.spec(), wanted.features());
        }
        SeriesJoin join = wanted.keyAttribute() == null ? SeriesJoin.best(wanted.table().keys(), wanted.features())
                : SeriesJoin.by(wanted.keyAttribute(), wanted.table().keys(), wanted.features());
        return OverlayPainter.ofSeries(wanted.spec(), wanted.features(), wanted.table(), join);
    }
}
