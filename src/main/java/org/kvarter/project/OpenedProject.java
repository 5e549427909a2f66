package org.kvarter.project;

import java.nio.file.Path;

/**
 * A project as opened: its document with absolute source paths.
 *
 * @param file     the file a person chose
 * @param document what it keeps; files of sources and series are absolute paths
 */
public record OpenedProject(Path file, ProjectDocument document) {
}
