package org.kvarter.mesh.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.Section;

/** Pieces of triangles know where in them they were: so a picture stays where it is on a wall that is cut. */
class CutPicturesTest {

    private static final double[] L = {0, 0, 20, 0, 20, 5, 6, 5, 6, 12, 0, 12};

    /** By a box, so that pieces are cut several times over. */
    @Property(tries = 80)
    void weightsOfCornersGiveTheCornersBack(@ForAll @DoubleRange(min = 1, max = 19) double east, @ForAll @DoubleRange(max = 90) double turn,
                                            @ForAll @DoubleRange(min = 1, max = 8) double tall) {
        TileMesh tile = new Solids().prism(0, 9, L).tile();
        CutTile cut = TileCutter.cut(tile, KeptRegion.of(new Section.Box(east, 4, 1, 9, 7, tall, turn), new LocalFrame("", 0, 0, 0)), row -> true);
        assertThat(cut.sources()).hasSameSizeAs(cut.parts());
        for (int t = 0; t < cut.parts().length; t++) {
            int source = cut.sources()[t];
            assertThat(source).isBetween(tile.firstTriangle(cut.parts()[t]), tile.partTriangleEnds()[cut.parts()[t]] - 1);
            double[][] weights = cut.weights(tile, t);
            for (int c = 0; c < 3; c++) {
                assertThat(weights[c][0] + weights[c][1] + weights[c][2]).isCloseTo(1, within(1e-9));
                for (int k = 0; k < 3; k++) {
                    assertThat(weights[c][k]).isBetween(-1e-4, 1 + 1e-4);
                    double back = 0;
                    for (int corner = 0; corner < 3; corner++) {
                        back += weights[c][corner] * tile.points()[3 * tile.corners()[3 * source + corner] + k];
                    }
                    assertThat(back).isCloseTo(cut.points()[3 * cut.corners()[3 * t + c] + k], within(1e-4));
                }
            }
        }
    }
}
