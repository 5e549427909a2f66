package org.kvarter.series.store;

import java.util.List;
import org.kvarter.model.Diagnostic;

/**
 * A series that was put into a store.
 *
 * @param series      the series
 * @param rows        rows read
 * @param diagnostics what a person should know: values twice, unreadable values, times off the steps, gaps
 */
public record LoadReport(StoredSeries series, long rows, List<Diagnostic> diagnostics) {

    public LoadReport {
        diagnostics = List.copyOf(diagnostics);
    }
}
