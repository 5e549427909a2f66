package org.kvarter.scenario;

import java.util.List;
import org.kvarter.model.Layer;

/**
 * Answers what a scenario makes of the district as it is. Keeps what it once added up, so that a moved assumption costs a weighted sum of
 * a few rows of hours. Good for one {@link BaseData}: make a new one where layers or series change. Thread-safe.
 */
public final class ScenarioEngine {

    private final BaseData base;
    private final AreaIndex areas;
    private final HourlySums sums;

    public ScenarioEngine(BaseData base) {
        this.base = base;
        this.areas = new AreaIndex(base);
        this.sums = new HourlySums(base, areas);
    }

    /** What the engine stands on. */
    public BaseData base() {
        return base;
    }

    /** The district under a scenario; an empty id is the district as it is. */
    public ScenarioView view(ScenarioBook book, String scenarioId) {
        return new ScenarioView(base, areas, scenarioId, new Resolution(book, scenarioId));
    }

    /** All key figures of a book under one of its scenarios, in their order; an empty id is the district as it is. */
    public List<KpiValue> kpis(ScenarioBook book, String scenarioId) {
        return new Reckoning(sums, book, view(book, scenarioId)).all();
    }

    /** Key figures of two scenarios side by side. */
    public List<Comparison> compare(ScenarioBook book, String first, String second) {
        List<KpiValue> a = kpis(book, first);
        List<KpiValue> b = kpis(book, second);
        return java.util.stream.IntStream.range(0, a.size()).mapToObj(i -> Comparison.of(a.get(i), b.get(i))).toList();
    }

    /** Where the value of an attribute of a feature under a scenario comes from. */
    public Provenance whereFrom(ScenarioBook book, String scenarioId, Layer layer, int row, String attribute) {
        return new Origins(sums, book, view(book, scenarioId)).of(layer, row, attribute);
    }

    /** Where a key figure of a scenario comes from. */
    public Provenance whereFrom(ScenarioBook book, String scenarioId, Kpi kpi) {
        return new Origins(sums, book, view(book, scenarioId)).of(kpi);
    }
}
