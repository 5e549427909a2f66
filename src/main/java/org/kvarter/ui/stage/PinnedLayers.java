package org.kvarter.ui.stage;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.kvarter.model.District;
import org.kvarter.model.LayerKind;
import org.kvarter.model.VectorLayer;

/**
 * Which layers' points stand out of the twin as pins: what is measured somewhere always, and stops, stations and other places while data
 * colour them. A dot on the street between houses would show no value.
 */
final class PinnedLayers {

    /** More than so many places hide each other. */
    private static final int MOST = 5_000;
    private static final Set<LayerKind> PLACES = EnumSet.of(LayerKind.STOPS, LayerKind.STATIONS, LayerKind.POINTS);

    private PinnedLayers() {
    }

    /** @param colouredId the layer that an overlay colours, {@code ""} for none */
    static List<VectorLayer> of(District district, String colouredId) {
        return district.layers().stream().filter(VectorLayer.class::isInstance).map(VectorLayer.class::cast)
                .filter(l -> l.kind() == LayerKind.SENSORS || l.id().equals(colouredId) && arePlaces(l)).toList();
    }

    private static boolean arePlaces(VectorLayer layer) {
        return PLACES.contains(layer.kind()) && layer.geometries().length <= MOST
                && Arrays.stream(layer.geometries()).allMatch(g -> g == null || g.getDimension() == 0);
    }
}
