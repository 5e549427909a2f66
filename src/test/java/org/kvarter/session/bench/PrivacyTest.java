package org.kvarter.session.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvarter.analysis.AreaSummary;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.DataRecord;
import org.kvarter.analysis.DerivedColumn;
import org.kvarter.analysis.Privacy;
import org.kvarter.analysis.Statistic;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.FeatureKey;
import org.kvarter.scenario.Area;
import org.kvarter.scenario.Figure;
import org.kvarter.scenario.Kpi;
import org.kvarter.scenario.KpiValue;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.series.LayerSeries;
import org.kvarter.series.SeriesView;
import org.kvarter.session.DerivedAttributes;
import org.kvarter.session.Session;
import org.kvarter.ui.Districts;

/**
 * Of the houses, those in the west have 1, 2 and 4 households, in the east 8 and one that nobody stated, which counts as one; outside lies one. With
 * five households at least, e1 alone may be told singly, and then the others together (9 of 17).
 */
class PrivacyTest {

    private final Session session = Bench.session();
    private final Workings workings = new Workings(session, Districts.inline());

    @BeforeEach
    void heatIsPersonal() {
        session.dataBookProperty().set(DataBook.EMPTY.with(DataRecord.of(Bench.HOUSES + "/heat").withPersonal(true)).with(DataRecord.of(Bench.ELECTRICITY).withPersonal(true))
                .with(new Privacy(5, Map.of(Bench.HOUSES, "households"))));
    }

    private AttributeColumn column(String layer, String name) {
        return session.layer(layer).orElseThrow().features().attributes().column(name).orElse(null);
    }

    private double[] values(String layer, String name) {
        AttributeColumn c = column(layer, name);
        return java.util.stream.IntStream.range(0, c.size()).mapToDouble(c::number).toArray();
    }

    private static AreaSummary summary(String name, String value, boolean series, Statistic how) {
        return new AreaSummary(name, Bench.HOUSES, Bench.BLOCKS, value, series, how, "", AreaSummary.Belonging.POINT);
    }

    @Test
    void singleHousesAreNotInTheSessionAtAll() {
        assertThat(values(Bench.HOUSES, "heat")).containsExactly(Double.NaN, Double.NaN, Double.NaN, 8000, Double.NaN, Double.NaN);
        assertThat(values(Bench.HOUSES, "area")).as("not marked").containsExactly(100, 200, 300, 400, 100, 50);
        float[] slice = slice(session.series().get(Bench.ELECTRICITY));
        assertThat(slice).containsExactly(Float.NaN, Float.NaN, Float.NaN, 4, Float.NaN, Float.NaN);
        assertThat(session.viewProperty().get().series(Bench.ELECTRICITY).orElseThrow()).isSameAs(session.series().get(Bench.ELECTRICITY));
    }

    @Test
    void aWholeLayerIsPersonalInAllButNamesKeysAndHouseholds() {
        session.dataBookProperty().set(DataBook.EMPTY.with(DataRecord.of(Bench.HOUSES).withPersonal(true)).with(new Privacy(5, Map.of(Bench.HOUSES, "households"))));
        assertThat(values(Bench.HOUSES, "area")).containsExactly(Double.NaN, Double.NaN, Double.NaN, 400, Double.NaN, Double.NaN);
        assertThat(column(Bench.HOUSES, "use").value(0)).isNull();
        assertThat(values(Bench.HOUSES, "households")[0]).isEqualTo(1);
        assertThat(slice(session.series().get(Bench.ELECTRICITY))[0]).as("series that come with it").isNaN();
    }

    @Test
    void everythingComesBackWhenNothingIsPersonal() {
        session.dataBookProperty().set(DataBook.EMPTY);
        assertThat(values(Bench.HOUSES, "heat")).containsExactly(1000, 3000, 6000, 8000, 500, 100);
        assertThat(slice(session.series().get(Bench.ELECTRICITY))).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void moreHouseholdsAreAsked() {
        workings.perform("", session.dataBook().with(new Privacy(9, Map.of(Bench.HOUSES, "households"))));
        assertThat(values(Bench.HOUSES, "heat")).containsOnly(Double.NaN);
        session.undo().undo();
        assertThat(values(Bench.HOUSES, "heat")[3]).isEqualTo(8000);
        workings.perform("", session.dataBook().with(new Privacy(5, Map.of())));
        assertThat(values(Bench.HOUSES, "heat")).as("every house one household").containsOnly(Double.NaN);
    }

    @Test
    void whatAStudyAddsDoesNotLoseWhatIsWithheld() {
        DerivedAttributes.put(session, Bench.HOUSES, List.of(new org.kvarter.model.NumberColumn("sun", "h", org.kvarter.model.NumberColumn.Type.REAL, new double[6])));
        session.dataBookProperty().set(DataBook.EMPTY);
        assertThat(values(Bench.HOUSES, "heat")).containsExactly(1000, 3000, 6000, 8000, 500, 100);
        assertThat(column(Bench.HOUSES, "sun")).isNotNull();
    }

    @Test
    void whatIsReckonedFromItIsPersonalToo() {
        workings.put(new DerivedColumn(Bench.HOUSES, "specific", "", "heat / area"));
        workings.put(new DerivedColumn(Bench.HOUSES, "dear", "", "specific > 10"));
        workings.put(new DerivedColumn(Bench.HOUSES, "annual", "", "total(Electricity)"));
        workings.put(new DerivedColumn(Bench.HOUSES, "twice", "", "area * 2"));
        assertThat(values(Bench.HOUSES, "specific")).containsExactly(Double.NaN, Double.NaN, Double.NaN, 20, Double.NaN, Double.NaN);
        assertThat(values(Bench.HOUSES, "dear")).containsExactly(Double.NaN, Double.NaN, Double.NaN, 1, Double.NaN, Double.NaN);
        assertThat(values(Bench.HOUSES, "annual")[0]).isNaN();
        assertThat(values(Bench.HOUSES, "annual")[3]).isEqualTo(24);
        assertThat(values(Bench.HOUSES, "twice")[0]).isEqualTo(200);
    }

    /**
     * East has 9 households, of which e2 would follow from the sum less e1; and the district less west and east would be the house outside, so that
     * west, which has 7, is withheld too.
     */
    @Test
    void areasAreSummedUpFromEverythingAndTellOfNoHouseByDifference() {
        workings.put(summary("heat of it", "heat", false, Statistic.SUM));
        assertThat(values(Bench.BLOCKS, "heat of it")).containsExactly(Double.NaN, 8_500);
        assertThat(values(Bench.HOUSES, "heat")).as("the next smallest is withheld with the smallest").containsOnly(Double.NaN);
        workings.put(summary("electricity of it", Bench.ELECTRICITY, true, Statistic.SUM));
        float[] hour = slice(session.series().get(LayerSeries.id(Bench.BLOCKS, "electricity of it")));
        assertThat(hour).containsExactly(Float.NaN, 9);
        workings.put(summary("most heat", "heat", false, Statistic.MAXIMUM));
        assertThat(values(Bench.BLOCKS, "most heat")).as("the value of a single house").containsOnly(Double.NaN);
        workings.put(summary("number", "heat", false, Statistic.COUNT));
        assertThat(values(Bench.BLOCKS, "number")).containsExactly(3, 2);
        workings.put(new DerivedColumn(Bench.BLOCKS, "double", "", "\"heat of it\" * 2"));
        assertThat(values(Bench.BLOCKS, "double")).containsExactly(Double.NaN, 17_000);
    }

    @Test
    void keyFiguresAreToldOverEnoughHouseholds() {
        ScenarioBook book = new ScenarioBook(List.of(), List.of(kpi("all", Area.DISTRICT), kpi("one", Area.of(Bench.HOUSES, List.of("w1"))),
                kpi("others", Area.of(Bench.HOUSES, List.of("w1", "w2", "w3", "e2", "o"))), kpi("west", Area.of(Bench.HOUSES, List.of("w1", "w2", "w3"))), kpi("allButOne", Area.of(Bench.HOUSES, List.of("w2", "w3", "e1", "e2", "o"))),
                kpi("e1", Area.of(Bench.HOUSES, List.of("e1"))), kpi("east", Area.of(Bench.HOUSES, List.of("e1", "e2"))), heat("heat", Figure.Aggregate.SUM),
                heat("most", Figure.Aggregate.MAXIMUM)), List.of(), "");
        Map<String, KpiValue> told = new java.util.HashMap<>();
        session.scenarioEngine().kpis(book, "").forEach(k -> told.put(k.kpi().id(), k));
        assertThat(told.get("all").value()).as("of everything: 21 · 6").isEqualTo(126);
        assertThat(told.get("one").value()).isNaN();
        assertThat(told.get("one").problem()).contains("5");
        assertThat(told.get("west").value()).as("the district less west and e1 would be two households").isNaN();
        assertThat(told.get("others").value()).as("all but e1: 9 households").isEqualTo(102);
        assertThat(told.get("allButOne").value()).as("the district less it would be one house").isNaN();
        assertThat(told.get("e1").value()).isEqualTo(24);
        assertThat(told.get("east").value()).as("less e1 it would be e2").isNaN();
        assertThat(told.get("heat").value()).isEqualTo(18_600);
        assertThat(told.get("most").value()).as("the value of a single house").isNaN();
    }

    private static Kpi kpi(String id, Area area) {
        return new Kpi(id, id, "kWh", Kpi.Better.LOWER, new Figure.OfSeries(Bench.ELECTRICITY, Figure.Aggregate.SUM, area, 0));
    }

    private static Kpi heat(String id, Figure.Aggregate how) {
        return new Kpi(id, id, "kWh", Kpi.Better.LOWER, new Figure.OfAttribute("heat", how, Area.layer(Bench.HOUSES), 0));
    }

    @Test
    void hoursOfSomeHouses() {
        assertThat(session.scenarioEngine().hours(session.scenarios(), "", Bench.ELECTRICITY, Area.DISTRICT).values()).containsExactly(21, 42, 63);
        assertThat(session.scenarioEngine().hours(session.scenarios(), "", Bench.ELECTRICITY, Area.of(Bench.HOUSES, List.of("w1", "w2"))).withheld()).isNotEmpty();
    }

    @Test
    void seriesAreWithheldWhileTheirLayerIsNotThere() {
        Session empty = new Session();
        empty.dataBookProperty().set(session.dataBook());
        empty.series().put(Bench.ELECTRICITY, Bench.electricity());
        assertThat(slice(empty.series().get(Bench.ELECTRICITY))).containsOnly(Float.NaN);
        empty.districtProperty().set(Bench.district());
        assertThat(slice(empty.series().get(Bench.ELECTRICITY))[3]).isEqualTo(4);
    }

    @Test
    void aTextThatNobodyShownHasIsNotInTheDictionary() {
        session.dataBookProperty().set(DataBook.EMPTY.with(DataRecord.of(Bench.HOUSES + "/use").withPersonal(true)).with(new Privacy(5, Map.of(Bench.HOUSES, "households"))));
        org.kvarter.model.TextColumn use = (org.kvarter.model.TextColumn) column(Bench.HOUSES, "use");
        assertThat(use.dictionary()).doesNotContain("dwelling").contains("office");
    }

    @Test
    void noSelectionOrFilterChangesWhatIsWithheld() {
        session.selection().add(new FeatureKey(Bench.HOUSES, 0));
        session.filterProperty().set("heat = 1000");
        BitSet met = new BitSet();
        try {
            met = org.kvarter.geo.filter.FeatureFilter.compile("heat = 1000").matches(session.layer(Bench.HOUSES).orElseThrow().features());
        } catch (org.kvarter.geo.filter.FilterException e) {
            throw new AssertionError(e);
        }
        assertThat(met.isEmpty()).as("a filter asks what is shown").isTrue();
    }

    /** A guard is made on the window's thread, and anew with each layer that comes: it must not read a year of hours. */
    @Test
    void makingAGuardReadsNoSeries() {
        DataBook book = session.dataBook().with(new DerivedColumn(Bench.HOUSES, "annual", "", "total(Electricity) + if(area = 200, peak(Electricity) * 1 [h], 0)"));
        java.util.function.Function<String, java.util.Optional<org.kvarter.analysis.Reckoning.Target>> targets = id -> java.util.Optional.of(new org.kvarter.analysis.Reckoning.Target(Bench.HOUSES, ""));
        Map<String, org.kvarter.series.SeriesTable> tables = Map.of(Bench.ELECTRICITY, Bench.electricity());
        var result = new org.kvarter.analysis.Reckoning(Bench.district(), Map.of(), tables, targets, new org.kvarter.analysis.area.Memberships()).of(book.with(new DerivedColumn(Bench.HOUSES, "annual", "",
                "total(Electricity)")));
        java.util.concurrent.atomic.AtomicInteger reads = new java.util.concurrent.atomic.AtomicInteger();
        SeriesView counted = (SeriesView) java.lang.reflect.Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {SeriesView.class}, (proxy, method, arguments) -> {
            reads.addAndGet(java.util.Set.of("read", "over", "sumOf").contains(method.getName()) ? 1 : 0);
            return method.invoke(Bench.electricity(), arguments);
        });
        var guard = new org.kvarter.analysis.privacy.Guard(book, Bench.district(), Map.of(Bench.ELECTRICITY, counted), targets).with(result);
        assertThat(guard.withheld(Bench.HOUSES, "annual")).as("it follows").isPresent();
        assertThat(reads).hasValue(0);
    }

    private static float[] slice(SeriesView series) {
        double[] moment = new double[series.places()];
        series.read(0, moment);
        float[] slice = new float[moment.length];
        for (int place = 0; place < slice.length; place++) {
            slice[place] = (float) moment[place];
        }
        return slice;
    }

    /** Two houses are told; then three would tell of one, also in another session, and when the project was written in between. */
    @Test
    void whatWasToldIsKnownWhenTheProjectIsOpenedAgain(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) throws Exception {
        Area first = Area.of(Bench.HOUSES, List.of("w1", "w2"));
        Area second = Area.of(Bench.HOUSES, List.of("w1", "w2", "w3"));
        workings.perform("", session.dataBook().with(new Privacy(2, Map.of())));
        session.markSaved();
        assertThat(session.isUnsaved()).isFalse();
        assertThat(asked(session, first).problem()).isEmpty();
        assertThat(session.isUnsaved()).as("there is something to keep").isTrue();
        java.nio.file.Path file = folder.resolve("p.kvarter.json");
        org.kvarter.project.ProjectStore store = new org.kvarter.project.ProjectStore(folder);
        store.save(org.kvarter.session.loading.SessionDocument.of(session), file, org.kvarter.task.Progress.NONE);
        session.markSaved();
        assertThat(session.isUnsaved()).isFalse();
        assertThat(java.nio.file.Files.readString(file)).contains("\"told\"").doesNotContain("4000");
        DataBook kept = store.open(file, org.kvarter.task.Progress.NONE).document().dataBook();
        assertThat(kept.privacy().told()).hasSize(1).first().extracting(t -> t.data()).isEqualTo(Bench.HOUSES + "/heat");
        Session later = Bench.session();
        assertThat(asked(later, kept, second, false).problem()).as("a session that knows nothing of it tells").isEmpty();
        later = Bench.session();
        assertThat(asked(later, kept, second, true).problem()).as("one that knows does not").contains("2");
        assertThat(asked(later, first).problem()).as("what was told is told again").isEmpty();
    }

    private static KpiValue asked(Session session, DataBook book, Area area, boolean remembered) {
        if (remembered) {
            session.vault().remember(book.privacy().told());
        }
        session.dataBookProperty().set(book);
        return asked(session, area);
    }

    private static KpiValue asked(Session session, Area area) {
        Kpi kpi = new Kpi("k", "", "", Kpi.Better.LOWER, new Figure.OfAttribute("heat", Figure.Aggregate.SUM, area, 0));
        return session.scenarioEngine().kpis(new ScenarioBook(List.of(), List.of(kpi), List.of(), ""), "").get(0);
    }

    /** Of a layer of counts each site tells of one household; of one that moves nobody is seen, and the sum over five is told. */
    @Test
    void flowsAndWhatMovesAreNotSeenWhereTheyArePersonal() {
        Session mobile = new Session();
        mobile.dataBookProperty().set(DataBook.EMPTY.with(DataRecord.of("cars").withPersonal(true)).with(DataRecord.of("people").withPersonal(true)));
        org.kvarter.model.FlowLayer cars = org.kvarter.ui.Counted.cars();
        mobile.districtProperty().set(Bench.district().with(cars).with(people(4)));
        double[] passed = new double[2];
        flows(mobile).read(org.kvarter.ui.Counted.START, org.kvarter.ui.Counted.START.plusSeconds(3600), passed);
        assertThat(passed).containsOnly(Double.NaN);
        assertThat(moving(mobile)).isZero();
        Kpi sum = new Kpi("k", "", "", Kpi.Better.LOWER, new Figure.OfSeries("cars", Figure.Aggregate.SUM, Area.DISTRICT, 0));
        Kpi moved = new Kpi("m", "", "", Kpi.Better.LOWER, new Figure.OfMovement("people", Figure.OfMovement.What.ARRIVALS, null, Figure.Aggregate.SUM));
        ScenarioBook book = new ScenarioBook(List.of(), List.of(sum, moved), List.of(), "");
        assertThat(mobile.scenarioEngine().kpis(book, "")).extracting(KpiValue::problem).as("two sites, four people").allMatch(p -> p.contains("5"));
        mobile.districtProperty().set(mobile.district().with(people(6)));
        assertThat(mobile.scenarioEngine().kpis(book, "").get(1).problem()).as("six people").doesNotContain("households");
        mobile.dataBookProperty().set(DataBook.EMPTY);
        flows(mobile).read(org.kvarter.ui.Counted.START.plusSeconds(3600), org.kvarter.ui.Counted.START.plusSeconds(7200), passed);
        assertThat(passed).as("not personal any more").containsExactly(10, 5);
        assertThat(moving(mobile)).isEqualTo(6);
    }

    private static org.kvarter.model.Flows flows(Session session) {
        return ((org.kvarter.model.FlowLayer) session.layer("cars").orElseThrow()).flows();
    }

    private static int moving(Session session) {
        org.kvarter.model.MovingPoints points = new org.kvarter.model.MovingPoints(0, 1);
        ((org.kvarter.model.MovingLayer) session.layer("people").orElseThrow()).movement().sample(0, points);
        return points.size();
    }

    /** People who are always under way. */
    private static org.kvarter.model.MovingLayer people(int count) {
        String[] ids = java.util.stream.IntStream.range(0, count).mapToObj(i -> "p" + i).toArray(String[]::new);
        org.kvarter.model.Movement movement = new org.kvarter.model.Movement() {
            @Override
            public void sample(double seconds, org.kvarter.model.MovingPoints out) {
                out.clear();
                java.util.stream.IntStream.range(0, count).forEach(i -> out.place(out.add(i, 1, 0), 0, i, i));
            }

            @Override
            public java.util.Optional<org.kvarter.model.TimeSpan> span() {
                return java.util.Optional.empty();
            }

            @Override
            public java.time.ZoneId zone() {
                return java.time.ZoneOffset.UTC;
            }

            @Override
            public org.kvarter.model.Bounds bounds() {
                return org.kvarter.model.Bounds.EMPTY;
            }
        };
        return new org.kvarter.model.MovingLayer("people", "People", new org.kvarter.model.SourceRef("/data/p.csv", "", "CSV", "", ""),
                org.kvarter.model.FeatureTable.flat(ids, "Person", org.kvarter.model.AttributeTable.empty(count)), new int[count], new float[count], movement, List.of());
    }
}
