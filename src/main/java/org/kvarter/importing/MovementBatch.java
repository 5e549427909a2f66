package org.kvarter.importing;

import java.util.function.Function;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Movement;

/**
 * Things that move, along paths in source coordinates.
 *
 * @param layer    name of the layer within the source
 * @param title    what people call it
 * @param features one row per trip
 * @param looks    colour of each row, ARGB; 0 for that of the layer
 * @param lengths  length of what moves, metres, by row
 * @param xyz      3 × n coordinates of all paths, in the order east, north, height; given away
 * @param movement makes the movement of the same coordinates once they are local metres
 */
public record MovementBatch(String layer, String title, FeatureTable features, int[] looks, float[] lengths, double[] xyz,
                            Function<double[], Movement> movement) {
}
