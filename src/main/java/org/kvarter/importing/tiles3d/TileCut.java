package org.kvarter.importing.tiles3d;

import java.util.List;
import org.kvarter.importing.EyeDetail;
import org.kvarter.importing.ReadOptions;

/** Which tiles of a tileset are shown: the coarsest that are fine enough, as far as together they stay small enough. */
final class TileCut implements EyeDetail.Cut {

    /** Of what is no tileset. */
    static final TileCut NONE = new TileCut(List.of(), List.of(), List.of());

    private final List<Tile> tiles;
    private final List<Tile> refinable;
    private final List<Tile> coarse;

    /**
     * @param refinable those of the tiles that have finer ones
     * @param coarse    those of these that are too coarse
     */
    TileCut(List<Tile> tiles, List<Tile> refinable, List<Tile> coarse) {
        this.tiles = List.copyOf(tiles);
        this.refinable = List.copyOf(refinable);
        this.coarse = List.copyOf(coarse);
    }

    /** What is shown, from what was worst on. */
    List<Tile> tiles() {
        return tiles;
    }

    /** Those that are too coarse and have finer ones, which would be too many bytes. */
    List<Tile> coarse() {
        return coarse;
    }

    @Override
    public boolean isPartial() {
        return !refinable.isEmpty();
    }

    @Override
    public double need(ReadOptions options) {
        Refinement refinement = Refinement.of(options);
        return refinable.stream().mapToDouble(refinement::need).max().orElse(0);
    }
}
