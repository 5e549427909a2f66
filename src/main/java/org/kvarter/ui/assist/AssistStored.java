package org.kvarter.ui.assist;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.DataRecord;
import org.kvarter.assist.Check;
import org.kvarter.assist.ImportRecipe;
import org.kvarter.assist.StoreImport;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.series.SeriesView;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.series.store.LoadReport;
import org.kvarter.series.store.SeriesOrigin;
import org.kvarter.series.store.SeriesStores;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.duck.DuckStore;
import org.kvarter.session.Change;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.series.AddSeries;

/**
 * What the assistant has put into the project's store.
 *
 * @param recipe by which
 * @param series what the session shows of it, and where it stays
 * @param said   what a person should know
 */
public record AssistStored(ImportRecipe recipe, List<Kept> series, List<Diagnostic> said) {

    private static final Texts TEXTS = Texts.in(AssistStored.class);

    /** One series. */
    public record Kept(SeriesView view, SeriesSource source) {
    }

    public AssistStored {
        series = List.copyOf(series);
        said = List.copyOf(said);
    }

    /** What was put into a store's file. */
    static AssistStored of(ImportRecipe recipe, StoreImport.Stored stored, DuckStore store, SeriesStores stores, Workspace workspace) throws StoreException {
        List<Kept> kept = new ArrayList<>();
        List<Diagnostic> said = new ArrayList<>();
        for (LoadReport report : stored.reports()) {
            String id = report.series().id();
            SeriesSource source = new SeriesSource(id, report.series().titles(), report.series().quantity(),
                    new SeriesOrigin.InStore(store.file().toString(), id), recipe.join().layerId(), "");
            stores.ledger().made((SeriesOrigin.InStore) source.origin());
            kept.add(new Kept(stores.view(source, e -> tell(workspace, source, e)).orElseThrow(), source));
            said.addAll(report.diagnostics());
        }
        stored.outcome().checks().stream().filter(c -> c.light() == Check.Light.RED)
                .forEach(c -> said.add(new Diagnostic(Severity.WARNING, recipe.path(), c.quantity(), c.sentence())));
        return new AssistStored(recipe, kept, said);
    }

    private static void tell(Workspace workspace, SeriesSource source, StoreException e) {
        workspace.tasks().fx().execute(() -> workspace.session().diagnostics()
                .add(new Diagnostic(Severity.ERROR, source.origin().where(), source.seriesId(), e.getMessage())));
    }

    /** Brings the series into the session as one step to undo; the first colours the twin where places found their features. JavaFX thread. */
    public void add(Session session, boolean painted) {
        DataBook before = session.dataBook();
        String read = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        String from = recipe.source().isBlank() ? String.valueOf(Path.of(recipe.path()).getFileName()) : recipe.source();
        DataBook told = before;
        List<Change> changes = new ArrayList<>();
        for (Kept kept : series) {
            changes.add(AddSeries.of(session, kept.view(), kept.source(), painted && changes.isEmpty()));
            String id = kept.view().id();
            told = told.with(new DataRecord(id, recipe.origin(), from, read, recipe.name(), recipe.licence(), recipe.personal()));
        }
        DataBook after = told;
        session.undo().perform(Change.of(TEXTS.get("undo.import", recipe.name()), () -> {
            session.dataBookProperty().set(after);
            changes.forEach(Change::apply);
        }, () -> {
            for (int i = changes.size() - 1; i >= 0; i--) {
                changes.get(i).revert();
            }
            session.dataBookProperty().set(before);
        }));
        session.diagnostics().addAll(said);
    }
}
