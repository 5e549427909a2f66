package org.kvarter.importing.cityjson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.importing.arrays.IntList;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.city.Kinds;
import org.kvarter.importing.city.SurfaceFacts;

/**
 * One geometry as written: vertex indices in nested runs, before the vertices are known. Reused from object to object.
 *
 * <p>{@code boundaries} nest solids in lists, shells in solids, surfaces in shells, rings in surfaces; the depth of the numbers tells
 * which of these a file has, so that the type may come after.
 */
final class GeometryScratch {

    private static final int MAX_THEMES = 16;

    /** About what an attribute of a surface takes until the end of its document. */
    private static final long FACT_BYTES = 120;

    private final MemoryBudget budget;
    final IntList corners;
    final IntList ringEnds;
    final IntList surfaceEnds;
    final IntList shellEnds;
    final IntList solidEnds;
    /** Kind ordinal of each surface once settled, {@link Kinds#UNKNOWN} without semantics. */
    final IntList kinds;
    /** Material of each surface by theme once settled, {@link NestedValues#NONE} without. */
    final Map<String, IntList> materials = new LinkedHashMap<>();
    /** Pictures of the rings by theme once settled. */
    final Map<String, RingTextures> textures = new LinkedHashMap<>();
    /** Kind ordinal of each semantic surface. */
    final IntList semanticKinds;
    final NestedValues semanticValues;
    /** Of each surface once settled, its place in {@link #facts}, −1 without; empty where no surface has attributes. */
    final IntList factOf;
    final List<SurfaceFacts> facts = new ArrayList<>();
    /** How many surfaces name a semantic surface that is not there. */
    int astray;
    String type;
    String lod;
    boolean hasSemantics;
    boolean malformed;
    int leafDepth;
    int template;
    double[] matrix;

    /** Of each semantic surface its place in {@link #facts}, −1 without. */
    private final IntList semanticFacts;
    private final Map<String, NestedValues> pendingMaterials = new LinkedHashMap<>();
    private final Map<String, RingTextures> pendingTextures = new LinkedHashMap<>();

    GeometryScratch(MemoryBudget budget) {
        this.budget = budget;
        kinds = new IntList(budget);
        corners = new IntList(budget);
        ringEnds = new IntList(budget);
        surfaceEnds = new IntList(budget);
        shellEnds = new IntList(budget);
        solidEnds = new IntList(budget);
        semanticKinds = new IntList(budget);
        semanticValues = new NestedValues(budget);
        factOf = new IntList(budget);
        semanticFacts = new IntList(budget);
        clear();
    }

    void clear() {
        clearBoundaries();
        clearSemantics();
        factOf.clear();
        semanticValues.clear();
        kinds.clear();
        materials.clear();
        pendingMaterials.clear();
        astray = 0;
        type = "";
        lod = "";
        hasSemantics = false;
        textures.clear();
        pendingTextures.clear();
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

    void clearSemantics() {
        semanticKinds.clear();
        semanticFacts.clear();
        facts.clear();
    }

    /** Adds a semantic surface; {@code attributes} is {@code null} where it has none. */
    void semanticSurface(int kind, SurfaceFacts attributes) {
        semanticKinds.add(kind);
        semanticFacts.add(attributes == null ? NestedValues.NONE : facts.size());
        if (attributes != null) {
            budget.claim(FACT_BYTES * attributes.attributes().names.size());
            facts.add(attributes);
        }
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

    /** Where to read the materials of a theme into; {@code null} where there are too many themes. */
    NestedValues materialsOf(String theme) {
        return pendingMaterials.size() >= MAX_THEMES ? null : pendingMaterials.computeIfAbsent(theme, t -> new NestedValues(budget));
    }

    /** Where to read the pictures of a theme into; {@code null} where there are too many themes. */
    RingTextures texturesOf(String theme) {
        return pendingTextures.size() >= MAX_THEMES ? null : pendingTextures.computeIfAbsent(theme, t -> new RingTextures(budget));
    }

    /** Spreads semantics and materials over the surfaces, when all properties have been read. */
    void settle() {
        hasSemantics = semanticKinds.size() > 0 && !semanticValues.isEmpty();
        kinds.resize(surfaceCount(), Kinds.UNKNOWN);
        if (hasSemantics) {
            int[] values = semanticValues.perSurface(this);
            for (int s = 0; s < values.length; s++) {
                boolean there = values[s] < semanticKinds.size();
                kinds.set(s, values[s] >= 0 && there ? semanticKinds.get(values[s]) : Kinds.UNKNOWN);
                astray += there ? 0 : 1;
            }
            spreadFacts(values);
        }
        pendingMaterials.forEach((theme, nested) -> {
            IntList column = new IntList(budget);
            for (int value : nested.perSurface(this)) {
                column.add(value);
            }
            materials.put(theme, column);
        });
        pendingMaterials.clear();
        pendingTextures.forEach((theme, read) -> textures.put(theme, read.fit(this, budget)));
        pendingTextures.clear();
    }

    private void spreadFacts(int[] values) {
        if (!facts.isEmpty()) {
            for (int value : values) {
                factOf.add(value >= 0 && value < semanticFacts.size() ? semanticFacts.get(value) : NestedValues.NONE);
            }
        }
    }

    /** Adds the surfaces of another settled geometry of the same level. */
    void merge(GeometryScratch other) {
        int firstCorner = corners.size();
        int firstRing = ringEnds.size();
        int firstSurface = surfaceCount();
        corners.addAll(other.corners, 0);
        ringEnds.addAll(other.ringEnds, firstCorner);
        surfaceEnds.addAll(other.surfaceEnds, firstRing);
        kinds.addAll(other.kinds, 0);
        other.materials.forEach((theme, values) -> {
            IntList column = materials.computeIfAbsent(theme, t -> new IntList(budget));
            column.resize(firstSurface, NestedValues.NONE);
            column.addAll(values, 0);
        });
        other.textures.forEach((theme, values) -> {
            RingTextures column = textures.computeIfAbsent(theme, t -> new RingTextures(budget));
            column.pad(firstRing, firstCorner);
            column.addAll(values);
        });
        if (!other.facts.isEmpty()) {
            factOf.resize(firstSurface, NestedValues.NONE);
            addFacts(factOf, other.factOf, facts.size());
            facts.addAll(other.facts);
        }
        astray += other.astray;
        hasSemantics |= other.hasSemantics;
    }

    /** Appends places in a list that is put behind one of {@code offset} entries. */
    static void addFacts(IntList to, IntList places, int offset) {
        for (int i = 0; i < places.size(); i++) {
            to.add(places.get(i) < 0 ? NestedValues.NONE : places.get(i) + offset);
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
