package org.kvarter.mesh.section;

/**
 * What a section leaves of a tile. Arrays are not copied.
 *
 * @param points     3 × n local east, north, up in metres
 * @param corners    3 × t point indices of what is left of the tile's triangles
 * @param parts      the tile part of each of these triangles
 * @param capCorners 3 × c point indices of the triangles that fill cut faces
 * @param capRows    the feature row of each of these
 */
public record CutTile(float[] points, int[] corners, int[] parts, int[] capCorners, int[] capRows) {
}
