package org.kvarter.session.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.mesh.PulledApart;
import org.kvarter.mesh.Solids;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.SourceRef;
import org.kvarter.model.Stance;
import org.kvarter.model.Terrain;

/** A plain of which a square of 20 m is dug out by two metres. */
class ShapedNeighboursTest {

    private static final Terrain WAS = terrain(0);
    private static final Terrain IS = terrain(-2);

    private static Terrain terrain(float inside) {
        float[] heights = new float[101 * 101];
        for (int i = 0; i < heights.length; i++) {
            int east = i % 101 - 50;
            int north = i / 101 - 50;
            heights[i] = east >= 0 && east <= 20 && north >= 0 && north <= 20 ? inside : 0;
        }
        return new Terrain(-50, -50, 1, 101, 101, heights);
    }

    /** Squares about places, 3 m high. */
    private static SolidLayer layer(LayerKind kind, double half, double... eastNorth) {
        int n = eastNorth.length / 2;
        float[] boxes = new float[6 * n];
        String[] ids = new String[n];
        Bounds all = Bounds.EMPTY;
        for (int i = 0; i < n; i++) {
            double e = eastNorth[2 * i];
            double no = eastNorth[2 * i + 1];
            double[] box = {e - half, no - half, 0, e + half, no + half, 3};
            for (int k = 0; k < 6; k++) {
                boxes[6 * i + k] = (float) box[k];
            }
            all = all.union(new Bounds(box[0], box[1], box[2], box[3], box[4], box[5]));
            ids[i] = kind + "-" + i;
        }
        return new SolidLayer("things", org.kvarter.text.LocalText.of("Things"), kind, new SourceRef("things", "", "", "", ""), FeatureTable.flat(ids, "t", AttributeTable.empty(n)),
                boxes, all, 6 * n, List.of());
    }

    private static ShapedNeighbours.Uneven uneven(SolidLayer layer, Map<String, BitSet> covered, LayerStyle style, Terrain is) {
        return ShapedNeighbours.uneven(new District("Here", new LocalFrame("", 0, 0, 0), List.of(layer)), covered, id -> style, WAS, is);
    }

    @ParameterizedTest
    @CsvSource({"FURNITURE, true", "TREES, true", "BUILDINGS, false", "BRIDGES, false"})
    void lampsGoDownAndHousesStay(LayerKind kind, boolean goes) {
        double[] lifts = ShapedNeighbours.lifts(layer(kind, 0.2, 10, 10, 40, 10), WAS, IS);
        if (goes) {
            assertThat(lifts).containsExactly(new double[] {-2, 0}, within(1e-9));
        } else {
            assertThat(lifts).isNull();
        }
    }

    @Test
    void nothingMovesOnGroundThatIsAsItWas() {
        SolidLayer lamps = layer(LayerKind.FURNITURE, 0.2, 10, 10);
        assertThat(ShapedNeighbours.lifts(lamps, WAS, WAS)).isNull();
        assertThat(ShapedNeighbours.lifts(lamps, WAS, terrain(0))).isNull();
        assertThat(ShapedNeighbours.lifts(lamps, null, IS)).isNull();
        assertThat(ShapedNeighbours.lifts(layer(LayerKind.FURNITURE, 0.2, 900, 10), WAS, IS)).describedAs("beyond the terrain").isNull();
    }

    @Test
    void theMeshOfALampStandsOnTheNewGround() {
        LayerMesh lamps = new Solids().box(9, 9, 0, 11, 11, 4).box(39, 9, 0, 41, 11, 4).mesh();
        LayerMesh lifted = PulledApart.of(lamps, ShapedNeighbours.lifts(layer(LayerKind.FURNITURE, 1, 10, 10, 40, 10), WAS, IS));
        Bounds box = lifted.tiles().get(0).bounds();
        assertThat(box.minUp()).isCloseTo(-2, within(1e-6));
        assertThat(box.maxUp()).isCloseTo(4, within(1e-6));
    }

    @Test
    void housesOnTheNewGroundAreToldTheWorstFirst() {
        // on the edge, in the pit, outside
        SolidLayer houses = layer(LayerKind.BUILDINGS, 4, 21, 10, 10, 10, 40, 10);
        ShapedNeighbours.Uneven uneven = uneven(houses, Map.of(), LayerStyle.DEFAULT, IS);
        assertThat(uneven.buildings()).containsExactlyInAnyOrder(new FeatureKey("things", 0), new FeatureKey("things", 1));
        assertThat(uneven.most()).isCloseTo(2, within(1e-9));
        assertThat(uneven(houses, Map.of(), LayerStyle.DEFAULT, terrain(-0.1f)).buildings()).describedAs("a hand's breadth").isEmpty();
    }

    @Test
    void whatIsNotShownOrShapesTheGroundItselfIsNotTold() {
        SolidLayer houses = layer(LayerKind.BUILDINGS, 4, 21, 10, 10, 10);
        BitSet second = new BitSet();
        second.set(1);
        assertThat(uneven(houses, Map.of("things", second), LayerStyle.DEFAULT, IS).buildings()).containsExactly(new FeatureKey("things", 0));
        assertThat(uneven(houses, Map.of(), LayerStyle.DEFAULT.withVisible(false), IS).buildings()).isEmpty();
        assertThat(uneven(houses, Map.of(), LayerStyle.DEFAULT.withStance(Stance.NONE.withGround(Stance.Ground.DUG)), IS).buildings()).isEmpty();
    }
}
