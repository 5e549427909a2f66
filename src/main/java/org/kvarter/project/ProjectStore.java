package org.kvarter.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.kvarter.remote.keep.FeedCache;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/**
 * Opens and saves projects. Thread-safe; meant for an input and output thread.
 *
 * <p>{@code kvarter.json} (any {@code .json}) names its sources by paths relative to its folder; a {@code .kvarter} package holds them. The
 * name decides which.
 */
public final class ProjectStore {

    private static final long MAXIMUM_JSON = 64L << 20;
    private static final int HEAD = 256;
    private static final Texts TEXTS = Texts.in(ProjectStore.class);

    private final ProjectPackage packages;

    /** A store whose packages leave out what feeds have answered. @param unpackFolder where packages are unpacked to, one folder each; made when needed */
    public ProjectStore(Path unpackFolder) {
        this.packages = new ProjectPackage(unpackFolder, Optional.empty());
    }

    /**
     * @param unpackFolder where packages are unpacked to, one folder each; made when needed
     * @param feeds        what feeds have answered, which packages carry along
     */
    public ProjectStore(Path unpackFolder, FeedCache feeds) {
        this.packages = new ProjectPackage(unpackFolder, Optional.of(feeds));
    }

    /** Whether a file is a project rather than data: by its name, or as a {@code .json} that says so. Reads its beginning. */
    public static boolean isProject(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".kvarter") || name.equals("kvarter.json") || name.endsWith(".kvarter.json") || name.endsWith(".json") && saysSo(file);
    }

    /** Whether a file begins as a project does, whatever it is called. */
    private static boolean saysSo(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).contains('"' + ProjectJson.FORMAT + '"');
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Reads a project; its sources are not touched.
     *
     * @throws ProjectException where it is missing, damaged, newer than this program or unsafe; the sentence says which
     */
    public OpenedProject open(Path file, Progress progress) throws ProjectException {
        Path absolute = file.toAbsolutePath().normalize();
        try {
            if (isPackage(absolute)) {
                return new OpenedProject(absolute, packages.open(absolute, progress));
            }
            if (Files.size(absolute) > MAXIMUM_JSON) {
                throw new ProjectException(TEXTS.get("project.notAProject", absolute));
            }
            ProjectDocument document = ProjectJson.read(Files.readAllBytes(absolute), absolute.toString());
            Path folder = absolute.getParent();
            return new OpenedProject(absolute, withPaths(document, p -> folder.resolve(p).normalize().toString()));
        } catch (NoSuchFileException e) {
            throw new ProjectException(TEXTS.get("project.missing", absolute), e);
        } catch (IOException | InvalidPathException e) {
            throw new ProjectException(TEXTS.get("project.unreadable", absolute, String.valueOf(e.getMessage())), e);
        }
    }

    /**
     * Saves a project whose sources are absolute paths: all or nothing, the file before stays where it fails. Sources that a package was
     * unpacked to are copied beside a {@code .json}; others stay where they are and are named by their paths from there.
     *
     * @throws ProjectException where the file cannot be written or a source to embed is missing
     */
    public void save(ProjectDocument document, Path file, Progress progress) throws ProjectException {
        Path absolute = file.toAbsolutePath().normalize();
        try {
            if (isPackage(absolute)) {
                packages.save(PersonalSources.without(document), absolute, progress);
            } else {
                Path folder = absolute.getParent();
                Map<String, String> copied;
                try (StoreFiles stores = new StoreFiles(document, packages.folder())) {
                    copied = new DataBeside(absolute, stores).copy(paths(document).filter(p -> packages.isUnpacked(Path.of(p))).toList(), progress);
                }
                byte[] json = ProjectJson.write(withPaths(document, p -> relative(folder, copied.getOrDefault(p, p))));
                AtomicFile.write(absolute, out -> out.write(json));
            }
        } catch (IOException e) {
            throw new ProjectException(TEXTS.get("project.unwritable", absolute, String.valueOf(e.getMessage())), e);
        }
    }

    /** Deletes what packages were unpacked to: at an orderly end only, since a draft left by a kill still needs it. */
    public void forgetUnpacked() {
        packages.forgetUnpacked();
    }

    /** Sources that a project saved in {@code file} names outside of its folder: it does not open elsewhere without them. */
    public List<Path> outside(ProjectDocument document, Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return isPackage(file) ? List.of() : paths(document).map(Path::of).filter(p -> !p.startsWith(folder) && !packages.isUnpacked(p)).toList();
    }

    static Stream<String> paths(ProjectDocument document) {
        return Stream.of(document.sources().stream().map(ProjectSource::file), document.series().stream().map(SeriesSource::file),
                document.recipes().stream().flatMap(r -> Stream.of(r.path(), r.join().lookupFile()))).flatMap(f -> f).filter(file -> !file.isEmpty()).distinct();
    }

    /** The same project with every path of a source, series or table changed. */
    static ProjectDocument withPaths(ProjectDocument document, UnaryOperator<String> change) {
        return document.withSources(document.sources().stream().map(s -> s.withFile(change.apply(s.file()))).toList(),
                document.series().stream().map((SeriesSource s) -> s.withFile(change.apply(s.file()))).toList())
                .withRecipes(document.recipes().stream().map(r -> r.withFiles(change)).toList());
    }

    /** Whether a project saved in a file is a package with its data. */
    public static boolean isPackage(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".kvarter");
    }

    private static String relative(Path folder, String path) {
        Path absolute = Path.of(path);
        boolean sameRoot = absolute.isAbsolute() && absolute.getRoot().equals(folder.getRoot());
        return (sameRoot ? folder.relativize(absolute).toString() : path).replace('\\', '/');
    }
}
