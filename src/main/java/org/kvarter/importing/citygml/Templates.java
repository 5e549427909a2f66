package org.kvarter.importing.citygml;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.model.Severity;

/**
 * Prototypes of implicit geometries: kept for the whole document, for any later object may name them. Not thread-safe.
 */
final class Templates {

    private static final double[] NOWHERE = {Double.NaN, Double.NaN, Double.NaN};

    private final GeometryStore store;
    private final Map<Integer, Integer> painting = new HashMap<>();
    private final LibraryObjects libraries;
    private final DiagnosticTally problems;
    private int unnamed;

    /** @param libraries where prototypes may be that the document names by file */
    Templates(MemoryBudget budget, LibraryObjects libraries, DiagnosticTally problems) {
        store = new GeometryStore(budget);
        this.libraries = libraries;
        this.problems = problems;
    }

    GeometryStore store() {
        return store;
    }

    /** Notes colours of prototypes by the ids of their geometries; the first one of each counts. */
    void paint(Map<String, Integer> colours) {
        colours.forEach((id, argb) -> {
            if (store.knows(id)) {
                store.walk(id, false, new GeometryStore.Visitor() {
                    @Override
                    public void polygon(int polygon, boolean flipped) {
                        painting.putIfAbsent(polygon, argb);
                    }

                    @Override
                    public void unknown(String other, boolean flipped) {
                        // nothing to paint
                    }
                });
            }
        });
    }

    /** Colour of a prototype's polygon, 0 for none. */
    int argb(int polygon) {
        return painting.getOrDefault(polygon, 0);
    }

    /**
     * Reads the implicit geometry at hand and goes past it.
     *
     * @param chunk that {@code geometries} reads into otherwise
     * @return the prototype in place; {@code null} where it names none or has no place
     */
    Chunk.Instance read(Xml x, GeometryReader geometries, Chunk chunk, int row, String lod, int dimension) throws IOException {
        double[] matrix = null;
        double[] reference = NOWHERE;
        String template = null;
        String library = null;
        int depth = x.depth();
        while (x.nextChild(depth)) {
            switch (x.name()) {
                case "transformationMatrix" -> matrix = matrix(x);
                case "libraryObject" -> library = x.text();
                case "relativeGMLGeometry", "relativeGeometry" -> template = geometry(x, geometries, chunk, dimension);
                case "referencePoint" -> reference = geometries.position();
                case "appearance" -> AppearanceReader.read(x, chunk.looks);
                default -> { }
            }
        }
        if (template == null && library != null && !library.isBlank()) {
            template = LibraryObjects.PREFIX + library.strip();
            load(template, library.strip());
        }
        boolean placed = Double.isFinite(reference[0]) && Double.isFinite(reference[1]);
        return template == null || !placed || matrix != null && !isFinite(matrix) ? null
                : new Chunk.Instance(row, lod, template, matrix, reference);
    }

    /** Reads a prototype's file, once; one that cannot be read is a prototype of nothing. */
    private void load(String id, String file) {
        if (store.knows(id)) {
            return;
        }
        int from = store.entryCount();
        boolean read = libraries.read(file, batch -> {
            for (int p = 0; p < batch.polygons().polygonCount(); p++) {
                store.add(batch.polygons(), p);
                if (batch.polygons().polygonArgb()[p] != 0) {
                    painting.put(store.polygonCount() - 1, batch.polygons().polygonArgb()[p]);
                }
            }
        }, heights -> { });
        store.identify(id, from);
        if (!read) {
            problems.add(Severity.WARNING, "instance.library", "", file);
        }
    }

    private static boolean isFinite(double[] matrix) {
        for (double value : matrix) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    private static double[] matrix(Xml x) throws IOException {
        double[] values = new double[16];
        int[] count = {0};
        x.numbers(v -> {
            if (count[0] < 16) {
                values[count[0]] = v;
            }
            count[0]++;
        });
        return count[0] == 16 ? values : null;
    }

    /** Reads the prototype or the reference to one; answers its id. */
    private String geometry(Xml x, GeometryReader geometries, Chunk chunk, int dimension) throws IOException {
        String href = x.href();
        if (href != null) {
            x.text();
            return href.startsWith("#") ? href.substring(1) : href;
        }
        int from = store.entryCount();
        geometries.into(store, 3);
        geometries.property(false);
        geometries.into(chunk.geometry, dimension);
        String id = "template " + ++unnamed;
        store.identify(id, from);
        return id;
    }
}
