package org.kvarter.importing.pipeline;

import java.util.Optional;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.CoordinateTransform;
import org.kvarter.geo.CrsException;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.SourceRef;

/** Places of the district in the coordinates that a source has them in. Stateless. */
public final class SourceCoordinates {

    private SourceCoordinates() {
    }

    /**
     * Where a place lies for a source that has been read.
     *
     * @param request how it was read
     * @param source  what came of it
     * @param place   local east, north, up
     * @return the source's own x, y and z; empty where its system is not known
     */
    public static Optional<double[]> of(CoordinateSystems systems, ImportRequest request, SourceRef source, District district, double[] place) {
        Placement placement = new Placement(systems, district, ImportListener.NONE);
        try {
            CoordinateTransform plain;
            if (source.crs().isEmpty()) {
                plain = placement.local(SourcePlace.anchor(request), Bounds.EMPTY);
            } else {
                Optional<CoordinateSystem> system = systems.find(source.crs());
                if (system.isEmpty()) {
                    return Optional.empty();
                }
                plain = placement.of(system.get(), Bounds.EMPTY);
            }
            double[] xyz = place.clone();
            SourcePlace.placed(request, plain, district.frame()).toSource(xyz, 0, 1);
            return Double.isFinite(xyz[0] + xyz[1] + xyz[2]) ? Optional.of(xyz) : Optional.empty();
        } catch (CrsException e) {
            return Optional.empty();
        }
    }
}
