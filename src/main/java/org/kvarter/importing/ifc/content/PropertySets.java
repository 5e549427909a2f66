package org.kvarter.importing.ifc.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kvarter.importing.ifc.step.StepFile;
import org.kvarter.importing.ifc.step.StepRow;

/** Property and quantity sets of objects as name, value and unit. What is said of the object goes before what its type says. Not thread-safe. */
public final class PropertySets {

    /**
     * One property.
     *
     * @param name  of the set and the property: {@code Pset_WallCommon.IsExternal}
     * @param value {@link Double}, {@link Long}, {@link Boolean} or {@link String}
     * @param unit  as people write it, or empty
     */
    public record Property(String name, Object value, String unit) {
    }

    private static final int DEEPEST = 6;
    private static final int MOST_OF_SET = 2_000;
    private static final int MOST_KEPT = 20_000;

    private final StepFile file;
    private final Relations relations;
    private final Units units;
    private final Map<Integer, List<Property>> sets = new HashMap<>();
    private final Map<String, String> measures = new HashMap<>();

    /** Of the objects of a file. */
    public PropertySets(StepFile file, Relations relations, Units units) {
        this.file = file;
        this.relations = relations;
        this.units = units;
    }

    /** All properties of an object, each name once. */
    public List<Property> of(int object) {
        int type = relations.type(object);
        int[] own = relations.definitions(object);
        if (type < 0 && own.length == 1) {
            return set(own[0]);
        }
        List<Property> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        add(own, all, names);
        if (type >= 0) {
            add(file.row(type).refs(5), all, names);
            add(relations.definitions(type), all, names);
        }
        return all;
    }

    private void add(int[] definitions, List<Property> all, Set<String> names) {
        for (int definition : definitions) {
            for (Property property : set(definition)) {
                if (names.add(property.name())) {
                    all.add(property);
                }
            }
        }
    }

    private List<Property> set(int definition) {
        List<Property> known = sets.get(definition);
        if (known != null) {
            return known;
        }
        StepRow row = file.row(definition);
        List<Property> made = new ArrayList<>();
        if (row.type().equals("IFCPROPERTYSET")) {
            properties(row.text(2), row.refs(4), made, 0);
        } else if (row.type().equals("IFCELEMENTQUANTITY")) {
            properties(row.text(2), row.refs(5), made, 0);
        }
        if (sets.size() < MOST_KEPT) {
            sets.put(definition, made);
        }
        return made;
    }

    private void properties(String set, int[] properties, List<Property> made, int depth) {
        for (int property : properties) {
            if (property < 0 || made.size() >= MOST_OF_SET || depth > DEEPEST) {
                continue;
            }
            StepRow row = file.row(property);
            String name = (set.isBlank() ? "" : set + ".") + row.text(0);
            switch (row.type()) {
                case "IFCPROPERTYSINGLEVALUE" -> add(name, row.value(2), unit(row.ref(3), row.valueType(2)), made);
                case "IFCPROPERTYENUMERATEDVALUE", "IFCPROPERTYLISTVALUE" -> list(name, row, made);
                case "IFCPROPERTYBOUNDEDVALUE" -> {
                    add(name + ".upper", row.value(2), unit(row.ref(4), row.valueType(2)), made);
                    add(name + ".lower", row.value(3), unit(row.ref(4), row.valueType(3)), made);
                }
                case "IFCCOMPLEXPROPERTY" -> properties(name, row.refs(3), made, depth + 1);
                case "IFCPHYSICALCOMPLEXQUANTITY" -> properties(name, row.refs(2), made, depth + 1);
                case "IFCQUANTITYLENGTH" -> quantity(name, row, "IFCLENGTHMEASURE", made);
                case "IFCQUANTITYAREA" -> quantity(name, row, "IFCAREAMEASURE", made);
                case "IFCQUANTITYVOLUME" -> quantity(name, row, "IFCVOLUMEMEASURE", made);
                case "IFCQUANTITYWEIGHT" -> quantity(name, row, "IFCMASSMEASURE", made);
                case "IFCQUANTITYTIME" -> quantity(name, row, "IFCTIMEMEASURE", made);
                case "IFCQUANTITYCOUNT", "IFCQUANTITYNUMBER" -> quantity(name, row, "", made);
                default -> { }
            }
        }
    }

    private void quantity(String name, StepRow row, String measure, List<Property> made) {
        Object value = row.value(3);
        add(name, value instanceof Long whole && !measure.isEmpty() ? Double.valueOf(whole) : value, unit(row.ref(2), measure), made);
    }

    private void list(String name, StepRow row, List<Property> made) {
        List<String> values = new ArrayList<>();
        Object only = null;
        for (int item : row.items(2)) {
            Object value = row.valueAt(item);
            if (value != null) {
                only = value;
                values.add(value.toString());
            }
        }
        add(name, values.size() == 1 ? only : values.isEmpty() ? null : String.join("; ", values), "", made);
    }

    private static void add(String name, Object value, String unit, List<Property> made) {
        if (value != null && !(value instanceof String text && text.isEmpty())) {
            made.add(new Property(name, value, value instanceof Number ? unit : ""));
        }
    }

    private String unit(int own, String measure) {
        String symbol = own < 0 ? "" : units.symbol(own);
        return symbol.isEmpty() ? measures.computeIfAbsent(measure, units::ofMeasure) : symbol;
    }
}
