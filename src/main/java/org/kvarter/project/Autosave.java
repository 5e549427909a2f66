package org.kvarter.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a draft of the unsaved project in the user's state folder, one per running program, so that a kill loses at most the time since
 * the last draft. Sources are named by absolute paths, nothing is embedded. Thread-safe; meant for an input and output thread.
 */
public final class Autosave {

    private static final Logger LOG = LoggerFactory.getLogger(Autosave.class);
    private static final String ENDING = ".autosave.json";

    private final Path folder;
    private final Path draft;

    /** @param folder where drafts are kept; made when needed */
    public Autosave(Path folder) {
        this(folder, ProcessHandle.current().pid());
    }

    Autosave(Path folder, long pid) {
        this.folder = folder;
        this.draft = folder.resolve(pid + ENDING);
    }

    /**
     * A draft another run left behind.
     *
     * @param file    the draft
     * @param savedAt when it was written
     * @param project what it holds, with absolute paths
     * @param origin  the project's own file, to which it is saved; empty where it was never saved
     */
    public record Draft(Path file, Instant savedAt, ProjectDocument project, Optional<Path> origin) {
    }

    /**
     * Writes the draft of this run. A failure is logged, not shown: saving by hand is what counts.
     *
     * @param origin the project's own file, absolute; empty while it was never saved
     */
    public synchronized void write(ProjectDocument document, Optional<Path> origin) {
        try {
            byte[] json = ProjectJson.writeDraft(document, origin.map(Path::toString));
            AtomicFile.write(draft, out -> out.write(json));
        } catch (IOException e) {
            LOG.warn("Could not write the draft {}", draft, e);
        }
    }

    /** Forgets this run's draft, as after saving or an orderly end. */
    public synchronized void forget() {
        delete(draft);
    }

    /** The newest draft of a run that is no longer alive; damaged ones are passed over. */
    public Optional<Draft> leftBehind() {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> dead = files.filter(f -> f.getFileName().toString().endsWith(ENDING)).filter(f -> !f.equals(draft))
                    .filter(Autosave::isOfDeadProcess).toList();
            return dead.stream().flatMap(f -> read(f).stream()).max(Comparator.comparing(Draft::savedAt));
        } catch (IOException e) {
            LOG.warn("Could not look for drafts in {}", folder, e);
            return Optional.empty();
        }
    }

    /** Deletes a draft that was taken over or declined. */
    public void discard(Draft found) {
        delete(found.file());
    }

    private static boolean isOfDeadProcess(Path file) {
        String name = file.getFileName().toString();
        try {
            return ProcessHandle.of(Long.parseLong(name.substring(0, name.length() - ENDING.length())))
                    .map(p -> !p.isAlive()).orElse(true);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static Optional<Draft> read(Path file) {
        try {
            FileTime time = Files.getLastModifiedTime(file);
            byte[] json = Files.readAllBytes(file);
            ProjectDocument project = ProjectJson.read(json, file.toString());
            return Optional.of(new Draft(file, time.toInstant(), project, ProjectJson.draftOf(json).map(Path::of)));
        } catch (IOException | ProjectException | InvalidPathException e) {
            LOG.warn("A draft could not be read: {}", file, e);
            return Optional.empty();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("Could not delete {}", file, e);
        }
    }
}
