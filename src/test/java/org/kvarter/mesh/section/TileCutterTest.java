package org.kvarter.mesh.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.Section;

/** Cuts of solids whose sections are known, and what must hold of every cut. */
class TileCutterTest {

    private static final LocalFrame HERE = new LocalFrame("", 0, 0, 0);
    private static final double[] SQUARE = {0, 0, 20, 0, 20, 12, 0, 12};
    private static final double[] L = {0, 0, 20, 0, 20, 5, 6, 5, 6, 12, 0, 12};
    private static final double[] COURTYARD = {5, 4, 5, 8, 15, 8, 15, 4};

    private static KeptRegion level(double height) {
        return KeptRegion.of(new Section.Plane(0, 0, height, 0, true, false), HERE);
    }

    private static KeptRegion upright(double east, double north, double direction, boolean flipped) {
        return KeptRegion.of(new Section.Plane(east, north, 0, direction, false, flipped), HERE);
    }

    private static CutTile cut(TileMesh tile, KeptRegion region) {
        return TileCutter.cut(tile, region, row -> true);
    }

    private static double volume(CutTile c) {
        return Solids.volume(c.points(), c.corners(), c.capCorners());
    }

    @Test
    void theCapOfABoxIsItsPlan() {
        CutTile c = cut(new Solids().prism(0, 10, SQUARE).tile(), level(4));

        assertThat(Solids.area(c.points(), c.capCorners())).isCloseTo(240, within(1e-4));
        assertThat(volume(c)).isCloseTo(960, within(1e-3));
    }

    @Test
    void theCapOfAPrismWithACourtyardLeavesTheCourtyardOpen() {
        CutTile c = cut(new Solids().prism(0, 10, SQUARE, COURTYARD).tile(), level(4));

        assertThat(Solids.area(c.points(), c.capCorners())).isCloseTo(240 - 40, within(1e-4));
        assertThat(Solids.openEdges(c.points(), c.corners(), c.capCorners())).isZero();
    }

    @Test
    void theCapOfAnLIsAnL() {
        CutTile c = cut(new Solids().prism(0, 9, L).tile(), level(3));
        assertThat(Solids.area(c.points(), c.capCorners())).isCloseTo(20 * 5 + 6 * 7, within(1e-4));
    }

    /** An upright plane through both wings of a courtyard house cuts two faces. */
    @ParameterizedTest
    @CsvSource({"10, 80", "2, 120", "18, 120"})
    void anUprightCutHasAFacePerWing(double east, double area) {
        CutTile c = cut(new Solids().prism(0, 10, SQUARE, COURTYARD).tile(), upright(east, 0, 0, false));
        assertThat(Solids.area(c.points(), c.capCorners())).isCloseTo(area, within(1e-5));
    }

    /** A plane to the north keeps what is to its left: the west. */
    @Test
    void whatIsToTheRightGoes() {
        CutTile c = cut(new Solids().prism(0, 10, SQUARE).tile(), upright(5, 0, 0, false));
        CutTile other = cut(new Solids().prism(0, 10, SQUARE).tile(), upright(5, 0, 0, true));

        assertThat(volume(c)).isCloseTo(5 * 12 * 10, within(1e-3));
        assertThat(volume(other)).isCloseTo(15 * 12 * 10, within(1e-3));
    }

    @Test
    void aBoxKeepsWhatIsInIt() {
        KeptRegion box = KeptRegion.of(new Section.Box(10, 6, 2, 4, 30, 3, 0), HERE);
        CutTile c = cut(new Solids().prism(0, 10, SQUARE).tile(), box);

        assertThat(volume(c)).isCloseTo(4 * 12 * 3, within(1e-3));
        assertThat(Solids.openEdges(c.points(), c.corners(), c.capCorners())).isZero();
    }

    /** A box wholly within a solid shows six caps and nothing else. */
    @Test
    void aBoxWithinASolidIsAllCaps() {
        CutTile c = cut(new Solids().prism(0, 10, SQUARE).tile(), KeptRegion.of(new Section.Box(10, 6, 2, 4, 5, 3, 30), HERE));

        assertThat(c.corners()).isEmpty();
        assertThat(volume(c)).isCloseTo(60, within(1e-3));
        assertThat(Solids.area(c.points(), c.capCorners())).isCloseTo(2 * (20 + 12 + 15), within(1e-3));
    }

    @Test
    void anOpenShellIsOnlyCut() {
        CutTile c = cut(new Solids().prism(0, 10, SQUARE).open().tile(), level(4));

        assertThat(c.capCorners()).isEmpty();
        assertThat(c.corners()).isNotEmpty();
    }

    /** As of windows that a model lays before its walls. */
    @Test
    void loosePanesDoNotKeepASolidFromBeingFilled() {
        CutTile c = cut(new Solids().prism(0, 10, SQUARE).pane(3, -0.02, 3, 2).tile(), level(4));
        assertThat(Solids.area(c.points(), c.capCorners())).isCloseTo(240, within(1e-4));
    }

    @Test
    void whatIsHiddenIsNotFilled() {
        TileMesh two = new Solids().prism(0, 10, SQUARE).prism(0, 10, new double[] {30, 0, 40, 0, 40, 10, 30, 10}).tile();
        CutTile c = TileCutter.cut(two, level(4), row -> row == 1);
        assertThat(c.capRows()).containsOnly(1);
        assertThat(Solids.area(c.points(), c.capCorners())).isCloseTo(100, within(1e-4));
    }

    /** A plane through the very roof, the very floor or the very wall. */
    @ParameterizedTest
    @CsvSource({"10, 2400", "0, 0", "-1, 0", "11, 2400"})
    void aPlaneInAFaceNeitherLosesNorInvents(double height, double kept) {
        CutTile c = cut(new Solids().prism(0, 10, SQUARE).tile(), level(height));
        assertThat(volume(c)).isCloseTo(kept, within(1e-3));
        assertThat(Solids.openEdges(c.points(), c.corners(), c.capCorners())).isZero();
    }

    @Test
    void trianglesKeepTheirParts() {
        TileMesh tile = new Solids().prism(0, 10, SQUARE).tile();
        CutTile c = cut(tile, level(4));
        for (int t = 0; t < c.parts().length; t++) {
            double up = Math.max(c.points()[3 * c.corners()[3 * t] + 2], Math.max(c.points()[3 * c.corners()[3 * t + 1] + 2],
                    c.points()[3 * c.corners()[3 * t + 2] + 2]));
            assertThat(up == 0).isEqualTo(c.parts()[t] == 0);
        }
        assertThat(c.parts()).doesNotContain(1); // the roof
    }

    /** Wherever the plane stands: nothing is lost, both halves are watertight. */
    @Property(tries = 300)
    void keptAndRemovedAreTheWhole(@ForAll @DoubleRange(min = -5, max = 25) double east, @ForAll @DoubleRange(min = -5, max = 17) double north,
            @ForAll @DoubleRange(min = 0, max = 360) double direction, @ForAll @IntRange(min = 0, max = 2) int shape) {
        TileMesh tile = shape(shape);
        CutTile kept = cut(tile, upright(east, north, direction, false));
        CutTile removed = cut(tile, upright(east, north, direction, true));

        assertThat(volume(kept) + volume(removed)).isCloseTo(Solids.volume(tile.points(), tile.corners()), within(2e-3));
        assertThat(Solids.openEdges(kept.points(), kept.corners(), kept.capCorners())).isZero();
        assertThat(Solids.openEdges(removed.points(), removed.corners(), removed.capCorners())).isZero();
    }

    /** However a box is turned. */
    @Property(tries = 200)
    void aBoxLeavesAWatertightPiece(@ForAll @DoubleRange(min = 0, max = 20) double east, @ForAll @DoubleRange(min = 0, max = 12) double north,
            @ForAll @DoubleRange(min = 0, max = 90) double turn, @ForAll @DoubleRange(min = 1, max = 15) double size,
            @ForAll @IntRange(min = 0, max = 2) int shape) {
        CutTile c = cut(shape(shape), KeptRegion.of(new Section.Box(east, north, 2, size, size / 2, 5, turn), HERE));
        assertThat(Solids.openEdges(c.points(), c.corners(), c.capCorners())).isZero();
        assertThat(volume(c)).isBetween(-1e-3, size * size / 2 * 5 + 1e-3);
    }

    private static TileMesh shape(int shape) {
        return switch (shape) {
            case 0 -> new Solids().prism(0, 10, SQUARE).tile();
            case 1 -> new Solids().prism(0, 10, SQUARE, COURTYARD).tile();
            default -> new Solids().prism(0, 10, L).tile();
        };
    }

    @Property(tries = 200)
    void aPointOfARayIsKeptJustWithinItsStretch(@ForAll @DoubleRange(min = -30, max = 30) double east, @ForAll @DoubleRange(min = -30, max = 30) double north,
            @ForAll @DoubleRange(min = -1, max = 1) double dx, @ForAll @DoubleRange(min = -1, max = 1) double dy) {
        KeptRegion box = KeptRegion.of(new Section.Box(3, 4, 0, 10, 14, 6, 25), HERE);
        double[] o = {east, north, 9};
        double[] d = {dx, dy, -0.5};
        double[] span = box.along(o, d);
        List<Double> steps = new ArrayList<>();
        for (double t = 0; t < 60; t += 0.37) {
            boolean within = span != null && t >= span[0] && t <= span[1];
            if (box.keeps(o[0] + t * d[0], o[1] + t * d[1], o[2] + t * d[2]) != within) {
                steps.add(t);
            }
        }
        assertThat(steps).isEmpty();
    }
}
