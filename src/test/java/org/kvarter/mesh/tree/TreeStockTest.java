package org.kvarter.mesh.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.Bounds;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.SourceRef;
import org.kvarter.model.VectorLayer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Rays at a row of trees along the east, 100 m apart. */
class TreeStockTest {

    private static final TreeStock ROW = TreeStock.of(List.of(row()), (e, n) -> 0);

    private static VectorLayer row() {
        AttributeTableBuilder table = new AttributeTableBuilder();
        Geometry[] places = new Geometry[3];
        for (int i = 0; i < places.length; i++) {
            places[i] = new GeometryFactory().createPoint(new Coordinate(100.0 * i, 0));
            table.set(i, "height_m", 10.0);
            table.set(i, "crown_m", 6.0);
        }
        return new VectorLayer("t", "t", LayerKind.TREES, new SourceRef("t", "", "t", "", ""),
                FeatureTable.flat(new String[] {"a", "b", "c"}, "tree", table.build(3)), places, Bounds.EMPTY, List.of());
    }

    @Test
    void aLevelRayMeetsTheFirstCrown() {
        Tree first = ROW.all().get(1);
        double[] eye = {50, 0, first.crownMiddle()};
        double[] east = {1, 0, 0};
        assertThat(ROW.first(eye, east, 1_000, t -> true)).contains(first);
        assertThat(first.hit(eye, east)).isCloseTo(50 - first.crown() / 2, within(1e-9));
        assertThat(ROW.first(eye, east, 40, t -> true)).as("out of reach").isEmpty();
        assertThat(ROW.first(eye, east, 1_000, t -> !t.key().equals(new FeatureKey("t", 1)))).as("hidden ones are looked through")
                .contains(ROW.all().get(2));
    }

    @Test
    void aRayFromHighAboveComesDownOnOne() {
        double slope = Math.sqrt(0.5);
        Tree third = ROW.all().get(2);
        double[] eye = {200 - 1_000, 0, third.crownMiddle() + 1_000};
        assertThat(ROW.first(eye, new double[] {slope, 0, -slope}, 40_000, t -> true)).contains(third);
        assertThat(ROW.first(eye, new double[] {slope, 0, slope}, 40_000, t -> true)).as("into the sky").isEmpty();
    }
}
