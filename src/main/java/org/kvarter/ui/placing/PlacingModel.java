package org.kvarter.ui.placing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.kvarter.geo.place.HandPlacement;
import org.kvarter.geo.place.PointFit;
import org.kvarter.model.Bounds;
import org.kvarter.model.Layer;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.Terrain;
import org.kvarter.project.ProjectSource;
import org.kvarter.scene.label.Handles;
import org.kvarter.session.Session;
import org.kvarter.ui.loading.LoadingModel;

/**
 * The model that is being placed: all layers of one file. What is changed is seen at once as a box; the file is read again with its new
 * place when the handles are let go. JavaFX thread only.
 *
 * <p>The handles' turn and size are those since the file was read last; a placement's are those of the file itself.
 */
public final class PlacingModel {

    private final Session session;
    private final LoadingModel loading;
    private final ObjectProperty<Layer> layer = new SimpleObjectProperty<>(this, "layer");
    private final ObjectProperty<Handles> handles = new SimpleObjectProperty<>(this, "handles");
    private final List<PointFit.Pair> pairs = new ArrayList<>();
    private HandPlacement base;
    private double foot;

    public PlacingModel(Session session, LoadingModel loading) {
        this.session = session;
        this.loading = loading;
        session.districtProperty().subscribe(district -> {
            if (layer.get() != null) {
                district.layer(layer.get().id()).ifPresentOrElse(this::begin, this::end);
            }
        });
    }

    /** Takes up the file of a layer. */
    public void begin(Layer of) {
        Optional<ProjectSource> source = session.sources().stream().filter(s -> s.layers().contains(of.id())).findFirst();
        LocalFrame frame = session.district().frame();
        if (source.isEmpty() || frame == null) {
            end();
            return;
        }
        Bounds box = session.district().layers().stream().filter(l -> source.get().layers().contains(l.id())).map(Layer::bounds)
                .reduce(Bounds.EMPTY, Bounds::union);
        if (box.isEmpty()) {
            end();
            return;
        }
        Optional<HandPlacement> kept = source.get().options().setting(HandPlacement.SETTING).flatMap(HandPlacement::parse);
        base = kept.orElseGet(() -> HandPlacement.about(round(box.centreEast() + frame.originEast()), round(box.centreNorth() + frame.originNorth()),
                round(box.minUp() + frame.originHeight())));
        foot = box.minUp();
        pairs.clear();
        layer.set(of);
        handles.set(new Handles(frame.toLocalEast(base.east() + base.moveEast()), frame.toLocalNorth(base.north() + base.moveNorth()), foot,
                Math.max(1, box.width() / 2), Math.max(1, box.depth() / 2), Math.max(1, box.height()), 0, 1));
    }

    /** Lets go of it. */
    public void end() {
        layer.set(null);
        handles.set(null);
        pairs.clear();
    }

    /** The layer by which the file was taken up; {@code null} for none. */
    public ReadOnlyObjectProperty<Layer> layerProperty() {
        return layer;
    }

    /** Where it stands now, or would stand; {@code null} while nothing is placed. */
    public ReadOnlyObjectProperty<Handles> handlesProperty() {
        return handles;
    }

    /** Shows it elsewhere without reading it again. */
    public void preview(Handles there) {
        handles.set(there);
    }

    /** The placement as it is shown. */
    public HandPlacement placement() {
        Handles h = handles.get();
        LocalFrame frame = session.district().frame();
        return base.to(h.east() + frame.originEast(), h.north() + frame.originNorth(), base.height() + base.moveUp() + h.up() - foot,
                Math.IEEEremainder(base.turn() + h.turn(), 360), base.size() * h.size());
    }

    /** Height of its foot in the district's system, metres. */
    public double footHeight() {
        return handles.get().up() + session.district().frame().originHeight();
    }

    /**
     * Puts it by numbers.
     *
     * @param east   easting of the place about which it turns, district's system
     * @param north  northing, as above
     * @param height of its foot
     * @param turn   degrees clockwise from how the file has it
     * @param size   factor on the file's size
     */
    public void put(double east, double north, double height, double turn, double size) {
        LocalFrame frame = session.district().frame();
        handles.set(handles.get().at(frame.toLocalEast(east), frame.toLocalNorth(north), frame.toLocalUp(height))
                .with(turn - base.turn(), size / base.size()));
        apply();
    }

    /** Lowers or raises it until its lowest corner stands on the ground; nothing where the ground is not known. */
    public void dropToTerrain() {
        double low = Double.POSITIVE_INFINITY;
        Handles h = handles.get();
        for (double[] corner : new double[][] {{0, 0}, {-1, -1}, {1, -1}, {1, 1}, {-1, 1}}) {
            double ground = ground(h.east() + corner[0] * h.halfWidth() * h.size(), h.north() + corner[1] * h.halfDepth() * h.size());
            low = Double.isNaN(ground) ? low : Math.min(low, ground);
        }
        if (Double.isFinite(low)) {
            handles.set(h.at(h.east(), h.north(), low));
            apply();
        }
    }

    private double ground(double east, double north) {
        return session.district().terrain().map((Terrain t) -> t.heightAt(east, north)).orElse(Double.NaN);
    }

    /** Whether there is ground to stand on. */
    public boolean hasTerrain() {
        return session.district().terrain().isPresent();
    }

    /** Adds a place of the model and where it is to come, local metres; answers how many pairs there are. */
    public int pair(double[] from, double[] to) {
        pairs.add(new PointFit.Pair(inSystem(from), inSystem(to)));
        return pairs.size();
    }

    /** Forgets the pairs. */
    public void clearPairs() {
        pairs.clear();
    }

    /**
     * Fits it to the pairs; the new place is read.
     *
     * @param sized whether its size may change
     * @return how far the places still lie beside their targets, metres
     */
    public double fit(boolean sized) {
        PointFit.Fit fit = PointFit.of(placement(), pairs, sized);
        pairs.clear();
        read(fit.placement());
        return fit.residual();
    }

    /** Puts it back to where the file says. */
    public void reset() {
        loading.place(layer.get().id(), null);
    }

    /** Reads the file again in the place that is shown. */
    public void apply() {
        read(placement());
    }

    private void read(HandPlacement placement) {
        if (!placement.equals(base)) {
            loading.place(layer.get().id(), placement);
        }
    }

    private double[] inSystem(double[] local) {
        LocalFrame frame = session.district().frame();
        return new double[] {local[0] + frame.originEast(), local[1] + frame.originNorth(), local[2] + frame.originHeight()};
    }

    private static double round(double metres) {
        return Math.rint(metres * 1000) / 1000;
    }
}
