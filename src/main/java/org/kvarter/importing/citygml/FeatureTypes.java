package org.kvarter.importing.citygml;

import java.util.Map;
import java.util.Set;
import org.kvarter.importing.city.CityObjectType;

/** What the elements of CityGML 1.0 to 3.0 are: city objects by the layer they go to, surfaces of them, terrain. */
final class FeatureTypes {

    /** Names of city objects that CityJSON writes otherwise. */
    private static final Map<String, String> OTHERWISE = Map.ofEntries(Map.entry("Room", "BuildingRoom"),
            Map.entry("IntBuildingInstallation", "BuildingRoom"), Map.entry("Storey", "BuildingStorey"),
            Map.entry("IntBridgeInstallation", "BridgeRoom"), Map.entry("IntTunnelInstallation", "TunnelHollowSpace"),
            Map.entry("HollowSpace", "TunnelHollowSpace"), Map.entry("TransportationComplex", "Road"), Map.entry("Track", "Road"),
            Map.entry("Square", "TransportSquare"), Map.entry("Section", "Road"), Map.entry("Intersection", "Road"),
            Map.entry("TrafficSpace", "Road"), Map.entry("AuxiliaryTrafficSpace", "Road"), Map.entry("ClearanceSpace", "Road"),
            Map.entry("GenericOccupiedSpace", "GenericCityObject"), Map.entry("GenericUnoccupiedSpace", "GenericCityObject"),
            Map.entry("GenericLogicalSpace", "GenericCityObject"));

    private static final Set<String> SURFACES = Set.of("GroundSurface", "WallSurface", "RoofSurface", "ClosureSurface", "FloorSurface",
            "OuterFloorSurface", "OuterCeilingSurface", "CeilingSurface", "InteriorWallSurface", "Window", "Door", "WindowSurface",
            "DoorSurface", "WaterSurface", "WaterGroundSurface", "WaterClosureSurface", "TrafficArea", "AuxiliaryTrafficArea", "Marking",
            "Hole", "HoleSurface", "GenericThematicSurface");

    private static final Set<String> RELIEF = Set.of("ReliefFeature", "TINRelief", "MassPointRelief", "BreaklineRelief", "RasterRelief");

    private FeatureTypes() {
    }

    /** Whether it is a city object with a row of its own. */
    static boolean isCityObject(String name) {
        return OTHERWISE.containsKey(name) || CityObjectType.of(name).standard() && !isRelief(name);
    }

    /** The layer and looks of a city object; the parts of transport follow what they are parts of. */
    static CityObjectType of(String name, CityObjectType parent) {
        boolean partOfTransport = parent != null && switch (name) {
            case "Section", "Intersection", "TrafficSpace", "AuxiliaryTrafficSpace", "ClearanceSpace", "Track" -> true;
            default -> false;
        };
        return partOfTransport ? parent : CityObjectType.of(OTHERWISE.getOrDefault(name, name));
    }

    static boolean isSurface(String name) {
        return SURFACES.contains(name);
    }

    static boolean isRelief(String name) {
        return RELIEF.contains(name);
    }

    /** Whether a namespace is none of CityGML's own, GML's or xAL's: then it is an extension's. */
    static boolean isExtension(String namespace) {
        return !namespace.isEmpty() && !namespace.startsWith("http://www.opengis.net/") && !namespace.startsWith("urn:oasis:")
                && !namespace.startsWith("http://www.w3.org/") && !namespace.startsWith("http://www.citygml.org/citygml/");
    }
}
