package org.kvarter.importing.ifc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.ifc.content.Relations;
import org.kvarter.importing.ifc.geometry.GeometryException;
import org.kvarter.importing.ifc.geometry.Shapes;
import org.kvarter.importing.ifc.shape.Affine;
import org.kvarter.importing.ifc.shape.FaceSet;
import org.kvarter.importing.ifc.step.StepFile;
import org.kvarter.importing.ifc.step.StepRow;
import org.kvarter.model.Severity;

/** The bodies of products, openings cut out, with a word on what could not be made. Not thread-safe. */
final class ProductShapes {

    private static final Set<String> NO_BODY = Set.of("AXIS", "BOX", "FOOTPRINT", "ANNOTATION", "PLAN", "PROFILE", "REFERENCE", "CLEARANCE", "COG",
            "LIGHTING", "SURVEYPOINTS", "WALKINGLINE", "BOUNDARY");

    private static final int DEEPEST = 16;

    private final StepFile file;
    private final Shapes shapes;
    private final Relations relations;
    private final DiagnosticTally problems;

    ProductShapes(StepFile file, Shapes shapes, Relations relations, DiagnosticTally problems) {
        this.file = file;
        this.shapes = shapes;
        this.relations = relations;
        this.problems = problems;
    }

    /** Where a product stands in the model, {@code null} where that cannot be told; the trouble is told. */
    Affine placement(Product product) {
        try {
            return shapes.placement(product.placement());
        } catch (GeometryException e) {
            tell(product.entity(), e, "placement.");
            return null;
        }
    }

    /** A product's bodies in its own coordinates, without its openings. */
    List<FaceSet> bodies(Product product, Affine placement) {
        List<FaceSet> bodies = plain(product);
        int at = bodies.isEmpty() ? -1 : product.entity();
        for (int steps = 0; at >= 0 && steps < DEEPEST; steps++) {
            for (int opening : relations.openings(at)) {
                cut(product, placement, opening, bodies);
            }
            // layers of a wall that has no body of its own are cut by the wall's openings
            int whole = relations.whole(at);
            at = whole >= 0 && file.row(whole).ref(6) < 0 ? whole : -1;
        }
        return bodies;
    }

    private List<FaceSet> plain(Product product) {
        List<StepRow> chosen = new ArrayList<>();
        boolean anyBody = false;
        for (int representation : file.row(product.representation()).refs(2)) {
            StepRow row = file.row(representation);
            String identifier = row.text(1).toUpperCase(java.util.Locale.ROOT);
            boolean isBody = identifier.equals("BODY");
            if (!NO_BODY.contains(identifier) && !row.text(2).equals("BoundingBox")) {
                if (isBody && !anyBody) {
                    chosen.clear();
                }
                if (isBody || !anyBody) {
                    chosen.add(row);
                }
                anyBody |= isBody;
            }
        }
        List<FaceSet> bodies = new ArrayList<>();
        for (StepRow row : chosen) {
            bodies.addAll(shapes.ofRepresentation(row.entity()));
        }
        for (GeometryException e : shapes.takePassedOver()) {
            tell(product.entity(), e, "item.");
        }
        return bodies;
    }

    private void cut(Product product, Affine placement, int opening, List<FaceSet> bodies) {
        Product hole = Product.of(file, opening, product.role());
        Affine there = placement(hole);
        if (there == null) {
            return;
        }
        Affine toProduct = placement.inverse().times(there);
        List<FaceSet> tools = new ArrayList<>();
        for (FaceSet body : plain(hole)) {
            tools.add(body.moved(toProduct));
        }
        if (Shapes.cut(bodies, tools) > 0) {
            problems.add(Severity.INFO, "opening.uncut", id(product.entity()), Product.label(file, opening), Product.label(file, product.entity()));
        }
    }

    private void tell(int entity, GeometryException e, String kind) {
        problems.add(e.reason() == GeometryException.Reason.UNSUPPORTED ? Severity.INFO : Severity.WARNING,
                kind + e.reason().name().toLowerCase(java.util.Locale.ROOT), id(entity), Product.label(file, entity), e.item());
    }

    private String id(int entity) {
        return file.row(entity).text(0);
    }
}
