package org.kvarter.importing.gltf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.kvarter.importing.models.Placer;
import org.kvarter.importing.models.gltf.GltfDocument;

/**
 * Where a scene's zero stands, as its extras say.
 *
 * @param crs   coordinate reference system, in metres
 * @param east  of its zero
 * @param north of its zero
 * @param up    of its zero
 */
record GltfPlace(String crs, double east, double north, double up) {

    /** The place of the scene that is shown; empty where its extras do not state all of it. */
    static Optional<GltfPlace> of(GltfDocument document) {
        JsonNode extras = document.entry("scenes", document.root().path("scene").asInt(0)).path("extras");
        boolean stated = !extras.path("crs").asText("").isBlank() && extras.path("originEast").isNumber() && extras.path("originNorth").isNumber();
        GltfPlace place = new GltfPlace(extras.path("crs").asText(""), extras.path("originEast").asDouble(), extras.path("originNorth").asDouble(),
                extras.path("originHeight").asDouble(0));
        return stated && Double.isFinite(place.east + place.north + place.up) ? Optional.of(place) : Optional.empty();
    }

    /** From x east, y up and z south of zero. */
    Placer placer() {
        return xyz -> {
            double y = xyz[1];
            xyz[0] += east;
            xyz[1] = north - xyz[2];
            xyz[2] = up + y;
        };
    }
}
