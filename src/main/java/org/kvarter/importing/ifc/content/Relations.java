package org.kvarter.importing.ifc.content;

import org.kvarter.importing.ifc.step.StepFile;
import org.kvarter.importing.ifc.step.StepRow;

/** The relationships of a file, by the instances they are asked from. Immutable. */
public final class Relations {

    private static final int DEEPEST = 64;

    private final StepFile file;
    private final Links wholes;
    private final Links parts;
    private final Links containers;
    private final Links openings;
    private final Links hosts;
    private final Links filled;
    private final Links definitions;
    private final Links types;
    private final Links materials;
    private final Links classifications;
    private final Links groups;

    /** Reads all relationships. */
    public Relations(StepFile file) {
        this.file = file;
        int n = file.size();
        Links up = new Links();
        Links down = new Links();
        for (String type : new String[] {"IFCRELAGGREGATES", "IFCRELNESTS", "IFCRELDECOMPOSES"}) {
            for (int relation : file.ofType(type)) {
                StepRow row = file.row(relation);
                for (int part : row.refs(5)) {
                    up.add(part, row.ref(4));
                    down.add(row.ref(4), part);
                }
            }
        }
        wholes = up.built(n);
        parts = down.built(n);
        containers = fromMany("IFCRELCONTAINEDINSPATIALSTRUCTURE").built(n);
        Links voided = new Links();
        Links voiding = new Links();
        for (int relation : file.ofType("IFCRELVOIDSELEMENT")) {
            StepRow row = file.row(relation);
            voided.add(row.ref(4), row.ref(5));
            voiding.add(row.ref(5), row.ref(4));
        }
        openings = voided.built(n);
        hosts = voiding.built(n);
        Links fills = new Links();
        for (int relation : file.ofType("IFCRELFILLSELEMENT")) {
            StepRow row = file.row(relation);
            fills.add(row.ref(5), row.ref(4));
        }
        filled = fills.built(n);
        definitions = fromMany("IFCRELDEFINESBYPROPERTIES").built(n);
        types = fromMany("IFCRELDEFINESBYTYPE").built(n);
        materials = fromMany("IFCRELASSOCIATESMATERIAL").built(n);
        classifications = fromMany("IFCRELASSOCIATESCLASSIFICATION").built(n);
        groups = fromMany("IFCRELASSIGNSTOGROUP", 6).built(n);
    }

    private Links fromMany(String type) {
        return fromMany(type, 5);
    }

    private Links fromMany(String type, int one) {
        Links links = new Links();
        for (int relation : file.ofType(type)) {
            StepRow row = file.row(relation);
            int[] targets = row.refs(one);
            for (int object : row.refs(4)) {
                for (int target : targets) {
                    links.add(object, target);
                }
            }
        }
        return links;
    }

    /** What an object is a part of, −1 for nothing. */
    public int whole(int object) {
        return wholes.first(object);
    }

    /** The parts of an object. */
    public int[] parts(int object) {
        return parts.of(object);
    }

    /** The openings in an element. */
    public int[] openings(int element) {
        return openings.of(element);
    }

    /** Property and quantity sets of an object itself. */
    public int[] definitions(int object) {
        return definitions.of(object);
    }

    /** The type of an object, −1 for none. */
    public int type(int object) {
        return types.first(object);
    }

    /** Materials of an object itself. */
    public int[] materials(int object) {
        return materials.of(object);
    }

    /** Classification references of an object itself. */
    public int[] classifications(int object) {
        return classifications.of(object);
    }

    /** Groups, systems and zones an object is in. */
    public int[] groups(int object) {
        return groups.of(object);
    }

    /** The spatial element an object is in: its own, that of what it is a part of, or that of what it fills; −1 for none. */
    public int container(int object) {
        int at = object;
        for (int steps = 0; at >= 0 && steps < DEEPEST; steps++) {
            int container = containers.first(at);
            if (container >= 0) {
                return container;
            }
            int whole = wholes.first(at);
            if (whole >= 0 && Classes.isSpatial(file.type(whole))) {
                return whole;
            }
            at = whole >= 0 ? whole : hosts.first(filled.first(at));
        }
        return -1;
    }

    /** The nearest spatial element of a type at or above {@code spatial}; −1 for none. */
    public int above(int spatial, String type) {
        int at = spatial;
        for (int steps = 0; at >= 0 && steps < DEEPEST; steps++) {
            if (file.type(at).equals(type)) {
                return at;
            }
            at = wholes.first(at);
        }
        return -1;
    }
}
