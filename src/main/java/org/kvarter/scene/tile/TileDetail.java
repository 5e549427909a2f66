package org.kvarter.scene.tile;

import java.util.Collection;
import java.util.function.BiFunction;
import org.kvarter.mesh.Simplification;
import org.kvarter.mesh.TileMesh;
import org.kvarter.scene.camera.Projection;
import org.kvarter.task.Tasks;

/**
 * Shows each tile in the detail that its distance asks for. Triangles are made on workers when a level is first wanted, attached within
 * the frame's budget, the nearest first, and kept; until they come the tile stays as it is. JavaFX thread only.
 */
final class TileDetail {

    private record Ready(SolidLayerScene layer, SolidTile tile, Detail detail, MeshArrays arrays) {
        double triangles() {
            return arrays.faces().length / 6.0;
        }
    }

    /** A tile of so few triangles is shown whole: a second mesh would cost more than it spares. */
    private static final int FEW = 2_000;
    /** A level with more than this share of all triangles is not worth a mesh. */
    private static final double WORTH = 0.75;

    private final Tasks tasks;
    private final MeshPool pool;
    private final BiFunction<SolidTile, Detail, MeshArrays> maker;
    private final AttachPace pace = new AttachPace();
    private final AttachQueue<Ready> queue = new AttachQueue<>(Ready::triangles);
    private boolean growing;
    private boolean sharp;

    TileDetail(Tasks tasks, MeshPool pool) {
        this(tasks, pool, TileDetail::arrays);
    }

    /** @param maker makes triangles, on workers; {@code null} from it where the level is not worth a mesh */
    TileDetail(Tasks tasks, MeshPool pool, BiFunction<SolidTile, Detail, MeshArrays> maker) {
        this.tasks = tasks;
        this.pool = pool;
        this.maker = maker;
    }

    /** Takes back what is being made for a layer that goes. */
    void remove(SolidLayerScene layer) {
        queue.cancel(ready -> ready.layer == layer);
    }

    /** Whether tiles still wait to appear at all. */
    boolean isGrowing() {
        return growing;
    }

    /** Whether every tile in the picture has the detail it should have, or more. */
    boolean isSharp() {
        return sharp;
    }

    /** Tells that tiles have come. */
    void grow() {
        growing = true;
        sharp = false;
    }

    /** One frame. Answers whether tiles have appeared that were not there before. */
    boolean frame(Projection projection, Collection<SolidLayerScene> layers) {
        boolean grown = false;
        for (Ready ready : queue.take(pace.triangles(), r -> Detail.distance(projection.pose(), r.tile.mesh().bounds()))) {
            pool.mesh(ready.tile.mesh(), ready.detail, ready.arrays);
            ready.tile.setAwaited(null);
            grown |= !ready.tile.isAttached();
            ready.layer.show(ready.tile, ready.detail);
        }


        growing = false;
        sharp = true;
        for (SolidLayerScene layer : layers) {
            for (SolidTile tile : layer.tiles()) {
                ask(layer, tile, projection);
                growing |= !tile.isAttached() && !tile.isGivenUp(Detail.FULL);
            }
        }
        return grown;
    }

    private void ask(SolidLayerScene layer, SolidTile tile, Projection projection) {
        if (tile.isAttached() && !tile.isInView()) {
            return;
        }
        Detail wanted = wanted(tile, projection);
        if (tile.isGivenUp(wanted)) {
            return;
        }
        sharp &= tile.shown() != null && tile.shown().compareTo(wanted) <= 0;
        if (wanted == tile.shown() || tile.awaited() != null) {
            return;
        }
        if (pool.has(tile.mesh(), wanted)) {
            layer.show(tile, wanted);
        } else {
            make(layer, tile, wanted);
        }
    }

    private static Detail wanted(SolidTile tile, Projection projection) {
        if (tile.mesh().triangleCount() < FEW) {
            return Detail.FULL;
        }
        Detail wanted = Detail.of(tile.mesh().bounds(), projection, tile.shown());
        return tile.worthwhile(wanted);
    }

    private void make(SolidLayerScene layer, SolidTile tile, Detail detail) {
        tile.setAwaited(detail);
        tasks.work().execute(() -> {
            MeshArrays arrays;
            try {
                arrays = maker.apply(tile, detail);
            } catch (RuntimeException | OutOfMemoryError e) {
                tasks.fx().execute(() -> giveUp(tile, detail));
                throw e;
            }
            tasks.fx().execute(() -> {
                if (!layer.tiles().contains(tile)) {
                    return;
                }
                if (arrays == null) {
                    tile.setAwaited(null);
                    tile.forgo(detail);
                } else {
                    queue.add(new Ready(layer, tile, detail, arrays));
                }
            });
        });
    }

    /** What could not be made is not asked for again: the tile stays as it is, or away, and the picture settles without it. */
    private static void giveUp(SolidTile tile, Detail detail) {
        tile.setAwaited(null);
        tile.giveUp(detail);
    }

    /** For workers. {@code null} where the level is not worth a mesh. */
    private static MeshArrays arrays(SolidTile tile, Detail detail) {
        TileMesh whole = tile.mesh();
        if (detail == Detail.FULL) {
            return MeshArrays.of(whole, tile.slot());
        }
        TileMesh coarse = Simplification.of(whole, detail.tolerance());
        return coarse.triangleCount() > WORTH * whole.triangleCount() ? null : MeshArrays.of(coarse, tile.slot());
    }
}
