package org.kvarter.importing.tiles3d;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.ReadOptions;
import org.kvarter.task.Progress;

/** Refines tiles where they are most too coarse first, until all are fine enough or would be too many bytes together. One use. */
final class TileChooser {

    private static final long MEGABYTES = 400;

    private record Open(Tile tile, double need) {
    }

    private final TileTree tree;
    private final ReadOptions options;
    private final Progress progress;
    private final Refinement refinement;
    private final long mostBytes;
    private final PriorityQueue<Open> open = new PriorityQueue<>(Comparator.comparingDouble((Open o) -> -o.need).thenComparingInt(o -> o.tile.depth()));
    private final List<Tile> chosen = new ArrayList<>();
    private final List<Tile> refinable = new ArrayList<>();
    private final List<Tile> coarse = new ArrayList<>();
    private long bytes;

    TileChooser(TileTree tree, ReadOptions options, Progress progress) {
        this.tree = tree;
        this.options = options;
        this.progress = progress;
        this.refinement = Refinement.of(options);
        this.mostBytes = bytes(options);
    }

    /** Bytes that tiles may have together. */
    static long bytes(ReadOptions options) {
        return (long) (Refinement.positive(options, "megabytes", MEGABYTES) * (1 << 20));
    }

    TileCut choose() throws IOException, ImportException {
        open(List.of(tree.root()));
        while (!open.isEmpty()) {
            progress.checkCancelled();
            Open next = open.poll();
            if (ImplicitTiling.is(next.tile.json())) {
                open(List.of(tree.written(next.tile)));
                continue;
            }
            List<Tile> inner = tree.nested(next.tile);
            if (inner != null) {
                bytes -= next.tile.bytes();
                open(inner);
            } else {
                refine(next.tile, next.need);
            }
        }
        return new TileCut(chosen, refinable, coarse);
    }

    private void open(List<Tile> tiles) {
        for (Tile tile : tiles) {
            bytes += tile.bytes();
            open.add(new Open(tile, refinement.need(tile)));
        }
    }

    private void refine(Tile tile, double need) throws IOException, ImportException {
        if (tile.json().path("children").isEmpty()) {
            chosen.add(tile);
            return;
        }
        boolean stands = !tile.contents().isEmpty();
        if (need <= 1 && stands) {
            chosen.add(tile);
            refinable.add(tile);
            return;
        }
        List<Tile> finer = new ArrayList<>();
        for (Tile child : tree.children(tile)) {
            if (TileVolume.mayMeet(child.json().path("boundingVolume"), child.matrix(), options)) {
                finer.add(child);
            }
        }
        long more = finer.stream().mapToLong(Tile::bytes).sum() - (tile.adds() ? 0 : tile.bytes());
        if (bytes + more > mostBytes && stands) {
            chosen.add(tile);
            refinable.add(tile);
            coarse.add(tile);
            return;
        }
        if (tile.adds()) {
            chosen.add(tile);
        } else {
            bytes -= tile.bytes();
        }
        open(finer);
    }
}
