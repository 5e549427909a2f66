package org.kvarter.analysis;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kvarter.analysis.privacy.ToldSums;

/**
 * From how many households on personal data may be shown, and what of them was.
 *
 * @param least      households, at least 2
 * @param households by layer id, the attribute that says how many households a feature has; each feature is one where its layer is not named
 * @param told       sums that were told before the project was written
 */
public record Privacy(int least, Map<String, String> households, List<ToldSums> told) {

    /** Five households, each feature being one. */
    public static final Privacy DEFAULT = new Privacy(5, Map.of());

    public Privacy {
        least = least < 2 ? 5 : least;
        households = households == null ? Map.of() : Map.copyOf(households);
        told = told == null ? List.of() : told.stream().filter(Objects::nonNull).toList();
    }

    /** Of which nothing was told. */
    public Privacy(int least, Map<String, String> households) {
        this(least, households, List.of());
    }

    /** The attribute of a layer that counts households; empty for one household per feature. */
    public String households(String layerId) {
        return households.getOrDefault(layerId, "");
    }

    /** This rule with other sums that were told. */
    public Privacy withTold(List<ToldSums> other) {
        return new Privacy(least, households, other);
    }
}
