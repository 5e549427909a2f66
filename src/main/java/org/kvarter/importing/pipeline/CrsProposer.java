package org.kvarter.importing.pipeline;

import java.util.List;
import java.util.Optional;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.model.Bounds;
import org.kvarter.model.LocalFrame;
import org.kvarter.text.Texts;

/** Thinks of coordinate reference systems for a source that states none. */
@FunctionalInterface
public interface CrsProposer {

    /** Never has an idea. */
    CrsProposer NONE = (extent, frame, district) -> List.of();

    /**
     * By geo's reasoning. Metres of the source's own come as a system with the code {@link ImportRequest#LOCAL}, so that any answer goes
     * into {@link ImportRequest#withCrs} by its definition.
     */
    static CrsProposer by(org.kvarter.geo.CrsProposer reasoning) {
        return (extent, frame, district) -> reasoning.propose(extent, frame, district).stream()
                .map(proposal -> proposal.system().orElseGet(CrsProposer::local)).toList();
    }

    private static CoordinateSystem local() {
        return new CoordinateSystem(ImportRequest.LOCAL, Texts.in(CrsProposer.class).get("crs.local"), "", Optional.empty(), false, 1,
                false);
    }

    /**
     * Systems in which a source would lie in a sensible place, likeliest first.
     *
     * @param extent   box around the source in its own coordinates
     * @param frame    the district's frame, where there is one
     * @param district box around the district in that frame; empty where nothing is open
     */
    List<CoordinateSystem> propose(Bounds extent, Optional<LocalFrame> frame, Bounds district);
}
