package org.kvarter.importing.pipeline;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.kvarter.geo.CoordinateSystems;

/** What the files of one import share. */
record ImportContext(CoordinateSystems systems, Placement placement, LayerIds ids, PhaseClock clock, Executor workers,
                     ImportListener listener) {

    /** A file as it is named in sources and diagnostics. */
    String path(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }
}
