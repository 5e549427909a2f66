package org.kvarter.scene.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Where the corners of ribbons and arcs lie, of a line 100 m eastwards over ground at 10 m. */
class FlowShapesTest {

    private static final LineString EAST = new GeometryFactory().createLineString(new Coordinate[] {new Coordinate(0, 0), new Coordinate(100, 0)});

    private static float[] written(FlowShape shape, double inner, double width) {
        shape.stand((east, north) -> 10);
        float[] corners = new float[3 * shape.points()];
        shape.write(corners, 0, inner, width);
        return corners;
    }

    private static double[] range(float[] corners, int axis) {
        double[] values = new double[corners.length / 3];
        Arrays.setAll(values, i -> corners[3 * i + axis]);
        return new double[] {Arrays.stream(values).min().orElseThrow(), Arrays.stream(values).max().orElseThrow()};
    }

    @Test
    void aRibbonLiesOnTheSideOnWhichOneDrives() {
        assertThat(range(written(new RibbonShape(EAST, true, 1), 0.5, 6), 1)).containsExactly(new double[] {-6.5, -0.5}, within(1e-4));
        assertThat(range(written(new RibbonShape(EAST, true, -1), 0.5, 6), 1)).containsExactly(new double[] {0.5, 6.5}, within(1e-4));
        assertThat(range(written(new RibbonShape(EAST, false, 1), 0.5, 6), 1)).containsExactly(new double[] {-3, 3}, within(1e-4));
    }

    @Test
    void aRibbonLiesAMetreOverTheGroundAndPointsAhead() {
        float[] corners = written(new RibbonShape(EAST, true, 1), 0, 6);
        assertThat(range(corners, 2)).containsExactly(11, 11);
        // the point of the last cell: half the width ahead of its sides
        assertThat(range(corners, 0)).containsExactly(new double[] {0, 103.3}, within(0.01));
        assertThat(range(written(new RibbonShape(EAST, false, 1), 0, 6), 0)).containsExactly(new double[] {0, 100}, within(0.01));
    }

    @Test
    void everyCornerOfATriangleIsOneOfItsShape() {
        for (FlowShape shape : new FlowShape[] {new RibbonShape(EAST, true, 1), new ArcShape(EAST)}) {
            assertThat(shape.triangles()).hasSameSizeAs(shape.texelOfCorner());
            assertThat(Arrays.stream(shape.triangles()).distinct().count()).isEqualTo(shape.points());
            assertThat(Arrays.stream(shape.texelOfCorner()).max().orElseThrow()).isLessThan(shape.texels());
        }
    }

    @Test
    void anArcRisesBetweenItsEndsAndTapers() {
        float[] corners = written(new ArcShape(EAST), 0, 10);
        assertThat(range(corners, 2)[0]).isEqualTo(12, within(1e-4));
        assertThat(range(corners, 2)[1]).isGreaterThan(40);
        int last = corners.length - 9;
        assertThat(Math.abs(corners[1] - corners[7])).isEqualTo(10, within(1e-3f));
        assertThat(Math.abs(corners[last + 1] - corners[last + 7])).isEqualTo(2.8f, within(1e-3f));
    }

    @Test
    void whatHasNoGroundIsNotThere() {
        FlowScene.Ground westOf50 = new FlowScene.Ground() {
            @Override
            public double at(double east, double north) {
                return 10;
            }

            @Override
            public boolean isThere(double east, double north) {
                return east < 50;
            }
        };
        RibbonShape ribbon = new RibbonShape(EAST, true, 1);
        ArcShape arc = new ArcShape(EAST);
        for (FlowShape shape : new FlowShape[] {ribbon, arc}) {
            shape.stand(westOf50);
            float[] corners = new float[3 * shape.points()];
            shape.write(corners, 0, 0.5, 6);
            for (int first = 0; first < corners.length; first += 9) {
                double width = Math.hypot(corners[first] - corners[first + 6], corners[first + 1] - corners[first + 7]);
                assertThat(width).isEqualTo(shape == ribbon && corners[first] < 50 ? 6 : 0, within(1e-3));
            }
        }
        assertThat(ribbon.isThere(20, -3)).isTrue();
        assertThat(ribbon.isThere(80, -3)).isFalse();
        assertThat(arc.isThere(20, 0)).as("an arc goes as a whole").isFalse();
    }
}
