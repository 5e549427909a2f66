package org.kvarter.ui.inspector;

import java.util.Collection;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.Bounds;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.PartTable;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.SurfaceKind;

/**
 * What the geometry of one or several solid features says, their parts (building parts of a building) included.
 *
 * @param height    from the lowest to the highest point, metres; NaN without geometry
 * @param footprint area of the ground surfaces, else of the roofs seen from above, m²
 * @param roof      area of the roof surfaces, m²
 * @param wall      area of the walls, m²
 * @param box       around all, local metres
 */
record Figures(double height, double footprint, double roof, double wall, Bounds box) {

    /** The figures of {@code rows} of a layer. */
    static Figures of(SolidLayer layer, LayerMesh mesh, Collection<Integer> rows) {
        boolean[] wanted = family(layer.features(), rows);
        Bounds box = Bounds.EMPTY;
        for (int row = 0; row < wanted.length; row++) {
            if (wanted[row]) {
                box = box.union(layer.boundsOf(row));
            }
        }
        double ground = 0;
        double roof = 0;
        double fromAbove = 0;
        double wall = 0;
        for (TileMesh tile : mesh == null ? java.util.List.<TileMesh>of() : mesh.tiles()) {
            PartTable parts = tile.parts();
            for (int p = 0; p < parts.size(); p++) {
                if (wanted[parts.feature()[p]]) {
                    double area = parts.areas()[p];
                    SurfaceKind kind = parts.kindOf(p);
                    switch (kind) {
                        case GROUND -> ground += area;
                        case ROOF -> {
                            roof += area;
                            fromAbove += area * Math.max(0, parts.normals()[3 * p + 2]);
                        }
                        case WALL -> wall += area;
                        default -> { }
                    }
                }
            }
        }
        return new Figures(box.isEmpty() ? Double.NaN : box.height(), ground > 0 ? ground : fromAbove, roof, wall, box);
    }

    /** The rows themselves and everything that is part of them. */
    private static boolean[] family(FeatureTable features, Collection<Integer> rows) {
        boolean[] wanted = new boolean[features.size()];
        rows.forEach(r -> wanted[r] = true);
        for (int row = 0; row < wanted.length; row++) {
            int at = row;
            for (int steps = 0; at >= 0 && steps < 16 && !wanted[row]; steps++) {
                wanted[row] = wanted[at];
                at = features.parents()[at];
            }
        }
        return wanted;
    }
}
