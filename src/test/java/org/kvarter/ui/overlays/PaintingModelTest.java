package org.kvarter.ui.overlays;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kvarter.model.District;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.LocalFrame;
import org.kvarter.overlay.Legend;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.overlay.Ramps;
import org.kvarter.overlay.ScaleSpec;
import org.kvarter.overlay.ValueSource;
import org.kvarter.scenario.Area;
import org.kvarter.scenario.Measure;
import org.kvarter.scenario.Pair;
import org.kvarter.scenario.Scenario;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.SeriesValues;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.csv.CsvFormat;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.session.Session;
import org.kvarter.ui.Counted;
import org.kvarter.ui.Districts;

class PaintingModelTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private static final CsvFormat FORMAT = new CsvFormat("UTF-8", ',', false, 0, CsvFormat.Layout.WIDE, 0, -1, -1, "UTC", "ISO",
            CsvFormat.Label.INTERVAL_START, "kWh");

    private final Session session = new Session();
    private final PaintingModel model = new PaintingModel(session, Districts.inline());

    /** As a project is opened: the overlay is there before the layers, and it is shown last. */
    private void open() {
        session.overlays().setAll(List.of(new OverlaySpec("o", "Electricity", "buildings",
                new ValueSource.Series("s", SeriesValues.Aggregation.MEAN), "", "kWh", ScaleSpec.DEFAULT)));
        session.districtProperty().set(Districts.small());
        session.series().put("s", new SeriesTable("s", "Electricity", "electricity", "kWh",
                new TimeAxis(START, Duration.ofHours(1), 4, ZoneOffset.UTC), new String[] {"a", "b"}, new float[] {1, 9, 9, 1, 1, 9, 5, 5}));
        session.seriesSources().put("s", new SeriesSource("s", "Electricity", "electricity", "/data/e.csv", FORMAT, "buildings", ""));
        session.clock().zoneProperty().set(ZoneOffset.UTC);
        session.clock().timeProperty().set(START);
        session.activeOverlayProperty().set("o");
    }

    @Test
    void showsTheOverlayOfAProjectThatIsOpened() {
        open();
        assertThat(model.paintedProperty().get().layerId()).isEqualTo("buildings");
    }

    /** What the data book says of a series is drawn on its buildings, and the legend says so beside the title, not in it. */
    @org.junit.jupiter.params.ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource({"UNSTATED,1,''", "MEASURED,1,Measured", "MODELLED,0.4,Modelled: walls paler", "ASSUMED,0,Assumed: roofs only"})
    void howSureTheValuesAreIsDrawn(org.kvarter.scenario.Origin origin, double carried, String said) {
        java.util.Locale.setDefault(java.util.Locale.Category.DISPLAY, java.util.Locale.ENGLISH);
        open();
        session.dataBookProperty().set(session.dataBook().with(org.kvarter.analysis.DataRecord.of("s").withOrigin(origin)));
        session.activeOverlayProperty().set("");
        session.activeOverlayProperty().set("o");
        Painted painted = model.paintedProperty().get();
        assertThat(painted.carried()).isEqualTo(carried);
        assertThat(painted.legend().orElseThrow().sure().label()).isEqualTo(said);
        assertThat(painted.legend().orElseThrow().title()).isEqualTo("Electricity");
        assertThat(painted.withChanges(new Changes(java.util.Map.of(), 1, "x")).carried()).as("with outlines").isEqualTo(carried);
    }

    @Test
    void flowsThatAreShownSayWhatTheirWidthsMean() {
        session.clock().zoneProperty().set(ZoneOffset.UTC);
        session.clock().timeProperty().set(Counted.START);
        session.districtProperty().set(Districts.small().with(Counted.cars()));
        Legend legend = model.paintedProperty().get().legend().orElseThrow();
        assertThat(legend.title()).isEqualTo("Motor traffic");
        assertThat(legend.unit()).isEqualTo("vehicles an hour");
        // the busiest hour has 230 vehicles: the largest round number is 200
        assertThat(legend.entries()).extracting(Legend.Entry::label).containsExactly("40", "100", "200");
        assertThat(legend.entries().get(2).thickness()).isEqualTo(200 / 230.0);
        session.styles().put("cars", LayerStyle.DEFAULT.withVisible(false));
        assertThat(model.paintedProperty().get().legend()).isEmpty();
    }

    @Test
    void flowsAreColouredByHowMuchPasses() {
        session.clock().zoneProperty().set(ZoneOffset.UTC);
        session.clock().timeProperty().set(Counted.START);
        session.districtProperty().set(Districts.small().with(Counted.cars()));
        OverlaysModel overlays = new OverlaysModel(session);
        overlays.add(overlays.choices(Counted.cars()).get(0));
        int[] midnight = model.paintedProperty().get().argb();
        session.clock().stepBy(23);
        int[] night = model.paintedProperty().get().argb();
        assertThat(midnight[0]).isNotEqualTo(night[0]);
        assertThat(midnight[1]).as("the scale stays while time runs").isEqualTo(night[1]);
        session.undo().undo();
        assertThat(session.overlays()).isEmpty();
    }

    @Test
    void followsTheClockFromHourToHour() {
        open();
        int[] first = model.paintedProperty().get().argb();
        session.clock().stepBy(1);
        int[] second = model.paintedProperty().get().argb();
        assertThat(second[0]).isEqualTo(first[1]);
        assertThat(second[1]).isEqualTo(first[0]);
    }

    @Test
    void doesNotPaintAgainWithinAnHour() {
        open();
        Painted before = model.paintedProperty().get();
        session.clock().timeProperty().set(START.plusSeconds(1800));
        assertThat(model.paintedProperty().get()).isSameAs(before);
    }

    @Test
    void writesItsNumbersAnewInAnotherLanguage() {
        Locale display = Locale.getDefault(Locale.Category.DISPLAY);
        Locale format = Locale.getDefault(Locale.Category.FORMAT);
        try {
            in(Locale.ENGLISH);
            open();
            session.overlays().setAll(List.of(new OverlaySpec("o", "Storeys", "buildings", new ValueSource.Attribute("storeys"), "", "",
                    new ScaleSpec(ScaleSpec.Method.MANUAL, "energy", false, 2, Double.NaN, Double.NaN, List.of(4.5)))));
            assertThat(labels()).anyMatch(l -> l.contains("4.5"));
            in(new Locale("sv"));
            model.relabel();
            assertThat(labels()).anyMatch(l -> l.contains("4,5")).noneMatch(l -> l.contains("4.5"));
        } finally {
            Locale.setDefault(Locale.Category.DISPLAY, display);
            Locale.setDefault(Locale.Category.FORMAT, format);
        }
    }

    private static void in(Locale locale) {
        Locale.setDefault(Locale.Category.DISPLAY, locale);
        Locale.setDefault(Locale.Category.FORMAT, locale);
    }

    private List<String> labels() {
        return model.paintedProperty().get().legend().orElseThrow().entries().stream().map(org.kvarter.overlay.Legend.Entry::label).toList();
    }

    @Test
    void showsAndHidesAgainAndAgain() {
        open();
        for (int i = 0; i < 2; i++) {
            session.activeOverlayProperty().set("");
            assertThat(model.paintedProperty().get()).isSameAs(Painted.NOTHING);
            session.activeOverlayProperty().set("o");
            assertThat(model.paintedProperty().get().layerId()).isEqualTo("buildings");
        }
    }

    @Test
    void paintsWhatTheScenarioMakesOfTheSeriesOnTheSameScale() {
        open();
        int[] today = model.paintedProperty().get().argb();
        session.scenariosProperty().set(new ScenarioBook(List.of(new Scenario("x", "X", "", "", List.of(), List.of(new Measure.ChangeSeries(
                Area.of("buildings", List.of("a")), "s", "", Measure.Way.SCALE, "", "9")))), List.of(), List.of(), "x"));
        int[] then = model.paintedProperty().get().argb();
        assertThat(then[0]).as("nine times one is what the other building has").isEqualTo(today[1]);
        assertThat(then[1]).isEqualTo(today[1]);
    }

    @Test
    void offersAndPaintsASeriesThatOnlyAScenarioHas() {
        open();
        Scenario sun = new Scenario("x", "X", "", "", List.of(), List.of(new Measure.ChangeSeries(Area.DISTRICT, "made", "Solar power",
                Measure.Way.ADD, "s", "1")));
        session.scenariosProperty().set(new ScenarioBook(List.of(sun), List.of(), List.of(), ""));
        OverlaysModel overlays = new OverlaysModel(session);
        OverlaysModel.Choice choice = overlays.choices(session.layer("buildings").orElseThrow()).stream()
                .filter(c -> c.title().equals("Solar power")).findFirst().orElseThrow();
        assertThat(choice.unit()).isEqualTo("kWh");
        int[] asElectricity = model.paintedProperty().get().argb();
        overlays.add(choice);
        int[] today = model.paintedProperty().get().argb();
        assertThat(today[0]).as("none of it today, at either house").isEqualTo(today[1]);
        session.scenariosProperty().set(session.scenarios().withActive("x"));
        assertThat(model.paintedProperty().get().argb()).isEqualTo(asElectricity);
        session.scenariosProperty().set(session.scenarios().withCompared(new Pair("", Pair.Mode.DIFFERENCE)));
        int[] more = model.paintedProperty().get().argb();
        assertThat(more[1] >> 16 & 0xFF).as("more, hence red").isGreaterThan(more[1] & 0xFF);
    }

    @Test
    void paintsCountsOfAScenarioOnTheSameScaleAndTheirDifference() {
        session.districtProperty().set(new District("T", new LocalFrame("EPSG:3011", 0, 0, 0), List.of(Counted.cars())));
        session.overlays().add(new OverlaySpec("v", "Volume", "cars", new ValueSource.Volume(), "", "vehicles", ScaleSpec.DEFAULT));
        session.activeOverlayProperty().set("v");
        session.clock().startProperty().set(Counted.START);
        session.clock().endProperty().set(Counted.START.plusSeconds(48 * 3600));
        session.clock().zoneProperty().set(java.time.ZoneOffset.UTC);
        session.clock().timeProperty().set(Counted.START.plusSeconds(2 * 3600));
        int[] today = model.paintedProperty().get().argb();
        Scenario less = new Scenario("x", "X", "", "", List.of(), List.of(new Measure.ChangeSeries(Area.of("cars", List.of("K1 E")), "cars", "",
                Measure.Way.SCALE, "", "0.25")));
        session.scenariosProperty().set(new ScenarioBook(List.of(less), List.of(), List.of(), "x"));
        int[] then = model.paintedProperty().get().argb();
        assertThat(today[0]).isNotEqualTo(today[1]);
        assertThat(then[0]).as("a quarter of 20 is what the other way has").isEqualTo(then[1]).isEqualTo(today[1]);
        session.scenariosProperty().set(session.scenarios().withCompared(new Pair("", Pair.Mode.DIFFERENCE)));
        int[] fewer = model.paintedProperty().get().argb();
        assertThat(fewer[0] & 0xFF).as("fewer, hence blue").isGreaterThan(fewer[0] >> 16 & 0xFF);
    }

    @Test
    void saysWhatTheScenarioChanges() {
        open();
        Scenario less = new Scenario("x", "X", "", "", List.of(), List.of(new Measure.ChangeSeries(
                Area.of("buildings", List.of("a")), "s", "", Measure.Way.SCALE, "", "0.5")));
        session.scenariosProperty().set(new ScenarioBook(List.of(less), List.of(), List.of(), "x"));
        assertThat(model.changesProperty().get().rows().get("buildings").stream()).containsExactly(0);
        assertThat(model.paintedProperty().get().legend().orElseThrow().outlined()).singleElement().satisfies(e -> assertThat(e.count()).isEqualTo(1));
        session.activeOverlayProperty().set("");
        assertThat(model.paintedProperty().get().legend().orElseThrow().outlined()).hasSize(1);
        session.scenariosProperty().set(session.scenarios().withActive(""));
        assertThat(model.paintedProperty().get()).isSameAs(Painted.NOTHING);
    }

    @Test
    void paintsADifferenceOnARampAroundZero() {
        open();
        Scenario less = new Scenario("x", "X", "", "", List.of(), List.of(new Measure.ChangeSeries(
                Area.of("buildings", List.of("a")), "s", "", Measure.Way.SCALE, "", "0.5")));
        session.scenariosProperty().set(new ScenarioBook(List.of(less), List.of(), List.of(), "x", new Pair("", Pair.Mode.DIFFERENCE)));
        Painted painted = model.paintedProperty().get();
        assertThat(painted.argb()[1]).as("no difference").isEqualTo(Ramps.DIVERGING.at(0.5));
        assertThat(painted.argb()[0]).as("less").isNotEqualTo(painted.argb()[1]);
        assertThat(painted.argb()[0] & 0xFF).as("bluer than red").isGreaterThan(painted.argb()[0] >> 16 & 0xFF);
        assertThat(painted.legend().orElseThrow().title()).contains("Electricity", "X");
    }
}
