package org.kvarter.importing.pipeline;

import java.util.List;
import java.util.Optional;
import org.kvarter.geo.CrsProposal;
import org.kvarter.model.Bounds;
import org.kvarter.model.LocalFrame;

/** Thinks of coordinate reference systems for a source that states none. */
@FunctionalInterface
public interface CrsProposer {

    /** Never has an idea. */
    CrsProposer NONE = (extent, frame, district) -> List.of();

    /** By geo's reasoning. */
    static CrsProposer by(org.kvarter.geo.CrsProposer reasoning) {
        return reasoning::propose;
    }

    /**
     * Systems in which a source would lie in a sensible place, likeliest first, each with its reason.
     *
     * @param extent   box around the source in its own coordinates
     * @param frame    the district's frame, where there is one
     * @param district box around the district in that frame; empty where nothing is open
     */
    List<CrsProposal> propose(Bounds extent, Optional<LocalFrame> frame, Bounds district);
}
