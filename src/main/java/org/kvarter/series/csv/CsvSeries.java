package org.kvarter.series.csv;

import java.util.List;
import org.kvarter.model.Diagnostic;
import org.kvarter.series.SeriesTable;

/**
 * A series as read, and what a person should know about it.
 *
 * @param table       the series
 * @param rows        data rows read
 * @param diagnostics gaps, duplicates, ragged rows, daylight saving: one sentence each
 */
public record CsvSeries(SeriesTable table, long rows, List<Diagnostic> diagnostics) {

    public CsvSeries {
        diagnostics = List.copyOf(diagnostics);
    }
}
