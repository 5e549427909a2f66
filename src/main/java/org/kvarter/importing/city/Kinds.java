package org.kvarter.importing.city;

import org.kvarter.model.SurfaceKind;

/** Surface kinds of semantic surfaces, by their standard names in CityJSON 1.0 to 2.0. */
public final class Kinds {

    /** The type of the object, or the surface's slope, decides. */
    public static final int UNKNOWN = -1;

    private static final SurfaceKind[] ALL = SurfaceKind.values();

    private Kinds() {
    }

    /** Ordinal of the kind of a semantic surface type, {@link #UNKNOWN} for extensions ({@code +Xyz}) and unknown names. */
    public static int ofSemantics(String type) {
        return switch (type) {
            case "RoofSurface" -> SurfaceKind.ROOF.ordinal();
            case "WallSurface", "InteriorWallSurface" -> SurfaceKind.WALL.ordinal();
            case "GroundSurface", "WaterGroundSurface" -> SurfaceKind.GROUND.ordinal();
            case "OuterCeilingSurface", "CeilingSurface" -> SurfaceKind.OUTER_CEILING.ordinal();
            case "OuterFloorSurface", "FloorSurface" -> SurfaceKind.OUTER_FLOOR.ordinal();
            case "ClosureSurface", "WaterClosureSurface" -> SurfaceKind.CLOSURE.ordinal();
            case "Window" -> SurfaceKind.WINDOW.ordinal();
            case "Door" -> SurfaceKind.DOOR.ordinal();
            case "WaterSurface" -> SurfaceKind.WATER.ordinal();
            case "TrafficArea", "AuxiliaryTrafficArea", "TransportationMarking", "TransportationHole" -> UNKNOWN;
            default -> UNKNOWN;
        };
    }

    /** The kind of a surface nobody named, by its slope: what faces up is roof, what faces down is ground. */
    public static SurfaceKind ofNormal(double normalUp, double length) {
        double slope = normalUp / length;
        if (slope > 0.26) {
            return SurfaceKind.ROOF;
        }
        return slope < -0.26 ? SurfaceKind.GROUND : SurfaceKind.WALL;
    }

    public static SurfaceKind of(int ordinal) {
        return ALL[ordinal];
    }
}
