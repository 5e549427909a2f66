package org.kvarter.ui.loading;

import java.util.List;
import java.util.Optional;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.Layer;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Numbers;

/** Notices layers that have come in so far from the others that both are not seen at once: a wrong file, or a wrong system. Stateless. */
final class FarAway {

    private static final Texts TEXTS = Texts.in(FarAway.class);
    private static final double FAR = 20_000;

    private FarAway() {
    }

    /**
     * A sentence about the first layer that lies far off; empty where all lie together or nothing was there before.
     *
     * @param district with the new layers in it
     * @param added    the new layers
     */
    static Optional<String> sentence(District district, List<Layer> added) {
        List<String> ids = added.stream().map(Layer::id).toList();
        Bounds before = district.layers().stream().filter(l -> !ids.contains(l.id())).map(Layer::bounds).reduce(Bounds.EMPTY, Bounds::union);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        return added.stream().filter(l -> !l.bounds().isEmpty() && gap(before, l.bounds()) > FAR).findFirst()
                .map(l -> TEXTS.get("far", l.title(), Numbers.with(Numbers.three(gap(before, l.bounds()) / 1_000), "km")));
    }

    private static double gap(Bounds a, Bounds b) {
        double east = Math.max(0, Math.max(b.minEast() - a.maxEast(), a.minEast() - b.maxEast()));
        double north = Math.max(0, Math.max(b.minNorth() - a.maxNorth(), a.minNorth() - b.maxNorth()));
        return Math.hypot(east, north);
    }
}
