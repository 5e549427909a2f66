package org.kvarter.importing.collada;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.models.DamagedModelException;
import org.kvarter.importing.models.Matrix;
import org.w3c.dom.Element;

/** A COLLADA document with its elements by id. Not thread-safe. */
final class ColladaDocument {

    private final Element root;
    private final Map<String, Element> byId = new HashMap<>();
    private final MemoryBudget budget;

    private ColladaDocument(Element root, MemoryBudget budget) {
        this.root = root;
        this.budget = budget;
        Deque<Element> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Element element = open.pop();
            String id = element.getAttribute("id");
            if (!id.isEmpty()) {
                byId.putIfAbsent(id, element);
            }
            Xml.children(element).forEach(open::push);
        }
    }

    /** Reads a document of about {@code size} bytes. */
    static ColladaDocument read(InputStream in, long size, MemoryBudget budget) throws IOException {
        Element root = Xml.read(in, size, budget);
        if (!Xml.name(root).equals("COLLADA")) {
            throw new DamagedModelException("<" + Xml.name(root) + ">");
        }
        return new ColladaDocument(root, budget);
    }

    Element root() {
        return root;
    }

    MemoryBudget budget() {
        return budget;
    }

    String version() {
        String version = root.getAttribute("version");
        return version.length() > 10 ? "" : version;
    }

    /** The element that a reference such as {@code #roof} names in this document; {@code null} for none. */
    Element find(String reference) {
        return reference.startsWith("#") ? byId.get(reference.substring(1)) : byId.get(reference);
    }

    /** Metres of a unit of its coordinates. */
    double metres() {
        Element unit = Xml.child(root, "asset", "unit");
        double metres = unit == null ? 1 : Xml.number(unit.getAttribute("meter"), 1);
        return metres > 0 ? metres : 1;
    }

    /** Turns its axes so that x looks right, y away and z up. */
    Matrix upright() {
        return switch (Xml.text(root, "asset", "up_axis")) {
            case "Z_UP" -> Matrix.IDENTITY;
            case "X_UP" -> Matrix.Y_TO_Z_UP.times(new Matrix(new double[] {0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0}));
            default -> Matrix.Y_TO_Z_UP;
        };
    }
}
