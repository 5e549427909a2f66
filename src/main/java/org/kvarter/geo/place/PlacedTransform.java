package org.kvarter.geo.place;

import java.util.Optional;
import org.kvarter.geo.CoordinateTransform;
import org.kvarter.model.LocalFrame;

/**
 * A transform into the district with a person's own placement after it.
 *
 * @param first     from source coordinates into the local frame
 * @param placement done there
 * @param frame     the local frame
 */
public record PlacedTransform(CoordinateTransform first, HandPlacement placement, LocalFrame frame) implements CoordinateTransform {

    /** {@code first} itself where nobody has placed anything. */
    public static CoordinateTransform of(CoordinateTransform first, Optional<HandPlacement> placement, Optional<LocalFrame> frame) {
        return placement.isEmpty() || frame.isEmpty() || placement.get().isNone() ? first
                : new PlacedTransform(first, placement.get(), frame.get());
    }

    @Override
    public void toLocal(double[] xyz, int from, int count) {
        first.toLocal(xyz, from, count);
        placement.apply(xyz, from, count, frame);
    }

    @Override
    public void toSource(double[] xyz, int from, int count) {
        placement.undo(xyz, from, count, frame);
        first.toSource(xyz, from, count);
    }
}
