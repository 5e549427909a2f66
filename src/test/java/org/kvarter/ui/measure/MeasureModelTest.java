package org.kvarter.ui.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.model.District;
import org.kvarter.model.LocalFrame;
import org.kvarter.scene.pick.Snap;
import org.kvarter.session.Session;
import org.kvarter.ui.Districts;

/** Measuring without a window: places in, readings and drawings out. */
class MeasureModelTest {

    private final Locale display = Locale.getDefault(Locale.Category.DISPLAY);
    private final Session session = new Session();
    private final MeasureModel model = new MeasureModel(session, Districts.inline());

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        model.activeProperty().set(true);
    }

    @AfterEach
    void back() {
        Locale.setDefault(Locale.Category.DISPLAY, display);
    }

    private static Snap at(double east, double north, double up) {
        return new Snap(Snap.Kind.FREE, new double[] {east, north, up}, null);
    }

    private void click(double... xyz) {
        for (int k = 0; k < xyz.length; k += 3) {
            model.click(at(xyz[k], xyz[k + 1], xyz[k + 2]));
        }
    }

    private String headline() {
        return model.readingProperty().get().headline().replace('\u00a0', ' ');
    }

    private String value(String name) {
        return model.readingProperty().get().rows().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow().value().replace('\u00a0', ' ');
    }

    @Test
    void aDistanceTellsHeightDifferenceAndSlope() {
        click(0, 0, 0, 30, 40, 5);

        assertThat(headline()).isEqualTo("50.25 m");
        assertThat(value("In plan")).isEqualTo("50.00 m");
        assertThat(value("Height difference")).isEqualTo("+5.00 m");
        assertThat(value("Slope")).isEqualTo("+10.0 % (5.7°)");
        assertThat(model.measuredProperty().get().finished()).isTrue();
    }

    @Test
    void numbersAreSwedishInSwedish() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag("sv"));
        click(0, 0, 5, 30, 40, 0);

        assertThat(headline()).isEqualTo("50,25 m");
        assertThat(value("Höjdskillnad")).isEqualTo("\u22125,00 m");
    }

    @Test
    void theThirdPlaceBeginsAnotherDistance() {
        click(0, 0, 0, 10, 0, 0, 50, 50, 0);
        assertThat(model.measuredProperty().get().places()).hasSize(1);
    }

    @Test
    void aPathListsItsStretches() {
        model.choose(MeasureMode.PATH);
        click(0, 0, 0, 10, 0, 0, 10, 24, 0);
        model.finish();

        assertThat(headline()).isEqualTo("34.00 m");
        assertThat(value("Stretch 2")).isEqualTo("24.00 m");
        assertThat(model.lineProperty().get().annotations()).hasSize(2);
        assertThat(model.lineProperty().get().annotations().get(1)).contains("24.00", "34.00");
    }

    @Test
    void anAreaIsThatOfItsFaceAndThatInThePlan() {
        model.choose(MeasureMode.AREA);
        click(0, 0, 0, 10, 0, 0, 10, 6, 6, 0, 6, 6);

        assertThat(headline()).isEqualTo("84.85 m²");
        assertThat(value("In plan")).isEqualTo("60.00 m²");
        assertThat(value("Tilt")).isEqualTo("45.0°");
        assertThat(value("Perimeter")).isEqualTo("36.97 m");
    }

    @Test
    void anAngleIsAtTheSecondPlace() {
        model.choose(MeasureMode.ANGLE);
        click(10, 0, 0, 0, 0, 0, 0, 5, 0);
        assertThat(headline()).isEqualTo("90.0°");
        assertThat(model.lineProperty().get().thin()).hasSize(1);
    }

    @Test
    void aHeightIsOverTheGroundAndThenOverTheFirstPlace() {
        model.choose(MeasureMode.HEIGHT);
        click(0, 0, 12);
        assertThat(headline()).isEqualTo("12.00 m");

        click(3, 4, 9.5);
        assertThat(headline()).isEqualTo("\u22122.50 m");
        assertThat(value("Apart in plan")).isEqualTo("5.00 m");
    }

    @Test
    void thePointerShowsWhatTheNextClickWouldMeasure() {
        click(0, 0, 0);
        model.point(new Snap(Snap.Kind.CORNER, new double[] {0, 7, 0}, null));

        assertThat(headline()).isEqualTo("7.00 m");
        assertThat(model.lineProperty().get().loose()).isTrue();
        assertThat(model.lineProperty().get().mark().corner()).isTrue();
        assertThat(model.measuredProperty().get().places()).hasSize(1);
    }

    @Test
    void everyStepIsUndone() {
        model.choose(MeasureMode.AREA);
        click(0, 0, 0, 10, 0, 0, 10, 10, 0);
        model.finish();
        session.undo().undo();
        assertThat(model.measuredProperty().get().finished()).isFalse();
        session.undo().undo();
        assertThat(model.measuredProperty().get().places()).hasSize(2);
        session.undo().redo();
        assertThat(model.measuredProperty().get().places()).hasSize(3);
    }

    /** Undo after the tool was put away takes it up again. */
    @Test
    void undoTakesUpTheTool() {
        click(0, 0, 0, 10, 0, 0);
        model.activeProperty().set(false);
        assertThat(model.lineProperty().get().isEmpty()).isTrue();
        session.undo().undo();
        assertThat(model.activeProperty().get()).isTrue();
        assertThat(model.measuredProperty().get().places()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"DISTANCE, 1, 0", "PATH, 3, 2", "AREA, 3, 2", "HEIGHT, 1, 0"})
    void backspaceTakesThePlaceBack(MeasureMode mode, int clicks, int left) {
        model.choose(mode);
        for (int k = 0; k < clicks; k++) {
            click(k, k * k, 0);
        }
        model.back();
        assertThat(model.measuredProperty().get().places()).hasSize(left);
    }

    @Test
    void escapeGivesUpWhatIsUnderWayOnce() {
        click(0, 0, 0);
        assertThat(model.cancel()).isTrue();
        assertThat(model.measuredProperty().get().places()).isEmpty();
        assertThat(model.cancel()).isFalse();
    }

    @Test
    void tooFewPlacesEndAsNothing() {
        model.choose(MeasureMode.AREA);
        click(0, 0, 0, 10, 0, 0);
        model.finish();
        assertThat(model.measuredProperty().get().places()).isEmpty();
    }

    @Test
    void aPlaceHasCoordinatesInTheSystemsAsked() {
        session.districtProperty().set(new District("d", new LocalFrame("EPSG:3006", 674_000, 6_580_000, 10), List.of()));
        model.choose(MeasureMode.PLACE);
        click(32.25, 100.5, 4.25);
        model.systemProperty().set("3011");

        assertThat(value("EPSG:3006 (SWEREF99 TM)")).isEqualTo("N 6,580,100.500  E 674,032.250 m");
        assertThat(model.lineProperty().get().note().text()).isEqualTo(value("EPSG:3006 (SWEREF99 TM)"));
        assertThat(value("EPSG:4326 (WGS 84)")).startsWith("Latitude 59.3").contains("Longitude 18.0");
        assertThat(value("EPSG:3011 (SWEREF99 18 00)")).startsWith("N 6,57").contains("E 15");
        assertThat(value("Height")).startsWith("14.25 m");
    }

    @Test
    void anUnknownSystemIsARemark() {
        session.districtProperty().set(new District("d", new LocalFrame("EPSG:3006", 674_000, 6_580_000, 0), List.of()));
        model.choose(MeasureMode.PLACE);
        model.systemProperty().set("EPSG:1");
        click(0, 0, 0);
        assertThat(model.readingProperty().get().remark()).contains("EPSG:1");
        assertThat(model.readingProperty().get().rows()).hasSize(3);
    }

    @Test
    void theTextHasOneValueALine() {
        click(0, 0, 0, 3, 4, 0);
        String[] lines = model.text().split("\n");
        assertThat(lines).hasSize(4);
        assertThat(lines[0]).isEqualTo("Distance\t5.00\u00a0m");
    }
}
