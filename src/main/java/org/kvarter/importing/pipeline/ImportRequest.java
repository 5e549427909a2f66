package org.kvarter.importing.pipeline;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kvarter.importing.ReadOptions;

/**
 * One file or folder to import.
 *
 * @param file          what to read
 * @param options       what to take of it; its box is in the source's own coordinates
 * @param crs           coordinate reference system that the person states, in place of what the source says; {@link #LOCAL} for
 *                      metres of the source's own around the district's origin, or around the place given as setting {@code anchor}
 *                      ({@code easting,northing,height} in the district's system)
 * @param layerIdPrefix start of the layers' ids in place of the file's name; given when a layer is read again under its old id
 */
public record ImportRequest(Path file, ReadOptions options, Optional<String> crs, Optional<String> layerIdPrefix) {

    /** The setting that asks where a source belongs without reading it; never kept. */
    public static final String ASK = "askPlace";

    /** The {@link #crs} of a source in metres of its own. */
    public static final String LOCAL = "local";

    public ImportRequest {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(crs, "crs");
        Objects.requireNonNull(layerIdPrefix, "layerIdPrefix");
    }

    /** Everything in a file, placed as the file says. */
    public static ImportRequest of(Path file) {
        return new ImportRequest(file, ReadOptions.DEFAULT, Optional.empty(), Optional.empty());
    }

    /** This request with a coordinate reference system stated. */
    public ImportRequest withCrs(String stated) {
        return new ImportRequest(file, options, Optional.of(stated), layerIdPrefix);
    }

    /**
     * The options a reader gets: with the stated system as setting {@code crs}, for formats whose coordinates depend on it. What is kept
     * are the {@link #options}.
     */
    public ReadOptions readOptions() {
        return crs.isEmpty() ? options : new ReadOptions(options.lod(), options.bbox(), with(options.settings(), crs.get()));
    }

    private static Map<String, String> with(Map<String, String> settings, String crs) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("crs", crs);
        return all;
    }

    /** This request with other options. */
    public ImportRequest withOptions(ReadOptions other) {
        return new ImportRequest(file, other, crs, layerIdPrefix);
    }
}
