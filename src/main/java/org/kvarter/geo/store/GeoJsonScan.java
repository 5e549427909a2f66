package org.kvarter.geo.store;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** What one pass over a GeoJSON file tells: attributes and their types, number of features, box, geometry type, reference system. */
final class GeoJsonScan {

    private static final int CHECK_EVERY = 1_000;

    private final String fileName;
    private final Runnable check;
    private final Map<String, Kinds> columns = new LinkedHashMap<>();
    private final Envelope bounds = new Envelope();
    private Class<? extends Geometry> geometryType;
    private long features;
    private boolean tooManyColumns;
    private Charset charset;
    private GeoJsonReader reader;

    GeoJsonScan(String fileName, Runnable check) {
        this.fileName = fileName;
        this.check = check;
    }

    /** Reads the whole file. What was learnt before an exception stays. */
    void run(Path file, Charset encoding) throws IOException {
        charset = encoding;
        try (GeoJsonReader open = new GeoJsonReader(file, fileName, encoding, RecordQuery.Geometries.WANTED)) {
            reader = open;
            while (open.next()) {
                features++;
                if (features % CHECK_EVERY == 0) {
                    check.run();
                }
                open.properties().forEach(this::column);
                Geometry geometry = open.geometry();
                if (geometry != null) {
                    bounds.expandToInclude(geometry.getEnvelopeInternal());
                    geometryType = GeometryTypes.common(geometryType, geometry.getClass());
                }
            }
        }
        if (features == 0 && !open()) {
            throw new VectorStoreException(StoreTexts.get("geojson.noObject", fileName));
        }
    }

    private boolean open() {
        return reader.sawCollection();
    }

    private void column(String name, Object value) {
        Kinds kinds = columns.get(name);
        if (kinds == null) {
            if (columns.size() == StoreLimits.MAX_COLUMNS) {
                tooManyColumns = true;
                return;
            }
            kinds = new Kinds();
            columns.put(name, kinds);
        }
        kinds.add(value);
    }

    long features() {
        return features;
    }

    boolean tooManyColumns() {
        return tooManyColumns;
    }

    Charset charset() {
        return charset;
    }

    Envelope bounds() {
        return bounds;
    }

    Class<? extends Geometry> geometryType() {
        return geometryType == null ? Geometry.class : geometryType;
    }

    /** Whether the file names a reference system itself. */
    boolean namedCrs() {
        return reader.crs().isPresent();
    }

    /** Whether the file says that its reference system is unknown, or its coordinates cannot be degrees. */
    boolean crsUnknown() {
        return reader.crsDenied() || !namedCrs() && !bounds.isNull()
                && (Math.max(-bounds.getMinX(), bounds.getMaxX()) > 360 || Math.max(-bounds.getMinY(), bounds.getMaxY()) > 90.5);
    }

    Optional<String> crs() {
        return namedCrs() ? reader.crs() : crsUnknown() ? Optional.empty() : Optional.of(CrsTexts.CRS84);
    }

    Optional<String> title() {
        return reader.title();
    }

    List<VectorColumn> columns() {
        List<VectorColumn> all = new ArrayList<>();
        columns.forEach((name, kinds) -> all.add(new VectorColumn(name, kinds.type())));
        return all;
    }

    /** Kinds of values met in a column. */
    private static final class Kinds {
        private boolean integers;
        private boolean reals;
        private boolean booleans;
        private boolean texts;

        void add(Object value) {
            integers |= value instanceof Long;
            reals |= value instanceof Double;
            booleans |= value instanceof Boolean;
            texts |= value instanceof String;
        }

        Class<?> type() {
            if (texts || booleans && (integers || reals)) {
                return String.class;
            }
            return reals ? Double.class : integers ? Long.class : booleans ? Boolean.class : String.class;
        }
    }
}
