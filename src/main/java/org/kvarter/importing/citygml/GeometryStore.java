package org.kvarter.importing.citygml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kvarter.importing.arrays.DoubleList;
import org.kvarter.importing.arrays.IntList;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.model.PolygonSet;

/**
 * Geometry of one member of the city model as it is read: polygons and lines in order of the document, coordinates as they are written.
 *
 * <p>What a geometry consists of is a range of <em>entries</em>: an entry is a polygon, or a reference to a geometry by its id, each perhaps
 * turned over. So the surface of a solid may name polygons of boundary surfaces before or after they come. Not thread-safe.
 */
final class GeometryStore {

    /** A geometry with an id: entries {@code from … to-1}. */
    private record Range(int from, int to) {
    }

    /** What a look-up says to. */
    interface Visitor {

        /** @param flipped whether the polygon is turned over as seen from where the walk began */
        void polygon(int polygon, boolean flipped);

        /** A geometry that is not in this store. */
        void unknown(String id, boolean flipped);
    }

    private static final int DEEPEST = 32;
    /** References to references may multiply without end; no true file follows more than this many times what it holds. */
    private static final int MOST_TIMES = 50;

    final DoubleList vertices;
    final IntList ringEnds;
    final IntList polygonRingEnds;
    final IntList lineEnds;
    final DoubleList lineVertices;
    private final IntList entries;
    private final List<String> references = new ArrayList<>();
    private final Map<String, Range> ranges = new HashMap<>();
    /** Ids of rings, for those before its end; {@code null} for none. */
    private final List<String> ringIds = new ArrayList<>();
    private long steps;

    GeometryStore(MemoryBudget budget) {
        vertices = new DoubleList(budget);
        ringEnds = new IntList(budget);
        polygonRingEnds = new IntList(budget);
        lineEnds = new IntList(budget);
        lineVertices = new DoubleList(budget);
        entries = new IntList(budget);
    }

    void clear() {
        vertices.clear();
        ringEnds.clear();
        polygonRingEnds.clear();
        lineEnds.clear();
        lineVertices.clear();
        entries.clear();
        references.clear();
        ranges.clear();
        ringIds.clear();
        steps = 0;
    }

    void release() {
        clear();
        vertices.release();
        ringEnds.release();
        polygonRingEnds.release();
        lineEnds.release();
        lineVertices.release();
        entries.release();
    }

    int polygonCount() {
        return polygonRingEnds.size();
    }

    int entryCount() {
        return entries.size();
    }

    int lineCount() {
        return lineEnds.size();
    }

    /** Ends a polygon whose rings have been added. */
    void endPolygon(boolean flipped) {
        polygonRingEnds.add(ringEnds.size());
        entries.add(polygonCount() - 1 << 1 | (flipped ? 1 : 0));
    }

    void addReference(String id, boolean flipped) {
        references.add(id);
        entries.add(-1 - (references.size() - 1 << 1 | (flipped ? 1 : 0)));
    }

    /** Notes that the entries since {@code from} are the geometry {@code id}. */
    void identify(String id, int from) {
        if (id != null && !id.isEmpty()) {
            ranges.put(id, new Range(from, entries.size()));
        }
    }

    /** Ids of all geometries that have one. */
    Set<String> ids() {
        return ranges.keySet();
    }

    boolean knows(String id) {
        return ranges.containsKey(id);
    }

    /** Walks over the polygons of entries {@code from … to-1}. */
    void walk(int from, int to, boolean flipped, Visitor visitor) {
        walk(from, to, flipped, visitor, 0);
    }

    /** Walks over the polygons of the geometry {@code id}. */
    void walk(String id, boolean flipped, Visitor visitor) {
        walk(id, flipped, visitor, 0);
    }

    private void walk(String id, boolean flipped, Visitor visitor, int depth) {
        Range range = ranges.get(id);
        if (range == null) {
            visitor.unknown(id, flipped);
        } else if (depth < DEEPEST && steps < (long) MOST_TIMES * entries.size() + 10_000) {
            walk(range.from, range.to, flipped, visitor, depth + 1);
        }
    }

    private void walk(int from, int to, boolean flipped, Visitor visitor, int depth) {
        for (int e = from; e < to; e++) {
            int entry = entries.get(e);
            steps++;
            if (entry >= 0) {
                visitor.polygon(entry >> 1, flipped ^ (entry & 1) != 0);
            } else {
                int reference = -1 - entry;
                walk(references.get(reference >> 1), flipped ^ (reference & 1) != 0, visitor, depth);
            }
        }
    }

    /** Adds a polygon of a set that was read from somewhere else. */
    void add(PolygonSet set, int polygon) {
        for (int r = set.firstRing(polygon); r < set.polygonRingEnds()[polygon]; r++) {
            for (int c = set.firstCorner(r); c < set.ringEnds()[r]; c++) {
                int v = 3 * set.corners()[c];
                vertices.add(set.vertices()[v], set.vertices()[v + 1], set.vertices()[v + 2]);
            }
            ringEnds.add(vertices.size() / 3);
        }
        endPolygon(false);
    }

    /** Copies a polygon of another store; its entry comes with it. */
    void copy(GeometryStore other, int polygon, boolean flipped) {
        for (int r = other.firstRing(polygon); r < other.polygonRingEnds.get(polygon); r++) {
            for (int c = other.firstCorner(r); c < other.ringEnds.get(r); c++) {
                vertices.add(other.vertices.get(3 * c), other.vertices.get(3 * c + 1), other.vertices.get(3 * c + 2));
            }
            ringEnds.add(vertices.size() / 3);
            nameRing(other.ringId(r));
        }
        endPolygon(flipped);
    }

    /** Gives the ring ended last an id. */
    void nameRing(String id) {
        if (id != null) {
            while (ringIds.size() < ringEnds.size()) {
                ringIds.add(null);
            }
            ringIds.set(ringEnds.size() - 1, id);
        }
    }

    /** Id of a ring, {@code null} for none. */
    String ringId(int ring) {
        return ring < ringIds.size() ? ringIds.get(ring) : null;
    }

    int firstRing(int polygon) {
        return polygon == 0 ? 0 : polygonRingEnds.get(polygon - 1);
    }

    int firstCorner(int ring) {
        return ring == 0 ? 0 : ringEnds.get(ring - 1);
    }

    /** First corner of the line, a point being a line of one corner. */
    int firstOfLine(int line) {
        return line == 0 ? 0 : lineEnds.get(line - 1);
    }
}
