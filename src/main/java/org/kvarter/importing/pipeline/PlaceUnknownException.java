package org.kvarter.importing.pipeline;

import java.util.Optional;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.place.Evidence;

/** Ends the reading of a source whose place is not known; becomes a {@link PlaceQuestion}. */
final class PlaceUnknownException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<String> stated;
    private final transient Optional<CoordinateSystem> doubted;
    private final transient Evidence evidence;

    /**
     * @param stated   what the source says, where it says something
     * @param doubted  the system that this is, where it is understood
     * @param evidence what was seen of the source
     */
    PlaceUnknownException(Optional<String> stated, Optional<CoordinateSystem> doubted, Evidence evidence) {
        super("no place", null, false, false);
        this.stated = stated;
        this.doubted = doubted;
        this.evidence = evidence;
    }

    /** What the source says, where it says something. */
    Optional<String> stated() {
        return stated;
    }

    /** The system that is stated and understood, but does not fit. */
    Optional<CoordinateSystem> doubted() {
        return doubted;
    }

    Evidence evidence() {
        return evidence;
    }
}
