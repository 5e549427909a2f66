package org.kvarter.ui.kit;

import java.util.Locale;
import org.kvarter.model.NamedUnits;

/** Names from files as people would write them. */
public final class Wording {

    private Wording() {
    }

    /**
     * A source's name as a title: {@code yearOfConstruction} and {@code year_of_construction} become "Year of construction". A unit
     * at the end is left out: it stands with the value. Names with other signs or in capitals stay as they are.
     */
    public static String readable(String name) {
        return words(NamedUnits.without(name));
    }

    private static String words(String name) {
        String words = name.replaceAll("([a-zåäöß])([A-Z])", "$1 $2").replace('_', ' ').trim();
        if (words.isEmpty() || !name.matches("[\\p{L}0-9_]+") || name.equals(name.toUpperCase(Locale.ROOT))) {
            return name;
        }
        String lower = words.equals(name) ? words : words.toLowerCase(Locale.ROOT);
        return lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }
}
