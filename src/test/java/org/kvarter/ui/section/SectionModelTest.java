package org.kvarter.ui.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.mesh.section.KeptRegion;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.Section;
import org.kvarter.scene.label.Pulls;
import org.kvarter.session.Session;

/** Every way to cut, and that each is one step. */
class SectionModelTest {

    private static final LocalFrame FRAME = new LocalFrame("EPSG:3006", 674_000, 6_580_000, 10);
    private final Session session = new Session();
    private final SectionModel model = new SectionModel(session);

    @BeforeEach
    void here() {
        session.districtProperty().set(new District("d", FRAME, List.of()));
    }

    private boolean keeps(double east, double north, double up) {
        return KeptRegion.of(model.section(), FRAME).keeps(east, north, up);
    }

    @Test
    void aLevelCutIsOverWhatOneLooksAtInProjectHeights() {
        model.choose(SectionKind.LEVEL, new double[] {5, 6, 2}, 0);
        assertThat(((Section.Plane) model.section()).height()).isEqualTo(17);
        assertThat(keeps(0, 0, 6.9)).isTrue();
        assertThat(keeps(0, 0, 7.1)).isFalse();
    }

    /** What stands between the eye and the plane goes. */
    @ParameterizedTest
    @CsvSource({"0, 0, -10", "90, -10, 0", "180, 0, 10", "-45, 7, -7"})
    void acrossTheViewTheNearSideGoes(double yaw, double nearEast, double nearNorth) {
        model.alongView(new double[] {100, 200, 0}, yaw);
        assertThat(keeps(100 + nearEast, 200 + nearNorth, 5)).isFalse();
        assertThat(keeps(100 - nearEast, 200 - nearNorth, 5)).isTrue();
        model.flip();
        assertThat(keeps(100 + nearEast, 200 + nearNorth, 5)).isTrue();
    }

    @Test
    void toTheRightOfADrawnLineGoes() {
        model.through(new double[] {0, 0, 0}, new double[] {50, 50, 0});
        assertThat(keeps(10, 30, 0)).isTrue();
        assertThat(keeps(30, 10, 0)).isFalse();
    }

    @Test
    void aBoxGoesAroundThingsWithAir() {
        model.around(new Bounds(10, 20, 0, 30, 50, 12));
        assertThat(keeps(10, 20, 0)).isTrue();
        assertThat(keeps(7.9, 30, 5)).isFalse();
        assertThat(model.pulls().knobs()).hasSize(6);
    }

    /** Each of the six sides moves alone. */
    @ParameterizedTest
    @CsvSource({"0, 31, 0, 5", "1, -31, 0, 5", "2, 0, 31, 5", "3, 0, -31, 5", "4, 0, 0, 39", "5, 0, 0, -3"})
    void aPulledSideTakesInWhatLiesBeforeIt(int knob, double east, double north, double up) {
        model.choose(SectionKind.BOX, new double[3], 0);
        assertThat(keeps(east, north, up)).isFalse();
        model.pulled(knob, 2, true);
        assertThat(keeps(east, north, up)).isTrue();
        for (int other = 0; other < 6; other++) {
            if (other != knob) {
                Pulls.Knob side = model.pulls().knobs().get(other);
                double[] a = side.axis();
                double away = Math.abs(a[0] * side.at()[0] + a[1] * side.at()[1] + a[2] * side.at()[2]);
                assertThat(away).isCloseTo(other == 4 ? 38 : other == 5 ? 2 : 30, within(1e-6));
            }
        }
    }

    @Test
    void aPullIsOneStepHoweverManyPlacesItGoesThrough() {
        model.choose(SectionKind.LEVEL, new double[3], 0);
        Section before = model.section();
        model.pulled(0, 1, false);
        model.pulled(0, 2.5, false);
        model.pulled(0, 3, true);
        assertThat(((Section.Plane) model.section()).height()).isEqualTo(18);
        session.undo().undo();
        assertThat(model.section()).isEqualTo(before);
        session.undo().undo();
        assertThat(model.section()).isNull();
    }

    @Test
    void anotherDistrictIsWhole() {
        model.choose(SectionKind.BOX, new double[3], 0);
        session.districtProperty().set(new District("d", FRAME, List.of()));
        assertThat(model.section()).isNotNull();
        session.districtProperty().set(District.EMPTY);
        assertThat(model.section()).isNull();
    }

    @Test
    void aBoxIsNeverTurnedInsideOut() {
        model.choose(SectionKind.BOX, new double[3], 0);
        model.pulled(0, -500, true);
        assertThat(((Section.Box) model.section()).width()).isCloseTo(0.1, within(1e-9));
    }
}
