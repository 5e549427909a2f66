package org.kvarter.geo;

import java.util.Objects;
import java.util.Optional;

/**
 * A system that a source without one may be in. Never applied without being asked.
 *
 * @param system the system; empty for metres of the source's own, without a place on earth
 * @param reason why it is likely, one sentence in the display language
 */
public record CrsProposal(Optional<CoordinateSystem> system, String reason) {

    public CrsProposal {
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(reason, "reason");
    }
}
