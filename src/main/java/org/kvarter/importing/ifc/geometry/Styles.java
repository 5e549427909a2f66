package org.kvarter.importing.ifc.geometry;

import java.util.HashMap;
import java.util.Map;
import org.kvarter.importing.ifc.step.StepFile;
import org.kvarter.importing.ifc.step.StepRow;

/**
 * Surface colours with their transparency as ARGB: of representation items by {@code IfcStyledItem}, of materials, and of the faces of
 * tessellations. 0 stands for none. Not thread-safe.
 */
public final class Styles {

    private static final int DEEPEST = 6;

    private final StepFile file;
    private final Map<Integer, Integer> ofItem = new HashMap<>();
    private final Map<Integer, Integer> ofStyle = new HashMap<>();
    private final Map<Integer, Integer> ofMaterial = new HashMap<>();
    private final Map<Integer, Integer> colourMaps = new HashMap<>();

    /** Looks through the styled items of a file. */
    public Styles(StepFile file) {
        this.file = file;
        for (int styled : file.ofType("IFCSTYLEDITEM")) {
            StepRow row = file.row(styled);
            int item = row.ref(0);
            if (item >= 0) {
                int argb = first(row.refs(1), 0);
                if (argb != 0) {
                    ofItem.put(item, argb);
                }
            }
        }
        for (int definition : file.ofType("IFCMATERIALDEFINITIONREPRESENTATION")) {
            StepRow row = file.row(definition);
            for (int representation : row.refs(2)) {
                for (int styled : file.row(representation).refs(3)) {
                    if (file.type(styled).equals("IFCSTYLEDITEM") && row.ref(3) >= 0) {
                        int argb = first(file.row(styled).refs(1), 0);
                        if (argb != 0) {
                            ofMaterial.putIfAbsent(row.ref(3), argb);
                        }
                    }
                }
            }
        }
        for (int map : file.ofType("IFCINDEXEDCOLOURMAP")) {
            colourMaps.put(file.row(map).ref(0), map);
        }
    }

    /** Colour of a representation item, 0 for none of its own. */
    public int argb(int item) {
        return ofItem.getOrDefault(item, 0);
    }

    /** Colour of an {@code IfcMaterial}, 0 for none. */
    public int ofMaterial(int material) {
        return ofMaterial.getOrDefault(material, 0);
    }

    private int first(int[] styles, int depth) {
        for (int style : styles) {
            int argb = style < 0 || depth > DEEPEST ? 0 : style(style, depth);
            if (argb != 0) {
                return argb;
            }
        }
        return 0;
    }

    private int style(int style, int depth) {
        Integer known = ofStyle.get(style);
        if (known != null) {
            return known;
        }
        StepRow row = file.row(style);
        int argb = switch (row.type()) {
            case "IFCPRESENTATIONSTYLEASSIGNMENT" -> first(row.refs(0), depth + 1);
            case "IFCSURFACESTYLE" -> first(row.refs(2), depth + 1);
            case "IFCSURFACESTYLERENDERING", "IFCSURFACESTYLESHADING" -> shading(row);
            default -> 0;
        };
        ofStyle.put(style, argb);
        return argb;
    }

    /** Glass stays faintly there. */
    private int shading(StepRow row) {
        double alpha = 1 - Math.max(0, Math.min(1, row.number(1, 0)));
        StepRow colour = file.row(row.ref(0));
        return colour.type().equals("IFCCOLOURRGB") ? Math.max(24, channel(alpha)) << 24 | channel(colour.number(1, 0)) << 16
                | channel(colour.number(2, 0)) << 8 | channel(colour.number(3, 0)) : 0;
    }

    /** Colours of a tessellation's faces in order; empty where it has none. */
    int[] indexed(int faceSet) {
        Integer map = colourMaps.get(faceSet);
        if (map == null) {
            return new int[0];
        }
        StepRow row = file.row(map);
        int alpha = Math.max(24, channel(row.number(1, 1))) << 24;
        double[] rgb = file.row(row.ref(2)).numbers(0);
        double[] index = row.numbers(3);
        int[] colours = new int[index.length];
        for (int i = 0; i < colours.length; i++) {
            int at = 3 * ((int) index[i] - 1);
            colours[i] = at < 0 || at + 2 >= rgb.length ? 0
                    : alpha | channel(rgb[at]) << 16 | channel(rgb[at + 1]) << 8 | channel(rgb[at + 2]);
        }
        return colours;
    }

    private static int channel(double share) {
        return (int) Math.round(255 * Math.max(0, Math.min(1, share)));
    }
}
