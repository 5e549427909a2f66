package org.kvarter.remote.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.kvarter.remote.FeedJson;

/**
 * Feature collections of GML 2, 3.1 and 3.2 (OGC 07-036, simple features profile) as GeoJSON: members' plain properties as they are, nested
 * ones by their last names, the first geometry as the geometry. Coordinates come out east before north; a system other than longitude and
 * latitude is named in a {@code crs} member, as GeoJSON of 2008 did. Degrees whose order nothing tells, {@code EPSG:4326} with neither {@code urn:} nor
 * {@code http:}, are taken as east before north, and the page says so in {@code bareDegrees}: who asked knows better.
 */
final class GmlFeatures {

    private static final Set<String> MEMBERS = Set.of("member", "featureMember", "featureMembers");
    private static final Set<String> NO_PROPERTIES = Set.of("boundedBy", "metaDataProperty");

    private GmlFeatures() {
    }

    static boolean isCollection(XmlElement root) {
        return root.name().equals("FeatureCollection") || root.name().equals("ValueCollection") && root.first("member").isPresent();
    }

    static JsonNode read(XmlElement root) {
        ObjectNode page = FeedJson.MAPPER.createObjectNode().put("type", "FeatureCollection");
        GmlGeometry geometries = new GmlGeometry();
        ArrayNode features = FeedJson.MAPPER.createArrayNode();
        for (XmlElement member : root.children()) {
            if (MEMBERS.contains(member.name())) {
                for (XmlElement feature : member.children()) {
                    if (isCollection(feature)) {
                        read(feature).path("features").forEach(features::add);
                    } else {
                        features.add(feature(feature, geometries));
                    }
                }
            }
        }
        if (!geometries.crs().isEmpty()) {
            page.putObject("crs").put("type", "name").putObject("properties").put("name", geometries.crs());
        }
        if (geometries.isBareDegrees()) {
            page.put("bareDegrees", true);
        }
        for (String count : List.of("numberMatched", "numberReturned", "next")) {
            if (!root.attribute(count).isEmpty()) {
                page.put(count, root.attribute(count));
            }
        }
        page.set("features", features);
        return page;
    }

    private static ObjectNode feature(XmlElement feature, GmlGeometry geometries) {
        ObjectNode node = FeedJson.MAPPER.createObjectNode().put("type", "Feature");
        String id = feature.attribute("id").isEmpty() ? feature.attribute("fid") : feature.attribute("id");
        if (!id.isEmpty()) {
            node.put("id", id);
        }
        ObjectNode properties = FeedJson.MAPPER.createObjectNode().put("featureType", feature.name());
        node.putNull("geometry");
        for (XmlElement property : feature.children()) {
            take(property, node, properties, geometries, 0);
        }
        node.set("properties", properties);
        return node;
    }

    private static void take(XmlElement property, ObjectNode feature, ObjectNode properties, GmlGeometry geometries, int depth) {
        if (NO_PROPERTIES.contains(property.name()) || depth > 8) {
            return;
        }
        for (XmlElement child : property.children()) {
            if (GmlGeometry.isGeometry(child)) {
                JsonNode geometry = geometries.read(child);
                if (geometry != null && feature.path("geometry").isNull()) {
                    feature.set("geometry", geometry);
                }
                return;
            }
        }
        if (property.children().isEmpty()) {
            String text = property.text().isEmpty() ? property.attribute("href") : property.text();
            if (!text.isEmpty() && !properties.has(property.name())) {
                put(properties, property.name(), text);
                if (!property.attribute("uom").isEmpty()) {
                    properties.put(property.name() + "Unit", property.attribute("uom"));
                }
            }
        } else {
            property.children().forEach(child -> take(child, feature, properties, geometries, depth + 1));
        }
    }

    private static void put(ObjectNode properties, String name, String text) {
        if (text.matches("-?(0|[1-9]\\d{0,14})(\\.\\d+)?([eE][-+]?\\d{1,3})?")) {
            properties.put(name, Double.parseDouble(text));
        } else if (text.equals("NaN")) {
            properties.putNull(name);
        } else {
            properties.put(name, text);
        }
    }
}
