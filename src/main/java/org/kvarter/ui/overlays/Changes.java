package org.kvarter.ui.overlays;

import java.util.BitSet;
import java.util.Map;

/**
 * What the shown scenario changes, or where two are compared, in what they differ.
 *
 * @param rows  rows of solid layers; not copied
 * @param count how many features that is, parts not counted
 * @param label says what they are
 */
public record Changes(Map<String, BitSet> rows, int count, String label) {

    /** Nothing changes. */
    public static final Changes NONE = new Changes(Map.of(), 0, "");
}
