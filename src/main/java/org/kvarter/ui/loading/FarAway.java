package org.kvarter.ui.loading;

import java.util.List;
import java.util.Optional;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.Extent;
import org.kvarter.model.Layer;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Numbers;

/** Notices layers that have come in so far from the others that both are not seen at once: a wrong file, or a wrong system. Stateless. */
final class FarAway {

    private static final Texts TEXTS = Texts.in(FarAway.class);

    /** So far from its middle the district's projection no longer tells distances. */
    private static final double MOST_TRUE_KM = 3_000;

    private FarAway() {
    }

    /**
     * The first layer that lies far off; empty where all lie together or nothing was there before.
     *
     * @param district with the new layers in it
     * @param added    the new layers
     */
    static Optional<Layer> find(District district, List<Layer> added) {
        Bounds before = before(district, added);
        return added.stream().filter(l -> !before.isEmpty() && !l.bounds().isEmpty() && Extent.gap(before, l.bounds()) > Extent.FAR).findFirst();
    }

    /** A sentence about a layer that was found. */
    static String sentence(District district, List<Layer> added, Layer far) {
        double km = Extent.gap(before(district, added), far.bounds()) / 1_000;
        return km > MOST_TRUE_KM ? TEXTS.get("far.beyond", far.title(), Numbers.with(Numbers.three(MOST_TRUE_KM), "km"))
                : TEXTS.get("far", far.title(), Numbers.with(Numbers.three(km), "km"));
    }

    private static Bounds before(District district, List<Layer> added) {
        List<String> ids = added.stream().map(Layer::id).toList();
        return Extent.about(0, 0, district.layers().stream().filter(l -> !ids.contains(l.id())).map(Layer::bounds).toList());
    }
}
