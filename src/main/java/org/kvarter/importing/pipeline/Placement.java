package org.kvarter.importing.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.CoordinateTransform;
import org.kvarter.geo.CrsException;
import org.kvarter.geo.FrameChooser;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.Terrain;

/**
 * The frame of the district under way and the transforms into it. One reading thread.
 *
 * <p>Rasters may have to wait: they are read first, so that buildings find the terrain, but the frame is chosen from the first source
 * with features, whose place matters more than that of a map sheet around it.
 */
final class Placement {

    /** A raster that waits for a frame. */
    interface Waiting {

        CoordinateSystem system();

        Bounds extent();

        void place();
    }

    private final CoordinateSystems systems;
    private final ImportListener listener;
    private final Map<String, CoordinateTransform> transforms = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private LocalFrame frame;
    private Terrain terrain;

    Placement(CoordinateSystems systems, District district, ImportListener listener) {
        this.systems = systems;
        this.listener = listener;
        this.frame = district.frame();
        this.terrain = district.terrain().orElse(null);
    }

    Optional<LocalFrame> frame() {
        return Optional.ofNullable(frame);
    }

    Optional<Terrain> terrain() {
        return Optional.ofNullable(terrain);
    }

    void terrain(Terrain placed) {
        terrain = placed;
    }

    /** Puts a raster aside until there is a frame, or places it at once. */
    void whenFramed(Waiting raster) {
        if (frame == null) {
            waiting.add(raster);
        } else {
            raster.place();
        }
    }

    /** Gives rasters that still wait a frame of their own. */
    void placeWaiting() throws CrsException {
        if (frame == null && !waiting.isEmpty()) {
            setFrame(new FrameChooser(systems).choose(waiting.get(0).system(), waiting.get(0).extent()));
        }
    }

    /**
     * The transform of a source into the frame, which is chosen here where there is none yet.
     *
     * @param extent box around what is known of the source, in its own coordinates
     */
    CoordinateTransform of(CoordinateSystem system, Bounds extent) throws CrsException {
        if (frame == null) {
            setFrame(new FrameChooser(systems).choose(system, extent));
        }
        CoordinateTransform known = transforms.get(system.definition());
        if (known == null) {
            known = systems.toFrame(system, frame);
            transforms.put(system.definition(), known);
        }
        return known;
    }

    /**
     * The transform of a source in metres of its own.
     *
     * @param anchor where its zero stands: easting, northing and height in the district's system; without it the frame's origin, or
     *               wherever the source lies in a district that has no frame, or one of such metres itself
     */
    CoordinateTransform local(Optional<double[]> anchor, Bounds extent) throws CrsException {
        if (frame == null) {
            setFrame(new FrameChooser(systems).chooseLocal(extent));
        }
        if (frame.crs().isBlank() && anchor.isEmpty()) {
            return systems.toFrame("", frame);
        }
        double[] a = anchor.orElse(new double[] {frame.originEast(), frame.originNorth(), frame.originHeight()});
        return CoordinateSystems.local(frame.toLocalEast(a[0]), frame.toLocalNorth(a[1]), frame.toLocalUp(a[2]));
    }

    private void setFrame(LocalFrame chosen) {
        frame = chosen;
        listener.frameChosen(chosen);
        List<Waiting> ready = new ArrayList<>(waiting);
        waiting.clear();
        ready.forEach(Waiting::place);
    }
}
