package org.kvarter.geo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

class WkbReaderTest {

    private static final GeometryFactory JTS = new GeometryFactory();

    @Property(tries = 150)
    void readsBackWhatAnotherWriterWrote(@ForAll("geometries") Geometry geometry, @ForAll @IntRange(min = 0, max = 4) int envelope,
            @ForAll boolean little) throws Exception {
        byte[] blob = GpkgFile.blob(geometry, envelope, little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        Geometry read = new GeoPackageGeometry().read(blob);
        assertThat(read.getGeometryType()).isEqualTo(geometry.getGeometryType());
        Coordinate[] expected = geometry.getCoordinates();
        Coordinate[] actual = read.getCoordinates();
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i].equals3D(expected[i])).as("%s = %s", actual[i], expected[i]).isTrue();
        }
        assertThat(read.getNumGeometries()).isEqualTo(geometry.getNumGeometries());
        if (envelope > 0 && !geometry.isEmpty()) {
            assertThat(new GeoPackageGeometry().envelope(blob)).isEqualTo(geometry.getEnvelopeInternal());
        }
    }

    @Property(tries = 200)
    void neverFailsWithAnythingButItsOwnException(@ForAll("geometries") Geometry geometry, @ForAll long seed) {
        byte[] blob = GpkgFile.blob(geometry, 1, ByteOrder.LITTLE_ENDIAN);
        Random random = new Random(seed);
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            blob[random.nextInt(blob.length)] = (byte) random.nextInt();
        }
        byte[] cut = java.util.Arrays.copyOf(blob, random.nextInt(blob.length + 1));
        for (byte[] bytes : List.of(blob, cut)) {
            try {
                new GeoPackageGeometry().envelope(bytes);
                new GeoPackageGeometry().read(bytes);
            } catch (MalformedGeometryException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    @Provide
    Arbitrary<Geometry> geometries() {
        Arbitrary<Double> number = Arbitraries.doubles().between(-1e7, 1e7);
        Arbitrary<Boolean> heights = Arbitraries.of(true, false);
        return heights.flatMap(z -> {
            Arbitrary<Coordinate> vertex = Combinators.combine(number, number, number)
                    .as((x, y, h) -> z ? new Coordinate(x, y, h) : new Coordinate(x, y));
            Arbitrary<Point> points = vertex.map(JTS::createPoint);
            Arbitrary<LineString> lines = vertex.array(Coordinate[].class).ofMinSize(2).ofMaxSize(6).map(JTS::createLineString);
            Arbitrary<Polygon> polygons = vertex.array(Coordinate[].class).ofMinSize(3).ofMaxSize(5).map(c -> {
                Coordinate[] ring = java.util.Arrays.copyOf(c, c.length + 1);
                ring[c.length] = c[0].copy();
                return JTS.createPolygon(ring);
            });
            Arbitrary<Geometry> several = Arbitraries.oneOf(
                    points.array(Point[].class).ofMinSize(1).ofMaxSize(4).map(JTS::createMultiPoint),
                    lines.array(LineString[].class).ofMinSize(1).ofMaxSize(3).map(JTS::createMultiLineString),
                    polygons.array(Polygon[].class).ofMinSize(1).ofMaxSize(3).map(JTS::createMultiPolygon));
            return Arbitraries.oneOf(points, lines, polygons, several,
                    several.array(Geometry[].class).ofMinSize(1).ofMaxSize(2).map(JTS::createGeometryCollection));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "8, curves", "9, curves", "10, curves", "12, curves", "1010, curves", "0, not well-known binary", "18, not well-known binary",
        "4001, not well-known binary"
    })
    void refusesWhatIsNotStraight(int code, String said) {
        ByteBuffer wkb = ByteBuffer.allocate(40).put((byte) 0).putInt(code).rewind();
        assertThatThrownBy(() -> new WkbReader().read(wkb)).isInstanceOf(MalformedGeometryException.class).hasMessageContaining(said);
    }

    @Test
    void dropsMeasuresAndKeepsHeights() throws Exception {
        ByteBuffer zm = ByteBuffer.allocate(37).put((byte) 0).putInt(3001).putDouble(1).putDouble(2).putDouble(3).putDouble(4).rewind();
        Coordinate c = new WkbReader().read(zm).getCoordinate();
        assertThat(new double[] {c.x, c.y, c.getZ()}).containsExactly(1, 2, 3);
        ByteBuffer m = ByteBuffer.allocate(29).put((byte) 0).putInt(2001).putDouble(1).putDouble(2).putDouble(4).rewind();
        assertThat(new WkbReader().read(m).getCoordinate().getZ()).isNaN();
    }

    @Test
    void takesNoMemoryForVerticesThatAreNotThere() {
        ByteBuffer line = ByteBuffer.allocate(9).put((byte) 0).putInt(2).putInt(Integer.MAX_VALUE).rewind();
        assertThatThrownBy(() -> new WkbReader().read(line)).isInstanceOf(MalformedGeometryException.class)
                .hasMessageContaining("ends before");
    }

    @Test
    void readsThePointOfNoNumbersAsEmpty() throws Exception {
        ByteBuffer point = ByteBuffer.allocate(21).put((byte) 0).putInt(1).putDouble(Double.NaN).putDouble(Double.NaN).rewind();
        assertThat(new WkbReader().read(point).isEmpty()).isTrue();
        ByteBuffer half = ByteBuffer.allocate(21).put((byte) 0).putInt(1).putDouble(Double.NaN).putDouble(1).rewind();
        assertThatThrownBy(() -> new WkbReader().read(half)).hasMessageContaining("finite");
    }
}
