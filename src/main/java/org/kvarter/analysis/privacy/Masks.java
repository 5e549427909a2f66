package org.kvarter.analysis.privacy;

import java.util.Arrays;
import java.util.BitSet;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.NumberColumn;
import org.kvarter.model.TextColumn;

/** Columns without what is withheld: it is missing. Stateless. */
public final class Masks {

    private Masks() {
    }

    /** A column without some rows. */
    public static AttributeColumn column(AttributeColumn column, BitSet withheld) {
        if (column instanceof NumberColumn number) {
            double[] values = number.values().clone();
            withheld.stream().filter(r -> r < values.length).forEach(r -> values[r] = Double.NaN);
            return new NumberColumn(number.name(), number.unit(), number.type(), values);
        }
        TextColumn text = (TextColumn) column;
        int[] codes = text.codes().clone();
        withheld.stream().filter(r -> r < codes.length).forEach(r -> codes[r] = -1);
        // a text that nobody shown has must not be read off the dictionary, nor how many there are
        int[] kept = Arrays.stream(codes).filter(c -> c >= 0).distinct().sorted().toArray();
        String[] dictionary = Arrays.stream(kept).mapToObj(c -> text.dictionary()[c]).toArray(String[]::new);
        Arrays.setAll(codes, r -> codes[r] < 0 ? -1 : Arrays.binarySearch(kept, codes[r]));
        return new TextColumn(text.name(), codes, dictionary);
    }
}
