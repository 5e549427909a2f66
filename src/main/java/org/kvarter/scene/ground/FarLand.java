package org.kvarter.scene.ground;

import javafx.scene.shape.MeshView;
import org.kvarter.model.Bounds;
import org.kvarter.model.LayerKind;
import org.kvarter.scene.palette.Argb;
import org.kvarter.scene.palette.BaseColours;
import org.kvarter.scene.sky.SkyColours;

/** Keeps the {@link Apron} in step with the painted ground: its heights and colours go on from the edge. JavaFX thread only. */
final class FarLand {

    private final Apron apron = new Apron();
    private final GroundSections sections;
    private Relief laid;
    private CutView cut;

    FarLand(GroundSections sections) {
        this.sections = sections;
    }

    MeshView view() {
        return apron.view();
    }

    void setPlan(GroundPlan plan) {
        Relief relief = plan.relief();
        if (relief != laid) {
            laid = relief;
            // A little under the edge, so that no gap shows between.
            Bounds d = relief.domain();
            Bounds inner = new Bounds(d.minEast() + 1.5, d.minNorth() + 1.5, 0, d.maxEast() - 1.5, d.maxNorth() - 1.5, 0);
            double[] up = new double[Apron.AROUND];
            double lowest = Double.POSITIVE_INFINITY;
            for (int k = 0; k < up.length; k++) {
                double[] at = Apron.edge(inner, k);
                up[k] = relief.heightAt(at[0], at[1]) - 0.04;
                lowest = Math.min(lowest, up[k]);
            }
            sections.remove(cut);
            cut = apron.lay(inner, up, lowest);
            sections.add(cut);
        }
        int land = GroundShade.open(plan, BaseColours.ground(plan.theme()));
        int[] edge = edge(plan, land);
        int far = Argb.mix(land, GroundShade.open(plan, Argb.mix(BaseColours.green(plan.theme()), BaseColours.tree(plan.theme()), 0.3)), 0.8);
        apron.paint(edge, land, far, SkyColours.of(plan.theme(), plan.sun()).horizon());
    }

    /** Colours all around the edge: water where it goes on beyond, as far as layers of water are shown. */
    static int[] edge(GroundPlan plan, int land) {
        double shown = plan.layers().stream().map(PaintLayer.Painted::look).filter(look -> look.kind() == LayerKind.WATER && look.style().visible())
                .mapToDouble(look -> look.style().opacity()).max().orElse(0);
        int water = Argb.mix(land, GroundShade.open(plan, BaseColours.water(plan.theme())), shown);
        int[] edge = new int[Apron.AROUND];
        for (int k = 0; k < edge.length; k++) {
            double[] at = Apron.edge(plan.relief().domain(), k);
            edge[k] = plan.relief().isWater(at[0], at[1]) ? water : land;
        }
        return edge;
    }
}
