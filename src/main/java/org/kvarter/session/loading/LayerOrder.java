package org.kvarter.session.loading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kvarter.model.District;
import org.kvarter.model.Layer;

/** Where new layers lie: by kind, ground first, among layers a person may have put into an order of their own. */
final class LayerOrder {

    private LayerOrder() {
    }

    /** The district with the layers that {@code before} had not moved below the first old one whose kind belongs above theirs. */
    static District sorted(District district, District before) {
        Set<String> fresh = new HashSet<>();
        district.layers().stream().filter(l -> before.layer(l.id()).isEmpty()).forEach(l -> fresh.add(l.id()));
        List<Layer> ordered = new ArrayList<>(district.layers().stream().filter(l -> !fresh.contains(l.id())).toList());
        if (ordered.isEmpty()) {
            return district.withLayers(district.layers().stream().sorted(Comparator.comparing(Layer::kind)).toList());
        }
        district.layers().stream().filter(l -> fresh.contains(l.id())).sorted(Comparator.comparing(Layer::kind)).forEach(layer -> {
            int at = 0;
            while (at < ordered.size() && ordered.get(at).kind().compareTo(layer.kind()) <= 0) {
                at++;
            }
            ordered.add(at, layer);
        });
        return district.withLayers(ordered);
    }
}
