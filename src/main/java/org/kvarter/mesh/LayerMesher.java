package org.kvarter.mesh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.kvarter.model.PartTable;
import org.kvarter.task.Progress;
import org.kvarter.task.WorkCancelledException;

/**
 * Meshes the batches of one layer on workers while the source is still being read.
 *
 * <p>The reading thread calls {@link #add} and at last {@link #finish}. Where the workers do not keep up, the reading thread meshes
 * too, which bounds what waits and uses its core. Tiles come out in a fixed order, their parts numbered on, whoever was first.
 */
public final class LayerMesher {

    /** Pieces that may wait before the reading thread helps. */
    private static final int WAITING = 24;

    private final Executor workers;
    private final Progress progress;
    private final Consumer<TileMesh> onTile;
    private final MeshIssues issues = new MeshIssues();
    private final ConcurrentLinkedDeque<Runnable> waiting = new ConcurrentLinkedDeque<>();
    private final AtomicInteger waitingCount = new AtomicInteger();
    private final Map<Integer, List<TileMesh>> early = new HashMap<>();
    private final List<TileMesh> tiles = new ArrayList<>();
    private int added;
    private int emitted;
    private int partCount;
    private volatile Throwable failure;
    private volatile boolean aborted;

    /**
     * @param workers  do the meshing; may run inline
     * @param progress asked for cancellation
     * @param onTile   gets each tile once, one at a time, in order, on whatever thread finished it
     */
    public LayerMesher(Executor workers, Progress progress, Consumer<TileMesh> onTile) {
        this.workers = workers;
        this.progress = progress;
        this.onTile = onTile;
    }

    /**
     * Starts on a batch.
     *
     * @param firstRow layer row of the batch's first feature
     * @throws WorkCancelledException when cancelled
     */
    public void add(MeshPlan plan, int firstRow) {
        for (int piece = 0; piece < plan.size(); piece++) {
            int number = added++;
            int at = piece;
            waitingCount.incrementAndGet();
            waiting.add(() -> mesh(plan, at, firstRow, number));
            workers.execute(this::runOne);
            while (waitingCount.get() > WAITING && runOne()) {
                progress.checkCancelled();
            }
        }
        rethrow();
    }

    /**
     * Waits for all tiles, helping.
     *
     * @throws WorkCancelledException when cancelled
     */
    public LayerMesh finish(String layerId) {
        while (runOne()) {
            progress.checkCancelled();
        }
        synchronized (this) {
            while (emitted < added && failure == null) {
                try {
                    wait(50);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new WorkCancelledException();
                }
                progress.checkCancelled();
            }
            rethrow();
            return new LayerMesh(layerId, tiles);
        }
    }

    /** Gives up the layer: waiting pieces are forgotten, and no tile comes out after this returns. */
    public synchronized void abort() {
        aborted = true;
        waiting.clear();
    }

    /** What was left out so far. */
    public MeshIssues issues() {
        return issues;
    }

    private boolean runOne() {
        Runnable work = waiting.poll();
        if (work == null) {
            return false;
        }
        waitingCount.decrementAndGet();
        work.run();
        return true;
    }

    private void mesh(MeshPlan plan, int piece, int firstRow, int number) {
        if (aborted || failure != null || progress.isCancelled()) {
            return;
        }
        try {
            emit(number, plan.mesh(piece, firstRow, issues));
        } catch (RuntimeException | Error e) {
            synchronized (this) {
                failure = e;
                waiting.clear();
                notifyAll();
            }
        }
    }

    private synchronized void emit(int number, List<TileMesh> made) {
        if (aborted) {
            return;
        }
        early.put(number, made);
        for (List<TileMesh> next = early.remove(emitted); next != null; next = early.remove(emitted)) {
            for (TileMesh tile : next) {
                PartTable parts = tile.parts();
                TileMesh placed = new TileMesh(partCount, parts, tile.points(), tile.corners(), tile.partTriangleEnds(),
                        tile.bounds(), tile.closed(), tile.texturing());
                partCount += parts.size();
                tiles.add(placed);
                onTile.accept(placed);
            }
            emitted++;
        }
        notifyAll();
    }

    private void rethrow() {
        Throwable e = failure;
        if (e instanceof Error error) {
            throw error;
        }
        if (e instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
