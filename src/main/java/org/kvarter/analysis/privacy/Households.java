package org.kvarter.analysis.privacy;

import java.util.BitSet;
import org.kvarter.analysis.Privacy;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.FeatureTable;

/** How many households features have. Stateless. */
public final class Households {

    private Households() {
    }

    /**
     * Households of each row: of wholes as the attribute says, one where it says nothing; parts have those of their wholes. A part's value is its
     * whole's affair.
     */
    public static int[] of(FeatureTable features, String layerId, Privacy privacy) {
        AttributeColumn column = features.attributes().column(privacy.households(layerId)).orElse(null);
        int[] households = new int[features.size()];
        for (int row = 0; row < households.length; row++) {
            double said = column == null ? Double.NaN : column.number(features.root(row));
            households[row] = Double.isNaN(said) ? 1 : (int) Math.max(0, Math.floor(said));
        }
        return households;
    }

    /** Households of some rows, those of a whole and its parts once. */
    public static long count(FeatureTable features, int[] households, BitSet rows) {
        return rows.stream().map(features::root).distinct().mapToLong(r -> households[r]).sum();
    }

    /** Rows with a value as wholes: a part's value stands for its whole. */
    static BitSet wholes(FeatureTable features, BitSet rows) {
        BitSet wholes = new BitSet();
        rows.stream().map(features::root).forEach(wholes::set);
        return wholes;
    }

    /** Rows of wholes with all of their parts. */
    static BitSet withParts(FeatureTable features, BitSet wholes) {
        BitSet rows = new BitSet();
        for (int row = 0; row < features.size(); row++) {
            if (wholes.get(features.root(row))) {
                rows.set(row);
            }
        }
        return rows;
    }
}
