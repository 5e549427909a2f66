package org.kvarter.session.loading;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.importing.pipeline.ImportResult;
import org.kvarter.model.FlowLayer;
import org.kvarter.model.Layer;
import org.kvarter.model.VectorLayer;
import org.kvarter.session.Session;

/** Flows that were read before the streets or zones they lie on. Stateless. */
final class EarlierFlows {

    private EarlierFlows() {
    }

    /** The files of flows without a course, to be read again now that flat layers came. */
    static List<ImportRequest> toPlace(Session session, List<ImportRequest> justRead, ImportResult result) {
        if (result.layers().stream().noneMatch(l -> l.layer() instanceof VectorLayer)) {
            return List.of();
        }
        Set<Path> done = justRead.stream().map(ImportRequest::file).collect(Collectors.toSet());
        Set<String> waiting = session.district().layers().stream()
                .filter(l -> l instanceof FlowLayer flow && flow.placed() < flow.features().size()).map(Layer::id).collect(Collectors.toSet());
        return session.sources().stream().filter(s -> s.layers().stream().anyMatch(waiting::contains)).map(Requests::of)
                .filter(r -> !done.contains(r.file())).toList();
    }
}
