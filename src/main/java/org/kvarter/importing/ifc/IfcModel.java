package org.kvarter.importing.ifc;

import java.util.List;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.ifc.content.Classes;
import org.kvarter.importing.ifc.content.Materials;
import org.kvarter.importing.ifc.content.PropertySets;
import org.kvarter.importing.ifc.content.Relations;
import org.kvarter.importing.ifc.content.Units;
import org.kvarter.importing.ifc.geometry.Shapes;
import org.kvarter.importing.ifc.geometry.Styles;
import org.kvarter.importing.ifc.step.StepFile;
import org.kvarter.model.Severity;

/** An indexed file with its units, relations, properties and shapes. One reading, one thread. */
final class IfcModel {

    private final StepFile file;
    private final Units units;
    private final Relations relations;
    private final PropertySets properties;
    private final Materials materials;
    private final Products products;
    private final ProductShapes shapes;

    IfcModel(StepFile file, ReadOptions options, DiagnosticTally problems) {
        this.file = file;
        units = new Units(file);
        relations = new Relations(file);
        properties = new PropertySets(file, relations, units);
        Styles styles = new Styles(file);
        materials = new Materials(file, relations, styles);
        products = new Products(file);
        shapes = new ProductShapes(file, new Shapes(file, units.metre(), units.radian(), styles), relations, problems);
        if (!units.hasLength()) {
            problems.add(Severity.WARNING, "units.missing", "");
        }
    }

    StepFile file() {
        return file;
    }

    Units units() {
        return units;
    }

    Relations relations() {
        return relations;
    }

    PropertySets properties() {
        return properties;
    }

    Materials materials() {
        return materials;
    }

    Products products() {
        return products;
    }

    ProductShapes shapes() {
        return shapes;
    }

    /** The project's long name, or its name; may be empty. */
    String title() {
        List<Product> structure = products.of(Classes.Role.STRUCTURE);
        for (Product product : structure) {
            if (product.type().equals("IFCPROJECT")) {
                String longName = file.row(product.entity()).text(5);
                return longName.isBlank() ? file.row(product.entity()).text(2).strip() : longName.strip();
            }
        }
        return "";
    }
}
