package org.kvarter.importing.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.importing.vector.FootprintExtruder.Outcome;
import org.kvarter.model.PolygonSet;
import org.kvarter.model.SurfaceKind;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class FootprintExtruderTest {

    private static final String SQUARE = "POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))";
    private static final String YARD = "POLYGON((0 0, 10 0, 10 10, 0 10, 0 0),(3 3, 3 7, 7 7, 7 3, 3 3))";

    private static Geometry wkt(String text) throws ParseException {
        return new WKTReader().read(text);
    }

    private static PolygonSet raise(String footprint, double metres) throws ParseException {
        FootprintExtruder extruder = new FootprintExtruder();
        extruder.add(0, wkt(footprint), metres);
        return extruder.take();
    }

    /** Twice the vector area of a polygon, holes included: its direction is the normal. */
    private static double[] normal(PolygonSet set, int polygon) {
        double[] sum = new double[3];
        for (int r = set.firstRing(polygon); r < set.polygonRingEnds()[polygon]; r++) {
            int first = set.firstCorner(r);
            int end = set.ringEnds()[r];
            for (int c = first; c < end; c++) {
                int a = 3 * set.corners()[c];
                int b = 3 * set.corners()[c + 1 == end ? first : c + 1];
                double[] v = set.vertices();
                sum[0] += v[a + 1] * v[b + 2] - v[a + 2] * v[b + 1];
                sum[1] += v[a + 2] * v[b] - v[a] * v[b + 2];
                sum[2] += v[a] * v[b + 1] - v[a + 1] * v[b];
            }
        }
        return sum;
    }

    /** Volume by the divergence theorem: right only where every face looks outwards. */
    private static double volume(PolygonSet set) {
        double six = 0;
        for (int p = 0; p < set.polygonCount(); p++) {
            int at = 3 * set.corners()[set.firstCornerOfPolygon(p)];
            double[] n = normal(set, p);
            six += n[0] * set.vertices()[at] + n[1] * set.vertices()[at + 1] + n[2] * set.vertices()[at + 2];
        }
        return six / 6;
    }

    private static Map<SurfaceKind, Integer> kinds(PolygonSet set) {
        Map<SurfaceKind, Integer> kinds = new HashMap<>();
        for (byte kind : set.polygonKind()) {
            kinds.merge(SurfaceKind.of(kind), 1, Integer::sum);
        }
        return kinds;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "POLYGON((0 0, 10 0, 10 10, 0 10, 0 0)) | 5 | 4 | 500",
        "POLYGON((0 0, 0 10, 10 10, 10 0, 0 0)) | 5 | 4 | 500",
        "POLYGON((0 0, 10 0, 10 10, 0 10, 0 0),(3 3, 3 7, 7 7, 7 3, 3 3)) | 10 | 8 | 840",
        "POLYGON((0 0, 10 0, 10 10, 0 10, 0 0),(3 3, 7 3, 7 7, 3 7, 3 3)) | 10 | 8 | 840",
        "MULTIPOLYGON(((0 0, 2 0, 2 2, 0 2, 0 0)),((5 5, 8 5, 5 9, 5 5))) | 3 | 7 | 30",
        "GEOMETRYCOLLECTION(POINT(1 1), POLYGON((0 0, 4 0, 0 3, 0 0))) | 2 | 3 | 12",
        "POLYGON((0 0, 10 0, 10 0, 10 10, 0 10, 0 10, 0 0)) | 1 | 4 | 100",
    })
    void makesClosedBlocksThatLookOutwards(String footprint, double metres, int walls, double cubicMetres) throws ParseException {
        PolygonSet set = raise(footprint, metres);
        assertThat(kinds(set).get(SurfaceKind.WALL)).isEqualTo(walls);
        assertThat(volume(set)).isCloseTo(cubicMetres, within(1e-9));
        double[] whole = new double[3];
        for (int p = 0; p < set.polygonCount(); p++) {
            double[] n = normal(set, p);
            for (int k = 0; k < 3; k++) {
                whole[k] += n[k];
            }
        }
        assertThat(whole).usingComparatorWithPrecision(1e-9).containsExactly(0, 0, 0);
    }

    @Test
    void cutsTheCourtyardOutOfRoofAndGround() throws ParseException {
        PolygonSet set = raise(YARD, 10);
        for (int p = 0; p < set.polygonCount(); p++) {
            double[] n = normal(set, p);
            switch (SurfaceKind.of(set.polygonKind()[p])) {
                case ROOF -> assertThat(n).containsExactly(0, 0, 2 * 84);
                case GROUND -> assertThat(n).containsExactly(0, 0, -2 * 84);
                default -> assertThat(n[2]).isZero();
            }
        }
        assertThat(set.bounds().minUp()).isZero();
        assertThat(set.bounds().maxUp()).isEqualTo(10);
    }

    @Test
    void repairsAnOutlineThatCrossesItself() throws ParseException {
        FootprintExtruder extruder = new FootprintExtruder();
        Outcome outcome = extruder.add(0, wkt("POLYGON((0 0, 10 10, 10 0, 0 10, 0 0))"), 2);
        assertThat(outcome).isEqualTo(Outcome.REPAIRED);
        PolygonSet bowTie = extruder.take();
        assertThat(volume(bowTie)).as("two triangles of 25 m² each, 2 m high").isCloseTo(100, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POLYGON((0 0, 10 0, 5 0, 0 0))", "POLYGON((1 1, 1 1, 1 1, 1 1))", "POLYGON EMPTY", "LINESTRING(0 0, 1 1)"})
    void raisesNothingWithoutArea(String footprint) throws ParseException {
        FootprintExtruder extruder = new FootprintExtruder();
        assertThat(extruder.add(0, wkt(footprint), 3)).isEqualTo(Outcome.EMPTY);
        assertThat(extruder.take().polygonCount()).isZero();
    }

    @Test
    void keepsPolygonsOfAFeatureTogether() throws ParseException {
        FootprintExtruder extruder = new FootprintExtruder();
        extruder.add(0, wkt(SQUARE), 3);
        extruder.add(1, wkt("POLYGON EMPTY"), 3);
        extruder.add(2, wkt(YARD), 3);
        PolygonSet set = extruder.take();
        assertThat(set.polygonFeature()).isSorted().hasSize(6 + 10).doesNotContain(1);
        assertThat(extruder.take().polygonCount()).isZero();
    }
}
