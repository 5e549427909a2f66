package org.kvarter.geo.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.CrsException;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.SourceRef;
import org.kvarter.model.Terrain;

class ImportDoctorTest {

    private static final CoordinateSystems SYSTEMS = new CoordinateSystems();
    private static final ImportDoctor DOCTOR = new ImportDoctor(SYSTEMS);

    /** Places in the systems people send without saying which: the first candidate, or one of the first three where zones look alike. */
    @ParameterizedTest
    @CsvSource({
            "153000, 6578000, EPSG:3011, 1",
            "674032, 6580821, EPSG:3006, 1",
            "85000, 447000, EPSG:28992, 1",
            "2683000, 1247000, EPSG:2056, 1",
            "25496580, 6673003, EPSG:3879, 1",
            "11.97, 57.70, EPSG:4326, 1",
            "389000, 5820000, EPSG:25833, 3",
            "691000, 5336000, EPSG:25832, 3",
            "385611, 6672118, EPSG:3067, 3",
            "2010430, 8252057, EPSG:3857, 1"
    })
    void proposesWhatTheNumbersSay(double east, double north, String code, int within) {
        double size = east < 180 ? 0.01 : 800;
        List<PlaceCandidate> found = DOCTOR.examine(Optional.empty(), box(east, north, size), Surroundings.NONE);

        assertThat(found.subList(0, Math.min(within, found.size()))).extracting(p -> p.system().map(CoordinateSystem::code))
                .contains(Optional.of(code));
        assertThat(found).hasSizeLessThanOrEqualTo(8).allSatisfy(p -> assertThat(p.reason()).endsWith("."));
    }

    /** Easting and northing of SWEREF 99 local zones look alike: the open district tells them apart, in whatever system it is. */
    @ParameterizedTest
    @CsvSource({"EPSG:3007, 147720, 6398500, EPSG:3007", "EPSG:3006, 319000, 6398900, EPSG:3007",
            "EPSG:3006, 319000, 6398900, EPSG:3006"})
    void whatLiesInTheDistrictComesFirst(String frameCrs, double originEast, double originNorth, String truth) throws CrsException {
        LocalFrame frame = new LocalFrame(frameCrs, originEast, originNorth, 0);
        double[] there = {150, 100, 0};
        SYSTEMS.toFrame(truth, frame).toSource(there, 0, 1);

        PlaceCandidate first = DOCTOR.examine(Optional.empty(), box(there[0] - 50, there[1] - 50, 100), around(frame)).get(0);

        assertThat(first.system().orElseThrow().code()).isEqualTo(truth);
        assertThat(first.reason()).contains("open district");
        assertThat(ImportDoctor.clear(DOCTOR.examine(Optional.empty(), box(there[0] - 50, there[1] - 50, 100), around(frame)))).contains(first);
    }

    /**
     * What people do to coordinates, and what undoes it. The district stands in {@code frame} at {@code east, north}; the source states
     * {@code stated}, and its numbers are those of a block in the district after the mistake.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # mistake            | frame      | east     | north   | stated     | numbers east  | numbers north | repair
            axes swapped         | EPSG:3006  | 674000   | 6580800 | EPSG:3006  | 6580850       | 674050        | swap
            axes swapped, near   | EPSG:28992 | 155000   | 463000  | EPSG:28992 | 463050        | 155050        | swap
            zone number missing  | EPSG:3879  | 25496500 | 6673000 | EPSG:3879  | 496550        | 6673050       | shift=2.5E7,0.0
            zone number too much | EPSG:25832 | 691000   | 5336000 | EPSG:25832 | 32691050      | 5336050       | shift=-3.2E7,0.0
            northing cut off     | EPSG:3011  | 153000   | 6578000 | EPSG:3011  | 153050        | 578050        | shift=0.0,6000000.0
            millimetres          | EPSG:3006  | 674000   | 6580800 | EPSG:3006  | 674050000     | 6580850000    | scale=0.001 heights=0.001
            feet                 | EPSG:3006  | 674000   | 6580800 | EPSG:3006  | 2211450.13    | 21590715.22   | scale=0.3048 heights=0.3048
            nothing              | EPSG:3006  | 674000   | 6580800 | EPSG:3006  | 674050        | 6580850       | ''
            """)
    void undoesTheUsualMistakes(String mistake, String frame, double east, double north, String stated, double numbersEast,
                                double numbersNorth, String repair) {
        Surroundings district = around(new LocalFrame(frame, east, north, 0));
        CoordinateSystem said = SYSTEMS.find(stated).orElseThrow();
        double unit = repair.startsWith("scale") ? 1 / Adjustment.parse(repair).orElseThrow().scale() : 1;
        Evidence seen = box(numbersEast, numbersNorth, 100 * unit);

        List<PlaceCandidate> found = DOCTOR.examine(Optional.of(said), seen, district);

        assertThat(found.get(0).adjustment().text()).as(mistake).isEqualTo(repair);
        assertThat(found.get(0).system().orElseThrow().code()).isEqualTo(stated);
        // feet of the two kinds lie 13 m apart here, which only a person can tell
        assertThat(ImportDoctor.clear(found)).as("clear: %s", found)
                .isEqualTo(mistake.equals("feet") ? Optional.empty() : Optional.of(found.get(0)));
        assertThat(found).filteredOn(PlaceCandidate::stated).hasSize(1);
        assertThat(DOCTOR.doubts(said, seen, district)).isEqualTo(!repair.isEmpty());
    }

    @Test
    void degreesUnderTheNameOfMetresAreDegrees() {
        LocalFrame frame = new LocalFrame("EPSG:3006", 674000, 6580800, 0);
        CoordinateSystem said = SYSTEMS.find("EPSG:3006").orElseThrow();
        Evidence seen = box(18.0650, 59.3330, 0.001);

        assertThat(DOCTOR.doubts(said, seen, Surroundings.NONE)).isTrue();
        PlaceCandidate first = DOCTOR.examine(Optional.of(said), seen, around(frame)).get(0);
        assertThat(first.system().orElseThrow().code()).isEqualTo("EPSG:4326");
        assertThat(first.adjustment()).isEqualTo(Adjustment.NONE);
        PlaceCandidate turned = DOCTOR.examine(Optional.empty(), box(59.3330, 18.0650, 0.001), around(frame)).get(0);
        assertThat(turned.adjustment()).isEqualTo(Adjustment.swap());
    }

    /** What is rightly far away, or what nobody can explain better, is nobody's business to doubt. */
    @Test
    void aSourceInAnotherCityIsBelieved() {
        Surroundings stockholm = around(new LocalFrame("EPSG:3006", 674000, 6580800, 0));

        assertThat(DOCTOR.doubts(SYSTEMS.find("EPSG:3006").orElseThrow(), box(319000, 6398900, 500), stockholm)).isFalse();
        assertThat(DOCTOR.doubts(SYSTEMS.find("EPSG:4326").orElseThrow(), box(11.97, 57.70, 0.01), stockholm)).isFalse();
        assertThat(DOCTOR.doubts(SYSTEMS.find("EPSG:4326").orElseThrow(), box(59.333, 18.065, 0.001), stockholm)).isTrue();
    }

    /** Heights tell millimetres from metres no better than the ground allows, but a block 300 m under the ground is told. */
    @Test
    void heightsAreComparedWithTheTerrain() {
        LocalFrame frame = new LocalFrame("EPSG:3006", 674000, 6580800, 0);
        float[] flat = new float[121];
        java.util.Arrays.fill(flat, 320);
        Surroundings hill = Surroundings.of(district(frame), Optional.of(frame), Optional.of(new Terrain(-500, -500, 100, 11, 11, flat)));
        CoordinateSystem said = SYSTEMS.find("EPSG:3006").orElseThrow();

        assertThat(DOCTOR.examine(Optional.of(said), cube(674010, 6580810, 321), hill).get(0).reason()).contains("heights fit the ground");
        assertThat(DOCTOR.examine(Optional.of(said), cube(674010, 6580810, 1), hill).get(0).reason()).contains("319 m below the ground");
    }

    @Test
    void aModelAroundZeroIsMetresOfItsOwnFirst() {
        List<PlaceCandidate> found = DOCTOR.examine(Optional.empty(), Evidence.of(new Bounds(-12, -8, 0, 14, 9, 11)), Surroundings.NONE);

        assertThat(found.get(0).system()).isEmpty();
        assertThat(found.get(0).adjustment()).isEqualTo(Adjustment.NONE);
        assertThat(found).extracting(p -> p.system().map(CoordinateSystem::code)).contains(Optional.of("EPSG:4326"));
        assertThat(ImportDoctor.clear(found)).as("a place of its own has to be chosen").isEmpty();
    }

    @Test
    void aHouseOfTwentyFourThousandUnitsIsInMillimetres() {
        List<PlaceCandidate> found = DOCTOR.examine(Optional.empty(), Evidence.of(new Bounds(-12_000, -8_000, 0, 12_000, 9_000, 11_000)),
                Surroundings.NONE);

        assertThat(found.get(0).system()).isEmpty();
        assertThat(found.get(0).adjustment()).isEqualTo(Adjustment.unit(0.001));
    }

    @Test
    void nothingIsProposedForNothing() {
        assertThat(DOCTOR.examine(Optional.empty(), Evidence.of(Bounds.EMPTY), Surroundings.NONE)).isEmpty();
        assertThat(DOCTOR.examine(Optional.empty(), Evidence.of(new Bounds(0, 0, 0, Double.POSITIVE_INFINITY, 1, 1)), Surroundings.NONE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            swap scale=0.001 heights=0.3048 shift=2.5E7,-6000000.0
            swap
            ''
            """)
    void anAdjustmentIsReadBackAndUndone(String text) {
        Adjustment adjustment = Adjustment.parse(text).orElseThrow();
        double[] xyz = {9, 9, 9, 674000, 6580800, 12};
        adjustment.apply(xyz, 1, 1);
        adjustment.undo(xyz, 1, 1);

        assertThat(adjustment.text()).isEqualTo(text);
        assertThat(xyz).usingComparatorWithPrecision(1e-6).containsExactly(9, 9, 9, 674000, 6580800, 12);
        assertThat(Adjustment.parse("scale=0")).isEmpty();
        assertThat(Adjustment.parse("turn=4")).isEmpty();
    }

    private static Evidence box(double east, double north, double size) {
        return Evidence.of(new Bounds(east, north, 0, east + size, north + size, 0));
    }

    private static Evidence cube(double east, double north, double base) {
        double[] xyz = new double[24];
        for (int corner = 0; corner < 8; corner++) {
            xyz[3 * corner] = east + 10 * (corner & 1);
            xyz[3 * corner + 1] = north + 10 * (corner >> 1 & 1);
            xyz[3 * corner + 2] = base + 9 * (corner >> 2);
        }
        return Evidence.of(Bounds.of(xyz, 0, 8), xyz);
    }

    private static Surroundings around(LocalFrame frame) {
        return Surroundings.of(district(frame), Optional.of(frame), Optional.empty());
    }

    private static District district(LocalFrame frame) {
        Bounds box = new Bounds(-500, -500, 0, 500, 500, 20);
        return District.EMPTY.withFrame(frame).with(new SolidLayer("b", "b", LayerKind.BUILDINGS, new SourceRef("b", "b", "", "", ""),
                new FeatureTable(new String[] {"1"}, new String[] {"Building"}, new int[] {-1}, AttributeTable.empty(1)),
                new float[] {-500, -500, 0, 500, 500, 20}, box, 0, List.of()));
    }
}
