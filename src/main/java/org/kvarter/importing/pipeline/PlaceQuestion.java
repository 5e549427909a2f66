package org.kvarter.importing.pipeline;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.place.Adjustment;
import org.kvarter.geo.place.Evidence;
import org.kvarter.geo.place.ImportDoctor;
import org.kvarter.geo.place.PlaceCandidate;
import org.kvarter.importing.ReadOptions;

/**
 * A source whose place is not known: it states no coordinate reference system, one that is not understood, or one in which its numbers do
 * not lie where they should. The person answers by asking for the file again with {@link #answer}.
 *
 * @param request    what was asked for
 * @param format     the source's format
 * @param stated     what the source says, where it says something
 * @param doubted    the system that this is, where it is understood but cannot be
 * @param evidence   what was seen of the source, in its own coordinates
 * @param candidates where it may belong, the likeliest first; may be empty
 * @param message    one sentence that names file and way out
 */
public record PlaceQuestion(ImportRequest request, String format, Optional<String> stated, Optional<CoordinateSystem> doubted,
                            Evidence evidence, List<PlaceCandidate> candidates, String message) {

    public PlaceQuestion {
        candidates = List.copyOf(candidates);
    }

    /** The file asked about. */
    public Path file() {
        return request.file();
    }

    /** The same question with candidates formed beside other surroundings. */
    PlaceQuestion with(List<PlaceCandidate> others) {
        return new PlaceQuestion(request, format, stated, doubted, evidence, others, message);
    }

    /** The candidate that may be taken without a person; empty where it is not clear. */
    public Optional<PlaceCandidate> clear() {
        return ImportDoctor.clear(candidates);
    }

    /** The request for the file in the place of a candidate. */
    public ImportRequest answer(PlaceCandidate candidate) {
        return answer(request, candidate);
    }

    /** A request with its file in the place of a candidate; the decision is kept with the source. */
    public static ImportRequest answer(ImportRequest request, PlaceCandidate candidate) {
        Map<String, String> settings = new HashMap<>(request.options().settings());
        settings.remove(Adjustment.SETTING);
        settings.remove(ImportRequest.ASK);
        candidate.statement().ifPresent(statement -> settings.putAll(statement.settings()));
        if (!candidate.adjustment().isNone()) {
            settings.put(Adjustment.SETTING, candidate.adjustment().text());
        }
        Optional<String> crs = candidate.followsStatement() ? Optional.empty()
                : Optional.of(candidate.system().map(CoordinateSystem::definition).orElse(ImportRequest.LOCAL));
        return new ImportRequest(request.file(), new ReadOptions(request.options().lod(), request.options().bbox(), settings), crs,
                request.layerIdPrefix());
    }
}
