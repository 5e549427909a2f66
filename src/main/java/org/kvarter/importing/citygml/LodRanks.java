package org.kvarter.importing.citygml;

import java.util.Optional;
import org.kvarter.importing.city.Lods;

/** {@link Lods#rank} of the levels of CityGML, which are single digits, reckoned once. Immutable. */
final class LodRanks {

    private final double[] ranks = new double[10];

    LodRanks(Optional<String> wish) {
        for (int lod = 0; lod < ranks.length; lod++) {
            ranks[lod] = Lods.rank(String.valueOf(lod), wish);
        }
    }

    /** How well a level meets the wish, higher is better. */
    double of(String lod) {
        return ranks[lod.charAt(0) - '0'];
    }

    /** The level as a number. */
    static double value(String lod) {
        return lod.charAt(0) - '0';
    }
}
