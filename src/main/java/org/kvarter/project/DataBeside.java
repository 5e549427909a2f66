package org.kvarter.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kvarter.series.store.duck.DuckFile;
import org.kvarter.task.Progress;
import org.kvarter.text.FileNames;
import org.kvarter.text.Texts;

/**
 * Copies sources into a folder beside a project's file: {@code town-data/houses.gpkg} beside {@code town.json}, in a numbered folder where
 * two are called alike. A copy that is there already and as old and as large is left alone, so that saving again is quick.
 */
final class DataBeside {

    private static final Texts TEXTS = Texts.in(DataBeside.class);

    private final Path folder;
    private final StoreFiles stores;

    /**
     * @param project the project's file, absolute
     * @param stores  says what of a store is copied
     */
    DataBeside(Path project, StoreFiles stores) {
        this.stores = stores;
        String name = project.getFileName().toString().replaceFirst("(?i)\\.kvarter\\.json$", ".json");
        folder = project.resolveSibling(FileNames.stem(name) + "-data");
    }

    /**
     * Copies.
     *
     * @param sources absolute paths of files and of folders of tables
     * @return where each lies now, absolute
     * @throws ProjectException where a source is not there
     * @throws IOException      where a copy cannot be written
     */
    Map<String, String> copy(List<String> sources, Progress progress) throws IOException, ProjectException {
        Map<String, String> copied = new HashMap<>();
        Set<Path> taken = new HashSet<>();
        for (String source : sources) {
            Path from = Path.of(source);
            if (!Files.isReadable(from)) {
                throw new ProjectException(TEXTS.get("project.sourceMissing", folder.getParent(), source));
            }
            Map<String, Path> files = Companions.within(from);
            Path into = folder;
            for (int n = 2; !isFree(into, files.keySet(), taken); n++) {
                into = folder.resolve(Integer.toString(n));
            }
            for (Map.Entry<String, Path> file : files.entrySet()) {
                progress.checkCancelled();
                progress.report((double) copied.size() / sources.size(), TEXTS.get("project.copying", file.getValue().getFileName()));
                Path to = into.resolve(file.getKey());
                taken.add(to);
                put(file.getValue(), to);
            }
            copied.put(source, into.resolve(from.getFileName()).toString());
        }
        return copied;
    }

    private static boolean isFree(Path into, Set<String> names, Set<Path> taken) {
        return names.stream().map(into::resolve).noneMatch(taken::contains);
    }

    /** A copy is whole or not there. */
    private void put(Path from, Path to) throws IOException {
        if (StoreFiles.isStore(from)) {
            DuckFile.still(from, () -> {
                Path packed = stores.packed(from);
                if (packed.equals(from)) {
                    copy(from, to);
                } else {
                    Files.createDirectories(to.getParent());
                    Files.move(packed, to, StandardCopyOption.REPLACE_EXISTING);
                }
                return to;
            });
        } else {
            copy(from, to);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.isRegularFile(to) && Files.size(to) == Files.size(from)
                && Files.getLastModifiedTime(to).toMillis() == Files.getLastModifiedTime(from).toMillis()) {
            return;
        }
        Files.createDirectories(to.getParent());
        Path half = to.resolveSibling(to.getFileName() + ".part");
        Files.copy(from, half, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        Files.move(half, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
