package org.kvarter.study.sun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.energy.Sun;
import org.kvarter.mesh.Solids;
import org.kvarter.mesh.tree.TreeStock;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.Bounds;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.SourceRef;
import org.kvarter.model.VectorLayer;
import org.kvarter.study.Sites;
import org.kvarter.task.Progress;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Shade of trees against what is reckoned by hand. */
class TreeShadeTest {

    private static final double STOCKHOLM = 59.3;
    private static final LocalDate EQUINOX = LocalDate.of(2026, 3, 21);
    /** A place on the ground that is counted lies so far over it. */
    private static final double OVER = 0.1;

    /** Trees of 10 m with crowns of 6 m: balls of 3 m about a place 7 m up. */
    private static TreeStock trees(String species, double... eastNorth) {
        AttributeTableBuilder table = new AttributeTableBuilder();
        int n = eastNorth.length / 2;
        Geometry[] places = new Geometry[n];
        String[] ids = new String[n];
        for (int i = 0; i < n; i++) {
            places[i] = new GeometryFactory().createPoint(new Coordinate(eastNorth[2 * i], eastNorth[2 * i + 1]));
            ids[i] = "t" + i;
            table.set(i, "height_m", 10.0);
            table.set(i, "crown_m", 6.0);
            table.set(i, "species", species);
        }
        return TreeStock.of(List.of(new VectorLayer("t", "t", LayerKind.TREES, new SourceRef("t", "", "t", "", ""),
                FeatureTable.flat(ids, "tree", table.build(n)), places, Bounds.EMPTY, List.of())), (e, no) -> 0);
    }

    private static SunPath path(int minutes) {
        return SunPath.of(SunRule.on(EQUINOX), ZoneOffset.UTC, STOCKHOLM, 0, minutes);
    }

    /** Hours on one square metre of open ground about the origin. */
    private static double hours(TreeStock trees, boolean inLeaf, int minutes) {
        SunPath path = path(minutes);
        SunHours hours = SunStudy.start(Sites.of(new Solids().box(500, 500, 0, 510, 510, 3)), SunRule.on(EQUINOX), path, TreeShade.of(trees, path, inLeaf),
                new GroundGrid(-0.5, 0.5, 1, 1, 1), Runnable::run, Progress.NONE).join();
        assertThat(hours.trees()).isEqualTo(trees.all().size());
        return hours.ground().hours()[0];
    }

    /** Due south, so far that at noon the sun stands behind the middle of the crown. */
    private static double distance() {
        return (7 - OVER) / Math.tan(Math.toRadians(Sun.at(EQUINOX.atTime(12, 7).toInstant(ZoneOffset.UTC), STOCKHOLM, 0).elevationDegrees()));
    }

    /**
     * By hand: a ball of 3 m at √(6.9² + 11.6²) = 13.5 m has a radius of 12.8°; at the equinox the sun goes 15° an hour along a great
     * circle, hence stands 2 · 12.8 / 15 = 1.71 h behind it.
     */
    @ParameterizedTest
    @CsvSource({"true, 1, 0.03, 0.04", "false, 1, 0.46, 0.03", "true, 10, 0.03, 0.18", "false, 10, 0.46, 0.10", "false, 2, 0.46, 0.04"})
    void theSunIsBehindACrownAsLongAsItsAngleSays(boolean inLeaf, int minutes, double through, double tolerance) {
        double d = distance();
        double behind = 2 * Math.toDegrees(Math.asin(3 / Math.hypot(7 - OVER, d))) / 15;
        assertThat(behind).isBetween(1.6, 1.8);
        double open = path(minutes).hours();
        assertThat(hours(trees("linden", 0, -d), inLeaf, minutes)).isCloseTo(open - behind * (1 - through), within(tolerance));
    }

    @Test
    void conifersKeepTheirNeedlesAndTwoCrownsKeepMore() {
        double d = distance();
        double open = path(1).hours();
        double one = open - hours(trees("pine", 0, -d), false, 1);
        // A pine's crown is 9 m high, not 6: it keeps the sun at least as long.
        assertThat(one).isGreaterThan(1.6);
        double bare = open - hours(trees("linden", 0, -d), false, 1);
        double two = open - hours(trees("linden", 0, -d, 0, -d), false, 1);
        assertThat(two / bare).isCloseTo((1 - 0.46 * 0.46) / (1 - 0.46), within(0.01));
        assertThat(hours(trees("linden", 0, d), true, 1)).describedAs("to the north").isCloseTo(open, within(1e-6));
        assertThat(hours(TreeStock.NONE, true, 1)).isCloseTo(open, within(1e-6));
    }

    @Test
    void underACrownTheSunComesFromTheSidesAlone() {
        double under = hours(trees("linden", 0, 0), true, 1);
        // The ball's lowest is 4 m up: sun from below 30.7° comes in under it but for what the ball hides.
        assertThat(under).isBetween(path(1).hours() * 0.5, path(1).hours());
    }

    /** The squares of the grid lose no tree: a wood of 400 against each tree asked by itself. */
    @Test
    void aRayMeetsTheTreesThatItMeets() {
        java.util.Random random = new java.util.Random(7);
        double[] places = random.doubles(800, -150, 150).toArray();
        TreeStock wood = trees("linden", places);
        TreeGrid grid = new TreeGrid(wood.all());
        int met = 0;
        for (int i = 0; i < 2_000; i++) {
            double[] o = {random.nextDouble(-200, 200), random.nextDouble(-200, 200), random.nextDouble(0, 9)};
            double elevation = random.nextDouble(0.06, Math.PI / 2);
            double azimuth = random.nextDouble(0, 2 * Math.PI);
            double[] d = {Math.cos(elevation) * Math.sin(azimuth), Math.cos(elevation) * Math.cos(azimuth), Math.sin(elevation)};
            long crowns = wood.all().stream().filter(t -> t.shades(o, d)).count();
            assertThat(grid.through(o, d, t -> 0.5)).isEqualTo(Math.pow(0.5, Math.min(16, crowns)));
            met += crowns > 0 ? 1 : 0;
        }
        assertThat(met).isBetween(200, 1_900);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-21, 59, false", "2026-05-01, 59, true", "2026-10-31, 59, true", "2026-12-21, 59, false", "2026-12-21, -34, true",
        "2026-06-21, -34, false", "2026-12-21, 10, true"})
    void leavesAreThereInSummer(LocalDate day, double latitude, boolean there) {
        assertThat(TreeShade.inLeaf(day, latitude)).isEqualTo(there);
    }
}
