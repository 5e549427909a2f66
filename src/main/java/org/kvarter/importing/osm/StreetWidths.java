package org.kvarter.importing.osm;

import java.util.Map;

/** Widths of streets and rails in metres: as stated, else by lanes, else what is usual for the class. Stateless. */
final class StreetWidths {

    private static final double LANE = 3.25;
    private static final double MOST = 100;
    private static final Map<String, Double> USUAL = Map.ofEntries(Map.entry("motorway", 11.0), Map.entry("trunk", 10.0),
            Map.entry("motorway_link", 5.5), Map.entry("trunk_link", 5.5), Map.entry("primary", 9.0), Map.entry("primary_link", 5.5),
            Map.entry("secondary", 7.5), Map.entry("secondary_link", 5.5), Map.entry("tertiary", 7.0), Map.entry("tertiary_link", 5.0),
            Map.entry("residential", 6.0), Map.entry("unclassified", 5.5), Map.entry("living_street", 5.0), Map.entry("pedestrian", 5.0),
            Map.entry("service", 3.5), Map.entry("track", 3.0), Map.entry("busway", 6.5), Map.entry("cycleway", 2.5),
            Map.entry("footway", 2.0), Map.entry("path", 1.5), Map.entry("bridleway", 2.0), Map.entry("steps", 2.0));
    private static final double OTHER = 4;

    private StreetWidths() {
    }

    /** The width of a street. */
    static double of(Tags tags) {
        double stated = TagNumbers.metres(tags.get("width"));
        if (stated > 0 && stated <= MOST) {
            return stated;
        }
        double lanes = TagNumbers.number(tags.get("lanes"));
        double usual = USUAL.getOrDefault(tags.text("highway"), OTHER);
        return lanes >= 1 && lanes <= 20 ? Math.max(3, lanes * LANE) : usual;
    }
}
