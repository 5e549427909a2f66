package org.kvarter.model;

import java.util.Arrays;
import java.util.List;

/**
 * The features of a layer: row number is the dense feature id within the layer. Immutable; arrays are not copied.
 *
 * @param ids        identifier of each feature as the source has it, distinct within the layer
 * @param types      type of each feature in the source's terms ({@code Building}, {@code BuildingPart}, a table's name …)
 * @param parents    row of the feature this one is a part of (a building part's building), −1 where there is none
 * @param attributes one row per feature
 */
public record FeatureTable(String[] ids, String[] types, int[] parents, AttributeTable attributes) {

    public FeatureTable {
        if (types.length != ids.length || parents.length != ids.length || attributes.rows() != ids.length) {
            throw new IllegalArgumentException("feature columns differ in length");
        }
    }

    /** A table of no features. */
    public static FeatureTable empty() {
        return new FeatureTable(new String[0], new String[0], new int[0], AttributeTable.empty(0));
    }

    /** Features without parents, all of one type. */
    public static FeatureTable flat(String[] ids, String type, AttributeTable attributes) {
        String[] types = new String[ids.length];
        Arrays.fill(types, type);
        int[] parents = new int[ids.length];
        Arrays.fill(parents, -1);
        return new FeatureTable(ids, types, parents, attributes);
    }

    public int size() {
        return ids.length;
    }

    /** The topmost ancestor of a feature; itself where it has no parent. Cycles in bad data end after as many steps as there are rows. */
    public int root(int row) {
        int at = row;
        for (int steps = 0; parents[at] >= 0 && steps < ids.length; steps++) {
            at = parents[at];
        }
        return at;
    }

    /** How many features are things of their own, such as buildings without their parts. */
    public int wholes() {
        return (int) Arrays.stream(parents).filter(parent -> parent < 0).count();
    }

    /** The value under {@code name} of a feature, or of the nearest ancestor that has one; {@code null} where none has. */
    public Object inheritedValue(String name, int row) {
        int at = row;
        for (int steps = 0; at >= 0 && steps <= ids.length; steps++) {
            Object value = attributes.value(name, at);
            if (value != null) {
                return value;
            }
            at = parents[at];
        }
        return null;
    }

    /** Row of the feature with that id, −1 where there is none. Linear: build a map for many look-ups. */
    public int indexOf(String id) {
        return List.of(ids).indexOf(id);
    }

    /** This table under other attributes. */
    public FeatureTable withAttributes(AttributeTable other) {
        return new FeatureTable(ids, types, parents, other);
    }
}
