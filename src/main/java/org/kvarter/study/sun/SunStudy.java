package org.kvarter.study.sun;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.kvarter.mesh.TileMesh;
import org.kvarter.mesh.light.LightBaker;
import org.kvarter.mesh.light.Samples;
import org.kvarter.mesh.pick.RayIndex;
import org.kvarter.model.LayerKind;
import org.kvarter.model.SurfaceKind;
import org.kvarter.study.Chunks;
import org.kvarter.study.StudySite;
import org.kvarter.task.Progress;

/**
 * Counts hours of sun: from places spread over each part of what stands there, a ray for each step of the sun's path that shines on it.
 *
 * <p>Solids and land shade wholly, trees by a share ({@link TreeShade}) where a person counts them. A place with something of another feature at most
 * {@value #AGAINST} m before it lies against another wall and does not count.
 */
public final class SunStudy {

    private static final double AGAINST = 0.3;
    private static final double BEHIND = 0.1;
    /** Steeper than this is a wall, flatter a roof: sine of 30° over the horizon. */
    private static final double FLAT = 0.5;

    /** Shade, but are not asked about. */
    private static final Set<LayerKind> PASSED_OVER = EnumSet.of(LayerKind.FURNITURE, LayerKind.TREES, LayerKind.SENSORS, LayerKind.WATER,
            LayerKind.TERRAIN, LayerKind.RELIEF, LayerKind.TUNNELS, LayerKind.SPACES);

    private final StudySite site;
    private final SunRule rule;
    private final SunPath path;
    private final LightBaker baker;
    private final RayIndex.Filter standing;
    private final TreeShade trees;

    private SunStudy(StudySite site, SunRule rule, SunPath path, TreeShade trees) {
        this.trees = trees;
        this.site = site;
        this.rule = rule;
        this.path = path;
        this.standing = site.standing();
        this.baker = new LightBaker(site.rays(), standing, site.terrain());
    }

    /** One tile of one layer. */
    private record Piece(StudySite.Solid solid, TileMesh tile) {
    }

    /** Begins to count where no trees stand. */
    public static CompletableFuture<SunHours> start(StudySite site, SunRule rule, SunPath path, GroundGrid grid, Executor workers, Progress progress) {
        return start(site, rule, path, TreeShade.NONE, grid, workers, progress);
    }

    /**
     * Begins to count.
     *
     * @param trees    shade of trees, of the same path
     * @param grid     open ground to count on as well; {@link GroundGrid#none} for none
     * @param workers  pieces are given to it, few at a time
     * @param progress 0 … 1; cancels
     */
    public static CompletableFuture<SunHours> start(StudySite site, SunRule rule, SunPath path, TreeShade trees, GroundGrid grid, Executor workers,
                                                    Progress progress) {
        SunStudy study = new SunStudy(site, rule, path, trees);
        List<Piece> pieces = new ArrayList<>();
        Map<String, PartHours> parts = new HashMap<>();
        for (StudySite.Solid solid : site.solids().stream().filter(s -> !PASSED_OVER.contains(s.layer().kind())).toList()) {
            parts.put(solid.layer().id(), empty(solid));
            solid.mesh().tiles().forEach(tile -> pieces.add(new Piece(solid, tile)));
        }
        GroundCount ground = new GroundCount(site, path, trees, grid, study.baker, study.standing);
        double solidsShare = pieces.isEmpty() ? 0 : grid.cells() == 0 ? 1 : 0.5;
        return Chunks.run(workers, pieces.size(), i -> study.count(pieces.get(i), parts.get(pieces.get(i).solid().layer().id()), progress),
                progress.part(0, solidsShare))
                .thenCompose(x -> Chunks.run(workers, grid.rows(), row -> ground.count(row, progress), progress.part(solidsShare, 1)))
                .thenApply(x -> {
                    Map<String, List<BuildingSun>> buildings = new HashMap<>();
                    site.solids().stream().filter(s -> s.layer().kind() == LayerKind.BUILDINGS)
                            .forEach(s -> buildings.put(s.layer().id(), SunHours.buildings(parts.get(s.layer().id()), s.layer().features())));
                    return new SunHours(rule, path.hours(), trees.count(), parts, buildings, ground.hours());
                });
    }

    private static PartHours empty(StudySite.Solid solid) {
        int n = solid.mesh().tiles().stream().mapToInt(t -> t.firstPart() + t.parts().size()).max().orElse(0);
        float[] hours = new float[n];
        float[] meeting = new float[n];
        Arrays.fill(hours, Float.NaN);
        Arrays.fill(meeting, Float.NaN);
        int[] feature = new int[n];
        BitSet facades = new BitSet();
        BitSet roofs = new BitSet();
        for (TileMesh tile : solid.mesh().tiles()) {
            for (int p = 0; p < tile.parts().size(); p++) {
                int number = tile.firstPart() + p;
                feature[number] = tile.parts().feature()[p];
                facades.set(number, isFacade(tile, p));
                roofs.set(number, isRoof(tile, p));
            }
        }
        return new PartHours(solid.layer().id(), hours, meeting, new float[n], feature, facades, roofs);
    }

    private static boolean isFacade(TileMesh tile, int part) {
        SurfaceKind kind = tile.parts().kindOf(part);
        boolean steep = Math.abs(tile.parts().normals()[3 * part + 2]) < FLAT;
        return steep && (kind == SurfaceKind.WALL || kind == SurfaceKind.WINDOW || kind == SurfaceKind.DOOR || kind == SurfaceKind.OTHER);
    }

    private static boolean isRoof(TileMesh tile, int part) {
        SurfaceKind kind = tile.parts().kindOf(part);
        return kind == SurfaceKind.ROOF || kind == SurfaceKind.OTHER && tile.parts().normals()[3 * part + 2] >= FLAT;
    }

    private void count(Piece piece, PartHours out, Progress progress) {
        TileMesh tile = piece.tile();
        Samples samples = new Samples(tile);
        for (int p = 0; p < tile.parts().size(); p++) {
            if ((p & 15) == 0) {
                progress.checkCancelled();
            }
            if (!piece.solid().gone().get(tile.parts().feature()[p]) && tile.parts().areas()[p] > 0) {
                count(tile, p, samples, out);
            }
        }
    }

    private void count(TileMesh tile, int p, Samples samples, PartHours out) {
        float[] n = tile.parts().normals();
        samples.spread(p, 1);
        int open = 0;
        int meeting = 0;
        double sum = 0;
        for (int i = 0; i < samples.count(); i++) {
            double[] xyz = samples.xyz();
            if (isAgainst(tile, p, xyz, 3 * i)) {
                continue;
            }
            double hours = hours(xyz, 3 * i, n, 3 * p);
            open++;
            sum += hours;
            meeting += hours >= rule.hours() - SunHours.ROUNDING ? 1 : 0;
        }
        if (open > 0) {
            int number = tile.firstPart() + p;
            out.hours()[number] = (float) (sum / open);
            out.meeting()[number] = (float) meeting / open;
            out.open()[number] = tile.parts().areas()[p] * open / samples.count();
        }
    }

    /** Looks out from just behind the wall, since a neighbour's may lie in the same plane. */
    private boolean isAgainst(TileMesh tile, int p, double[] xyz, int at) {
        float[] n = tile.parts().normals();
        int own = tile.parts().feature()[p];
        RayIndex.Filter others = (layer, t, part) -> (t != tile || t.parts().feature()[part] != own) && standing.sees(layer, t, part);
        return site.rays().any(xyz[at] - BEHIND * n[3 * p], xyz[at + 1] - BEHIND * n[3 * p + 1], xyz[at + 2] - BEHIND * n[3 * p + 2], n[3 * p],
                n[3 * p + 1], n[3 * p + 2], BEHIND + AGAINST, others);
    }

    private double hours(double[] xyz, int at, float[] n, int normal) {
        double[] place = {xyz[at], xyz[at + 1], xyz[at + 2]};
        return path.hours(step -> {
            double[] sun = path.steps().get(step).direction();
            double cosine = n[normal] * sun[0] + n[normal + 1] * sun[1] + n[normal + 2] * sun[2];
            // The sun that only grazes a wall does not shine on it.
            return cosine > 1e-3 && !baker.isShaded(xyz, at, sun);
        }, place, trees);
    }
}
