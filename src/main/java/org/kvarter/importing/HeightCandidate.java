package org.kvarter.importing;

import java.util.Objects;

/**
 * An attribute from which footprints could be raised.
 *
 * @param attribute     its name
 * @param measure       whether it holds heights or numbers of storeys
 * @param metresPerUnit metres of one unit of its values: 1, 0.3048 for feet, the height of a storey
 * @param score         0 … 1, how well name and values speak for it
 * @param reason        one sentence in the display language
 */
public record HeightCandidate(String attribute, Measure measure, double metresPerUnit, double score, String reason) {

    /** What the values stand for. */
    public enum Measure {
        HEIGHT, STOREYS
    }

    public HeightCandidate {
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(reason, "reason");
    }
}
