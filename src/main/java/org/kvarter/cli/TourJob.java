package org.kvarter.cli;

import java.nio.file.Path;

/**
 * The pictures of a project's story to draw.
 *
 * @param project the project, which has a story
 * @param out     folder to write into
 * @param width   pixels
 * @param height  pixels
 */
public record TourJob(Path project, Path out, int width, int height) {
}
