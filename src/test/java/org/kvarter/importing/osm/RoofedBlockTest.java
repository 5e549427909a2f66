package org.kvarter.importing.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.model.PolygonSet;
import org.kvarter.model.SurfaceKind;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class RoofedBlockTest {

    private static final String HOUSE = "POLYGON((0 0, 20 0, 20 10, 0 10, 0 0))";

    private static PolygonSet raise(String metres, BuildingShape shape) throws ParseException {
        LocalPlane plane = OsmDraft.PLANE;
        Geometry degrees = AffineTransformation.scaleInstance(1 / plane.metresPerEast(), 1 / plane.metresPerNorth())
                .translate(plane.longitude(), plane.latitude()).transform(new WKTReader().read(metres));
        RoofedBlock block = new RoofedBlock();
        assertThat(block.add(0, degrees, side -> shape)).isEqualTo(RoofedBlock.Outcome.RAISED);
        return block.take();
    }

    private static BuildingShape shape(double base, double eaves, double top, RoofShape roof, double bearing, boolean across) {
        return new BuildingShape(base, eaves, top, roof, bearing, across, 0xFF112233, 0xFF445566, BuildingShape.Origin.HEIGHT);
    }

    /**
     * Eaves at 6 m, top at 10 m. By hand, over 20 m × 10 m: the block 1200 m³ and on it a prism 20·10·4/2, a hip 4·10·(3·20−10)/6, a pyramid
     * 200·4/3, a wedge 200·4/2; the dome is six slices of pyramids whose corners lie on quarter ellipses. A courtyard in the middle takes its
     * share of the wedge; an L of two bars under one ridge counts each bar's own mean height.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "FLAT | POLYGON((0 0, 20 0, 20 10, 0 10, 0 0)) | 2000",
        "GABLED | POLYGON((0 0, 20 0, 20 10, 0 10, 0 0)) | 1600",
        "HIPPED | POLYGON((0 0, 20 0, 20 10, 0 10, 0 0)) | 1533.333",
        "HIPPED | POLYGON((0 0, 10 0, 10 10, 0 10, 0 0)) | 733.333",
        "PYRAMIDAL | POLYGON((0 0, 20 0, 20 10, 0 10, 0 0)) | 1466.667",
        "SKILLION | POLYGON((0 0, 20 0, 20 10, 0 10, 0 0)) | 1600",
        "DOME | POLYGON((0 0, 20 0, 20 10, 0 10, 0 0)) | 1724.247",
        "SKILLION | POLYGON((0 0, 20 0, 20 10, 0 10, 0 0),(8 3, 12 3, 12 7, 8 7, 8 3)) | 1472",
        "GABLED | POLYGON((0 0, 20 0, 20 10, 0 10, 0 0),(8 3, 12 3, 12 7, 8 7, 8 3)) | 1452.8",
        "GABLED | POLYGON((0 10, 20 10, 20 0, 0 0, 0 10)) | 1600",
        "PYRAMIDAL | POLYGON((0 0, 20 0, 20 10, 0 10, 0 0),(1 1, 2 1, 2 2, 1 2, 1 1)) | 1460.067",
        "DOME | POLYGON((0 0, 20 0, 20 10, 18 10, 18 2, 0 2, 0 0)) | -1"})
    void buildsClosedSolidsOfTheVolumeCalculatedByHand(RoofShape roof, String footprint, String volume) throws ParseException {
        PolygonSet set = raise(footprint, shape(0, 6, 10, roof, Double.NaN, false));

        assertThat(Solids.openEdges(set)).isZero();
        assertThat(set.bounds().minUp()).isZero();
        assertThat(Solids.highest(set)).isLessThanOrEqualTo(10 + 1e-9);
        if (!volume.equals("-1")) {
            assertThat(Solids.volume(set, 0)).isCloseTo(Double.parseDouble(volume), within(0.05));
            assertThat(Solids.highest(set)).isCloseTo(10, within(1e-6));
        }
    }

    /** The same roofs from 3 m up: 600 m³ less, and nothing below. */
    @ParameterizedTest
    @CsvSource({"FLAT, 1400", "GABLED, 1000", "HIPPED, 933.333", "PYRAMIDAL, 866.667", "SKILLION, 1000"})
    void beginsAtItsBase(RoofShape roof, double volume) throws ParseException {
        PolygonSet set = raise(HOUSE, shape(3, 6, 10, roof, Double.NaN, false));

        assertThat(Solids.volume(set, 0)).isCloseTo(volume, within(0.05));
        assertThat(set.bounds().minUp()).isEqualTo(3);
        assertThat(kinds(set, SurfaceKind.GROUND)).isZero();
    }

    /** Roofs from the ground up: no walls where the eaves are, a closed solid all the same. */
    @ParameterizedTest
    @CsvSource({"GABLED, 400, 2", "HIPPED, 333.333, 0", "PYRAMIDAL, 266.667, 0", "SKILLION, 400, 3"})
    void standsOnItsEaves(RoofShape roof, double volume, int walls) throws ParseException {
        PolygonSet set = raise(HOUSE, shape(0, 0, 4, roof, Double.NaN, false));

        assertThat(Solids.volume(set, 0)).isCloseTo(volume, within(0.05));
        assertThat(Solids.openEdges(set)).isZero();
        assertThat(kinds(set, SurfaceKind.WALL)).isEqualTo(walls);
    }

    /** Height of the roof's corner in the south-west and at the middle of the west side: a gable's top or its eaves. */
    @ParameterizedTest
    @CsvSource({"SKILLION, 0, false, 10, NaN", "SKILLION, 180, false, 6, NaN", "SKILLION, 90, false, 10, NaN", "SKILLION, 270, false, 6, NaN",
        "GABLED, NaN, false, 6, 10", "GABLED, NaN, true, 6, NaN", "GABLED, 90, false, 6, NaN", "GABLED, 0, true, 6, 10"})
    void turnsAsTheTagsSay(RoofShape roof, double bearing, boolean across, double corner, double gable) throws ParseException {
        PolygonSet set = raise(HOUSE, shape(0, 6, 10, roof, bearing, across));

        assertThat(highestAt(set, 0, 0)).isCloseTo(corner, within(0.01));
        assertThat(highestAt(set, 0, 5)).isEqualTo(gable, within(0.01));
    }

    @Test
    void paintsWallsAndRoof() throws ParseException {
        PolygonSet set = raise(HOUSE, shape(0, 6, 10, RoofShape.GABLED, Double.NaN, false));

        for (int p = 0; p < set.polygonCount(); p++) {
            SurfaceKind kind = SurfaceKind.of(set.polygonKind()[p]);
            assertThat(set.polygonArgb()[p]).isEqualTo(kind == SurfaceKind.WALL ? 0xFF112233 : kind == SurfaceKind.ROOF ? 0xFF445566 : 0);
        }
        assertThat(kinds(set, SurfaceKind.WALL)).isEqualTo(4);
        assertThat(kinds(set, SurfaceKind.ROOF)).isEqualTo(2);
    }

    private static long kinds(PolygonSet set, SurfaceKind kind) {
        byte[] kinds = set.polygonKind();
        return java.util.stream.IntStream.range(0, kinds.length).filter(p -> kinds[p] == kind.ordinal()).count();
    }

    /** NaN where no corner is there. */
    private static double highestAt(PolygonSet set, double east, double north) {
        double[] v = set.vertices();
        return Arrays.stream(set.corners()).filter(c -> Math.abs(OsmDraft.PLANE.x(v[3 * c]) - east) < 0.01
                && Math.abs(OsmDraft.PLANE.y(v[3 * c + 1]) - north) < 0.01).mapToDouble(c -> v[3 * c + 2]).max().orElse(Double.NaN);
    }
}
