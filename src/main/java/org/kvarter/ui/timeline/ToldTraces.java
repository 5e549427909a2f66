package org.kvarter.ui.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.Layer;
import org.kvarter.scenario.Area;
import org.kvarter.scenario.Origin;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.scenario.ScenarioEngine;
import org.kvarter.series.SeriesView;
import org.kvarter.text.Texts;

/**
 * Lines of a series that is personal: sums of everything, where they may be told, else why not.
 *
 * @param engine adds up
 * @param book   with the shown scenario
 * @param origin how sure the series is
 */
record ToldTraces(ScenarioEngine engine, ScenarioBook book, Origin origin) {

    private static final Texts TEXTS = Texts.in(ToldTraces.class);

    /** Of what is selected of a layer first, then of the district. */
    List<Trace> traces(SeriesView series, Layer layer, Set<FeatureKey> selected) {
        List<Trace> traces = new ArrayList<>();
        List<String> ids = selected.stream().filter(k -> k.layerId().equals(layer.id()) && k.row() < layer.features().size())
                .map(k -> layer.features().ids()[layer.features().root(k.row())]).distinct().toList();
        if (!ids.isEmpty()) {
            traces.add(trace(TEXTS.get("selected", ids.size()), series, Area.of(layer.id(), ids), ids.size()));
        }
        traces.add(trace(TEXTS.get("district", series.title()), series, Area.DISTRICT, series.places()));
        return traces;
    }

    private Trace trace(String title, SeriesView series, Area area, int count) {
        ScenarioEngine.Hours hours = engine.hours(book, book.active(), series.id(), area);
        double[] values = hours.values();
        if (values.length != series.axis().count()) {
            values = new double[series.axis().count()];
            Arrays.fill(values, Double.NaN);
        }
        return new Trace(hours.withheld().isEmpty() ? title : title + " – " + hours.withheld(), series.unit(), series.axis(), values, count, origin);
    }
}
