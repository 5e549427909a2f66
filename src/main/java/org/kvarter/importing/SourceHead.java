package org.kvarter.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What an importer may look at to say whether a source is its own: the name and the first bytes.
 *
 * @param file  the file or folder
 * @param bytes the first bytes, at most {@link #LIMIT}; empty for a folder; not copied
 */
public record SourceHead(Path file, byte[] bytes) {

    /** Bytes looked at. */
    public static final int LIMIT = 64 * 1024;

    /** Reads the head of {@code file}. */
    public static SourceHead of(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            return new SourceHead(file, new byte[0]);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new SourceHead(file, in.readNBytes(LIMIT));
        }
    }

    /** Lower-case file name. */
    public String name() {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    /** The head as Latin-1, in which every byte is a character. */
    public String text() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
