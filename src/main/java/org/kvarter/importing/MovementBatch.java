package org.kvarter.importing;

import java.util.function.Function;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Movement;
import org.kvarter.text.LocalText;

/**
 * Things that move, along paths in source coordinates.
 *
 * @param layer    name of the layer within the source
 * @param titles   what people call it, by language
 * @param features one row per trip
 * @param looks    colour of each row, ARGB; 0 for that of the layer
 * @param lengths  length of what moves, metres, by row
 * @param xyz      3 × n coordinates of all paths, in the order east, north, height; given away
 * @param movement makes the movement of the same coordinates once they are local metres
 */
public record MovementBatch(String layer, LocalText titles, FeatureTable features, int[] looks, float[] lengths, double[] xyz,
                            Function<double[], Movement> movement) {

    /** The same, called by words whose language is not stated. */
    public MovementBatch(String layer, String title, FeatureTable features, int[] looks, float[] lengths, double[] xyz,
                         Function<double[], Movement> movement) {
        this(layer, LocalText.of(title), features, looks, lengths, xyz, movement);
    }

    /** What people call it, in the display language. */
    public String title() {
        return titles.shown();
    }
}
