package org.kvarter.importing.pipeline;

import java.util.Optional;
import org.kvarter.model.Bounds;

/** Ends the reading of a source whose place is not known; becomes a {@link CrsQuestion}. */
final class PlaceUnknownException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<String> stated;
    private final transient Bounds extent;

    PlaceUnknownException(Optional<String> stated, Bounds extent) {
        super("no coordinate reference system", null, false, false);
        this.stated = stated;
        this.extent = extent;
    }

    /** What the source says, where it says something. */
    Optional<String> stated() {
        return stated;
    }

    Bounds extent() {
        return extent;
    }
}
