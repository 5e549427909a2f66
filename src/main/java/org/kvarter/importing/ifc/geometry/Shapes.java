package org.kvarter.importing.ifc.geometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvarter.importing.ifc.geometry.GeometryException.Reason;
import org.kvarter.importing.ifc.shape.Affine;
import org.kvarter.importing.ifc.shape.FaceSet;
import org.kvarter.importing.ifc.shape.ShapeTooLargeException;
import org.kvarter.importing.ifc.shape.SolidBoolean;
import org.kvarter.importing.ifc.step.StepFile;
import org.kvarter.importing.ifc.step.StepRow;

/**
 * Representation items as bodies, in the coordinates of the product they belong to. Mapped representations are made once. Not
 * thread-safe.
 */
public final class Shapes {

    /** Faces of one product; more is an exponential nest of mapped items. */
    private static final int MOST_FACES = 5_000_000;

    private final Items items;
    private final Placements placements;
    private final SweptSolids swept;
    private final Breps breps;
    private final Tessellations tessellations;
    private final Surfaces surfaces;
    private final HalfSpaces halfSpaces;
    private final Primitives primitives;
    private final Styles styles;
    private final Map<Integer, List<FaceSet>> mapped = new HashMap<>();
    private final List<GeometryException> passedOver = new ArrayList<>();

    /**
     * @param metre  metres per unit of length
     * @param radian radians per unit of plane angle
     */
    public Shapes(StepFile file, double metre, double radian, Styles styles) {
        this.styles = styles;
        items = new Items(file, metre, radian);
        placements = new Placements(items);
        Curves curves = new Curves(items, placements);
        swept = new SweptSolids(items, placements, curves, new Profiles(items, placements, curves));
        surfaces = new Surfaces(items, placements, curves);
        breps = new Breps(items, curves, surfaces, styles);
        tessellations = new Tessellations(items, curves, styles);
        halfSpaces = new HalfSpaces(items, placements, curves);
        primitives = new Primitives(items, placements);
    }

    /** Where things are. */
    public Placements placements() {
        return placements;
    }

    /**
     * The bodies of a shape representation. An item that cannot be made is passed over and told by {@link #takePassedOver}.
     */
    public List<FaceSet> ofRepresentation(int representation) {
        List<FaceSet> bodies = new ArrayList<>();
        for (int item : items.file.row(representation).refs(3)) {
            items.reset();
            try {
                add(item, bodies);
            } catch (GeometryException e) {
                passedOver.add(e);
            } catch (ShapeTooLargeException e) {
                passedOver.add(new GeometryException(Reason.TOO_LARGE, items.name(item)));
            }
        }
        return bodies;
    }

    /** What was passed over since the last call. */
    public List<GeometryException> takePassedOver() {
        List<GeometryException> taken = List.copyOf(passedOver);
        passedOver.clear();
        return taken;
    }

    /** The placement of a product, or the reason why it has none. */
    public Affine placement(int objectPlacement) throws GeometryException {
        items.reset();
        return placements.object(objectPlacement);
    }

    private void add(int item, List<FaceSet> bodies) throws GeometryException {
        bodies.addAll(of(item));
        long faces = 0;
        for (FaceSet body : bodies) {
            faces += body.faceCount();
        }
        if (faces > MOST_FACES) {
            throw new GeometryException(Reason.TOO_LARGE, items.name(item));
        }
    }

    private List<FaceSet> of(int item) throws GeometryException {
        items.enter(item);
        StepRow row = items.file.row(item);
        List<FaceSet> made = switch (row.type()) {
            case "IFCEXTRUDEDAREASOLID", "IFCEXTRUDEDAREASOLIDTAPERED", "IFCREVOLVEDAREASOLID", "IFCREVOLVEDAREASOLIDTAPERED",
                    "IFCSURFACECURVESWEPTAREASOLID", "IFCFIXEDREFERENCESWEPTAREASOLID", "IFCDIRECTRIXDERIVEDREFERENCESWEPTAREASOLID",
                    "IFCSWEPTDISKSOLID", "IFCSWEPTDISKSOLIDPOLYGONAL", "IFCSURFACEOFLINEAREXTRUSION", "IFCSURFACEOFREVOLUTION" -> swept.of(row);
            case "IFCFACETEDBREP", "IFCFACETEDBREPWITHVOIDS", "IFCADVANCEDBREP", "IFCADVANCEDBREPWITHVOIDS", "IFCMANIFOLDSOLIDBREP",
                    "IFCFACEBASEDSURFACEMODEL", "IFCSHELLBASEDSURFACEMODEL", "IFCOPENSHELL", "IFCCLOSEDSHELL", "IFCCONNECTEDFACESET" ->
                    breps.of(row);
            case "IFCTRIANGULATEDFACESET", "IFCTRIANGULATEDIRREGULARNETWORK", "IFCPOLYGONALFACESET" -> tessellations.of(row);
            case "IFCMAPPEDITEM" -> mappedItem(row);
            case "IFCBOOLEANRESULT", "IFCBOOLEANCLIPPINGRESULT" -> result(row);
            case "IFCCSGSOLID" -> of(row.ref(0));
            case "IFCBLOCK", "IFCRIGHTCIRCULARCYLINDER", "IFCRIGHTCIRCULARCONE", "IFCRECTANGULARPYRAMID", "IFCSPHERE" ->
                    List.of(primitives.of(row));
            case "IFCCURVEBOUNDEDPLANE", "IFCRECTANGULARTRIMMEDSURFACE" -> List.of(surfaces.bounded(row));
            case "IFCGEOMETRICSET" -> set(row);
            default -> {
                if (isDrawnLine(row.type())) {
                    yield List.of();
                }
                throw items.unsupported(item);
            }
        };
        items.leave();
        int argb = styles.argb(item);
        if (argb != 0) {
            made.forEach(body -> body.paint(argb));
        }
        return made;
    }

    /** Lines, points and texts belong to drawings. */
    private static boolean isDrawnLine(String type) {
        return type.endsWith("CURVE") || type.endsWith("CURVEWITHKNOTS") || type.contains("POLYLINE") || type.endsWith("POINT") || type.equals("IFCLINE")
                || type.equals("IFCCIRCLE") || type.equals("IFCELLIPSE") || type.equals("IFCGEOMETRICCURVESET") || type.startsWith("IFCTEXTLITERAL")
                || type.startsWith("IFCANNOTATION") || type.equals("IFCBOUNDINGBOX") || type.endsWith("POINTLIST3D") || type.endsWith("POINTLIST2D")
                || type.endsWith("PLACEMENT3D") || type.endsWith("PLACEMENT2D") || type.equals("IFCVERTEXPOINT") || type.equals("IFCDIRECTION");
    }

    private List<FaceSet> set(StepRow row) throws GeometryException {
        List<FaceSet> made = new ArrayList<>();
        for (int element : row.refs(0)) {
            made.addAll(of(element));
        }
        return made;
    }

    private List<FaceSet> mappedItem(StepRow row) throws GeometryException {
        int source = row.ref(0);
        List<FaceSet> bodies = mapped.get(source);
        StepRow map = items.file.row(source);
        if (bodies == null) {
            bodies = new ArrayList<>();
            for (int item : items.file.row(map.ref(1)).refs(3)) {
                add(item, bodies);
            }
            mapped.put(source, bodies);
        }
        Affine to = placements.operator(row.ref(1)).times(placements.axis(map.ref(0)));
        List<FaceSet> moved = new ArrayList<>();
        for (FaceSet body : bodies) {
            moved.add(body.moved(to));
        }
        return moved;
    }

    private List<FaceSet> result(StepRow row) throws GeometryException {
        String operator = row.enumeration(0);
        int second = row.ref(2);
        List<FaceSet> first = of(row.ref(1));
        if (operator.equals("UNION")) {
            List<FaceSet> all = new ArrayList<>(first);
            all.addAll(of(second));
            return all;
        }
        boolean keepInside = operator.equals("INTERSECTION");
        List<FaceSet> made = new ArrayList<>();
        List<FaceSet> tools = halfSpaces.isHalfSpace(second) ? List.of() : of(second);
        for (FaceSet body : first) {
            FaceSet left = body;
            if (halfSpaces.isHalfSpace(second)) {
                left = told(halfSpaces.cut(body, second, keepInside), body, row);
            } else if (keepInside) {
                for (FaceSet tool : tools) {
                    made.add(told(SolidBoolean.intersection(body, tool), body, row));
                }
                continue;
            } else {
                for (FaceSet tool : tools) {
                    left = told(SolidBoolean.difference(left, tool), left, row);
                }
            }
            if (left.faceCount() > 0) {
                made.add(left);
            }
        }
        return made;
    }

    private FaceSet told(Optional<FaceSet> cut, FaceSet otherwise, StepRow row) {
        if (cut.isEmpty()) {
            passedOver.add(new GeometryException(Reason.BROKEN, items.name(row.entity())));
        }
        return cut.orElse(otherwise);
    }

    /**
     * Cuts openings out of bodies.
     *
     * @param openings in the bodies' coordinates
     * @return how many openings could not be cut because a body or the opening is not closed
     */
    public static int cut(List<FaceSet> bodies, List<FaceSet> openings) {
        int failed = 0;
        for (FaceSet opening : openings) {
            for (int i = 0; i < bodies.size(); i++) {
                Optional<FaceSet> cut = SolidBoolean.difference(bodies.get(i), opening);
                failed += cut.isEmpty() ? 1 : 0;
                bodies.set(i, cut.orElse(bodies.get(i)));
            }
        }
        return failed;
    }
}
