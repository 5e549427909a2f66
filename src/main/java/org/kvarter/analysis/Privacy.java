package org.kvarter.analysis;

import java.util.Map;

/**
 * From how many households on personal data may be shown.
 *
 * @param least      households, at least 2
 * @param households by layer id, the attribute that says how many households a feature has; each feature is one where its layer is not named
 */
public record Privacy(int least, Map<String, String> households) {

    /** Five households, each feature being one. */
    public static final Privacy DEFAULT = new Privacy(5, Map.of());

    public Privacy {
        least = least < 2 ? 5 : least;
        households = households == null ? Map.of() : Map.copyOf(households);
    }

    /** The attribute of a layer that counts households; empty for one household per feature. */
    public String households(String layerId) {
        return households.getOrDefault(layerId, "");
    }
}
