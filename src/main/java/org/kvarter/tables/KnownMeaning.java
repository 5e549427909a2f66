package org.kvarter.tables;

import java.util.Objects;

/**
 * What a format states about a column, so that nobody has to guess.
 *
 * @param role     what it is for
 * @param quantity what a value column measures, in the words of {@link Quantities} where it is one of those; empty otherwise
 * @param place    whose values they are where all rows of the column have the same place; empty otherwise
 */
public record KnownMeaning(ColumnRole role, String quantity, String place) {

    public KnownMeaning {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(place, "place");
    }

    /** A column of a role that needs no more words. */
    public static KnownMeaning of(ColumnRole role) {
        return new KnownMeaning(role, "", "");
    }

    /** A column of values. */
    public static KnownMeaning value(String quantity, String place) {
        return new KnownMeaning(ColumnRole.VALUE, quantity, place);
    }
}
