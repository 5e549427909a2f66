package org.kvarter.project;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A project that was open.
 *
 * @param file  where it lies
 * @param title what it called itself then; empty where it had no name
 */
public record RecentProject(Path file, String title) {

    public RecentProject {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(title, "title");
    }
}
