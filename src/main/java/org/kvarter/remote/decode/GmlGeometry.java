package org.kvarter.remote.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.remote.FeedJson;

/**
 * Geometries of GML (OGC 07-036, clause 10) as GeoJSON's. Arcs are taken by their points. Which axis comes first follows from the system as
 * the document spells it and from where the first place would lie. One per document; not thread-safe.
 */
final class GmlGeometry {

    private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("Point", "Point"), Map.entry("LineString", "LineString"),
            Map.entry("LinearRing", "LineString"), Map.entry("Curve", "LineString"), Map.entry("OrientableCurve", "LineString"),
            Map.entry("Polygon", "Polygon"), Map.entry("Surface", "MultiPolygon"), Map.entry("PolyhedralSurface", "MultiPolygon"),
            Map.entry("MultiPoint", "MultiPoint"), Map.entry("MultiLineString", "MultiLineString"), Map.entry("MultiCurve", "MultiLineString"),
            Map.entry("MultiPolygon", "MultiPolygon"), Map.entry("MultiSurface", "MultiPolygon"), Map.entry("CompositeSurface", "MultiPolygon"),
            Map.entry("CompositeCurve", "MultiLineString"));

    private final CoordinateSystems systems = new CoordinateSystems();
    private String stated = "";
    private Boolean northFirst;
    private int dimension = 2;

    /** Whether an element is a geometry. */
    static boolean isGeometry(XmlElement element) {
        return TYPES.containsKey(element.name());
    }

    /** The system of what was read, as an EPSG code; empty for longitude and latitude, or where none was stated. */
    String crs() {
        Optional<CoordinateSystem> system = stated.isEmpty() ? Optional.empty() : systems.find(stated);
        return system.filter(s -> !s.geographic()).map(CoordinateSystem::horizontal).orElse("");
    }

    /** Whether what was read is in degrees of a system named without saying which axis comes first. */
    boolean isBareDegrees() {
        return stated.matches("(?i)EPSG:\\d+") && Boolean.FALSE.equals(northFirst) && systems.find(stated).filter(s -> s.geographic() && s.northFirst()).isPresent();
    }

    /** The geometry; {@code null} where it has no usable coordinate. */
    JsonNode read(XmlElement element) {
        String type = TYPES.get(element.name());
        ArrayNode coordinates = FeedJson.MAPPER.createArrayNode();
        dimension = 2;
        element.everything().filter(e -> !e.attribute("srsDimension").isEmpty()).findFirst()
                .ifPresent(e -> dimension = e.attribute("srsDimension").equals("3") ? 3 : 2);
        if (stated.isEmpty()) {
            stated = element.everything().map(e -> e.attribute("srsName")).filter(s -> !s.isEmpty()).findFirst().orElse("");
        }
        switch (type) {
            case "Point" -> points(element).stream().findFirst().ifPresent(coordinates::addAll);
            case "LineString" -> points(element).forEach(coordinates::add);
            case "MultiPoint" -> element.everything().filter(e -> e.name().equals("Point")).forEach(p -> points(p).forEach(coordinates::add));
            case "Polygon" -> rings(element).forEach(coordinates::add);
            case "MultiLineString" -> element.everything().filter(e -> TYPES.getOrDefault(e.name(), "").equals("LineString"))
                    .forEach(l -> coordinates.add(list(points(l))));
            default -> element.everything().filter(e -> e.name().equals("Polygon") || e.name().endsWith("Patch") || e.name().equals("Triangle"))
                    .forEach(p -> coordinates.add(list(rings(p))));
        }
        coordinates.removeIf(c -> c.isArray() && c.isEmpty());
        if (coordinates.isEmpty()) {
            return null;
        }
        ObjectNode geometry = FeedJson.MAPPER.createObjectNode().put("type", type);
        geometry.set("coordinates", coordinates);
        return geometry;
    }

    private static ArrayNode list(List<? extends JsonNode> nodes) {
        ArrayNode list = FeedJson.MAPPER.createArrayNode();
        nodes.forEach(list::add);
        return list;
    }

    private List<ArrayNode> rings(XmlElement polygon) {
        List<ArrayNode> rings = new ArrayList<>();
        for (XmlElement boundary : polygon.children()) {
            if (List.of("exterior", "interior", "outerBoundaryIs", "innerBoundaryIs").contains(boundary.name())) {
                ArrayNode ring = list(points(boundary));
                if (ring.size() >= 4) {
                    rings.add(ring);
                }
            }
        }
        return rings;
    }

    /** All places of an element in order, whichever way they are written. */
    private List<ArrayNode> points(XmlElement element) {
        List<ArrayNode> points = new ArrayList<>();
        element.everything().forEach(e -> {
            switch (e.name()) {
                case "posList", "pos" -> take(e.text().strip().split("\\s+"), e.attribute("dimension").equals("3") ? 3 : dimension, points,
                        e.name().equals("pos"));
                case "coordinates" -> {
                    for (String tuple : e.text().strip().split("\\s+")) {
                        String[] parts = tuple.split(",");
                        take(parts, parts.length, points, true);
                    }
                }
                default -> { }
            }
        });
        return points;
    }

    private void take(String[] numbers, int size, List<ArrayNode> points, boolean single) {
        int step = single ? Math.max(2, numbers.length) : size;
        try {
            for (int i = 0; i + 1 < numbers.length && i + step <= numbers.length; i += step) {
                double first = Double.parseDouble(numbers[i]);
                double second = Double.parseDouble(numbers[i + 1]);
                if (!Double.isFinite(first) || !Double.isFinite(second)) {
                    continue;
                }
                if (northFirst == null) {
                    northFirst = !stated.isEmpty() && systems.northFirst(stated, first, second);
                }
                ArrayNode point = FeedJson.MAPPER.createArrayNode().add(northFirst ? second : first).add(northFirst ? first : second);
                if (step >= 3) {
                    point.add(Double.parseDouble(numbers[i + 2]));
                }
                points.add(point);
            }
        } catch (NumberFormatException e) {
            return; // what is no number is no place; the feature goes without
        }
    }
}
