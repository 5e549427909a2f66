package org.kvarter.analysis.area;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.kvarter.analysis.AreaSummary.Belonging;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.FeatureTable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Two areas side by side, west 0…100 and east 100…200, both 0…100 high. */
class MembershipTest {

    private static final GeometryFactory G = new GeometryFactory();
    private static final Geometry[] AREAS = {box(0, 0, 100, 100), box(100, 0, 200, 100)};

    private static Geometry box(double minX, double minY, double maxX, double maxY) {
        return G.toGeometry(new Envelope(minX, maxX, minY, maxY));
    }

    private static int[] find(Belonging belonging, Geometry... shapes) {
        FeatureTable features = FeatureTable.flat(new String[shapes.length], "Building", AttributeTable.empty(shapes.length));
        return Membership.of(features, shapes, AREAS, belonging).areaOf();
    }

    @Test
    void aPointSurelyInsideDecides() {
        // a U open to the south whose centroid lies outside of it, in the east its thick leg
        Geometry u = G.createPolygon(new Coordinate[] {new Coordinate(80, 10), new Coordinate(90, 10), new Coordinate(90, 60), new Coordinate(120, 60),
            new Coordinate(120, 10), new Coordinate(160, 10), new Coordinate(160, 70), new Coordinate(80, 70), new Coordinate(80, 10)});
        assertThat(find(Belonging.POINT, box(10, 10, 20, 20), box(150, 50, 160, 60), u, box(300, 0, 310, 10), null)).containsExactly(0, 1, 1, -1, -1);
    }

    @Test
    void theAreaWithMostOfItDecides() {
        assertThat(find(Belonging.OVERLAP, box(70, 0, 110, 10), box(95, 0, 140, 10), G.createPoint(new Coordinate(30, 30)), box(195, 0, 400, 10)))
                .containsExactly(0, 1, 0, 1);
    }

    @Test
    void trianglesOfASolidCountTogether() {
        Geometry west = G.createPolygon(new Coordinate[] {new Coordinate(60, 0), new Coordinate(110, 0), new Coordinate(60, 50), new Coordinate(60, 0)});
        Geometry east = G.createPolygon(new Coordinate[] {new Coordinate(110, 0), new Coordinate(110, 50), new Coordinate(60, 50), new Coordinate(110, 0)});
        Geometry both = G.createGeometryCollection(new Geometry[] {west, east});
        assertThat(find(Belonging.OVERLAP, both)).containsExactly(0);
        assertThat(find(Belonging.POINT, both)[0]).isBetween(0, 1);
    }

    @Test
    void partsBelongWithTheirWholes() {
        FeatureTable features = new FeatureTable(new String[] {"a", "a1"}, new String[] {"Building", "BuildingPart"}, new int[] {-1, 0}, AttributeTable.empty(2));
        Membership found = Membership.of(features, new Geometry[] {box(10, 10, 20, 20), box(150, 0, 160, 10)}, AREAS, Belonging.POINT);
        assertThat(found.areaOf()).containsExactly(0, 0);
        assertThat(found.rows()).isDeepEqualTo(new int[][] {{0, 1}, {}});
    }

    /** A house along the border of two blocks touches the one with its whole wall and stands in the other. */
    @Test
    void whatIsOnlyTouchedSharesNothing() {
        assertThat(find(Belonging.OVERLAP, box(100, 20, 101, 30), box(99, 20, 100, 30))).containsExactly(1, 0);
    }

    @Property(tries = 200)
    void aBoxBelongsWhereMostOfItLies(@ForAll @IntRange(min = 0, max = 180) int west, @ForAll @IntRange(min = 1, max = 80) int width) {
        int east = west + width;
        double inWest = Math.max(0, Math.min(100, east) - west);
        double inEast = Math.max(0, Math.min(200, east) - Math.max(100, west));
        int[] found = find(Belonging.OVERLAP, box(west, 20, east, 30));
        assertThat(found[0]).isEqualTo(inWest >= inEast ? 0 : 1);
    }
}
