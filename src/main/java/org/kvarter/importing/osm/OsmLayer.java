package org.kvarter.importing.osm;

import java.util.Set;
import org.kvarter.model.LayerKind;

/** The layers a file is cut into, and which element belongs to which, by the tags' meaning in the OpenStreetMap wiki. */
enum OsmLayer {
    BUILDINGS("buildings", "Building", LayerKind.BUILDINGS), STREETS("streets", "Street", LayerKind.STREETS),
    SQUARES("squares", "StreetArea", LayerKind.STREETS), RAIL("rail", "Rail", LayerKind.RAIL), WATER("water", "Water", LayerKind.WATER),
    WATERWAYS("waterways", "Waterway", LayerKind.WATER), GREEN("green", "Green", LayerKind.GREEN),
    LAND_USE("landuse", "LandUse", LayerKind.LAND_USE), TREES("trees", "Tree", LayerKind.TREES),
    TREE_ROWS("tree_rows", "TreeRow", LayerKind.LINES);

    /** What the geometry of an element can be. */
    enum Form {
        POINT, LINE, RING, AREA
    }

    private static final Set<String> NO_STREETS = Set.of("no", "proposed", "construction", "razed", "abandoned", "dismantled", "planned",
            "rest_area", "services", "platform", "elevator", "bus_stop", "traffic_island", "street_lamp", "corridor");
    private static final Set<String> RAILS = Set.of("rail", "tram", "light_rail", "subway", "narrow_gauge", "monorail", "funicular", "preserved");
    private static final Set<String> WATERWAY_LINES = Set.of("river", "stream", "canal", "drain", "ditch", "tidal_channel");
    private static final Set<String> GREEN_LAND = Set.of("grass", "forest", "meadow", "village_green", "recreation_ground", "cemetery", "orchard",
            "vineyard", "allotments", "flowerbed", "farmland", "plant_nursery", "greenery", "logging");
    private static final Set<String> GREEN_NATURE = Set.of("wood", "scrub", "grassland", "heath", "wetland", "shrubbery", "tree_group", "fell");
    private static final Set<String> GREEN_LEISURE = Set.of("park", "garden", "common", "golf_course", "dog_park", "playground", "pitch");

    private final String id;
    private final String type;
    private final LayerKind kind;

    OsmLayer(String id, String type, LayerKind kind) {
        this.id = id;
        this.type = type;
        this.kind = kind;
    }

    /** Name within the source. */
    String id() {
        return id;
    }

    /** Type of its features. */
    String type() {
        return type;
    }

    LayerKind kind() {
        return kind;
    }

    /** Whether its features are areas. */
    boolean isAreal() {
        return switch (this) {
            case BUILDINGS, SQUARES, WATER, GREEN, LAND_USE -> true;
            default -> false;
        };
    }

    /** The layer of an element; {@code null} where it belongs to none. */
    static OsmLayer of(Tags tags, Form form) {
        if (tags.isEmpty()) {
            return null;
        }
        if (form == Form.POINT) {
            return tags.text("natural").equals("tree") ? TREES : null;
        }
        boolean area = form == Form.AREA || form == Form.RING && !tags.text("area").equals("no");
        OsmLayer areal = area ? areal(tags, form) : null;
        return areal != null ? areal : form == Form.AREA ? null : linear(tags);
    }

    private static OsmLayer areal(Tags tags, Form form) {
        if (tags.has("building") || isPart(tags)) {
            return BUILDINGS;
        }
        if (tags.has("area:highway") || tags.has("highway") && !NO_STREETS.contains(tags.text("highway"))
                && (form == Form.AREA || tags.text("area").equals("yes"))) {
            return SQUARES;
        }
        String natural = tags.text("natural");
        String waterway = tags.text("waterway");
        String landUse = tags.text("landuse");
        if (natural.equals("water") || waterway.equals("riverbank") || waterway.equals("dock") || landUse.equals("reservoir")
                || landUse.equals("basin") || tags.text("leisure").equals("swimming_pool")) {
            return WATER;
        }
        if (linear(tags) != null) {
            return null;
        }
        if (GREEN_LAND.contains(landUse) || GREEN_NATURE.contains(natural) || GREEN_LEISURE.contains(tags.text("leisure"))) {
            return GREEN;
        }
        return landUse.isEmpty() || landUse.equals("no") ? null : LAND_USE;
    }

    private static OsmLayer linear(Tags tags) {
        if (tags.has("highway") && !NO_STREETS.contains(tags.text("highway"))) {
            return STREETS;
        }
        if (RAILS.contains(tags.text("railway"))) {
            return RAIL;
        }
        if (WATERWAY_LINES.contains(tags.text("waterway"))) {
            return WATERWAYS;
        }
        return tags.text("natural").equals("tree_row") ? TREE_ROWS : null;
    }

    /** Whether a building element is a part of one. */
    static boolean isPart(Tags tags) {
        return tags.has("building:part");
    }
}
