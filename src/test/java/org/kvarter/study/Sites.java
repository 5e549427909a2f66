package org.kvarter.study;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.mesh.Solids;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.Bounds;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.SourceRef;

/** Sites of solids whose shade is known by hand. */
public final class Sites {

    private Sites() {
    }

    /** Buildings on a plane, features B0, B1 … */
    public static StudySite of(Solids solids) {
        return of(solids, new BitSet());
    }

    /** Buildings on a plane of which some do not stand there. */
    public static StudySite of(Solids solids, BitSet gone) {
        return StudySite.of(List.of(solid(solids, gone, AttributeTable.empty(solids.features()))), Optional.empty(), List.of());
    }

    /** A layer of buildings with attributes. */
    public static StudySite.Solid solid(Solids solids, BitSet gone, AttributeTable attributes) {
        LayerMesh mesh = solids.mesh();
        String[] ids = new String[solids.features()];
        Arrays.setAll(ids, i -> "B" + i);
        float[] boxes = new float[6 * ids.length];
        Arrays.fill(boxes, Float.NaN);
        Bounds all = mesh.tiles().stream().map(TileMesh::bounds).reduce(Bounds.EMPTY, Bounds::union);
        SolidLayer layer = new SolidLayer("test", "Test", LayerKind.BUILDINGS, new SourceRef("test", "", "Test", "", ""),
                FeatureTable.flat(ids, "Building", attributes), boxes, all, 0, List.of());
        return new StudySite.Solid(layer, mesh, gone);
    }

    /** The part of a feature that looks most in a direction. */
    public static int part(StudySite site, int feature, double east, double north, double up) {
        int best = -1;
        double most = 0.9;
        for (TileMesh tile : site.solids().get(0).mesh().tiles()) {
            for (int p = 0; p < tile.parts().size(); p++) {
                float[] n = tile.parts().normals();
                double along = n[3 * p] * east + n[3 * p + 1] * north + n[3 * p + 2] * up;
                if (tile.parts().feature()[p] == feature && along > most) {
                    most = along;
                    best = tile.firstPart() + p;
                }
            }
        }
        return best;
    }
}
