package org.kvarter.ui.study;

import java.io.IOException;
import java.nio.file.Path;

/** Numbers or a drawing that can be written to a file; for an input or output thread. */
@FunctionalInterface
public interface FileWriting {

    /** Writes. @throws IOException where it cannot be written */
    void to(Path file) throws IOException;
}
