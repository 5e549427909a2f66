package org.kvarter.importing.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.model.Bounds;

/**
 * A source whose place is not known: it states no coordinate reference system, or one that is not understood. The person answers by
 * asking for the file again with {@link ImportRequest#withCrs}.
 *
 * @param request   what was asked for
 * @param format    the source's format
 * @param stated    what the source says, where it says something
 * @param extent    box around what was seen of it, in its own coordinates
 * @param proposals systems in which it would lie in a sensible place, likeliest first, one of them perhaps with the code
 *                  {@link ImportRequest#LOCAL}; may be empty
 * @param message   one sentence that names file and way out
 */
public record CrsQuestion(ImportRequest request, String format, Optional<String> stated, Bounds extent,
                          List<CoordinateSystem> proposals, String message) {

    public CrsQuestion {
        proposals = List.copyOf(proposals);
    }

    /** The file asked about. */
    public Path file() {
        return request.file();
    }
}
