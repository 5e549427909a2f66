package org.kvarter.ui.mobility;

import java.util.List;
import org.kvarter.model.MovingLayer;

/**
 * What is said of one moving layer at the clock's time.
 *
 * @param layer   the layer
 * @param now     how many are under way
 * @param modes   how many by mode, in words, most first; empty for one mode
 * @param span    from when to when and in which zone, in words
 * @param outside whether the clock's range lies outside the span altogether
 * @param note    why nothing moves, in words; empty where something does
 * @param stops   id of the layer of its stops, empty for none
 * @param lines   id of the layer of its lines, empty for none
 */
record MovementCard(MovingLayer layer, int now, List<String> modes, String span, boolean outside, String note, String stops, String lines) {
}
