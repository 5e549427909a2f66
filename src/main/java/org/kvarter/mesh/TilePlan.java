package org.kvarter.mesh;

/**
 * Which polygons of a set become one tile (or two: closed solids and others).
 *
 * @param starts first polygon of each run, a run being the polygons of one feature; ascending by feature
 * @param ends   exclusive last polygon of each run
 * @param order  where given, runs count in this list of polygon numbers instead of in the set; used for one huge feature cut in pieces
 * @param facing how the runs' solids face where it was decided for the whole feature beforehand, else {@code null}
 */
record TilePlan(int[] starts, int[] ends, int[] order, Facing facing) {

    /**
     * What the whole of a feature shows of its surfaces' direction.
     *
     * @param closed every edge is shared by two surfaces in opposite direction
     * @param turned the polygons of the set that face inwards and have to be turned
     */
    record Facing(boolean closed, java.util.BitSet turned) {
    }
}
