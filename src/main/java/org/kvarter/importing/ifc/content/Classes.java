package org.kvarter.importing.ifc.content;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kvarter.model.SurfaceKind;

/** The product classes of IFC2x3, IFC4 and IFC4.3 by their upper-case names: how people spell them and what is made of them. */
public final class Classes {

    /** What is made of the products of a class. */
    public enum Role {
        /** A thing that is built. */
        ELEMENT,
        /** A room or zone. */
        SPACE,
        /** The ground and what grows on it. */
        GROUND,
        /** What things are in: project, site, building, storey. */
        STRUCTURE,
        /** Not a thing: openings, grids, annotations, ports, analysis models. */
        NOTHING
    }

    private static final Map<String, String> SPELLING = new HashMap<>();
    private static final Map<String, Role> ROLES = new HashMap<>();
    private static final Set<String> SPATIAL = Set.of("IFCPROJECT", "IFCSITE", "IFCBUILDING", "IFCBUILDINGSTOREY", "IFCSPACE", "IFCSPATIALZONE",
            "IFCFACILITY", "IFCFACILITYPART", "IFCFACILITYPARTCOMMON", "IFCBRIDGE", "IFCBRIDGEPART", "IFCROAD", "IFCROADPART", "IFCRAILWAY",
            "IFCRAILWAYPART", "IFCMARINEFACILITY", "IFCMARINEPART", "IFCEXTERNALSPATIALELEMENT");

    static {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(Classes.class.getResourceAsStream("classes.txt"),
                StandardCharsets.UTF_8))) {
            Role role = Role.NOTHING;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.endsWith(":")) {
                    role = Role.valueOf(line.substring(0, line.length() - 1));
                } else if (!line.startsWith("#")) {
                    for (String name : line.strip().split("\\s+")) {
                        String key = ("Ifc" + name).toUpperCase(Locale.ROOT);
                        SPELLING.put(key, "Ifc" + name);
                        ROLES.put(key, role);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Classes() {
    }

    /** What is made of a type; {@code null} for one that is not known as a product. */
    public static Role role(String type) {
        return ROLES.get(type);
    }

    /** The standard's spelling of a type: {@code IfcWallStandardCase}. */
    public static String spelled(String type) {
        String known = SPELLING.get(type);
        return known != null ? known : type.length() > 4 ? "Ifc" + type.charAt(3) + type.substring(4).toLowerCase(Locale.ROOT) : type;
    }

    /** Whether things can be in it. */
    public static boolean isSpatial(String type) {
        return SPATIAL.contains(type);
    }

    /**
     * What a face of a product is.
     *
     * @param predefined the product's predefined type
     * @param argb       its colour, 0 for none
     * @param up         vertical component of its unit normal
     */
    public static SurfaceKind kind(String type, String predefined, int argb, double up) {
        return switch (type) {
            case "IFCWALL", "IFCWALLSTANDARDCASE", "IFCWALLELEMENTEDCASE", "IFCCURTAINWALL", "IFCSHADINGDEVICE" -> SurfaceKind.WALL;
            case "IFCWINDOW", "IFCWINDOWSTANDARDCASE" -> argb == 0 || argb >>> 24 < 255 ? SurfaceKind.WINDOW : SurfaceKind.OTHER;
            case "IFCDOOR", "IFCDOORSTANDARDCASE" -> SurfaceKind.DOOR;
            case "IFCROOF" -> SurfaceKind.ROOF;
            case "IFCSLAB", "IFCSLABSTANDARDCASE", "IFCSLABELEMENTEDCASE" -> predefined.equals("ROOF") ? SurfaceKind.ROOF
                    : predefined.equals("BASESLAB") ? SurfaceKind.GROUND : up < -0.5 ? SurfaceKind.OUTER_CEILING : SurfaceKind.OUTER_FLOOR;
            case "IFCPLATE", "IFCPLATESTANDARDCASE" -> argb != 0 && argb >>> 24 < 255 ? SurfaceKind.WINDOW : SurfaceKind.WALL;
            case "IFCCOVERING" -> predefined.equals("CEILING") ? SurfaceKind.OUTER_CEILING : predefined.equals("ROOFING") ? SurfaceKind.ROOF
                    : predefined.equals("CLADDING") ? SurfaceKind.WALL : SurfaceKind.OUTER_FLOOR;
            case "IFCFURNISHINGELEMENT", "IFCFURNITURE", "IFCSYSTEMFURNITUREELEMENT", "IFCSANITARYTERMINAL", "IFCFLOWTERMINAL" ->
                    SurfaceKind.FURNITURE;
            case "IFCSPACE", "IFCSPATIALZONE" -> SurfaceKind.CLOSURE;
            case "IFCSITE", "IFCGEOGRAPHICELEMENT" -> SurfaceKind.TERRAIN;
            case "IFCFOOTING", "IFCPILE" -> SurfaceKind.GROUND;
            default -> SurfaceKind.OTHER;
        };
    }
}
