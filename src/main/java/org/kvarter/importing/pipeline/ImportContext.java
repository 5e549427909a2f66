package org.kvarter.importing.pipeline;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.place.ImportDoctor;
import org.kvarter.geo.place.Surroundings;

/**
 * What the files of one import share.
 *
 * @param doctor asked where a source belongs that does not say so, or says so wrongly
 * @param there  what is there by now, for the doctor
 */
record ImportContext(CoordinateSystems systems, ImportDoctor doctor, Supplier<Surroundings> there, Placement placement, LayerIds ids, PhaseClock clock, Executor workers,
                     ImportListener listener) {

    /** A file as it is named in sources and diagnostics. */
    String path(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }
}
