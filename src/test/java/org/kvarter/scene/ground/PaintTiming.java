package org.kvarter.scene.ground;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kvarter.energy.Sun;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.pipeline.ImportListener;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.mesh.light.ShadowMask;
import org.kvarter.mesh.pick.RayIndex;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.LayerKind;
import org.kvarter.model.VectorLayer;
import org.kvarter.scene.Theme;
import org.kvarter.scene.palette.LayerLook;
import org.kvarter.task.Progress;

/** Says how long painting a square of ground takes: {@code PaintTiming files…}. */
final class PaintTiming {

    private PaintTiming() {
    }

    public static void main(String[] args) {
        List<ImportRequest> files = new ArrayList<>();
        for (String arg : args) {
            files.add(ImportRequest.of(Path.of(arg)));
        }
        var result = new ImportPipeline(ImportPipeline.discover(), new CoordinateSystems(), Runnable::run)
                .run(files, District.EMPTY, ImportListener.NONE, Progress.NONE);
        List<ShadowMask.Caster> casters = new ArrayList<>();
        List<VectorLayer> vectors = new ArrayList<>();
        result.layers().forEach(l -> {
            l.mesh().ifPresent(m -> casters.add(new ShadowMask.Caster(m.layerId(), m.tiles())));
            if (l.layer() instanceof VectorLayer v) {
                vectors.add(v);
            }
        });
        long t0 = System.nanoTime();
        GroundShape shape = GroundShape.make(null, result.district().terrain().orElse(null), Bounds.EMPTY, vectors,
                vectors.stream().filter(v -> v.kind() == LayerKind.TREES).toList(), 0);
        System.out.println("shape " + ms(t0));
        List<PaintLayer.Painted> painted = vectors.stream().map(v -> new PaintLayer.Painted(shape.layers().get(v),
                LayerLook.of(Theme.LIGHT, v.kind()))).toList();
        GroundPlan plan = new GroundPlan(shape.relief(), List.of(), new double[0], painted, shape.trees(), casters, RayIndex.Filter.ALL,
                Sun.STUDIO, Theme.LIGHT);
        for (int k = 0; k < 4; k++) {
            for (double size : new double[] {900, 150, 37}) {
                Bounds area = new Bounds(250, -20, 0, 250 + size, -20 + size, 0);
                Canvas canvas = new Canvas(area, 512);
                t0 = System.nanoTime();
                ShadowMask.cast(casters, area, 512, plan.sun().direction(), shape.relief().visibleTerrain(), RayIndex.Filter.ALL,
                        Progress.NONE);
                String mask = ms(t0);
                t0 = System.nanoTime();
                byte[] cast = new GroundShade(plan, canvas).cast();
                String all = ms(t0);
                t0 = System.nanoTime();
                painted.forEach(p -> new VectorPainter(canvas, p, Theme.LIGHT).paint());
                String vector = ms(t0);
                t0 = System.nanoTime();
                new GroundShade(plan, canvas).apply(canvas.pixels(), cast, true);
                String apply = ms(t0);
                t0 = System.nanoTime();
                GroundPainter.paint(plan, area, 512);
                System.out.println(size + ": mask " + mask + " cast " + all + " vectors " + vector + " apply " + apply + " paint "
                        + ms(t0));
            }
        }
    }

    private static String ms(long since) {
        return (System.nanoTime() - since) / 1_000_000 + " ms";
    }
}
