package org.kvarter.project;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kvarter.importing.ReadOptions;

/**
 * A file the project reads, and how.
 *
 * @param file     path relative to the project's folder with forward slashes, or absolute
 * @param crs      coordinate reference system a person gave; empty where the file states its own
 * @param lod      level of detail asked for, empty for the highest
 * @param bbox     min east, min north, max east, max north in source coordinates; empty for everything
 * @param settings further choices of the format
 * @param layers   ids of the layers it brings, in the order it brought them; empty while it was never read
 * @param removed  ids of its layers that a person removed
 */
public record ProjectSource(String file, String crs, String lod, List<Double> bbox, Map<String, String> settings, List<String> layers,
                            List<String> removed) {

    public ProjectSource {
        Objects.requireNonNull(file, "file");
        crs = Objects.requireNonNullElse(crs, "");
        lod = Objects.requireNonNullElse(lod, "");
        bbox = bbox == null ? List.of() : List.copyOf(bbox);
        settings = settings == null ? Map.of() : Map.copyOf(settings);
        layers = layers == null ? List.of() : List.copyOf(layers);
        removed = removed == null ? List.of() : List.copyOf(removed);
    }

    /** A file read as it says itself. */
    public static ProjectSource of(String file) {
        return new ProjectSource(file, "", "", List.of(), Map.of(), List.of(), List.of());
    }

    /** A file read with options. */
    public static ProjectSource of(String file, String crs, ReadOptions options) {
        return new ProjectSource(file, crs, options.lod().orElse(""),
                options.bbox().map(b -> List.of(b[0], b[1], b[2], b[3])).orElse(List.of()), options.settings(), List.of(), List.of());
    }

    /** What an importer is asked for. */
    public ReadOptions options() {
        double[] box = bbox.size() == 4 ? bbox.stream().mapToDouble(Double::doubleValue).toArray() : null;
        return new ReadOptions(lod.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(lod), java.util.Optional.ofNullable(box),
                settings);
    }

    public ProjectSource withFile(String other) {
        return new ProjectSource(other, crs, lod, bbox, settings, layers, removed);
    }

    public ProjectSource withLayers(List<String> other) {
        return new ProjectSource(file, crs, lod, bbox, settings, other, removed);
    }

    public ProjectSource withRemoved(List<String> other) {
        return new ProjectSource(file, crs, lod, bbox, settings, layers, other);
    }
}
