package org.kvarter.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.mobility.CountedFlows;
import org.kvarter.mobility.SteadyFlows;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.Course;
import org.kvarter.model.District;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.FlowLayer;
import org.kvarter.model.Flows;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.SourceRef;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.TimeAxis;
import org.locationtech.jts.geom.Geometry;

/** Counts and flows under a scenario: three counters (quay E 100 an hour, quay W 60, behind 10 · hour of day) over two days. */
class FlowScenarioTest {

    private static final Instant START = Instant.parse("2025-01-16T00:00:00Z");
    private static final Area QUAY = Area.where("cars", "name = 'Quay'");

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private static FlowLayer layer(String id, Flows flows, String... ids) {
        AttributeTableBuilder t = new AttributeTableBuilder();
        for (int row = 0; row < ids.length; row++) {
            t.set(row, "name", ids[row].startsWith("Q") ? "Quay" : "Behind");
        }
        return new FlowLayer(id, "Cars", new SourceRef("/data/" + id + ".csv", "", "CSV", "", ""), FeatureTable.flat(ids, "Count", t.build(ids.length)),
                FlowLayer.Form.RIBBON, FlowLayer.Side.RIGHT, 40, 0xFF0072B2, new Geometry[ids.length], new Course[ids.length], null, flows, List.of());
    }

    private static FlowLayer cars(String id, double factor) {
        float[] values = new float[48 * 3];
        for (int hour = 0; hour < 48; hour++) {
            values[3 * hour] = (float) (100 * factor);
            values[3 * hour + 1] = (float) (60 * factor);
            values[3 * hour + 2] = (float) (10 * (hour % 24) * factor);
        }
        return layer(id, new CountedFlows(new SeriesTable("t", "t", "", "", new TimeAxis(START, Duration.ofHours(1), 48, ZoneOffset.UTC),
                new String[] {"x", "y", "z"}, values), "vehicles"), "Q E", "Q W", "B E");
    }

    private static ScenarioEngine engine(FlowLayer... layers) {
        return new ScenarioEngine(new BaseData(new District("Town", new LocalFrame("EPSG:3011", 0, 0, 0), List.of(layers)), Map.of(), Map.of()));
    }

    private static ScenarioBook book(Measure measure, Kpi... kpis) {
        return SmallTown.book(SmallTown.scenario("s", List.of(SmallTown.share("fewer", 0.7)), measure), kpis);
    }

    private static Measure scaled(Area area, String amount) {
        return new Measure.ChangeSeries(area, "cars", "", Measure.Way.SCALE, "", amount);
    }

    private static double[] at(Flows flows, int hour, int hours, int features) {
        double[] into = new double[features];
        flows.read(START.plusSeconds(3600L * hour), START.plusSeconds(3600L * (hour + hours)), into);
        return into;
    }

    @Test
    void countsOfAnAreaAreScaledAndTheOthersStay() {
        FlowLayer cars = cars("cars", 1);
        ScenarioEngine engine = engine(cars);
        Flows now = engine.view(book(scaled(QUAY, "1 - fewer")), "s").flows(cars);
        assertThat(at(now, 8, 1, 3)).containsExactly(new double[] {30, 18, 80}, within(1e-6));
        assertThat(at(now, 8, 2, 3)).containsExactly(new double[] {60, 36, 170}, within(1e-6));
        assertThat(((CountedFlows) now).sum(new int[] {0, 2})[8]).isEqualTo(110, within(1e-6));
    }

    @Test
    void widthsStayOnTheScaleOfWhatWasCounted() {
        FlowLayer cars = cars("cars", 1);
        Flows now = engine(cars).view(book(scaled(Area.DISTRICT, "0.1")), "s").flows(cars);
        assertThat(now.most(Duration.ofHours(1))).isEqualTo(230).isEqualTo(cars.flows().most(Duration.ofHours(1)));
    }

    @Test
    void aScenarioThatDoesNothingToThemLeavesTheFlowsThemselves() {
        FlowLayer cars = cars("cars", 1);
        ScenarioEngine engine = engine(cars, cars("others", 1));
        assertThat(engine.view(ScenarioBook.EMPTY, "").flows(cars)).isSameAs(cars.flows());
        assertThat(engine.view(book(new Measure.ChangeSeries(Area.DISTRICT, "others", "", Measure.Way.SCALE, "", "2")), "s").flows(cars)).isSameAs(cars.flows());
    }

    @Test
    void countsAreReplacedByThoseOfAnotherTableByShare() {
        FlowLayer cars = cars("cars", 1);
        Measure swap = new Measure.ChangeSeries(QUAY, "cars", "", Measure.Way.SET, "counted-later", "fewer");
        Flows now = engine(cars, cars("counted-later", 0.5)).view(book(swap), "s").flows(cars);
        assertThat(at(now, 8, 1, 3)).containsExactly(new double[] {0.3 * 100 + 0.7 * 50, 0.3 * 60 + 0.7 * 30, 80}, within(1e-4));
    }

    @Test
    void journeysBetweenZonesAreChangedToo() {
        FlowLayer trips = layer("cars", new SteadyFlows(new double[] {40, 10}, "trips"), "Q → B", "B → Q");
        Flows now = engine(trips).view(book(scaled(QUAY, "fewer")), "s").flows(trips);
        assertThat(at(now, 0, 1, 2)).containsExactly(new double[] {28, 10}, within(1e-5));
        assertThat(now.most(Duration.ofHours(1))).isEqualTo(40);
        assertThat(now.span()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PER_DAY,3840,1152", "SUM,7680,2304", "MAXIMUM,160,48", "COUNT,2,2"})
    void keyFiguresAddUpCountsOfAnArea(Figure.Aggregate aggregate, double today, double then) {
        Kpi kpi = SmallTown.of(aggregate, "cars", QUAY);
        ScenarioEngine engine = engine(cars("cars", 1));
        assertThat(engine.kpis(book(scaled(QUAY, "1 - fewer"), kpi), "").get(0).value()).isEqualTo(today, within(1e-6));
        assertThat(engine.kpis(book(scaled(QUAY, "1 - fewer"), kpi), "s").get(0).value()).isEqualTo(then, within(1e-3));
    }

    @Test
    void daysWithoutCountsDoNotCount() {
        float[] values = new float[72];
        java.util.Arrays.fill(values, 0, 24, 5);
        java.util.Arrays.fill(values, 24, 72, Float.NaN);
        FlowLayer gaps = layer("cars", new CountedFlows(new SeriesTable("t", "t", "", "", new TimeAxis(START, Duration.ofHours(1), 72, ZoneOffset.UTC),
                new String[] {"x"}, values), "vehicles"), "Q");
        assertThat(engine(gaps).kpis(book(scaled(QUAY, "1"), SmallTown.of(Figure.Aggregate.PER_DAY, "cars", QUAY)), "").get(0).value()).isEqualTo(120);
    }

    @Test
    void sayWhereTheyComeFrom() {
        ScenarioBook book = book(scaled(QUAY, "1 - fewer"), SmallTown.of(Figure.Aggregate.PER_DAY, "cars", QUAY));
        Provenance from = engine(cars("cars", 1)).whereFrom(book, "s", book.kpis().get(0));
        assertThat(from.formula()).contains("day", "0.3 × Cars");
        assertThat(from.inputs()).extracting(Provenance.Input::kind).contains(Provenance.Kind.FLOWS, Provenance.Kind.ASSUMPTION);
        assertThat(from.inputs().get(0).source()).contains("cars.csv");
    }

    @Test
    void measuresOfOtherAreasAreNoPartOfTheAnswer() {
        Scenario two = SmallTown.scenario("s", List.of(SmallTown.share("fewer", 0.7), SmallTown.share("more", 0.2)), scaled(QUAY, "1 - fewer"),
                scaled(Area.where("cars", "name = 'Behind'"), "1 + more"));
        ScenarioEngine engine = engine(cars("cars", 1));
        ScenarioBook quay = SmallTown.book(two, SmallTown.of(Figure.Aggregate.PER_DAY, "cars", QUAY));
        Provenance from = engine.whereFrom(quay, "s", quay.kpis().get(0));
        assertThat(from.formula()).contains("0.3 × Cars").doesNotContain("Behind");
        assertThat(from.inputs()).extracting(Provenance.Input::name).contains("fewer").doesNotContain("more");
        ScenarioBook all = SmallTown.book(two, SmallTown.of(Figure.Aggregate.PER_DAY, "cars", Area.DISTRICT));
        assertThat(engine.whereFrom(all, "s", all.kpis().get(0)).formula()).contains("Cars − 0.7 × Cars (Cars where name = 'Quay') + 0.2 × Cars (Cars where name = 'Behind')");
    }

    @Test
    void whatMovesIsAskedOfALayerThatMoves() {
        Kpi kpi = SmallTown.kpi("k", new Figure.OfMovement("cars", Figure.OfMovement.What.ARRIVALS, null, Figure.Aggregate.SUM));
        assertThat(engine(cars("cars", 1)).kpis(SmallTown.book(null, kpi), "").get(0).problem()).contains("Nothing moves");
    }
}
