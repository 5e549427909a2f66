package org.kvarter.series.store.sql;

import java.util.List;
import java.util.Objects;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.store.QualitySource;
import org.kvarter.text.LocalText;

/**
 * Which rows of a table or view are a series: one value of one place per row.
 *
 * @param id            distinct in the database, as people and projects name it
 * @param titles        what people call it
 * @param quantity      what is measured, free text
 * @param unit          unit of one value
 * @param table         name of the table with those of what it lies in, outermost first: schema and table, or catalog, schema and table
 * @param timeColumn    column of the beginning of an interval: a time with or without offset, or a date
 * @param placeColumn   column of the place's key, of any type that has a text
 * @param valueColumn   column of the value, a number
 * @param quality       how it is known how values came about
 * @param axis          intervals; times without an offset are of its zone
 */
public record SqlSeries(String id, LocalText titles, String quantity, String unit, List<String> table, String timeColumn, String placeColumn,
                        String valueColumn, QualitySource quality, TimeAxis axis) {

    /** A series whose values are measured. */
    public SqlSeries(String id, LocalText titles, String quantity, String unit, List<String> table, String timeColumn, String placeColumn, String valueColumn, TimeAxis axis) {
        this(id, titles, quantity, unit, table, timeColumn, placeColumn, valueColumn, QualitySource.MEASURED, axis);
    }

    public SqlSeries {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(axis, "axis");
        Objects.requireNonNull(quality, "quality");
        table = List.copyOf(table);
        if (table.isEmpty() || timeColumn.isEmpty() || placeColumn.isEmpty() || valueColumn.isEmpty()) {
            throw new IllegalArgumentException("a table and three columns");
        }
    }

    /** The same, with how values came about. */
    public SqlSeries withQuality(QualitySource other) {
        return new SqlSeries(id, titles, quantity, unit, table, timeColumn, placeColumn, valueColumn, other, axis);
    }
}
