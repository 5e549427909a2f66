package org.kvarter.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.model.LocalFrame;

class TransformTest {

    private static final CoordinateSystems SYSTEMS = new CoordinateSystems();

    /**
     * Published and independently computed places. A millimetre where only the projection is at work: Lantmäteriet's control points
     * of SWEREF 99 TM, and PROJ 9.5.1 for the others. Half a metre to a metre where the datum changes too: the surveys' own figures
     * rest on shift grids or approximate formulas (Amersfoort's tower by Kadaster, Bern by swisstopo's approximate formulas, whose
     * stated error is about 0.1″), GeoTools on seven or three parameters.
     */
    @ParameterizedTest
    @CsvSource({
            "EPSG:4619,  12.75, 55,             EPSG:3006, 356083.438, 6097106.672, 0.001",
            "EPSG:4619,  19.5,  57,             EPSG:3006, 773251.054, 6326392.707, 0.001",
            "EPSG:4619,  17.5,  59.5,           EPSG:3011, 121680.2562, 6598475.2780, 0.001",
            "EPSG:3006,  674032, 6580821,       EPSG:3011, 153369.2712, 6579456.6749, 0.001",
            "EPSG:4258,  24.9384, 60.1699,      EPSG:3067, 385611.3167, 6672118.3802, 0.001",
            "EPSG:4258,  24.9384, 60.1699,      EPSG:3879, 25496580.3600, 6673003.6067, 0.001",
            "EPSG:4258,  11.4, 48.77,           EPSG:25832, 676342.2013, 5404666.6695, 0.001",
            "EPSG:4326,  16, -33,               EPSG:32633, 593417.7782, -3651730.9741, 0.001",
            "EPSG:4326,  18.06, 59.33,          EPSG:3857, 2010430.0037, 8252056.9963, 0.001",
            "EPSG:6668,  139.75, 35.68,         EPSG:6677, -7543.1243, -35499.1822, 0.001",
            "EPSG:4326,  5.38720621, 52.15517440, EPSG:28992, 155000, 463000, 0.5",
            "EPSG:4326,  7.4386372, 46.9510811, EPSG:2056, 2600000, 1200000, 1",
            "EPSG:31467, 3513000, 5400000,      EPSG:25832, 512919.336, 5398279.508, 0.1"
    })
    void agreesWithPublishedPlaces(String from, double east, double north, String to, double x, double y, double tolerance)
            throws CrsException {
        double[] xyz = {east, north, 7};
        CoordinateTransform transform = SYSTEMS.toFrame(from, new LocalFrame(to, 0, 0, 2));

        transform.toLocal(xyz, 0, 1);
        assertThat(xyz[0]).isCloseTo(x, within(tolerance));
        assertThat(xyz[1]).isCloseTo(y, within(tolerance));
        assertThat(xyz[2]).isEqualTo(5);

        transform.toSource(xyz, 0, 1);
        double back = Math.abs(east) <= 180 ? tolerance / 55_000 : tolerance;
        assertThat(xyz[0]).isCloseTo(east, within(back));
        assertThat(xyz[1]).isCloseTo(north, within(back));
        assertThat(xyz[2]).isEqualTo(7);
    }

    @Test
    void compoundSourcesTakeTheWayOfTheirHorizontalPart() throws CrsException {
        LocalFrame frame = new LocalFrame("EPSG:25832", 290_000, 5_790_000, 0);
        double[] flat = {85_000, 447_000, 3};
        double[] compound = flat.clone();
        SYSTEMS.toFrame("EPSG:28992", frame).toLocal(flat, 0, 1);
        SYSTEMS.toFrame("https://www.opengis.net/def/crs/EPSG/0/7415", frame).toLocal(compound, 0, 1);

        assertThat(compound).containsExactly(flat);
        assertThat(compound[0]).isFinite();
    }

    @Test
    void heightsInFeetBecomeMetres() throws CrsException {
        double[] xyz = {150_000, 6_580_000, 100};
        SYSTEMS.toFrame("EPSG:3011+6360", new LocalFrame("EPSG:3011", 150_000, 6_580_000, 0)).toLocal(xyz, 0, 1);

        assertThat(xyz[2]).isCloseTo(30.48006, within(1e-5));
    }

    @Test
    void aBadVertexCostsOnlyItself() throws CrsException {
        int n = 5000;
        double[] xyz = new double[3 * n];
        for (int i = 0; i < n; i++) {
            xyz[3 * i] = 18;
            xyz[3 * i + 1] = 59 + i * 1e-5;
        }
        xyz[3 * 17] = Double.NaN;
        xyz[3 * 2500 + 1] = Double.POSITIVE_INFINITY;
        xyz[3 * 4999 + 1] = 500;
        SYSTEMS.toFrame("EPSG:4326", new LocalFrame("EPSG:3011", 150_000, 6_540_000, 0)).toLocal(xyz, 1, n - 1);

        assertThat(xyz[0]).as("the first vertex is not in the range").isEqualTo(18);
        for (int i = 1; i < n; i++) {
            if (i == 17 || i == 2500 || i == 4999) {
                assertThat(xyz[3 * i]).isNaN();
                assertThat(xyz[3 * i + 1]).isNaN();
            } else {
                assertThat(xyz[3 * i]).as("vertex %d", i).isCloseTo(0, within(1e-3));
            }
        }
    }

    @Test
    void aSourceWithoutSystemIsMetresOfTheFrameOrStandsAtAPlace() throws CrsException {
        double[] xyz = {1, 2, 3};
        SYSTEMS.toFrame("", new LocalFrame("EPSG:3011", 10, 20, 1)).toLocal(xyz, 0, 1);
        assertThat(xyz).containsExactly(-9, -18, 2);

        double[] placed = {1, 2, 3};
        CoordinateSystems.local(100, 200, 5).toLocal(placed, 0, 1);
        assertThat(placed).containsExactly(101, 202, 8);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        LocalFrame frame = new LocalFrame("EPSG:3011", 0, 0, 0);
        assertThatThrownBy(() -> SYSTEMS.toFrame("EPSG:999999", frame)).isInstanceOf(CrsException.class)
                .hasMessageContaining("EPSG:999999");
        assertThatThrownBy(() -> SYSTEMS.toFrame("EPSG:3011", new LocalFrame("EPSG:999999", 0, 0, 0)))
                .isInstanceOf(CrsException.class);
        assertThatThrownBy(() -> SYSTEMS.toFrame("EPSG:3011", new LocalFrame("", 0, 0, 0))).isInstanceOf(CrsException.class)
                .hasMessageContaining("new district");
    }

    /**
     * Over the district's reach the way there and back loses less than a tenth of a millimetre, and less than a centimetre where it
     * leads through another datum: GeoTools' way between ellipsoids is good to three millimetres each time.
     */
    @Property(tries = 100)
    void thereAndBackAgain(@ForAll @DoubleRange(min = -20_000, max = 20_000) double east,
                           @ForAll @DoubleRange(min = -20_000, max = 20_000) double north,
                           @ForAll @DoubleRange(min = -500, max = 5000) double up) throws CrsException {
        LocalFrame frame = new LocalFrame("EPSG:3011", 153_000, 6_578_000, 0);
        for (String source : new String[] {"EPSG:3006", "EPSG:4619", "EPSG:25833", "EPSG:4326", "EPSG:3857", "EPSG:3021"}) {
            boolean sameDatum = !List.of("EPSG:4326", "EPSG:3857", "EPSG:3021").contains(source);
            CoordinateTransform transform = SYSTEMS.toFrame(source, frame);
            double[] xyz = {east, north, up};
            transform.toSource(xyz, 0, 1);
            transform.toLocal(xyz, 0, 1);
            assertThat(Math.hypot(xyz[0] - east, xyz[1] - north)).as(source).isLessThan(sameDatum ? 1e-4 : 1e-2);
            assertThat(xyz[2]).isCloseTo(up, within(1e-9));
        }
    }

    /** Well-known text in ESRI's dialect, of which the table of known systems has no projection like it. */
    private static String transverseMercator(String datum, String ellipsoid) {
        return "PROJCS[\"Town grid\",GEOGCS[\"GCS\",DATUM[\"" + datum + "\",SPHEROID[\"E\"," + ellipsoid + "]],"
                + "PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],"
                + "PARAMETER[\"False_Easting\",10000],PARAMETER[\"False_Northing\",0],PARAMETER[\"Central_Meridian\",17.5],"
                + "PARAMETER[\"Scale_Factor\",1],PARAMETER[\"Latitude_Of_Origin\",0],UNIT[\"Meter\",1]]";
    }

    @Test
    void anOldDatumWithoutItsShiftGetsThatOfEpsgAndSaysSo() throws CrsException {
        String wkt = transverseMercator("D_RT_1990", "6377397.155,299.1528128");
        double[] there = {17.5, 59, 0};
        SYSTEMS.toFrame("EPSG:4124", new LocalFrame("EPSG:3006", 0, 0, 0)).toLocal(there, 0, 1);
        double[] grid = {10_000, meridianArc(59, 6377397.155, 299.1528128), 0};
        SYSTEMS.toFrame(wkt, new LocalFrame("EPSG:3006", 0, 0, 0)).toLocal(grid, 0, 1);

        assertThat(Math.hypot(grid[0] - there[0], grid[1] - there[1])).isLessThan(1);
        assertThat(SYSTEMS.caution(wkt)).hasValueSatisfying(c -> {
            assertThat(c.misplaced()).isFalse();
            assertThat(c.sentence()).contains("Town grid", "5 m");
        });
    }

    @Test
    void anUnknownDatumWithoutItsShiftNamesTheExpectedError() {
        assertThat(SYSTEMS.caution(transverseMercator("D_Old_Town", "6377397.155,299.1528128"))).hasValueSatisfying(c -> {
            assertThat(c.misplaced()).isTrue();
            assertThat(c.sentence()).contains("up to 500 m");
        });
        assertThat(SYSTEMS.caution(transverseMercator("D_Old_Town", "6378137,298.257222101"))).isEmpty();
        assertThat(SYSTEMS.caution("EPSG:3021")).isEmpty();
    }

    /** Length of the meridian from the equator, by Simpson's rule over the radius of curvature; metres. */
    private static double meridianArc(double latitude, double a, double inverseFlattening) {
        double f = 1 / inverseFlattening;
        double e2 = f * (2 - f);
        int n = 10_000;
        double h = Math.toRadians(latitude) / n;
        double sum = 0;
        for (int i = 0; i <= n; i++) {
            double s = Math.sin(i * h);
            double radius = a * (1 - e2) / Math.pow(1 - e2 * s * s, 1.5);
            sum += radius * (i == 0 || i == n ? 1 : i % 2 == 1 ? 4 : 2);
        }
        return sum * h / 3;
    }
}
