package org.kvarter.sample.timber;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shapes of an IFC model: coloured boxes and prisms, and maps of them that are put in many places. */
final class Shapes {
    private final Step step;
    private final String body;
    private final Map<String, String> painted = new HashMap<>();
    private final Map<List<String>, String> maps = new HashMap<>();
    private final Map<List<String>, String> products = new HashMap<>();
    private final Set<String> mapped = new HashSet<>();

    Shapes(Step step, String body) {
        this.step = step;
        this.body = body;
    }

    /** A box with its lower corner at a point. */
    String box(Paint paint, double x, double y, double z, double dx, double dy, double dz) {
        return painted(paint, boxText(x, y, z, dx, dy, dz));
    }

    /** A box at the origin that nobody sees. */
    String plainBox(double dx, double dy, double dz) {
        return step.shared(boxText(0, 0, 0, dx, dy, dz));
    }

    private String boxText(double x, double y, double z, double dx, double dy, double dz) {
        String profile = step.shared("IFCRECTANGLEPROFILEDEF(.AREA.,$,$," + Step.n(dx) + "," + Step.n(dy) + ")");
        return solid(profile, Spot.at(x + dx / 2, y + dy / 2, z), dz);
    }

    private String solid(String profile, Spot spot, double depth) {
        return "IFCEXTRUDEDAREASOLID(" + profile + "," + step.axes(spot) + "," + step.direction(new double[] {0, 0, 1}) + "," + Step.n(depth) + ")";
    }

    /** A prism over an outline of x, y pairs. */
    String prism(Paint paint, double[] outline, Spot spot, double depth) {
        return painted(paint, prismText(outline, spot, depth));
    }

    /** A prism that has no colour of its own. */
    String plainPrism(double[] outline, Spot spot, double depth) {
        return step.shared(prismText(outline, spot, depth));
    }

    private String prismText(double[] outline, Spot spot, double depth) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i <= outline.length; i += 2) {
            int k = i % outline.length;
            points.append(i == 0 ? "" : ",").append('(').append(Step.n(outline[k])).append(',').append(Step.n(outline[k + 1])).append(')');
        }
        String curve = step.shared("IFCINDEXEDPOLYCURVE(" + step.shared("IFCCARTESIANPOINTLIST2D((" + points + "))") + ",$,.F.)");
        return solid(step.shared("IFCARBITRARYCLOSEDPROFILEDEF(.AREA.,$," + curve + ")"), spot, depth);
    }

    private String painted(Paint paint, String solid) {
        return painted.computeIfAbsent(paint + solid, k -> {
            String item = step.own(solid);
            step.own("IFCSTYLEDITEM(" + item + ",(" + style(paint) + "),$)");
            return item;
        });
    }

    private String style(Paint p) {
        String colour = step.shared("IFCCOLOURRGB($," + share(p.rgb >> 16) + "," + share(p.rgb >> 8) + "," + share(p.rgb) + ")");
        String shading = step.shared("IFCSURFACESTYLESHADING(" + colour + "," + Step.n(p.transparency) + ")");
        return step.shared("IFCSURFACESTYLE('" + p.material + "',.BOTH.,(" + shading + "))");
    }

    private static String share(int channel) {
        return Step.n((channel & 255) / 255.0);
    }

    /** A map of items, to be put in many places. */
    String map(List<String> items) {
        return maps.computeIfAbsent(items, k -> step.own("IFCREPRESENTATIONMAP(" + step.axes(Spot.at(0, 0, 0)) + "," + representation(items) + ")"));
    }

    /** A map put at a point. */
    String put(String map, double x, double y, double z) {
        String item = step.shared("IFCMAPPEDITEM(" + map + "," + step.shared("IFCCARTESIANTRANSFORMATIONOPERATOR3D($,$," + step.point(x, y, z) + ",$,$)") + ")");
        mapped.add(item);
        return item;
    }

    /** A map put {@code count} times in a row from a point; rows are made of shorter ones of half their length, each drawn once. */
    List<String> row(String map, int count, double dx, double dy, double dz, double x, double y, double z) {
        List<String> items = new ArrayList<>();
        for (int at = 0; at < count;) {
            int run = Integer.highestOneBit(count - at);
            items.add(put(block(map, run, dx, dy, dz), x + at * dx, y + at * dy, z + at * dz));
            at += run;
        }
        return items;
    }

    /** A row of 1, 2, 4, 8 … as a map. */
    private String block(String map, int count, double dx, double dy, double dz) {
        if (count == 1) {
            return map;
        }
        String half = block(map, count / 2, dx, dy, dz);
        return map(List.of(put(half, 0, 0, 0), put(half, count / 2 * dx, count / 2 * dy, count / 2 * dz)));
    }

    private String representation(List<String> items) {
        String kind = mapped.contains(items.get(0)) ? "MappedRepresentation" : "SweptSolid";
        return step.own("IFCSHAPEREPRESENTATION(" + body + ",'Body','" + kind + "'," + Step.list(items) + ")");
    }

    /** The shape of a product; products of equal shape share it. */
    String product(List<String> items) {
        return products.computeIfAbsent(items, k -> step.own("IFCPRODUCTDEFINITIONSHAPE($,$,(" + representation(items) + "))"));
    }
}
