package org.kvarter.geo.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A table of features that was read into memory, row by row, by a reader whose format must be known whole before its features are (styles
 * behind the features, blocks, columns guessed from text). Filled by one thread, then read; geometries are handed out as they are.
 *
 * <p>A column all of whose values are text that are numbers becomes numeric; numbers with zeros before them, such as {@code 0180}, are
 * codes and stay text.
 */
public final class MemoryTable implements VectorTable {

    private final String name;
    private final String title;
    private final Map<String, Integer> index = new LinkedHashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final List<Geometry> geometries = new ArrayList<>();
    private final List<Object[]> rows = new ArrayList<>();
    private Class<? extends Geometry> type;
    private Optional<String> crs = Optional.empty();
    private List<VectorColumn> columns;

    /**
     * An empty table.
     *
     * @param name  distinct in its store
     * @param title what people call it
     */
    public MemoryTable(String name, String title) {
        this.name = name;
        this.title = title;
    }

    /** Begins a row; {@code geometry} may be {@code null}. */
    public void row(String id, Geometry geometry) {
        ids.add(id);
        geometries.add(geometry);
        rows.add(new Object[0]);
        if (geometry != null && !geometry.isEmpty()) {
            type = GeometryTypes.common(type, geometry.getClass().asSubclass(Geometry.class));
        }
    }

    /** Sets a value of the row that was begun last; missing ones, and columns beyond the {@value StoreLimits#MAX_COLUMNS} first, are ignored. */
    public void set(String column, Object value) {
        if (value == null || column.isBlank() || !index.containsKey(column) && index.size() >= StoreLimits.MAX_COLUMNS) {
            return;
        }
        int at = index.computeIfAbsent(column, c -> index.size());
        Object[] row = rows.get(rows.size() - 1);
        if (at >= row.length) {
            row = java.util.Arrays.copyOf(row, Math.max(at + 1, index.size()));
            rows.set(rows.size() - 1, row);
        }
        row[at] = value;
    }

    /** Whether the row that was begun last has a value there. */
    public boolean has(String column) {
        Integer at = index.get(column);
        Object[] row = rows.get(rows.size() - 1);
        return at != null && at < row.length && row[at] != null;
    }

    /** Number of rows. */
    public int size() {
        return rows.size();
    }

    void placeIn(Optional<String> system) {
        crs = system;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<VectorColumn> columns() {
        if (columns == null) {
            List<VectorColumn> made = new ArrayList<>();
            index.forEach((column, at) -> made.add(new VectorColumn(column, settle(at))));
            columns = made;
        }
        return columns;
    }

    /** Makes all values of a column one class, and answers which. */
    private Class<?> settle(int at) {
        boolean numeric = true;
        boolean whole = true;
        for (Object[] row : rows) {
            Object value = at < row.length ? row[at] : null;
            if (value instanceof String text) {
                numeric = numeric && PlainNumbers.isNumber(text);
                whole = whole && PlainNumbers.isWhole(text);
            } else if (value != null) {
                numeric = numeric && value instanceof Number;
                whole = whole && (value instanceof Long || value instanceof Integer);
            }
        }
        for (Object[] row : rows) {
            if (at < row.length && row[at] != null) {
                Object value = row[at];
                row[at] = !numeric ? value.toString() : whole ? (Object) Long.valueOf(value.toString())
                        : value instanceof Number number ? number.doubleValue() : Double.parseDouble(value.toString());
            }
        }
        return !numeric ? String.class : whole ? Long.class : Double.class;
    }

    @Override
    public String geometryName() {
        Set<String> taken = new HashSet<>(index.keySet());
        String free = "geometry";
        while (taken.contains(free)) {
            free = "the_" + free;
        }
        return free;
    }

    @Override
    public Class<? extends Geometry> geometryType() {
        return type == null ? Geometry.class : type;
    }

    @Override
    public Optional<String> crs() {
        return crs;
    }

    @Override
    public long count() {
        return rows.size();
    }

    @Override
    public Envelope bounds() {
        Envelope box = new Envelope();
        geometries.stream().filter(g -> g != null).forEach(g -> box.expandToInclude(g.getEnvelopeInternal()));
        return box;
    }

    @Override
    public RecordCursor open(RecordQuery query) throws IOException {
        columns();
        return new Cursor(query);
    }

    private final class Cursor implements RecordCursor {
        private final RecordQuery query;
        private int at = -1;

        Cursor(RecordQuery query) {
            this.query = query;
        }

        @Override
        public boolean next() {
            while (++at < rows.size()) {
                Geometry geometry = geometries.get(at);
                if (query.accepts(geometry == null ? null : geometry.getEnvelopeInternal())) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String id() {
            return ids.get(at);
        }

        @Override
        public Object value(int column) {
            Object[] row = rows.get(at);
            return column < row.length ? row[column] : null;
        }

        @Override
        public Geometry geometry() {
            return geometries.get(at);
        }

        @Override
        public void close() {
            at = rows.size();
        }
    }
}
