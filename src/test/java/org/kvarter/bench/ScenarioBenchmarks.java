package org.kvarter.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.SourceRef;
import org.kvarter.scenario.Area;
import org.kvarter.scenario.Assumption;
import org.kvarter.scenario.BaseData;
import org.kvarter.scenario.Figure;
import org.kvarter.scenario.Kpi;
import org.kvarter.scenario.KpiValue;
import org.kvarter.scenario.Measure;
import org.kvarter.scenario.Origin;
import org.kvarter.scenario.Scenario;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.scenario.ScenarioEngine;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.TimeAxis;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Key figures of a scenario over 10,000 buildings and a year of hours of two series. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class ScenarioBenchmarks {

    /** Method and what the table calls it. */
    static final String[][] LABELS = {
        {"movedAssumption", "Six key figures over 10,000 buildings × 8,760 hours after an assumption moved"},
        {"firstAnswer", "The same six key figures when they are asked for the first time"}};

    private static final int BUILDINGS = 10_000;
    private static final TimeAxis YEAR = new TimeAxis(Instant.parse("2025-01-01T00:00:00Z"), Duration.ofHours(1), 8_760, ZoneOffset.UTC);

    private BaseData base;
    private ScenarioEngine engine;
    private int turn;

    @Setup
    public void prepare() {
        String[] ids = new String[BUILDINGS];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = "B" + i;
        }
        SolidLayer layer = new SolidLayer("b", "B", LayerKind.BUILDINGS, new SourceRef("b", "", "", "", ""),
                FeatureTable.flat(ids, "Building", AttributeTable.empty(BUILDINGS)), new float[6 * BUILDINGS], new Bounds(0, 0, 0, 1, 1, 1), 0, List.of());
        base = new BaseData(new District("", new LocalFrame("EPSG:3011", 0, 0, 0), List.of(layer)), Map.of("load", table("load", ids), "sun", table("sun", ids)),
                Map.of());
        engine = new ScenarioEngine(base);
    }

    private static SeriesTable table(String id, String[] ids) {
        float[] values = new float[BUILDINGS * YEAR.count()];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(1_000) / 10f;
        }
        return new SeriesTable(id, id, "electricity", "kWh", YEAR, ids, values);
    }

    private static ScenarioBook book(double roofs) {
        Scenario solar = new Scenario("solar", "Solar", "", "", List.of(
                new Assumption("roofs", "Roofs", Assumption.Kind.SHARE, "", roofs, 0, 1, Origin.ASSUMED, "")), List.of(
                new Measure.ChangeSeries(Area.DISTRICT, "made", "Made", Measure.Way.ADD, "sun", "roofs"),
                new Measure.ChangeSeries(Area.DISTRICT, "load", "", Measure.Way.ADD, "sun", "-roofs")));
        return new ScenarioBook(List.of(solar), List.of(kpi("grid", "load", Figure.Aggregate.IMPORT), kpi("given", "load", Figure.Aggregate.EXPORT),
                kpi("peak", "load", Figure.Aggregate.MAXIMUM), kpi("factor", "load", Figure.Aggregate.LOAD_FACTOR), kpi("made", "made", Figure.Aggregate.SUM),
                new Kpi("own", "Own", "%", Kpi.Better.HIGHER, new Figure.Matched("made", "load", Area.DISTRICT))), List.of(), "solar");
    }

    private static Kpi kpi(String id, String series, Figure.Aggregate aggregate) {
        return new Kpi(id, id, "kWh", Kpi.Better.LOWER, new Figure.OfSeries(series, aggregate, Area.DISTRICT, 0));
    }

    @Benchmark
    public List<KpiValue> movedAssumption() {
        return engine.kpis(book(turn++ % 100 / 100.0), "solar");
    }

    @Benchmark
    public List<KpiValue> firstAnswer() {
        return new ScenarioEngine(base).kpis(book(0.4), "solar");
    }
}
