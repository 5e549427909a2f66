package org.kvarter.mobility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class StreetNetTest {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    /** A street eastwards of 300 m, crossed at 100 m, met by another's end at 200 m. */
    private static final StreetNet NET = new StreetNet(new Geometry[] {line(0, 0, 300, 0), line(100, -80, 100, 80), line(200, 1, 200, 90), null});

    private static Geometry line(double... xy) {
        Coordinate[] c = new Coordinate[xy.length / 2];
        for (int i = 0; i < c.length; i++) {
            c[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
        }
        return GEOMETRY.createLineString(c);
    }

    private static Optional<StreetNet.Section> at(double x, double y, Double bearing) {
        return NET.at(new Coordinate(x, y), 30, bearing == null ? OptionalDouble.empty() : OptionalDouble.of(bearing), true, false);
    }

    @Test
    void aSectionReachesFromJunctionToJunction() {
        StreetNet.Section section = at(150, 6, 90.0).orElseThrow();
        assertThat(section.row()).isZero();
        assertThat(section.distance()).isEqualTo(6, within(1e-9));
        assertThat(section.course().line().getCoordinates()).containsExactly(new Coordinate(105, 0), new Coordinate(195, 0));
        assertThat(at(260, -3, 90.0).orElseThrow().course().line().getCoordinates()).containsExactly(new Coordinate(205, 0), new Coordinate(300, 0));
    }

    @Test
    void itRunsInTheDirectionCounted() {
        assertThat(at(150, 6, 250.0).orElseThrow().course().line().getCoordinateN(0)).isEqualTo(new Coordinate(195, 0));
        assertThat(at(150, 6, 300.0).orElseThrow().course().directed()).isTrue();
        StreetNet.Section both = NET.at(new Coordinate(150, 6), 30, OptionalDouble.empty(), false, true).orElseThrow();
        assertThat(both.course().directed()).isFalse();
    }

    @Test
    void aDirectionAcrossTheNearestStreetMeansTheOneBesideIt() {
        // 4 m from the street that runs east, 10 m from the one that runs north: northbound traffic is counted on the latter
        assertThat(at(110, 4, 0.0).orElseThrow().row()).isEqualTo(1);
        assertThat(at(110, 4, 90.0).orElseThrow().row()).isZero();
    }

    @Test
    void beyondTheLimitThereIsNone() {
        assertThat(at(50, 29, 90.0)).isPresent();
        assertThat(at(50, 31, 90.0)).isEmpty();
        assertThat(new StreetNet(new Geometry[0]).isEmpty()).isTrue();
    }
}
