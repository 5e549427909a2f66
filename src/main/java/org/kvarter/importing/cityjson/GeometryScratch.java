package org.kvarter.importing.cityjson;

import java.util.ArrayList;
import java.util.List;

/**
 * One geometry as written: vertex indices in nested runs, before the vertices are known. Reused from object to object.
 *
 * <p>{@code boundaries} nest solids in lists, shells in solids, surfaces in shells, rings in surfaces; the depth of the numbers tells
 * which of these a file has, so that the type may come after.
 */
final class GeometryScratch {

    /** Material indices of one theme. */
    record Theme(String name, NestedValues values) {
    }

    final IntList corners;
    final IntList ringEnds;
    final IntList surfaceEnds;
    final IntList shellEnds;
    final IntList solidEnds;
    final IntList semanticKinds;
    final NestedValues semanticValues;
    final List<Theme> themes = new ArrayList<>();
    String type;
    String lod;
    boolean hasSemantics;
    boolean textured;
    boolean malformed;
    int leafDepth;
    int template;
    double[] matrix;

    GeometryScratch(MemoryBudget budget) {
        corners = new IntList(budget);
        ringEnds = new IntList(budget);
        surfaceEnds = new IntList(budget);
        shellEnds = new IntList(budget);
        solidEnds = new IntList(budget);
        semanticKinds = new IntList(budget);
        semanticValues = new NestedValues(budget);
        clear();
    }

    void clear() {
        clearBoundaries();
        semanticKinds.clear();
        semanticValues.clear();
        themes.clear();
        type = "";
        lod = "";
        hasSemantics = false;
        textured = false;
        malformed = false;
        template = -1;
        matrix = null;
    }

    void clearBoundaries() {
        corners.clear();
        ringEnds.clear();
        surfaceEnds.clear();
        shellEnds.clear();
        solidEnds.clear();
        leafDepth = 0;
    }

    int surfaceCount() {
        return surfaceEnds.size();
    }

    /** Notes a corner at a nesting depth of {@code boundaries}. */
    void corner(int vertex, int depth) {
        if (leafDepth == 0) {
            leafDepth = depth;
        }
        malformed |= leafDepth != depth;
        corners.add(vertex);
    }

    /** Notes the end of an array at a nesting depth of {@code boundaries}. */
    void close(int depth) {
        if (leafDepth == 0) {
            return;
        }
        switch (leafDepth - depth) {
            case 0 -> ringEnds.add(corners.size());
            case 1 -> surfaceEnds.add(ringEnds.size());
            case 2 -> shellEnds.add(surfaceEnds.size());
            case 3 -> solidEnds.add(shellEnds.size());
            default -> { }
        }
    }

    /** What the nesting says this is. */
    Shape shape() {
        if (type.equals("GeometryInstance")) {
            return template >= 0 && corners.size() > 0 ? Shape.INSTANCE : Shape.NONE;
        }
        return switch (leafDepth) {
            case 1 -> Shape.POINTS;
            case 2 -> Shape.LINES;
            case 3, 4, 5 -> Shape.SURFACES;
            default -> Shape.NONE;
        };
    }

    /** Whether type and nesting agree; unknown types agree with anything. */
    boolean typeFitsNesting() {
        int expected = switch (type) {
            case "MultiPoint", "GeometryInstance" -> 1;
            case "MultiLineString" -> 2;
            case "MultiSurface", "CompositeSurface" -> 3;
            case "Solid" -> 4;
            case "MultiSolid", "CompositeSolid" -> 5;
            default -> leafDepth;
        };
        return leafDepth == 0 || expected == leafDepth;
    }

    /** The surface after the one ({@code levels} 0), the shell (1) or the solid (2) that {@code surface} is in. */
    int skip(int surface, int levels) {
        if (levels <= 0) {
            return surface + 1;
        }
        int shell = runOf(shellEnds, surface);
        if (shell < 0 || levels == 1) {
            return shell < 0 ? surfaceCount() : shellEnds.get(shell);
        }
        int solid = runOf(solidEnds, shell);
        return solid < 0 ? surfaceCount() : shellEnds.get(solidEnds.get(solid) - 1);
    }

    private static int runOf(IntList ends, int index) {
        for (int run = 0; run < ends.size(); run++) {
            if (index < ends.get(run)) {
                return run;
            }
        }
        return -1;
    }

    /** What can be made of a geometry. */
    enum Shape {
        NONE, POINTS, LINES, SURFACES, INSTANCE
    }
}
