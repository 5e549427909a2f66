package org.kvarter.mesh;

import java.util.BitSet;
import java.util.List;
import org.kvarter.model.FeatureTable;

/** Finds the features of a layer that lie largely under a model. Stateless. */
public final class CoveredFeatures {

    /** Share of a feature's footprint under the model from which on the model stands in its place. */
    public static final double SHARE = 0.3;

    private CoveredFeatures() {
    }

    /** Rows of the features, with all their parts, of whose footprint at least {@link #SHARE} lies under {@code print}. */
    public static BitSet under(Footprint print, FeatureTable features, List<TileMesh> tiles) {
        double[] all = new double[features.size()];
        double[] under = new double[features.size()];
        BitSet touched = new BitSet();
        for (TileMesh tile : tiles) {
            // a feature's parts may lie in several tiles: areas count wherever they are
            boolean near = print.meets(tile.bounds());
            int triangle = 0;
            for (int part = 0; part < tile.parts().size(); part++) {
                int row = tile.parts().feature()[part];
                int root = row < features.size() ? features.root(row) : -1;
                for (; triangle < tile.partTriangleEnds()[part]; triangle++) {
                    if (root >= 0) {
                        all[root] += Footprint.flatArea(tile, triangle);
                        double here = near ? print.coveredArea(tile, triangle) : 0;
                        under[root] += here;
                        touched.set(root, touched.get(root) || here > 0);
                    }
                }
            }
        }
        BitSet covered = new BitSet();
        for (int row = 0; row < features.size(); row++) {
            int root = features.root(row);
            if (touched.get(root) && under[root] >= SHARE * all[root]) {
                covered.set(row);
            }
        }
        return covered;
    }
}
