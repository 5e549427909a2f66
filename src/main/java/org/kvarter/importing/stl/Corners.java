package org.kvarter.importing.stl;

import java.util.HashMap;
import java.util.Map;
import org.kvarter.importing.models.ModelLayer;

/** Numbers corners at the same place alike. Not thread-safe. */
final class Corners {

    private record Place(float x, float y, float z) {
    }

    private static final long BYTES = 90;

    private final ModelLayer layer;
    private final Map<Place, Integer> numbers = new HashMap<>();

    Corners(ModelLayer layer) {
        this.layer = layer;
    }

    int number(float x, float y, float z) {
        // plus zero: −0 and 0 are one place
        return numbers.computeIfAbsent(new Place(x + 0f, y + 0f, z + 0f), place -> {
            layer.budget().claim(BYTES);
            return layer.vertex(place.x, place.y, place.z);
        });
    }
}
