package org.kvarter.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kvarter.series.store.SeriesOrigin;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.duck.DuckLimits;
import org.kvarter.series.store.duck.DuckPacking;
import org.kvarter.series.store.duck.DuckStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores of series on their way into a project's file: with the series that the project has, without those of imports that were taken back.
 * What is written for it is gone when this is closed.
 */
final class StoreFiles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreFiles.class);

    private final ProjectDocument document;
    private final Path folder;
    private final List<Path> made = new ArrayList<>();

    /** @param temporary a folder in which files may be made */
    StoreFiles(ProjectDocument document, Path temporary) {
        this.document = document;
        this.folder = temporary.toAbsolutePath().normalize().resolve("packing-" + UUID.randomUUID().toString().substring(0, 8));
    }

    static boolean isStore(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".duckdb");
    }

    /** The file to take in place of {@code file}: itself where it is no store, or one that holds nothing else. */
    Path packed(Path file) {
        Set<String> ids = document.series().stream().map(s -> s.origin()).filter(SeriesOrigin.InStore.class::isInstance).map(SeriesOrigin.InStore.class::cast)
                .filter(o -> Path.of(o.file()).equals(file)).map(SeriesOrigin.InStore::stored).collect(Collectors.toSet());
        if (!isStore(file) || ids.isEmpty()) {
            return file;
        }
        Path to = folder.resolve(Integer.toString(made.size())).resolve(file.getFileName());
        made.add(to);
        try {
            return DuckPacking.packed(file, ids, to, DuckLimits.ofMachine()).orElse(file);
        } catch (StoreException e) {
            LOG.warn("{} is saved as it is: {}", file, e.getMessage());
            return file;
        }
    }

    @Override
    public void close() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            LOG.warn("Could not delete {}", folder, e);
        }
    }
}
