package org.kvarter.session.loading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.series.SeriesException;
import org.kvarter.series.SeriesView;
import org.kvarter.series.csv.CsvSeries;
import org.kvarter.series.csv.CsvSeriesReader;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.task.Progress;

/**
 * The series of a project, read again.
 *
 * @param tables      those that could be read
 * @param diagnostics what a person should know, refusals included
 */
record SeriesLoading(List<SeriesView> tables, List<Diagnostic> diagnostics) {

    static SeriesLoading read(List<SeriesSource> sources, Progress progress) {
        List<SeriesView> tables = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            SeriesSource source = sources.get(i);
            Progress part = progress.part((double) i / sources.size(), (double) (i + 1) / sources.size());
            try {
                CsvSeries read = CsvSeriesReader.read(Path.of(source.file()), source.format(), source.seriesId(), source.titles(),
                        source.quantity(), part);
                tables.add(read.table());
                diagnostics.addAll(read.diagnostics());
            } catch (SeriesException e) {
                diagnostics.add(new Diagnostic(Severity.ERROR, source.file(), source.seriesId(), e.getMessage()));
            }
        }
        return new SeriesLoading(tables, diagnostics);
    }
}
