package org.kvarter.remote.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Places in GeoJSON geometries. */
final class Places {

    private static final Set<String> TYPES = Set.of("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon",
            "GeometryCollection");

    private Places() {
    }

    static boolean isGeometry(JsonNode node) {
        return node.isObject() && TYPES.contains(node.path("type").asText())
                && (node.path("coordinates").isArray() || node.path("geometries").isArray());
    }

    /** Longitude and latitude of a point, or the middle of the box around whatever else it is; {@code null} without a coordinate. */
    static double[] middle(JsonNode geometry) {
        double[] box = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        include(geometry.path("coordinates"), box);
        geometry.path("geometries").forEach(part -> include(part.path("coordinates"), box));
        return box[0] > box[2] ? null : new double[] {(box[0] + box[2]) / 2, (box[1] + box[3]) / 2};
    }

    private static void include(JsonNode coordinates, double[] box) {
        if (coordinates.size() >= 2 && coordinates.get(0).isNumber() && coordinates.get(1).isNumber()) {
            double x = coordinates.get(0).asDouble();
            double y = coordinates.get(1).asDouble();
            box[0] = Math.min(box[0], x);
            box[1] = Math.min(box[1], y);
            box[2] = Math.max(box[2], x);
            box[3] = Math.max(box[3], y);
        } else {
            coordinates.forEach(part -> include(part, box));
        }
    }
}
