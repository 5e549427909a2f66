package org.kvarter.ui.series;

import org.kvarter.overlay.OverlaySpec;
import org.kvarter.overlay.ScaleSpec;
import org.kvarter.overlay.ValueSource;
import org.kvarter.series.SeriesValues;
import org.kvarter.series.SeriesView;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.session.Change;
import org.kvarter.session.Clock;
import org.kvarter.session.ClockSpan;
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
        ClockSpan before = ClockSpan.of(clock);
        return Change.of(TEXTS.get("undo.add", series.title()), () -> {
            session.series().put(id, series);
            session.seriesSources().put(id, source);
            if (painted) {
                session.overlays().add(overlay);
                session.activeOverlayProperty().set(overlay.id());
            }
            ClockSpan.over(series, clock);
        }, () -> {
            session.activeOverlayProperty().set(activeBefore);
            session.overlays().removeIf(o -> o.id().equals(overlay.id()));
            session.seriesSources().remove(id);
            session.series().remove(id);
            before.restore(clock);
        });
    }
}
