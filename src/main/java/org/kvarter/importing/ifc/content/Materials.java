package org.kvarter.importing.ifc.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kvarter.importing.ifc.geometry.Styles;
import org.kvarter.importing.ifc.step.StepFile;
import org.kvarter.importing.ifc.step.StepRow;

/** Names and colours of the materials of objects: layers, lists, constituents and profiles alike. Not thread-safe. */
public final class Materials {

    private static final int DEEPEST = 8;
    private static final int MOST = 40;

    private final StepFile file;
    private final Relations relations;
    private final Styles styles;
    private final Map<Integer, List<Integer>> known = new HashMap<>();

    /** Of the objects of a file. */
    public Materials(StepFile file, Relations relations, Styles styles) {
        this.file = file;
        this.relations = relations;
        this.styles = styles;
    }

    /** The names, joined by {@code ; }; {@code ""} for none. An object without a material has its type's. */
    public String names(int object) {
        Set<String> names = new LinkedHashSet<>();
        for (int material : of(object)) {
            names.add(file.row(material).text(0));
        }
        names.remove("");
        return String.join("; ", names);
    }

    /** The first colour among an object's materials, 0 for none. */
    public int argb(int object) {
        for (int material : of(object)) {
            int argb = styles.ofMaterial(material);
            if (argb != 0) {
                return argb;
            }
        }
        return 0;
    }

    private List<Integer> of(int object) {
        int[] selected = relations.materials(object);
        if (selected.length == 0) {
            selected = relations.materials(relations.type(object));
        }
        List<Integer> all = new ArrayList<>();
        for (int select : selected) {
            all.addAll(known.computeIfAbsent(select, s -> {
                List<Integer> found = new ArrayList<>();
                collect(s, found, 0);
                return found;
            }));
        }
        return all;
    }

    private void collect(int select, List<Integer> found, int depth) {
        if (select < 0 || depth > DEEPEST || found.size() >= MOST) {
            return;
        }
        StepRow row = file.row(select);
        switch (row.type()) {
            case "IFCMATERIAL" -> found.add(select);
            case "IFCMATERIALLAYERSETUSAGE", "IFCMATERIALPROFILESETUSAGE", "IFCMATERIALPROFILESETUSAGETAPERING", "IFCMATERIALLAYER",
                    "IFCMATERIALLAYERWITHOFFSETS" -> collect(row.ref(0), found, depth + 1);
            case "IFCMATERIALLAYERSET", "IFCMATERIALLIST" -> collectAll(row.refs(0), found, depth);
            case "IFCMATERIALCONSTITUENTSET", "IFCMATERIALPROFILESET" -> collectAll(row.refs(2), found, depth);
            case "IFCMATERIALCONSTITUENT", "IFCMATERIALPROFILE", "IFCMATERIALPROFILEWITHOFFSETS" -> collect(row.ref(2), found, depth + 1);
            default -> { }
        }
    }

    private void collectAll(int[] selects, List<Integer> found, int depth) {
        for (int select : selects) {
            collect(select, found, depth + 1);
        }
    }
}
