package org.kvarter.scene.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.mesh.section.KeptRegion;
import org.kvarter.model.Bounds;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.Section;
import org.kvarter.model.Terrain;
import org.kvarter.scene.pick.Pick;
import org.kvarter.scene.tile.MeshArrays;

/** Cuts through ground whose earth is known: a plane, and a slope that rises one metre in ten to the east. */
class GroundCutTest {

    private static final LocalFrame HERE = new LocalFrame("", 0, 0, 0);
    private static final Bounds SQUARE = new Bounds(0, 0, 0, 100, 100, 0);
    private static final Relief FLAT = new Relief(SQUARE, null, null, 0, List.of());
    private static final Relief SLOPE = slope();

    private static Relief slope() {
        float[] heights = new float[101 * 101];
        IntStream.range(0, heights.length).forEach(i -> heights[i] = i % 101 / 10f);
        Terrain terrain = new Terrain(0, 0, 1, 101, 101, heights);
        return new Relief(new Bounds(0, 0, 0, 100, 100, 10), terrain, terrain, 0, List.of());
    }

    private static KeptRegion region(Section section) {
        return KeptRegion.of(section, HERE);
    }

    private static KeptRegion upright(double east, double direction) {
        return region(new Section.Plane(east, 50, 0, direction, false, false));
    }

    private static GroundCut cut(Relief relief, KeptRegion region) {
        return GroundCut.of(GroundSquare.of(relief, SQUARE).land(), GroundCut.Kind.LAND, region, relief);
    }

    /** Area of triangles: in plan, or of upright ones as they stand. */
    private static double area(MeshArrays m, boolean plan) {
        double sum = 0;
        for (int t = 0; m != null && t < m.faces().length; t += 6) {
            double[][] p = new double[3][3];
            for (int c = 0; c < 3; c++) {
                for (int k = 0; k < 3; k++) {
                    p[c][k] = m.points()[3 * m.faces()[t + 2 * c] + k];
                }
            }
            double[] a = {p[1][0] - p[0][0], p[1][1] - p[0][1], p[1][2] - p[0][2]};
            double[] b = {p[2][0] - p[0][0], p[2][1] - p[0][1], p[2][2] - p[0][2]};
            double x = a[1] * b[2] - a[2] * b[1];
            double y = a[2] * b[0] - a[0] * b[2];
            double z = a[0] * b[1] - a[1] * b[0];
            sum += plan ? Math.abs(z) / 2 : Math.sqrt(x * x + y * y + z * z) / 2;
        }
        return sum;
    }

    /** Kept is what lies to the left: west of a plane to the north. */
    @ParameterizedTest
    @CsvSource({"25", "50", "33.3", "90.625", "0.001"})
    void whatIsBeyondAnUprightPlaneGoesAndEarthShowsBelowTheCut(double east) {
        GroundCut cut = cut(FLAT, upright(east, 0));
        assertThat(area(cut.left(), true)).isCloseTo(100 * east, within(0.5));
        assertThat(area(cut.earth(), false)).isCloseTo(100 * GroundCut.DEEP, within(0.01));
        assertThat(cut.water()).isNull();
    }

    /** Skirts hang down at the edges of a square; cut, they would stand before the earth. */
    @Test
    void noPieceOfASkirtIsLeftAtTheCut() {
        MeshArrays left = cut(SLOPE, upright(33.3, 0)).left();
        for (int t = 0; t < left.faces().length; t += 6) {
            boolean atCut = false;
            double low = 0;
            for (int c = 0; c < 3; c++) {
                int at = 3 * left.faces()[t + 2 * c];
                atCut |= Math.abs(left.points()[at] - 33.3) < 1e-3;
                low = Math.max(low, left.points()[at] / 10 - left.points()[at + 2]);
            }
            assertThat(atCut ? low : 0).describedAs("below the land at the cut").isLessThan(0.01);
        }
    }

    @Test
    void anUprightCutAlongTheSlopeIsAsHighAsTheLand() {
        KeptRegion across = region(new Section.Plane(50, 40, 0, 90, false, false));
        // a trapezium: from 0 + 6 to 10 + 6 metres high, 100 m long
        assertThat(area(cut(SLOPE, across).earth(), false)).isCloseTo(100 * (GroundCut.DEEP + 5), within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"2", "5", "7.77", "9.9"})
    void aLevelCutShowsThePlanOfWhatIsHigher(double height) {
        GroundCut cut = cut(SLOPE, region(new Section.Plane(0, 0, height, 0, true, false)));
        assertThat(area(cut.earth(), true)).isCloseTo(100 * (100 - 10 * height), within(0.5));
        assertThat(area(cut.left(), true)).isCloseTo(100 * 10 * height, within(0.5));
    }

    @Test
    void aBoxIsABlockOfEarthDownToItsFoot() {
        GroundCut cut = cut(FLAT, region(new Section.Box(50, 50, -3, 20, 40, 30, 0)));
        assertThat(area(cut.left(), true)).isCloseTo(800, within(0.01));
        assertThat(area(cut.earth(), false)).isCloseTo(2 * (20 + 40) * 3, within(0.01));
        GroundCut through = cut(SLOPE, region(new Section.Box(50, 50, -1, 20, 40, 5, 0)));
        // The land is 4 … 6 m high, the box ends at 4: all of it is cut, and its sides are 5 m high but for the little that earth lies behind a cut.
        assertThat(area(through.left(), true)).isCloseTo(0, within(0.01));
        assertThat(area(through.earth(), false)).isCloseTo(800 + 120 * (5 - 0.05), within(0.1));
    }

    @Test
    void whatIsWhollyBeyondIsNothing() {
        GroundCut cut = cut(FLAT, upright(-5, 0));
        assertThat(cut.left()).isNull();
        assertThat(cut.earth()).isNull();
        assertThat(GroundCut.isWhole(upright(101, 0), SQUARE)).isTrue();
        assertThat(GroundCut.isWhole(null, SQUARE)).isTrue();
    }

    /** The two sides of any plane make the whole, and textures stay where they are: across with east. */
    @Property(tries = 60)
    void bothSidesTogetherAreTheWhole(@ForAll @DoubleRange(min = 5, max = 95) double east, @ForAll @DoubleRange(max = 360) double direction) {
        GroundCut one = cut(SLOPE, region(new Section.Plane(east, 50, 0, direction, false, false)));
        GroundCut other = cut(SLOPE, region(new Section.Plane(east, 50, 0, direction, false, true)));
        assertThat(area(one.left(), true) + area(other.left(), true)).isCloseTo(10_000, within(0.1));
        assertThat(area(one.earth(), false)).isCloseTo(area(other.earth(), false), within(0.05));
        for (GroundCut cut : List.of(one, other)) {
            MeshArrays m = cut.left();
            for (int c = 0; c < m.faces().length; c += 2) {
                double share = (GroundSquare.BORDER + m.points()[3 * m.faces()[c]] / 100.0 * (GroundSquare.TEXELS - 2 * GroundSquare.BORDER)) / GroundSquare.TEXELS;
                assertThat((double) m.texCoords()[2 * m.faces()[c + 1]]).isCloseTo(share, within(1e-4));
            }
        }
    }

    @Test
    void raysPassWhatIsCutAwayAndMeetTheEarth() {
        KeptRegion west = upright(50, 0);
        double[] down = {0, 0, -1};
        assertThat(GroundRays.hit(FLAT, west, new double[] {80, 50, 20}, down, 100)).isNull();
        assertThat(GroundRays.hit(FLAT, west, new double[] {20, 50, 20}, down, 100).up()).isCloseTo(0, within(1e-9));
        Pick face = GroundRays.hit(FLAT, west, new double[] {80, 50, 10}, new double[] {-30, 0, -12}, 100);
        assertThat(face.east()).isCloseTo(50, within(1e-9));
        assertThat(face.up()).isCloseTo(-2, within(1e-9));
        assertThat(face.distance()).isCloseTo(1, within(1e-9));
        assertThat(GroundRays.hit(FLAT, west, new double[] {80, 50, 10}, new double[] {-30, 0, -20}, 100)).describedAs("below the foot of the earth").isNull();
        Pick surface = GroundRays.hit(FLAT, west, new double[] {80, 50, 10}, new double[] {-60, 0, -10}, 100);
        assertThat(surface.east()).isCloseTo(20, within(1e-9));
        assertThat(surface.distance()).isCloseTo(1, within(1e-9));
    }
}
