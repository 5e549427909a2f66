package org.kvarter.importing.citygml;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.city.AttributeRow;
import org.kvarter.importing.city.CityObjectType;
import org.kvarter.importing.city.SurfaceFacts;

/** One member of the city model with all its parts, as it is read: what memory is bounded by. */
final class Chunk {

    /** A city object. */
    static final class Row {
        final String id;
        final String typeName;
        final CityObjectType type;
        /** Row in the chunk this one is a part of, −1 for none. */
        final int parent;
        final AttributeRow attributes = new AttributeRow();

        Row(String id, String typeName, CityObjectType type, int parent) {
            this.id = id;
            this.typeName = typeName;
            this.type = type;
            this.parent = parent;
        }
    }

    /**
     * A geometry of an object.
     *
     * @param row      whose it is
     * @param lod      level of detail
     * @param boundary whether it is of a boundary surface rather than of the whole
     * @param kind     ordinal of the surface's kind, −1 where its slope or the layer decides
     * @param facts    attributes of the surface, or {@code null}
     * @param from     first entry in {@link #geometry}
     * @param to       exclusive last entry
     */
    record Shape(int row, String lod, boolean boundary, int kind, SurfaceFacts facts, int from, int to) {
    }

    /** Lines or points of an object: {@code from … to-1} of the lines in {@link #geometry}. */
    record Flat(int row, String lod, int from, int to) {
    }

    /**
     * A prototype put in place.
     *
     * @param template  id of its geometry, or of a library file
     * @param matrix    16 numbers row by row, or {@code null} for none
     * @param reference where its origin goes, in the order of the document
     */
    record Instance(int row, String lod, String template, double[] matrix, double[] reference) {
    }

    final GeometryStore geometry;
    final List<Row> rows = new ArrayList<>();
    final List<Shape> shapes = new ArrayList<>();
    final List<Flat> flats = new ArrayList<>();
    final List<Instance> instances = new ArrayList<>();
    /** What the member says itself of how it looks. */
    final Looks looks;
    /** As the member states it, or the document; empty for none. */
    String system = "";

    Chunk(MemoryBudget budget) {
        geometry = new GeometryStore(budget);
        looks = new Looks(budget);
    }

    void clear() {
        geometry.clear();
        rows.clear();
        shapes.clear();
        flats.clear();
        instances.clear();
        looks.clear();
        system = "";
    }

    int addRow(String id, String typeName, CityObjectType type, int parent) {
        rows.add(new Row(id, typeName, type, parent));
        return rows.size() - 1;
    }

    /** The topmost ancestor of a row. */
    int root(int row) {
        int at = row;
        while (rows.get(at).parent >= 0) {
            at = rows.get(at).parent;
        }
        return at;
    }
}
