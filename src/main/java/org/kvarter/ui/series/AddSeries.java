package org.kvarter.ui.series;

import java.time.Instant;
import java.time.ZoneId;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.overlay.ScaleSpec;
import org.kvarter.overlay.ValueSource;
import org.kvarter.series.SeriesValues;
import org.kvarter.series.SeriesView;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.session.Change;
import org.kvarter.session.Clock;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;

/** The change of a series coming into the session: it is shown on its layer, and the clock runs over it. */
public final class AddSeries {

    private static final Texts TEXTS = Texts.in(AddSeries.class);

    private AddSeries() {
    }

    /** @param painted whether the layer is coloured by it: weather belongs to no building and is charted alone */
    public static Change of(Session session, SeriesView series, SeriesSource source, boolean painted) {
        String id = series.id();
        ValueSource values = new ValueSource.Series(id, SeriesValues.Aggregation.usual(series.unit()));
        OverlaySpec overlay = new OverlaySpec("overlay-" + id, series.title(), source.layerId(), values, "", series.unit(), ScaleSpec.DEFAULT);
        String activeBefore = session.activeOverlayProperty().get();
        Clock clock = session.clock();
        ClockState before = ClockState.of(clock);
        return Change.of(TEXTS.get("undo.add", series.title()), () -> {
            session.series().put(id, series);
            session.seriesSources().put(id, source);
            if (painted) {
                session.overlays().add(overlay);
                session.activeOverlayProperty().set(overlay.id());
            }
            ClockState.over(series, clock);
        }, () -> {
            session.activeOverlayProperty().set(activeBefore);
            session.overlays().removeIf(o -> o.id().equals(overlay.id()));
            session.seriesSources().remove(id);
            session.series().remove(id);
            before.restore(clock);
        });
    }

    /** The range of the clock, to go back to. */
    private record ClockState(Instant time, Instant start, Instant end, ZoneId zone) {

        static ClockState of(Clock clock) {
            return new ClockState(clock.time(), clock.startProperty().get(), clock.endProperty().get(), clock.zoneProperty().get());
        }

        static void over(SeriesView table, Clock clock) {
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
