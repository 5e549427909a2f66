package org.kvarter.scene.ground;

import java.util.List;
import java.util.Optional;
import org.kvarter.energy.Sun;
import org.kvarter.mesh.light.LightModel;
import org.kvarter.mesh.light.ShadowMask;
import org.kvarter.mesh.pick.RayIndex;
import org.kvarter.model.ImageLayer;
import org.kvarter.scene.Theme;
import org.kvarter.mesh.tree.Tree;
import org.kvarter.scene.tree.TreeLook;
import org.kvarter.mesh.tree.TreeStock;

/**
 * Everything a painter of the ground needs. Immutable; safe for many painters.
 *
 * @param relief  shape of the ground
 * @param cover   data over all that is painted, in light of its own
 * @param images  pictures, bottom first
 * @param opacity of each picture, 0 … 1
 * @param layers  vector layers, bottom first
 * @param trees   for their shadows
 * @param casters solids, for their shadows
 * @param shown   parts that cast shadows
 * @param sun     where it stands
 * @param theme   light or dark
 */
record GroundPlan(Relief relief, Optional<ImageLayer> cover, List<ImageLayer> images, double[] opacity, List<PaintLayer.Painted> layers, TreeStock trees,
                  List<ShadowMask.Caster> casters, RayIndex.Filter shown, Sun sun, Theme theme) {

    GroundPlan {
        images = List.copyOf(images);
        layers = List.copyOf(layers);
        casters = List.copyOf(casters);
    }

    /** Ground without data over it. */
    GroundPlan(Relief relief, List<ImageLayer> images, double[] opacity, List<PaintLayer.Painted> layers, TreeStock trees,
               List<ShadowMask.Caster> casters, RayIndex.Filter shown, Sun sun, Theme theme) {
        this(relief, Optional.empty(), images, opacity, layers, trees, casters, shown, sun, theme);
    }

    /** Whether a tree is there to be seen, and so casts a shadow. */
    boolean isShown(Tree tree) {
        return layers.stream().filter(l -> l.shapes().layer().id().equals(tree.key().layerId()))
                .noneMatch(l -> TreeLook.isHidden(tree.key().row(), l.look()));
    }

    LightModel light() {
        return LightModel.of(sun.elevationDegrees());
    }
}
