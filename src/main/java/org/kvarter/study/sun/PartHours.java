package org.kvarter.study.sun;

import java.util.BitSet;

/**
 * Hours of sun on the parts of a layer, by the part's number in the layer. Arrays are not copied.
 *
 * @param layerId  the layer
 * @param hours    mean over the part, hours; NaN for what no open air is before, as walls between two houses, and for what is not there
 * @param meeting  share of the part, 0 … 1, with the hours of the rule; NaN as above
 * @param open     m² of the part that open air is before
 * @param feature  row of the feature the part belongs to
 * @param facades  parts that are façades: walls, windows, doors
 * @param roofs    parts that are roofs
 */
public record PartHours(String layerId, float[] hours, float[] meeting, float[] open, int[] feature, BitSet facades, BitSet roofs) {

    /** Number of parts. */
    public int size() {
        return hours.length;
    }
}
