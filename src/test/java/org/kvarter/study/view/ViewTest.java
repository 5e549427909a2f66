package org.kvarter.study.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.kvarter.mesh.Solids;
import org.kvarter.model.Terrain;
import org.kvarter.study.Sites;
import org.kvarter.study.StudySite;
import org.kvarter.task.Progress;
import org.xml.sax.InputSource;

/** What is seen from a place, against angles reckoned by hand. */
class ViewTest {

    private static final Eye ALL_AROUND = new Eye(0, 0, 1.65, 0, 360);

    @Test
    void aHouseBehindAWallIsNotSeenAndOneBesideItIs() {
        StudySite site = Sites.of(new Solids().box(-20, 30, 0, 20, 35, 15).box(-10, 60, 0, 10, 80, 12).box(60, -10, 0, 80, 10, 12));
        List<Seen> seen = Visibility.of(site, ALL_AROUND, Progress.NONE);
        assertThat(share(seen, 1)).isZero();
        assertThat(share(seen, 0)).isPositive();
        // Of the house to the east its western wall alone: 20 × 12 of 4 × 20 × 12 + 20 × 20.
        assertThat(share(seen, 2)).isCloseTo(240.0 / 1_360, within(1e-6));
        Seen east = seen.stream().filter(s -> s.row() == 2).findFirst().orElseThrow();
        assertThat(east.azimuth()).isCloseTo(90, within(10.0));
        assertThat(east.distance()).isBetween(60.0, 62.0);
        assertThat(seen.get(seen.size() - 1).row()).isEqualTo(1);
    }

    @Test
    void onlyWhatLiesInTheViewIsSeen() {
        StudySite site = Sites.of(new Solids().box(-10, 60, 0, 10, 80, 12).box(60, -10, 0, 80, 10, 12));
        assertThat(share(Visibility.of(site, new Eye(0, 0, 1.65, 90, 60), Progress.NONE), 0)).isZero();
        assertThat(share(Visibility.of(site, new Eye(0, 0, 1.65, 0, 60), Progress.NONE), 0)).isPositive();
        assertThat(new Eye(0, 0, 0, 350, 40).takesIn(8)).isTrue();
        assertThat(new Eye(0, 0, 0, 350, 40).takesIn(12)).isFalse();
    }

    @Test
    void landHides() {
        float[] heights = new float[40 * 40];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = i / 40 == 25 ? 30 : 0;
        }
        StudySite plane = Sites.of(new Solids().box(-10, 100, 0, 10, 120, 12));
        StudySite site = new StudySite(plane.solids(), plane.rays(), Optional.of(new Terrain(-200, -200, 10, 40, 40, heights)), List.of());
        assertThat(share(Visibility.of(site, ALL_AROUND, Progress.NONE), 0)).isZero();
        assertThat(share(Visibility.of(plane, ALL_AROUND, Progress.NONE), 0)).isPositive();
    }

    @Test
    void whatIsGoneHidesNothing() {
        BitSet gone = new BitSet();
        gone.set(0);
        StudySite site = Sites.of(new Solids().box(-20, 30, 0, 20, 35, 15).box(-10, 60, 0, 10, 80, 12), gone);
        List<Seen> seen = Visibility.of(site, ALL_AROUND, Progress.NONE);
        assertThat(seen).extracting(Seen::row).containsExactly(1);
        assertThat(seen.get(0).share()).isPositive();
    }

    @Test
    void theSkylineOfABoxHasTheAnglesOfItsEdges() {
        // Its near face 100 m to the north, 20 m wide and 10 m over the eye.
        Skyline skyline = Skyline.of(Sites.of(new Solids().box(-10, 100, 0, 10, 120, 11.65)), ALL_AROUND, Progress.NONE);
        assertThat((double) skyline.buildings()[0]).isCloseTo(Math.toDegrees(Math.atan(10 / 100.0)), within(1e-3));
        // At 4° the near edge is 100 / cos(4°) away.
        assertThat((double) skyline.buildings()[16]).isCloseTo(Math.toDegrees(Math.atan(10 / (100 / Math.cos(Math.toRadians(4))))), within(1e-3));
        // Half the width is atan(10/100) = 5.71°.
        assertThat(skyline.buildings()[22]).isPositive();
        assertThat(skyline.buildings()[24]).isNaN();
        assertThat(skyline.buildings()[Skyline.STEPS - 22]).isEqualTo(skyline.buildings()[22], within(1e-4f));
        assertThat(skyline.buildings()[720]).isNaN();
    }

    @Test
    void theHigherOfTwoStandsAgainstTheSky() {
        Solids solids = new Solids().box(-50, 100, 0, 50, 110, 11.65).box(-5, 200, 0, 5, 210, 61.65);
        Skyline skyline = Skyline.of(Sites.of(solids), ALL_AROUND, Progress.NONE);
        assertThat((double) skyline.buildings()[0]).isCloseTo(Math.toDegrees(Math.atan(60 / 200.0)), within(1e-3));
        assertThat((double) skyline.buildings()[40]).isCloseTo(Math.toDegrees(Math.atan(10 / (100 / Math.cos(Math.toRadians(10))))), within(1e-3));
    }

    @Test
    void insideACourtyardTheSkylineGoesAllAround() {
        Solids court = new Solids().feature().walls(new double[] {-20, -20, -20, 20, 20, 20, 20, -20}, 0, 21.65);
        Skyline skyline = Skyline.of(Sites.of(court), ALL_AROUND, Progress.NONE);
        for (int s = 0; s < Skyline.STEPS; s++) {
            double angle = Math.toRadians(Skyline.azimuth(s));
            double distance = 20 / Math.max(Math.abs(Math.sin(angle)), Math.abs(Math.cos(angle)));
            assertThat((double) skyline.top(s)).as("%d", s).isCloseTo(Math.toDegrees(Math.atan(20 / distance)), within(0.1));
        }
    }

    @Test
    void aDrawingIsWellFormedAndTurnsWithTheEye() throws Exception {
        Skyline skyline = Skyline.of(Sites.of(new Solids().box(90, -10, 0, 110, 10, 11.65)), ALL_AROUND, Progress.NONE);
        SkylineDrawing drawing = SkylineDrawing.of(skyline, skyline, 90, 60);
        List<SkylineDrawing.Corner> outline = drawing.outline(false, false);
        assertThat(outline).hasSize(241);
        assertThat(outline.get(120).elevation()).isCloseTo(Math.toDegrees(Math.atan(10 / 90.0)), within(1e-3));
        assertThat(outline.get(0).elevation()).isEqualTo(SkylineDrawing.FOOT);
        assertThat(drawing.marks(15)).containsExactly(60.0, 75.0, 90.0, 105.0, 120.0);
        String svg = drawing.svg("A & <B>");
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(document.getElementsByTagName("path").getLength()).isGreaterThan(3);
        assertThat(document.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("A & <B>");
    }

    @Test
    void focalLengthsAreThoseOfSmallPictures() {
        assertThat(Eye.focalLength(39.6)).isCloseTo(50, within(0.1));
        assertThat(Eye.focalLength(180)).isNaN();
        assertThatThrownBy(() -> new Eye(0, 0, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double share(List<Seen> seen, int row) {
        return seen.stream().filter(s -> s.row() == row).mapToDouble(Seen::share).findFirst().orElseThrow();
    }
}
