package org.kvarter.ui.measure;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.model.District;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.SolidLayer;
import org.kvarter.scene.label.MeasureLine;
import org.kvarter.scene.pick.Snap;
import org.kvarter.session.Session;
import org.kvarter.session.ShownStep;
import org.kvarter.task.LatestWins;
import org.kvarter.task.Tasks;
import org.kvarter.text.Texts;

/**
 * Measuring: places come in, what is measured, how it reads and how it is drawn come out. Every step is undone like any other, none is
 * kept by the project. JavaFX thread only.
 */
public final class MeasureModel {

    private final Session session;
    private final Coordinates coordinates = new Coordinates(new CoordinateSystems());
    private final LatestWins<Reading> places;
    private final BooleanProperty active = new SimpleBooleanProperty(this, "active");
    private final ObjectProperty<Measurement> measured = new SimpleObjectProperty<>(this, "measured", Measurement.none(MeasureMode.DISTANCE));
    private final ReadOnlyObjectWrapper<MeasureLine> line = new ReadOnlyObjectWrapper<>(this, "line", MeasureLine.NONE);
    private final ReadOnlyObjectWrapper<Reading> reading = new ReadOnlyObjectWrapper<>(this, "reading", Reading.NONE);
    private final StringProperty system = new SimpleStringProperty(this, "system", "");
    private final BooleanBinding underWay = Bindings.createBooleanBinding(() -> measured.get().isUnderWay(), measured);
    private Snap pointer;

    public MeasureModel(Session session, Tasks tasks) {
        this.session = session;
        this.places = new LatestWins<>(tasks.work(), tasks.fx());
        measured.addListener((o, was, is) -> show());
        system.addListener((o, was, is) -> show());
        active.addListener((o, was, is) -> {
            if (!is) {
                pointer = null;
                measured.set(Measurement.none(mode()));
                show();
            }
        });
        session.districtProperty().addListener((o, was, is) -> {
            if (was.frame() != is.frame()) {
                measured.set(Measurement.none(mode()));
            }
        });
    }

    /** Whether the pointer measures; what is measured goes with it. */
    public BooleanProperty activeProperty() {
        return active;
    }

    /** What is measured so far. */
    public ReadOnlyObjectProperty<Measurement> measuredProperty() {
        return measured;
    }

    public MeasureMode mode() {
        return measured.get().mode();
    }

    /** Whether places are set and more are to come. */
    public BooleanBinding underWayBinding() {
        return underWay;
    }

    /** What to draw into the twin. */
    public ReadOnlyObjectProperty<MeasureLine> lineProperty() {
        return line.getReadOnlyProperty();
    }

    /** How it reads. */
    public ReadOnlyObjectProperty<Reading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** A coordinate reference system for coordinates beside the usual ones, as a person types it. */
    public StringProperty systemProperty() {
        return system;
    }

    /** Measures something else. */
    public void choose(MeasureMode mode) {
        if (mode != mode()) {
            Measurement none = Measurement.none(mode);
            if (measured.get().places().isEmpty()) {
                measured.set(none);
            } else {
                perform(none);
            }
        }
    }

    /** The pointer has come over a place; {@code null} for the sky. */
    public void point(Snap place) {
        if (place != null || pointer != null) {
            pointer = place;
            show();
        }
    }

    /** A place is set. */
    public void click(Snap place) {
        pointer = null;
        perform(next(place));
        pointer = place;
    }

    /** What is under way is whole, or, of too few places, nothing. */
    public void finish() {
        if (measured.get().isUnderWay()) {
            perform(measured.get().finish());
        }
    }

    /** Takes the last place back. */
    public void back() {
        if (!measured.get().places().isEmpty()) {
            perform(measured.get().back());
        }
    }

    /** Gives up what is under way; answers whether anything was. */
    public boolean cancel() {
        boolean is = measured.get().isUnderWay();
        if (is) {
            perform(Measurement.none(mode()));
        }
        return is;
    }

    /** What was measured, as text to paste elsewhere; empty where nothing was. */
    public String text() {
        Reading now = reading.get();
        return now.isEmpty() ? "" : now.text(Texts.in(MeasureModel.class).get("mode." + mode().key()));
    }

    private void perform(Measurement after) {
        Measurement before = measured.get();
        session.undo().perform(new ShownStep<>(Texts.in(MeasureModel.class).get("undo"), before, after, shown -> {
            active.set(true);
            measured.set(shown);
        }));
    }

    private Measurement next(Snap place) {
        return measured.get().then(place.place(), ground(place));
    }

    /** The ground under a place; where none is known, the foot of what it belongs to. */
    private double ground(Snap place) {
        double[] at = place.place();
        return session.district().terrain().map(t -> t.heightAt(at[0], at[1])).filter(Double::isFinite).or(() -> foot(place.feature())).orElse(0.0);
    }

    private Optional<Double> foot(FeatureKey key) {
        return key == null ? Optional.empty() : session.layer(key.layerId()).filter(SolidLayer.class::isInstance)
                .map(l -> ((SolidLayer) l).boundsOf(key.row())).filter(b -> !b.isEmpty()).map(b -> b.minUp());
    }

    private void show() {
        Measurement now = measured.get();
        boolean asked = pointer != null && active.get() && !now.finished();
        Measurement previewed = asked ? next(pointer) : now;
        boolean loose = asked && now.mode() != MeasureMode.PLACE;
        MeasureLine.Mark mark = pointer == null || !active.get() || pointer.kind() == Snap.Kind.FREE ? null
                : new MeasureLine.Mark(pointer.place(), pointer.kind() == Snap.Kind.CORNER);
        line.set(previewed.places().isEmpty() && mark == null ? MeasureLine.NONE : Sketch.of(previewed).pointed(loose, mark));
        if (now.mode() != MeasureMode.PLACE) {
            places.request(() -> Reading.NONE, nothing -> { });
            reading.set(Reader.read(previewed));
        } else if (previewed.places().isEmpty()) {
            places.request(() -> Reading.NONE, nothing -> { });
            reading.set(Reading.NONE);
        } else {
            double[] place = previewed.places().get(0);
            District district = session.district();
            String other = system.get();
            MeasureLine drawn = line.get();
            places.request(() -> coordinates.read(place, district, other), read -> {
                reading.set(read);
                line.set(drawn.withNote(place, read.rows().get(0).value()));
            });
        }
    }
}
