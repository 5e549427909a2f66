package org.kvarter.session.loading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.importing.pipeline.ImportResult;
import org.kvarter.project.ProjectSource;

/** Sources of the project as requests to the pipeline, and back. */
final class Requests {

    private Requests() {
    }

    static ImportRequest of(ProjectSource source) {
        return new ImportRequest(Path.of(source.file()), source.options(),
                source.crs().isEmpty() ? Optional.empty() : Optional.of(source.crs()), Optional.empty());
    }

    /** The sources after an import: those that gave layers are added or brought up to date; refused and waiting ones are not. */
    static List<ProjectSource> merged(List<ProjectSource> before, List<ImportRequest> requests, ImportResult result) {
        List<ProjectSource> after = new ArrayList<>(before);
        for (ImportRequest request : opened(requests, result)) {
            String file = request.file().toAbsolutePath().normalize().toString();
            List<String> layers = result.layers().stream().filter(l -> l.report().file().toAbsolutePath().normalize().toString().equals(file))
                    .map(l -> l.layer().id()).toList();
            int at = indexOf(after, file);
            if (at >= 0) {
                ProjectSource known = after.get(at);
                after.set(at, ProjectSource.of(file, request.crs().orElse(""), request.options())
                        .withLayers(layers.isEmpty() ? known.layers() : layers)
                        .withRemoved(known.removed().stream().filter(id -> !layers.contains(id)).toList()));
            } else if (!layers.isEmpty()) {
                after.add(ProjectSource.of(file, request.crs().orElse(""), request.options()).withLayers(layers));
            }
        }
        return after;
    }

    /** The sources with those of their layers that are {@code removed} marked so. */
    static List<ProjectSource> withRemoved(List<ProjectSource> sources, Set<String> removed) {
        return sources.stream().map(s -> s.withRemoved(java.util.stream.Stream.concat(s.removed().stream(),
                s.layers().stream().filter(removed::contains)).distinct().toList())).toList();
    }

    /** The requests with each folder replaced by the files of it that gave layers, so that each file is a source of its own. */
    private static List<ImportRequest> opened(List<ImportRequest> requests, ImportResult result) {
        List<ImportRequest> files = new ArrayList<>();
        for (ImportRequest request : requests) {
            Path asked = request.file().toAbsolutePath().normalize();
            List<Path> within = result.layers().stream().map(l -> l.report().file().toAbsolutePath().normalize())
                    .filter(f -> f.startsWith(asked) && !f.equals(asked)).distinct().toList();
            if (within.isEmpty()) {
                files.add(request);
            }
            within.forEach(f -> files.add(new ImportRequest(f, request.options(), request.crs(), Optional.empty())));
        }
        return files;
    }

    private static int indexOf(List<ProjectSource> sources, String file) {
        for (int i = 0; i < sources.size(); i++) {
            if (Path.of(sources.get(i).file()).toAbsolutePath().normalize().toString().equals(file)) {
                return i;
            }
        }
        return -1;
    }
}
