package org.kvarter.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.kvarter.mesh.FeatureEdges;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.mesh.Solids;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.SourceRef;
import org.kvarter.overlay.OverlayPainter;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.overlay.ScaleSpec;
import org.kvarter.overlay.ValueSource;
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
import org.kvarter.scenario.ScenarioView;
import org.kvarter.series.SeriesJoin;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.SeriesValues;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.TimeWindow;
import org.kvarter.series.csv.CsvFormat;
import org.kvarter.series.csv.SeriesSource;
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
        {"switchScenario", "Switch of the scenario shown: one hour of 10,000 buildings coloured under the other one"},
        {"changedBuildings", "Which of 10,000 buildings two scenarios shown side by side differ in"},
        {"outlines", "Outlines of the roofs of 10,000 buildings"},
        {"firstAnswer", "The same six key figures when they are asked for the first time"}};

    private static final int BUILDINGS = 10_000;
    private static final CsvFormat FORMAT = new CsvFormat("UTF-8", ',', false, 0, CsvFormat.Layout.WIDE, 0, -1, -1, "UTC", "ISO",
            CsvFormat.Label.INTERVAL_START, "kWh");
    private static final TimeAxis YEAR = new TimeAxis(Instant.parse("2025-01-01T00:00:00Z"), Duration.ofHours(1), 8_760, ZoneOffset.UTC);

    private BaseData base;
    private ScenarioEngine engine;
    private OverlayPainter painter;
    private LayerMesh city;
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
                Map.of("load", new SeriesSource("load", "load", "electricity", "load.csv", FORMAT, "b", "")));
        engine = new ScenarioEngine(base);
        painter = OverlayPainter.ofSeries(new OverlaySpec("o", "O", "b", new ValueSource.Series("load", SeriesValues.Aggregation.MEAN), "", "kWh", ScaleSpec.DEFAULT),
                layer.features(), base.series().get("load"), SeriesJoin.best(ids, layer.features()));
        Solids houses = new Solids();
        for (int i = 0; i < BUILDINGS; i++) {
            houses.box(20 * (i % 100), 20 * (i / 100), 0, 20 * (i % 100) + 12, 20 * (i / 100) + 10, 9);
        }
        city = houses.mesh();
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
    public int[] switchScenario() {
        ScenarioView view = engine.view(book(0.4), turn++ % 2 == 0 ? "solar" : "");
        return painter.of(view.features(base.district().layers().get(0)), view.series("load").orElseThrow())
                .colours(new TimeWindow(YEAR.at(4_000), YEAR.at(4_001)));
    }

    @Benchmark
    public BitSet changedBuildings() {
        ScenarioBook book = book(0.4);
        return engine.view(book, "solar").changed(base.district().layers().get(0), engine.view(book, ""));
    }

    @Benchmark
    public int outlines() {
        BitSet all = new BitSet();
        all.set(0, BUILDINGS);
        return city.tiles().stream().mapToInt(t -> FeatureEdges.of(t, all, FeatureEdges.Detail.ROOFS).length).sum();
    }

    @Benchmark
    public List<KpiValue> firstAnswer() {
        return new ScenarioEngine(base).kpis(book(0.4), "solar");
    }
}
