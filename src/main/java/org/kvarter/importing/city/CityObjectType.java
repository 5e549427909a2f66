package org.kvarter.importing.city;

import java.util.HashMap;
import java.util.Map;
import org.kvarter.model.LayerKind;
import org.kvarter.model.SurfaceKind;

/**
 * What becomes of a type of city object.
 *
 * @param layer    name of the layer it goes to: a building's parts go to the buildings
 * @param kind     what that layer shows
 * @param surface  kind of surfaces without semantics; {@code null} where their slope decides
 * @param interior whether it lies inside the shell of another object
 * @param standard whether the CityJSON specification knows the type
 */
public record CityObjectType(String layer, LayerKind kind, SurfaceKind surface, boolean interior, boolean standard) {

    private static final Map<String, CityObjectType> STANDARD = standardTypes();

    /** The type of that name; extension ({@code +Xyz}) and unknown types get a layer of their own. */
    public static CityObjectType of(String name) {
        CityObjectType known = STANDARD.get(name);
        return known != null ? known : new CityObjectType(name.isEmpty() ? "?" : name, LayerKind.OTHER, SurfaceKind.OTHER, false, false);
    }

    private static Map<String, CityObjectType> standardTypes() {
        Map<String, CityObjectType> types = new HashMap<>();
        family(types, "Building", LayerKind.BUILDINGS, null, "Part", "Installation", "ConstructiveElement");
        interior(types, "Building", LayerKind.BUILDINGS, null, "Furniture", "Storey", "Room", "Unit");
        family(types, "Bridge", LayerKind.BRIDGES, SurfaceKind.BRIDGE, "Part", "Installation", "ConstructiveElement",
                "ConstructionElement");
        interior(types, "Bridge", LayerKind.BRIDGES, SurfaceKind.BRIDGE, "Room", "Furniture");
        family(types, "Tunnel", LayerKind.TUNNELS, SurfaceKind.OTHER, "Part", "Installation", "ConstructiveElement");
        interior(types, "Tunnel", LayerKind.TUNNELS, SurfaceKind.OTHER, "HollowSpace", "Furniture");
        family(types, "Road", LayerKind.STREETS, SurfaceKind.STREET);
        family(types, "Railway", LayerKind.RAIL, SurfaceKind.RAIL);
        family(types, "TransportSquare", LayerKind.TRANSPORT, SurfaceKind.STREET);
        family(types, "Waterway", LayerKind.WATER, SurfaceKind.WATER);
        family(types, "WaterBody", LayerKind.WATER, SurfaceKind.WATER);
        family(types, "LandUse", LayerKind.LAND_USE, SurfaceKind.LAND);
        family(types, "PlantCover", LayerKind.GREEN, SurfaceKind.GREEN);
        family(types, "SolitaryVegetationObject", LayerKind.TREES, SurfaceKind.TREE);
        family(types, "CityFurniture", LayerKind.FURNITURE, SurfaceKind.FURNITURE);
        family(types, "TINRelief", LayerKind.RELIEF, SurfaceKind.TERRAIN);
        family(types, "GenericCityObject", LayerKind.OTHER, SurfaceKind.OTHER);
        family(types, "OtherConstruction", LayerKind.OTHER, null);
        family(types, "CityObjectGroup", LayerKind.OTHER, SurfaceKind.OTHER);
        return Map.copyOf(types);
    }

    private static void family(Map<String, CityObjectType> types, String root, LayerKind kind, SurfaceKind surface, String... members) {
        CityObjectType type = new CityObjectType(root, kind, surface, false, true);
        types.put(root, type);
        for (String member : members) {
            types.put(root + member, type);
        }
    }

    private static void interior(Map<String, CityObjectType> types, String root, LayerKind kind, SurfaceKind surface,
                                 String... members) {
        for (String member : members) {
            types.put(root + member, new CityObjectType(root, kind, surface, true, true));
        }
    }
}
