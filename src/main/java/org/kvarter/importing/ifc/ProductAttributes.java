package org.kvarter.importing.ifc;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kvarter.importing.ifc.content.Classifications;
import org.kvarter.importing.ifc.content.Materials;
import org.kvarter.importing.ifc.content.PropertySets;
import org.kvarter.importing.ifc.content.Relations;
import org.kvarter.importing.ifc.content.Units;
import org.kvarter.importing.ifc.step.StepFile;
import org.kvarter.importing.ifc.step.StepRow;
import org.kvarter.model.AttributeTableBuilder;

/** Writes what is known of a product into a row of attributes. Not thread-safe. */
final class ProductAttributes {

    /** Columns of one layer; beyond it new ones are left out and counted. */
    private static final int MOST_COLUMNS = 3_000;

    private final StepFile file;
    private final Relations relations;
    private final PropertySets properties;
    private final Materials materials;
    private final Classifications classifications;
    private final Units units;
    private final Map<Integer, String> names = new HashMap<>();
    private int leftOut;

    ProductAttributes(StepFile file, Relations relations, PropertySets properties, Materials materials, Units units) {
        this.file = file;
        this.relations = relations;
        this.properties = properties;
        this.materials = materials;
        this.classifications = new Classifications(file, relations);
        this.units = units;
    }

    /** How many values were left out because there were too many different ones. */
    int leftOut() {
        return leftOut;
    }

    /**
     * Fills a row.
     *
     * @param columnUnits unit of each column so far
     */
    void write(Product product, int row, AttributeTableBuilder table, Map<String, String> columnUnits) {
        StepRow step = file.row(product.entity());
        text(table, row, "name", step.text(2));
        int container = relations.container(product.entity());
        boolean structure = container < 0;
        int from = structure ? relations.whole(product.entity()) : container;
        text(table, row, "storey", name(relations.above(from, "IFCBUILDINGSTOREY")));
        text(table, row, "building", name(relations.above(from, "IFCBUILDING")));
        text(table, row, "space", name(relations.above(from, "IFCSPACE")));
        own(product, step, row, table);
        text(table, row, "typeName", name(relations.type(product.entity())));
        text(table, row, "material", materials.names(product.entity()));
        text(table, row, "classification", classifications.of(product.entity()));
        text(table, row, "group", groups(product.entity()));
        text(table, row, "description", step.text(3));
        text(table, row, "objectType", step.text(4));
        for (PropertySets.Property property : properties.of(product.entity())) {
            String name = property.name();
            String unit = columnUnits.get(name);
            if (unit == null) {
                if (columnUnits.size() >= MOST_COLUMNS) {
                    leftOut++;
                    continue;
                }
                columnUnits.put(name, property.unit());
            } else if (!unit.equals(property.unit()) && !property.unit().isEmpty() && !unit.isEmpty()) {
                name = name + " (" + property.unit() + ")";
            }
            table.set(row, name, property.value(), property.unit());
        }
    }

    /** The attributes of the class itself. */
    private void own(Product product, StepRow step, int row, AttributeTableBuilder table) {
        switch (product.type()) {
            case "IFCPROJECT", "IFCPROJECTLIBRARY" -> {
                text(table, row, "longName", step.text(5));
                text(table, row, "phase", step.text(6));
            }
            case "IFCBUILDINGSTOREY" -> {
                text(table, row, "longName", step.text(7));
                length(table, row, "elevation", step.number(9));
            }
            case "IFCBUILDING" -> {
                text(table, row, "longName", step.text(7));
                length(table, row, "elevationOfRefHeight", step.number(9));
                length(table, row, "elevationOfTerrain", step.number(10));
                text(table, row, "address", address(step.ref(11)));
            }
            case "IFCSITE" -> {
                text(table, row, "longName", step.text(7));
                length(table, row, "refElevation", step.number(11));
                text(table, row, "landTitleNumber", step.text(12));
                text(table, row, "address", address(step.ref(13)));
            }
            case "IFCSPACE", "IFCSPATIALZONE" -> {
                text(table, row, "longName", step.text(7));
                text(table, row, "predefinedType", word(step));
            }
            default -> {
                text(table, row, "tag", step.text(7));
                text(table, row, "predefinedType", word(step));
                if (product.type().startsWith("IFCDOOR") || product.type().startsWith("IFCWINDOW")) {
                    length(table, row, "overallHeight", step.number(8));
                    length(table, row, "overallWidth", step.number(9));
                }
            }
        }
    }

    /** The predefined type stands at different places in different classes: it is the first word of its kind. */
    static String word(StepRow step) {
        for (int i = 8; i < step.size(); i++) {
            String word = step.valueType(i).isEmpty() ? step.enumeration(i) : "";
            if (!word.isEmpty() && !word.equals("ELEMENT") && !word.equals("COMPLEX") && !word.equals("PARTIAL") && !word.equals("NOTDEFINED")
                    && !word.equals("T") && !word.equals("F")) {
                return word;
            }
        }
        return "";
    }

    private void length(AttributeTableBuilder table, int row, String name, double value) {
        if (Double.isFinite(value)) {
            table.set(row, name, value, units.ofMeasure("IFCLENGTHMEASURE"));
        }
    }

    private String address(int address) {
        StepRow row = file.row(address);
        if (!row.type().equals("IFCPOSTALADDRESS")) {
            return "";
        }
        StringBuilder lines = new StringBuilder();
        for (int item : row.items(4)) {
            append(lines, row.valueAt(item));
        }
        append(lines, (row.text(8) + " " + row.text(6)).strip());
        append(lines, row.text(9));
        return lines.toString();
    }

    private static void append(StringBuilder lines, Object text) {
        if (text != null && !text.toString().isBlank()) {
            lines.append(lines.length() > 0 ? ", " : "").append(text.toString().strip());
        }
    }

    private String groups(int entity) {
        Set<String> all = new LinkedHashSet<>();
        for (int group : relations.groups(entity)) {
            all.add(name(group));
        }
        all.remove("");
        return String.join("; ", all);
    }

    private String name(int entity) {
        return entity < 0 ? "" : names.computeIfAbsent(entity, e -> {
            StepRow row = file.row(e);
            String name = row.text(2);
            return name.isBlank() && row.type().toUpperCase(Locale.ROOT).startsWith("IFCBUILDING") ? row.text(7) : name;
        });
    }

    private static void text(AttributeTableBuilder table, int row, String name, String value) {
        if (!value.isBlank()) {
            table.set(row, name, value);
        }
    }
}
