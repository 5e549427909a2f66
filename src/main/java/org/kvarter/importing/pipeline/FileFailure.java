package org.kvarter.importing.pipeline;

import java.nio.file.Path;

/**
 * A file of which nothing was taken.
 *
 * @param file    the file
 * @param message one sentence in the display language that names the file, the trouble and the way out
 */
public record FileFailure(Path file, String message) {
}
