package org.kvarter.importing.city;

import java.util.Optional;

/** Levels of detail as texts ({@code 0} … {@code 3.3}) and the choice among them. */
public final class Lods {

    private Lods() {
    }

    /** {@code 2.0} and {@code 2} are one level; texts that are no level stay as they are. */
    public static String normalise(String lod) {
        String text = lod.trim();
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** The level as a number, −1 where it has none. */
    public static double value(String lod) {
        try {
            double value = Double.parseDouble(lod);
            return value >= 0 && value < 100 ? value : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /**
     * How well a level meets a wish, higher is better: without a wish the level itself; with one, the level asked for, then one of its
     * family ({@code 2.2} for {@code 2}), then the nearest lower, then the nearest higher.
     */
    public static double rank(String lod, Optional<String> wish) {
        double value = value(lod);
        if (wish.isEmpty()) {
            return value;
        }
        if (meets(lod, wish.get())) {
            return 1000 + value;
        }
        double wanted = value(normalise(wish.get()));
        return value <= wanted ? 500 + value : 100 - value;
    }

    /** Whether a level is the one wished for, or of its family. */
    public static boolean meets(String lod, String wish) {
        String wanted = normalise(wish);
        return lod.equals(wanted) || lod.startsWith(wanted + ".");
    }
}
