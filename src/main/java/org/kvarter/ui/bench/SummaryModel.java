package org.kvarter.ui.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kvarter.analysis.AreaSummary;
import org.kvarter.analysis.Statistic;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerKind;
import org.kvarter.model.NumberColumn;
import org.kvarter.model.VectorLayer;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.overlay.ValueSource;
import org.kvarter.series.SeriesView;
import org.kvarter.session.Session;
import org.kvarter.session.bench.Workings;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Wording;

/** Choices for a sum over areas. */
final class SummaryModel {

    private static final Texts TEXTS = Texts.in(SummaryModel.class);

    /**
     * Something to sum up.
     *
     * @param value    attribute, series id, or empty to count features
     * @param ofSeries whether it is a series
     * @param title    what people call it
     */
    record What(String value, boolean ofSeries, String title) {
    }

    private final Session session;
    private final Workings workings;
    private final String layerId;

    SummaryModel(Session session, Workings workings, String layerId) {
        this.session = session;
        this.workings = workings;
        this.layerId = layerId;
    }

    /** Layers whose features are summed up. */
    List<Layer> sources() {
        return session.district().layers().stream().filter(l -> l.features().size() > 0).toList();
    }

    /** The layer on the bench. */
    Layer source() {
        return session.layer(layerId).orElse(null);
    }

    /** Layers of areas: flat ones with surfaces, those first that are made to sum over. */
    List<Layer> areas() {
        return session.district().layers().stream().filter(l -> l instanceof VectorLayer flat && !l.id().equals(layerId)
                && java.util.Arrays.stream(flat.geometries()).anyMatch(g -> g != null && g.getDimension() == 2))
                .sorted(Comparator.comparingInt(l -> l.kind() == LayerKind.AREAS ? 0 : l.kind() == LayerKind.PLOTS ? 1 : 2)).toList();
    }

    /** What of a layer can be summed up: series, attributes, and its features. */
    List<What> whats(Layer of) {
        List<What> all = new ArrayList<>();
        String shown = session.activeOverlay().map(OverlaySpec::values).filter(ValueSource.Series.class::isInstance).map(v -> ((ValueSource.Series) v).seriesId()).orElse("");
        session.series().values().stream().filter(s -> session.seriesTarget(s.id()).map(t -> t.layerId().equals(of.id())).orElse(false))
                .sorted(Comparator.comparing((SeriesView s) -> !s.id().equals(shown)).thenComparing(SeriesView::title)).forEach(s -> all.add(new What(s.id(), true, s.title() + "  " + s.unit())));
        for (AttributeColumn c : of.features().attributes().columns()) {
            if (c instanceof NumberColumn) {
                all.add(new What(c.name(), false, Wording.readable(c.name()) + (c.unit().isEmpty() ? "" : "  " + c.unit())));
            }
        }
        all.add(new What("", false, TEXTS.get("summary.features")));
        return all;
    }

    /** Attributes a mean can be weighted by. */
    List<String> weights(Layer of) {
        List<String> all = new ArrayList<>(List.of(""));
        of.features().attributes().columns().stream().filter(NumberColumn.class::isInstance).forEach(c -> all.add(c.name()));
        return all;
    }

    /** A name that is free among the attributes of the areas. */
    String name(What what, Statistic statistic, Layer areas) {
        String plain = what.ofSeries() ? what.title().replaceAll("  .*", "") : what.value().isEmpty() ? TEXTS.get("summary.features") : Wording.readable(what.value());
        String name = what.value().isEmpty() ? plain : TEXTS.get("summary.name", TEXTS.get("statistic." + statistic), plain.toLowerCase(java.util.Locale.ROOT));
        String free = name;
        for (int n = 2; isTaken(free, areas); n++) {
            free = name + " " + n;
        }
        return free;
    }

    boolean isTaken(String name, Layer areas) {
        return areas != null && areas.features().attributes().names().contains(name);
    }

    void apply(AreaSummary summary) {
        workings.put(summary);
    }
}
