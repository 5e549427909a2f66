package org.kvarter.session.loading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.series.SeriesException;
import org.kvarter.series.SeriesView;
import org.kvarter.series.csv.CsvSeries;
import org.kvarter.series.csv.CsvSeriesReader;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.series.store.SeriesOrigin;
import org.kvarter.series.store.SeriesStores;
import org.kvarter.series.store.StoreException;
import org.kvarter.task.Progress;

/**
 * The series of a project, read again, or found in their stores.
 *
 * @param tables      those that could be read
 * @param diagnostics what a person should know, refusals included
 */
record SeriesLoading(List<SeriesView> tables, List<Diagnostic> diagnostics) {

    /** @param later gets what goes wrong with a store after this, from any thread */
    static SeriesLoading read(List<SeriesSource> sources, SeriesStores stores, Consumer<Diagnostic> later, Progress progress) {
        List<SeriesView> tables = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            SeriesSource source = sources.get(i);
            Progress part = progress.part((double) i / sources.size(), (double) (i + 1) / sources.size());
            try {
                if (source.origin() instanceof SeriesOrigin.CsvFile csv) {
                    CsvSeries read = CsvSeriesReader.read(Path.of(csv.file()), csv.format(), source.seriesId(), source.titles(), source.quantity(), part);
                    tables.add(read.table());
                    diagnostics.addAll(read.diagnostics());
                } else {
                    part.checkCancelled();
                    stores.view(source, e -> later.accept(refused(source, e))).ifPresent(tables::add);
                }
            } catch (SeriesException | StoreException e) {
                diagnostics.add(refused(source, e));
            }
        }
        return new SeriesLoading(tables, diagnostics);
    }

    private static Diagnostic refused(SeriesSource source, Exception e) {
        return new Diagnostic(Severity.ERROR, source.origin().where(), source.seriesId(), e.getMessage());
    }
}
