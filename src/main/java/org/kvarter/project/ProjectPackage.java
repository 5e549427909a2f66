package org.kvarter.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.kvarter.remote.keep.FeedCache;
import org.kvarter.series.store.duck.DuckFile;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The {@code .kvarter} package: a zip of {@code kvarter.json} and the sources under {@code data/}, each source in a folder of its own,
 * and what feeds have answered under {@code feeds/}, so that they show where there is no network.
 */
final class ProjectPackage {

    private static final String DOCUMENT = "kvarter.json";
    private static final String FEEDS = "feeds/";
    private static final long MAXIMUM_UNPACKED = 16L << 30;
    private static final int MAXIMUM_ENTRIES = 100_000;
    private static final int MAXIMUM_RATIO = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(ProjectPackage.class);
    private static final Texts TEXTS = Texts.in(ProjectPackage.class);

    private final Path unpackFolder;
    private final Optional<FeedCache> feeds;
    private final Set<Path> unpackedHere = ConcurrentHashMap.newKeySet();

    ProjectPackage(Path unpackFolder, Optional<FeedCache> feeds) {
        this.unpackFolder = unpackFolder;
        this.feeds = feeds;
    }

    void save(ProjectDocument document, Path file, Progress progress) throws IOException, ProjectException {
        Map<String, String> inside = new LinkedHashMap<>();
        Map<String, Path> entries = new LinkedHashMap<>();
        ProjectStore.paths(document).forEach(path -> inside.put(path, ""));
        int number = 0;
        for (String path : inside.keySet()) {
            Path source = Path.of(path);
            if (!Files.isReadable(source)) {
                throw new ProjectException(TEXTS.get("project.sourceMissing", file, path));
            }
            String folder = "data/" + ++number + "/";
            inside.put(path, folder + source.getFileName());
            Companions.within(source).forEach((name, part) -> entries.put(folder + name, part));
        }
        feeds.ifPresent(cache -> document.feeds().forEach(feed -> cache.files(feed)
                .forEach((name, kept) -> entries.put(FEEDS + feed.id() + "/" + name, kept))));
        byte[] json = ProjectJson.write(ProjectStore.withPaths(document, inside::get));
        try (StoreFiles stores = new StoreFiles(document, unpackFolder)) {
            AtomicFile.write(file, out -> write(out, json, entries, stores, progress));
        }
    }

    private static void write(OutputStream out, byte[] json, Map<String, Path> entries, StoreFiles stores, Progress progress)
            throws IOException {
        // not closed: the stream below belongs to the caller, who forces it to the disk
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry(DOCUMENT));
        zip.write(json);
        zip.closeEntry();
        int done = 0;
        for (Map.Entry<String, Path> entry : entries.entrySet()) {
            progress.checkCancelled();
            progress.report((double) done++ / entries.size(), TEXTS.get("project.embedding", entry.getValue().getFileName()));
            zip.putNextEntry(new ZipEntry(entry.getKey()));
            Path from = entry.getValue();
            if (StoreFiles.isStore(from)) {
                DuckFile.still(from, () -> Files.copy(stores.packed(from), zip));
            } else {
                Files.copy(from, zip);
            }
            zip.closeEntry();
        }
        zip.finish();
    }

    ProjectDocument open(Path file, Progress progress) throws IOException, ProjectException {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            ZipEntry document = zip.getEntry(DOCUMENT);
            if (document == null || document.getSize() > (64L << 20)) {
                throw new ProjectException(TEXTS.get("project.notAPackage", file));
            }
            byte[] json;
            try (InputStream in = zip.getInputStream(document)) {
                json = in.readNBytes(64 << 20);
            }
            ProjectDocument read = ProjectJson.read(json, file.toString());
            Path folder = unpackFolder.resolve(stem(file) + "-" + UUID.randomUUID().toString().substring(0, 8));
            unpackedHere.add(folder);
            Map<String, Path> unpacked = unpack(zip, file, folder, progress);
            Map<String, String> paths = new HashMap<>();
            unpacked.forEach((name, path) -> {
                paths.put(name, path.toString());
                int slash = name.lastIndexOf('/');
                if (slash > 0) {
                    paths.put(name.substring(0, slash), path.getParent().toString()); // for a source that is a folder
                }
            });
            Set<String> lost = new HashSet<>();
            ProjectDocument placed = ProjectStore.withPaths(read, p -> {
                String at = paths.get(p);
                if (at == null) {
                    lost.add(p);
                }
                return at == null ? folder.resolve("missing").resolve(Path.of(p).getFileName()).toString() : at;
            });
            if (!lost.isEmpty() && lost.size() == ProjectStore.paths(read).count()) {
                throw new ProjectException(TEXTS.get("project.packageWithoutData", file));
            }
            feeds.ifPresent(cache -> placed.feeds().forEach(feed -> cache.adopt(feed, folder.resolve(FEEDS + feed.id()))));
            return placed;
        } catch (ZipException e) {
            throw new ProjectException(TEXTS.get("project.damagedPackage", file), e);
        }
    }

    private static Map<String, Path> unpack(ZipFile zip, Path file, Path folder, Progress progress) throws IOException, ProjectException {
        List<? extends ZipEntry> entries = zip.stream().filter(e -> !e.isDirectory() && !e.getName().equals(DOCUMENT)).toList();
        if (entries.size() > MAXIMUM_ENTRIES) {
            throw new ProjectException(TEXTS.get("project.unsafePackage", file, entries.get(0).getName()));
        }
        Map<String, Path> unpacked = new HashMap<>();
        long left = Math.min(MAXIMUM_UNPACKED, Math.max(64L << 20, Files.size(file) * MAXIMUM_RATIO));
        int done = 0;
        for (ZipEntry entry : entries) {
            progress.checkCancelled();
            progress.report((double) done++ / entries.size(), TEXTS.get("project.unpacking", entry.getName()));
            Path target = folder.resolve(entry.getName()).normalize();
            if (!target.startsWith(folder)) {
                throw new ProjectException(TEXTS.get("project.unsafePackage", file, entry.getName()));
            }
            Files.createDirectories(target.getParent());
            try (InputStream in = zip.getInputStream(entry); OutputStream out = Files.newOutputStream(target)) {
                left -= copy(in, out, left);
            }
            if (left < 0) {
                throw new ProjectException(TEXTS.get("project.unsafePackage", file, entry.getName()));
            }
            unpacked.put(entry.getName(), target);
        }
        return unpacked;
    }

    private static long copy(InputStream in, OutputStream out, long limit) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        for (int n = in.read(buffer); n >= 0 && total <= limit; n = in.read(buffer)) {
            out.write(buffer, 0, n);
            total += n;
        }
        return total;
    }

    /** Where packages are unpacked to. */
    Path folder() {
        return unpackFolder;
    }

    /** Whether a file lies where packages are unpacked to, and so goes away. */
    boolean isUnpacked(Path file) {
        return file.startsWith(unpackFolder.toAbsolutePath().normalize());
    }

    /** Deletes what this run unpacked. */
    void forgetUnpacked() {
        for (Path folder : unpackedHere) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            } catch (IOException e) {
                LOG.warn("Could not delete {}", folder, e);
            }
            unpackedHere.remove(folder);
        }
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".kvarter".length()).replaceAll("[^\\p{L}\\p{N}_-]", "_");
    }
}
