package org.kvarter.ui.assist;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.kvarter.assist.ImportOutcome;
import org.kvarter.model.Layer;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.overlay.ScaleSpec;
import org.kvarter.overlay.ValueSource;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.SeriesValues;
import org.kvarter.session.Change;
import org.kvarter.session.Clock;
import org.kvarter.session.Session;
import org.kvarter.session.assist.ImportedTable;
import org.kvarter.session.assist.ImportedTables;
import org.kvarter.text.Texts;

/** Brings what the assistant has read into the session as one step to undo: data, a colouring by them, the clock over them. */
public final class AssistAdd {

    private static final Texts TEXTS = Texts.in(AssistAdd.class);

    private AssistAdd() {
    }

    /** Adds an outcome; colours the twin by its first series or its first attribute of numbers. JavaFX thread. */
    public static void add(Session session, ImportedTables tables, ImportOutcome outcome) {
        Layer layer = session.layer(outcome.recipe().join().layerId()).orElse(null);
        ImportedTable table = ImportedTable.of(outcome, layer == null ? null : layer.features());
        ImportedTable before = session.imported().get(table.recipe().id());
        Optional<OverlaySpec> overlay = overlay(outcome, layer);
        String activeBefore = session.activeOverlayProperty().get();
        Clock clock = session.clock();
        ClockRange range = new ClockRange(clock.time(), clock.startProperty().get(), clock.endProperty().get(), clock.zoneProperty().get());
        List<OverlaySpec> overlays = List.copyOf(session.overlays());
        session.undo().perform(Change.of(TEXTS.get("undo.import", outcome.recipe().name()), () -> {
            tables.put(table);
            overlay.ifPresent(o -> {
                session.overlays().removeIf(old -> old.id().equals(o.id()));
                session.overlays().add(o);
                session.activeOverlayProperty().set(o.id());
            });
            outcome.series().stream().findFirst().ifPresent(series -> ClockRange.over(series, clock));
        }, () -> {
            session.activeOverlayProperty().set(activeBefore);
            session.overlays().setAll(overlays);
            tables.remove(table);
            if (before != null) {
                tables.put(before);
            }
            range.restore(clock);
        }));
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

    /** The range of the clock, to go back to. */
    private record ClockRange(Instant time, Instant start, Instant end, ZoneId zone) {

        static void over(SeriesTable table, Clock clock) {
            clock.zoneProperty().set(table.axis().zone());
            clock.startProperty().set(table.axis().start());
            clock.endProperty().set(table.axis().end());
            clock.setWithinRange(clock.time());
        }

        void restore(Clock clock) {
            clock.zoneProperty().set(zone);
            clock.startProperty().set(start);
            clock.endProperty().set(end);
            clock.setWithinRange(time);
        }
    }
}
