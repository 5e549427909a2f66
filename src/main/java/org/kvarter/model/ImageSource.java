package org.kvarter.model;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Where the bytes of a picture are. Opened anew each time it is needed; thread-safe. */
public sealed interface ImageSource {

    /** Most bytes of one picture that are read. */
    long MOST_BYTES = 256L << 20;

    /** The picture's bytes from the start; the caller closes. */
    InputStream open() throws IOException;

    /** A file of its own. */
    record InFile(Path file) implements ImageSource {
        public InFile {
            Objects.requireNonNull(file, "file");
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    /** An entry of a ZIP archive, such as KMZ. */
    record InArchive(Path archive, String entry) implements ImageSource {
        public InArchive {
            Objects.requireNonNull(archive, "archive");
            Objects.requireNonNull(entry, "entry");
        }

        @Override
        public InputStream open() throws IOException {
            ZipFile zip = new ZipFile(archive.toFile());
            ZipEntry found = zip.getEntry(entry);
            if (found == null) {
                zip.close();
                throw new NoSuchFileException(archive + "!" + entry);
            }
            return new FilterInputStream(zip.getInputStream(found)) {
                @Override
                public void close() throws IOException {
                    zip.close();
                }
            };
        }
    }

    /** Bytes kept in memory, such as a buffer view of a GLB file; not copied. Equal only to itself. */
    final class InMemory implements ImageSource {
        private final byte[] bytes;
        private final int from;
        private final int length;

        /**
         * A part of an array.
         *
         * @param from   first byte
         * @param length number of bytes, within the array
         */
        public InMemory(byte[] bytes, int from, int length) {
            Objects.checkFromIndexSize(from, length, bytes.length);
            this.bytes = bytes;
            this.from = from;
            this.length = length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes, from, length);
        }
    }
}
