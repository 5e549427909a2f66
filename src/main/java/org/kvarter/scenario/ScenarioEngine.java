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
    private final BaseData whole;
    private final AreaIndex wholeAreas;
    private final HourlySums sums;
    private final Derivation derivation;
    private final Derivation ofWhole;

    /** An engine of which everything may be told. */
    public ScenarioEngine(BaseData base) {
        this(base, base, Discretion.NONE, Derivation.NONE, Derivation.NONE);
    }

    /**
     * An engine that tells single values of what is shown, and sums of everything as far as they may be told.
     *
     * @param base       what is shown
     * @param whole      the same layers and series with what is withheld of single ones
     * @param discretion which sums may be told
     * @param derivation what is reckoned from others, over what is shown
     * @param ofWhole    the same over everything
     */
    public ScenarioEngine(BaseData base, BaseData whole, Discretion discretion, Derivation derivation, Derivation ofWhole) {
        this.derivation = derivation;
        this.ofWhole = ofWhole;
        this.base = base;
        this.whole = whole;
        this.areas = new AreaIndex(base, base.district());
        this.wholeAreas = whole == base ? areas : new AreaIndex(whole, base.district());
        this.sums = new HourlySums(whole, wholeAreas, discretion);
    }

    /** What the engine stands on. */
    public BaseData base() {
        return base;
    }

    /** The district under a scenario; an empty id is the district as it is. */
    public ScenarioView view(ScenarioBook book, String scenarioId) {
        return new ScenarioView(base, areas, scenarioId, new Resolution(book, scenarioId), derivation);
    }

    /** The district under a scenario with everything, for sums. */
    private ScenarioView wholeView(ScenarioBook book, String scenarioId) {
        return whole == base ? view(book, scenarioId) : new ScenarioView(whole, wholeAreas, scenarioId, new Resolution(book, scenarioId), ofWhole);
    }

    /**
     * A series summed up over the places of an area.
     *
     * @param values  one per interval, NaN where no place has one; none where there is no such series, or it may not be told
     * @param withheld why it may not be told; empty where it may
     */
    public record Hours(double[] values, String withheld) {
    }

    /** A series of a scenario summed up over an area, as far as it may be told. */
    public Hours hours(ScenarioBook book, String scenarioId, String seriesId, Area area) {
        ScenarioView view = wholeView(book, scenarioId);
        return sums.withheld(view, seriesId, area).map(why -> new Hours(new double[0], why)).orElseGet(() -> new Hours(sums.of(view, seriesId, area), ""));
    }

    /** All key figures of a book under one of its scenarios, in their order; an empty id is the district as it is. */
    public List<KpiValue> kpis(ScenarioBook book, String scenarioId) {
        return new Reckoning(sums, book, wholeView(book, scenarioId)).all();
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
        return new Origins(sums, book, wholeView(book, scenarioId)).of(kpi);
    }
}
