package org.kvarter.importing.ifc.place;

import org.kvarter.importing.ifc.shape.Affine;

/**
 * One way in which a file says where it stands.
 *
 * @param source   where in the file it is said
 * @param object   the instance that says it: {@code #12 IFCMAPCONVERSION}
 * @param crs      coordinate reference system as the file spells it, or as it was made; empty where it is not told
 * @param toCrs    from the model's coordinates, metres, to the system's: its own units across, metres up
 * @param rotation degrees counter-clockwise from the model's x axis to the map's east
 * @param accuracy metres to which it can be trusted
 */
public record Candidate(Source source, String object, String crs, Affine toCrs, double rotation, double accuracy) {

    /** Where in the file it is said. */
    public enum Source {
        /** {@code IfcMapConversion} or {@code IfcRigidOperation} with {@code IfcProjectedCRS}. */
        MAP_CONVERSION,
        /** {@code ePset_MapConversion} and {@code ePset_ProjectedCRS}. */
        PROPERTY_SET,
        /** Latitude, longitude and elevation of {@code IfcSite}, with true north. */
        SITE,
        /** Coordinates that can only be those of a map. */
        COORDINATES;

        /** The word by which a setting asks for it. */
        public String word() {
            return switch (this) {
                case MAP_CONVERSION -> "map";
                case PROPERTY_SET -> "properties";
                case SITE -> "site";
                case COORDINATES -> "coordinates";
            };
        }
    }
}
