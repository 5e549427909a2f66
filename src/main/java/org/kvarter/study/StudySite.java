package org.kvarter.study;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.mesh.pick.RayIndex;
import org.kvarter.model.Bounds;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.Terrain;
import org.locationtech.jts.geom.Geometry;

/**
 * What stands where something is studied. Immutable.
 *
 * @param solids  what is seen and casts shade
 * @param rays    the same, for rays
 * @param terrain the ground; empty for a plane at the foot of the solids
 * @param waters  open water, local metres: no ground to stand on
 */
public record StudySite(List<Solid> solids, RayIndex rays, Optional<Terrain> terrain, List<Geometry> waters) {

    /**
     * A layer of solids.
     *
     * @param layer the layer
     * @param mesh  its triangles
     * @param gone  rows that do not stand there, as what a scenario demolishes; parts of a building with it
     */
    public record Solid(SolidLayer layer, LayerMesh mesh, BitSet gone) {
    }

    public StudySite {
        solids = List.copyOf(solids);
        waters = List.copyOf(waters);
    }

    /** A site of these solids. */
    public static StudySite of(List<Solid> solids, Optional<Terrain> terrain, List<Geometry> waters) {
        RayIndex rays = new RayIndex();
        solids.forEach(s -> rays.add(s.layer().id(), s.mesh().tiles()));
        return new StudySite(solids, rays, terrain, waters);
    }

    /** What rays meet: everything that stands there. */
    public RayIndex.Filter standing() {
        Map<String, BitSet> gone = solids.stream().filter(s -> !s.gone().isEmpty()).collect(Collectors.toMap(s -> s.layer().id(), Solid::gone));
        if (gone.isEmpty()) {
            return RayIndex.Filter.ALL;
        }
        return (layerId, tile, part) -> {
            BitSet rows = gone.get(layerId);
            return rows == null || !rows.get(tile.parts().feature()[part]);
        };
    }

    /** Box around the solids. */
    public Bounds bounds() {
        return solids.stream().map(s -> s.layer().bounds()).reduce(Bounds.EMPTY, Bounds::union);
    }

    /** Height of the ground, metres; NaN where there is none. */
    public double groundAt(double east, double north) {
        return terrain.map(t -> t.heightAt(east, north)).orElseGet(() -> bounds().minUp());
    }
}
