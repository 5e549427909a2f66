package org.kvarter.ui.assist;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.DataRecord;
import org.kvarter.assist.ImportOutcome;
import org.kvarter.assist.ImportRecipe;
import org.kvarter.model.Layer;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.overlay.ScaleSpec;
import org.kvarter.overlay.ValueSource;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.SeriesValues;
import org.kvarter.session.Change;
import org.kvarter.session.Clock;
import org.kvarter.session.ClockSpan;
import org.kvarter.session.Session;
import org.kvarter.session.assist.ImportedTable;
import org.kvarter.text.Texts;

/** Brings what the assistant has read into the session as one step to undo: data, a colouring by them, the clock over them. */
public final class AssistAdd {

    private static final Texts TEXTS = Texts.in(AssistAdd.class);

    private AssistAdd() {
    }

    /** Adds an outcome; colours the twin by its first series or its first attribute of numbers. JavaFX thread. */
    public static void add(Session session, ImportOutcome outcome) {
        Layer layer = session.layer(outcome.recipe().join().layerId()).orElse(null);
        ImportedTable table = ImportedTable.of(outcome, layer == null ? null : layer.features());
        String id = table.recipe().id();
        ImportedTable before = session.imported().get(id);
        DataBook book = session.dataBook();
        DataBook told = told(book, outcome);
        Optional<OverlaySpec> overlay = overlay(outcome, layer);
        String activeBefore = session.activeOverlayProperty().get();
        Clock clock = session.clock();
        ClockSpan span = ClockSpan.of(clock);
        List<OverlaySpec> overlays = List.copyOf(session.overlays());
        session.undo().perform(Change.of(TEXTS.get("undo.import", outcome.recipe().name()), () -> {
            session.dataBookProperty().set(told);
            session.imported().put(id, table);
            overlay.ifPresent(o -> {
                session.overlays().removeIf(old -> old.id().equals(o.id()));
                session.overlays().add(o);
                session.activeOverlayProperty().set(o.id());
            });
            outcome.series().stream().findFirst().ifPresent(series -> ClockSpan.over(series, clock));
        }, () -> {
            session.activeOverlayProperty().set(activeBefore);
            session.overlays().setAll(overlays);
            if (before == null) {
                session.imported().remove(id);
            } else {
                session.imported().put(id, before);
            }
            session.dataBookProperty().set(book);
            span.restore(clock);
        }));
    }

    /** The book with where the data come from; attributes of a layer that are personal make the layer so: they cannot be told apart in it. */
    private static DataBook told(DataBook book, ImportOutcome outcome) {
        ImportRecipe recipe = outcome.recipe();
        String read = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        String from = recipe.source().isBlank() ? String.valueOf(Path.of(recipe.path()).getFileName()) : recipe.source();
        DataBook told = book;
        for (SeriesTable series : outcome.series()) {
            told = told.with(new DataRecord(series.id(), recipe.origin(), from, read, recipe.name(), recipe.licence(), recipe.personal()));
        }
        if (recipe.personal() && !outcome.attributes().isEmpty()) {
            DataRecord layer = book.record(recipe.join().layerId());
            told = told.with(new DataRecord(layer.data(), layer.origin(), layer.source(), layer.read(), layer.recipe(), layer.licence(), true));
        }
        return told;
    }

    private static Optional<OverlaySpec> overlay(ImportOutcome outcome, Layer layer) {
        if (layer == null || outcome.join().matched() == 0) {
            return Optional.empty();
        }
        String id = "overlay-" + outcome.recipe().id();
        Optional<SeriesTable> series = outcome.series().stream().findFirst();
        if (series.isPresent()) {
            SeriesTable s = series.get();
            return Optional.of(new OverlaySpec(id, s.title(), layer.id(), new ValueSource.Series(s.id(), SeriesValues.Aggregation.usual(s.unit())), "",
                    s.unit(), ScaleSpec.DEFAULT));
        }
        return outcome.attributes().stream().filter(org.kvarter.model.NumberColumn.class::isInstance).findFirst()
                .map(c -> new OverlaySpec(id, c.name(), layer.id(), new ValueSource.Attribute(c.name()), "", c.unit(), ScaleSpec.DEFAULT));
    }
}
