package org.kvarter.importing.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.CrsProposal;
import org.kvarter.model.Bounds;
import org.kvarter.text.Texts;

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
 * @param reasons   why each of the proposals is likely, one sentence each
 * @param message   one sentence that names file and way out
 */
public record CrsQuestion(ImportRequest request, String format, Optional<String> stated, Bounds extent,
                          List<CoordinateSystem> proposals, List<String> reasons, String message) {

    public CrsQuestion {
        proposals = List.copyOf(proposals);
        reasons = List.copyOf(reasons);
    }

    /**
     * A question with geo's proposals. Metres of the source's own become a system with the code {@link ImportRequest#LOCAL}, so that any
     * answer goes into {@link ImportRequest#withCrs} by its definition.
     */
    static CrsQuestion of(ImportRequest request, String format, Optional<String> stated, Bounds extent, List<CrsProposal> proposals,
                          String message) {
        return new CrsQuestion(request, format, stated, extent,
                proposals.stream().map(p -> p.system().orElseGet(CrsQuestion::local)).toList(),
                proposals.stream().map(CrsProposal::reason).toList(), message);
    }

    private static CoordinateSystem local() {
        return new CoordinateSystem(ImportRequest.LOCAL, Texts.in(CrsQuestion.class).get("crs.local"), "", Optional.empty(), false, 1,
                false);
    }

    /** The file asked about. */
    public Path file() {
        return request.file();
    }
}
