package org.kvarter.scene.ground;

import javafx.scene.shape.MeshView;
import org.kvarter.model.Bounds;
import org.kvarter.scene.palette.Argb;
import org.kvarter.scene.sky.SkyColours;
import org.kvarter.task.LatestWins;
import org.kvarter.task.Tasks;

/** Keeps the {@link Apron} in step with the painted ground: its heights and colours go on from the edge. JavaFX thread only. */
final class FarLand {

    private static final int TEXELS = 256;

    private final Apron apron = new Apron();
    private final LatestWins<int[]> colouring;
    private Relief laid;
    private boolean busy;

    FarLand(Tasks tasks) {
        colouring = new LatestWins<>(tasks.work(), tasks.fx());
    }

    MeshView view() {
        return apron.view();
    }

    boolean isSettled() {
        return !busy;
    }

    void setPlan(GroundPlan plan) {
        Relief relief = plan.relief();
        if (relief != laid) {
            laid = relief;
            double[] up = new double[Apron.AROUND];
            double lowest = Double.POSITIVE_INFINITY;
            for (int k = 0; k < up.length; k++) {
                double[] at = Apron.edge(relief.domain(), k);
                up[k] = relief.heightAt(at[0], at[1]) - 0.03;
                lowest = Math.min(lowest, up[k]);
            }
            apron.lay(relief.domain(), up, lowest);
        }
        busy = true;
        int horizon = SkyColours.of(plan.theme(), plan.sun()).horizon();
        colouring.request(() -> edgeColours(plan), edge -> {
            busy = false;
            apron.paint(edge, horizon);
        });
    }

    private static int[] edgeColours(GroundPlan plan) {
        Bounds domain = plan.relief().domain();
        GroundPainter.Painted painted = GroundPainter.paint(plan, domain, TEXELS);
        int[] edge = new int[Apron.AROUND];
        for (int k = 0; k < edge.length; k++) {
            double[] at = Apron.edge(domain, k);
            int x = (int) Math.max(1, Math.min(TEXELS - 2, (at[0] - domain.minEast()) / domain.width() * TEXELS));
            int y = (int) Math.max(1, Math.min(TEXELS - 2, (domain.maxNorth() - at[1]) / domain.depth() * TEXELS));
            int i = y * TEXELS + x;
            int land = painted.land() == null ? 0 : painted.land()[i];
            int water = painted.water() == null ? 0xFF000000 : painted.water()[i];
            edge[k] = over(land, water);
        }
        return edge;
    }

    /** One premultiplied colour over an opaque one. */
    private static int over(int top, int below) {
        double keep = 1 - Argb.alpha(top) / 255.0;
        return Argb.rgb(Argb.red(top) + keep * Argb.red(below), Argb.green(top) + keep * Argb.green(below),
                Argb.blue(top) + keep * Argb.blue(below));
    }
}
