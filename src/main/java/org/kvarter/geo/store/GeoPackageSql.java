package org.kvarter.geo.store;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.text.SqlNames;
import org.locationtech.jts.geom.Envelope;

/** The statement that answers a query: key, columns, geometry; the box through the R-tree, comparisons of attributes as SQL. */
final class GeoPackageSql {

    private final StringBuilder text = new StringBuilder("SELECT ");
    private final List<Object> arguments = new ArrayList<>();

    /**
     * @param key     integer primary key, empty for a view without one
     * @param indexed whether the table has an R-tree
     */
    GeoPackageSql(String table, String geometry, String key, List<VectorColumn> columns, RecordQuery query, boolean indexed) {
        text.append(key.isEmpty() ? "NULL" : SqlNames.name(key));
        for (VectorColumn column : columns) {
            text.append(", ").append(SqlNames.name(column.name()));
        }
        boolean geometries = query.geometry() == RecordQuery.Geometries.WANTED || query.bbox() != null;
        text.append(", ").append(geometries ? SqlNames.name(geometry) : "NULL");
        text.append(" FROM ").append(SqlNames.name(table));
        List<String> conditions = new ArrayList<>();
        if (query.bbox() != null && indexed) {
            conditions.add(box(query.bbox(), "rtree_" + table + "_" + geometry, key));
        }
        SqlFilter filter = new SqlFilter(columns);
        query.filter().accept(filter, null);
        conditions.addAll(filter.conditions());
        arguments.addAll(filter.arguments());
        if (!conditions.isEmpty()) {
            text.append(" WHERE ").append(String.join(" AND ", conditions));
        }
    }

    /** The R-tree's boxes are rounded outwards to floats, so that this finds all that meet the box and perhaps some more. */
    private String box(Envelope box, String index, String key) {
        arguments.add(box.getMaxX());
        arguments.add(box.getMinX());
        arguments.add(box.getMaxY());
        arguments.add(box.getMinY());
        return SqlNames.name(key) + " IN (SELECT id FROM " + SqlNames.name(index)
                + " WHERE minx <= ? AND maxx >= ? AND miny <= ? AND maxy >= ?)";
    }

    String text() {
        return text.toString();
    }

    List<Object> arguments() {
        return arguments;
    }
}
