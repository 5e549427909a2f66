package org.kvarter.geo.store;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.kvarter.model.Severity;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Walks over the rows of a GeoPackage statement: key, columns, geometry blob. */
final class GeoPackageCursor implements RecordCursor {

    private final GeoPackageStore store;
    private final GeoPackageTable table;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final RecordQuery query;
    private final List<VectorColumn> columns;
    private final int geometryIndex;
    private final GeoPackageGeometry blobs = new GeoPackageGeometry();
    private long position;
    private Geometry geometry;

    GeoPackageCursor(GeoPackageStore store, GeoPackageTable table, PreparedStatement statement, RecordQuery query) throws SQLException {
        this.store = store;
        this.table = table;
        this.statement = statement;
        this.query = query;
        this.columns = table.columns();
        this.geometryIndex = columns.size() + 2;
        this.rows = statement.executeQuery();
    }

    @Override
    public boolean next() throws IOException {
        try {
            while (rows.next()) {
                position++;
                geometry = null;
                if (readGeometry()) {
                    return true;
                }
            }
            return false;
        } catch (SQLException e) {
            if (position == 0) {
                throw store.broken(e);
            }
            store.note(Severity.ERROR, table.name(), StoreTexts.get("geopackage.brokenAfter", store.fileName(), table.name(),
                    Long.toString(position)));
            return false;
        }
    }

    /** Takes the row's geometry; {@code false} where it is outside the asked box. */
    private boolean readGeometry() throws SQLException {
        if (query.geometry() == RecordQuery.Geometries.NOT_WANTED && query.bbox() == null) {
            return true;
        }
        byte[] blob = rows.getBytes(geometryIndex);
        if (blob == null || blob.length == 0) {
            return query.bbox() == null;
        }
        try {
            if (query.bbox() != null) {
                Envelope stated = blobs.envelope(blob);
                if (stated != null && !query.accepts(stated)) {
                    return false;
                }
            }
            Geometry read = blobs.read(blob);
            geometry = read.isEmpty() ? null : read;
            if (blobs.closedRing()) {
                store.note(Severity.INFO, table.name() + " " + id(),
                        StoreTexts.get("record.closed", store.fileName(), table.name() + " " + id()));
            }
            return query.bbox() == null || geometry != null && query.accepts(geometry.getEnvelopeInternal());
        } catch (MalformedGeometryException e) {
            store.note(Severity.WARNING, table.name() + " " + id(),
                    StoreTexts.get("record.geometry", store.fileName(), table.name() + " " + id(), e.getMessage()));
            return query.bbox() == null;
        }
    }

    @Override
    public String id() {
        try {
            String key = rows.getString(1);
            return key == null ? Long.toString(position) : key;
        } catch (SQLException e) {
            return Long.toString(position);
        }
    }

    @Override
    public Geometry geometry() {
        return geometry;
    }

    @Override
    public Object value(int column) throws IOException {
        try {
            Object raw = rows.getObject(column + 2);
            return raw == null || raw instanceof byte[] ? null : converted(raw, columns.get(column));
        } catch (SQLException e) {
            throw store.broken(e);
        }
    }

    /** SQLite keeps any value in any column: what is not of the column's type and cannot be made so is missing. */
    private Object converted(Object raw, VectorColumn column) {
        Class<?> type = column.type();
        try {
            if (type == String.class) {
                String text = raw.toString();
                return text.length() > StoreLimits.MAX_TEXT ? text.substring(0, StoreLimits.MAX_TEXT) : text;
            }
            if (type == java.sql.Date.class) {
                return java.sql.Date.valueOf(LocalDate.parse(raw.toString().substring(0, 10)));
            }
            if (type == Timestamp.class) {
                return Timestamp.from(instant(raw.toString()));
            }
            if (type == Boolean.class) {
                return raw instanceof Number n ? n.intValue() != 0 : Boolean.valueOf(raw.toString());
            }
            Number number = raw instanceof Number n ? n : Double.valueOf(raw.toString().trim());
            if (type == Long.class && number.doubleValue() == Math.rint(number.doubleValue())) {
                return number.longValue();
            }
            return type == Integer.class ? (Object) number.intValue() : number.doubleValue();
        } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
            store.note(Severity.WARNING, table.name() + " " + id(), StoreTexts.get("record.value", store.fileName(),
                    table.name() + " " + id(), column.name()));
            return null;
        }
    }

    private static Instant instant(String text) {
        String iso = text.trim().replace(' ', 'T');
        if (iso.length() == 10) {
            return LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        return iso.endsWith("Z") || iso.matches(".*[+-]\\d\\d:?\\d\\d$") ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }

    @Override
    public void close() throws IOException {
        try (statement; rows) {
            geometry = null;
        } catch (SQLException e) {
            throw store.broken(e);
        }
    }
}
