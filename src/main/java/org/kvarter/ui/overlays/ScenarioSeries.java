package org.kvarter.ui.overlays;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.scenario.Measure;
import org.kvarter.scenario.Scenario;
import org.kvarter.scenario.ScenarioView;
import org.kvarter.series.LinearSeries;
import org.kvarter.series.SeriesView;
import org.kvarter.session.Session;

/**
 * A series that no table holds: one or more scenarios make it.
 *
 * @param id      of the series
 * @param title   what people call it
 * @param unit    as of the table it is made of
 * @param layerId layer whose features it belongs to
 */
record ScenarioSeries(String id, String title, String unit, String layerId) {

    /** Those of all scenarios of a project, so that one can be chosen whichever is shown. */
    static List<ScenarioSeries> of(Session session) {
        Map<String, ScenarioSeries> all = new LinkedHashMap<>();
        for (Scenario scenario : session.scenarios().scenarios()) {
            for (Measure measure : scenario.measures()) {
                if (measure instanceof Measure.ChangeSeries made && !session.series().containsKey(made.series())) {
                    ScenarioView view = session.scenarioEngine().view(session.scenarios(), scenario.id());
                    session.seriesTarget(view.shapeOf(made.series())).ifPresent(target -> view.series(made.series())
                            .ifPresent(s -> all.putIfAbsent(made.series(), new ScenarioSeries(made.series(), s.title(), s.unit(), target.layerId()))));
                }
            }
        }
        return new ArrayList<>(all.values());
    }

    /** Id of the table a series has its places and layer from: under {@code view}, or else under a scenario that makes it; empty for none. */
    static String shape(Session session, ScenarioView view, String seriesId) {
        String shape = view.shapeOf(seriesId);
        if (!shape.isEmpty()) {
            return shape;
        }
        return session.scenarios().scenarios().stream().map(s -> session.scenarioEngine().view(session.scenarios(), s.id()).shapeOf(seriesId))
                .filter(s -> !s.isEmpty()).findFirst().orElse("");
    }

    /** A series as it is where no scenario has made it yet: zero everywhere. */
    static SeriesView nothing(String seriesId, SeriesView shape) {
        LinearSeries.Term zero = new LinearSeries.Term(null, 0, new int[shape.places()], new double[shape.places()]);
        return new LinearSeries(seriesId, shape.titles(), shape.quantity(), shape.unit(), shape.axis(), shape.keys(), List.of(zero));
    }
}
