package org.kvarter.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The projects opened last, newest first, at most ten, one path per line of a file, then a tab and the name. Thread-safe. */
public final class RecentProjects {

    private static final Logger LOG = LoggerFactory.getLogger(RecentProjects.class);
    private static final int LIMIT = 10;

    private final Path list;

    /** @param list the file that keeps them; made when needed */
    public RecentProjects(Path list) {
        this.list = list;
    }

    /** The projects that still exist. */
    public synchronized List<RecentProject> all() {
        List<RecentProject> found = new ArrayList<>();
        if (Files.isRegularFile(list)) {
            try {
                for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
                    add(found, line);
                }
            } catch (IOException e) {
                LOG.warn("Could not read {}", list, e);
            }
        }
        return found;
    }

    private static void add(List<RecentProject> found, String line) {
        try {
            int tab = line.indexOf('\t');
            Path path = Path.of(tab < 0 ? line : line.substring(0, tab));
            if (!line.isBlank() && Files.isRegularFile(path) && found.size() < LIMIT) {
                found.add(new RecentProject(path, tab < 0 ? "" : line.substring(tab + 1)));
            }
        } catch (InvalidPathException e) {
            LOG.debug("Not a path: {}", line);
        }
    }

    /** Puts a project first, under the name it has now. */
    public synchronized void opened(Path project, String title) {
        List<RecentProject> all = all();
        Path absolute = project.toAbsolutePath().normalize();
        all.removeIf(known -> known.file().equals(absolute));
        all.add(0, new RecentProject(absolute, title.replaceAll("\\s+", " ").strip()));
        String lines = String.join("\n", all.stream().limit(LIMIT).map(known -> known.file() + "\t" + known.title()).toList());
        try {
            AtomicFile.write(list, out -> out.write(lines.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            LOG.warn("Could not write {}", list, e);
        }
    }
}
